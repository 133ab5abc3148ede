"""Which fields of the checklist a customer already has, when she is entered and on her card."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from jewelcrm.customers.model import CustomerCard, NewCustomer

PLAIN = ("title", "language", "gender", "district", "address", "source", "name_zh")


class _Kinded(Protocol):
    @property
    def kind(self) -> str: ...


class _Day(_Kinded, Protocol):
    @property
    def year(self) -> int | None: ...
    @property
    def whose(self) -> str | None: ...


def known_fields(new: NewCustomer) -> frozenset[str]:
    """The fields that are filled on the form of a new customer."""
    plain = {name for name in PLAIN if getattr(new, name)}
    return frozenset(
        plain
        | _of("name", bool(new.name or new.name_zh))
        | _of("consent", new.consent is not None)
        | _of("owner", new.owner_id is not None)
        | _of("ring_size", bool(new.ring_sizes))
        | _of("wish", bool(new.wishes))
        | _reached(new.contacts)
        | _days(new.occasions)
        | _likings(new.preferences)
    )


def card_fields(card: CustomerCard) -> frozenset[str]:
    """The fields that are filled on a card."""
    plain = {name for name in PLAIN if getattr(card, name)}
    return frozenset(
        plain
        | _of("name", bool(card.name or card.name_zh))
        | _of("consent", card.consent.overall != "unknown")
        | _of("owner", card.owner_id is not None)
        | _of("ring_size", bool(card.ring_sizes))
        | _of("wish", bool(card.wishes))
        | _reached(card.contacts)
        | _days(card.occasions)
        | _likings(card.preferences)
    )


def intake_of(collection_step: str | None) -> str:
    """Where the record was begun, from its collection step ("open:walk_in")."""
    return (collection_step or "").partition(":")[2] or "walk_in"


def contact_fields(kind: str) -> frozenset[str]:
    """What the checklist calls a way to reach her."""
    return frozenset({"contact", kind})


def day_fields(new: _Day) -> frozenset[str]:
    """What the checklist calls a day of hers."""
    return frozenset(_days((new,)))


def liking_fields(new: _Kinded) -> frozenset[str]:
    """What the checklist calls something she likes or cannot wear."""
    return frozenset(_likings((new,)))


def _of(field: str, there: object) -> set[str]:
    return {field} if there else set()


def _reached(contacts: Iterable[_Kinded]) -> set[str]:
    kinds = {contact.kind for contact in contacts}
    return _of("contact", kinds) | (kinds & {"phone", "email"})


def _days(days: Iterable[_Day]) -> set[str]:
    own = [day for day in days if not day.whose]
    kinds = {day.kind for day in own} & {"birthday", "anniversary"}
    return kinds | _of("birth_year", any(day.kind == "birthday" and day.year for day in own))


def _likings(likings: Iterable[_Kinded]) -> set[str]:
    kinds = {liking.kind for liking in likings} - {"tag", "budget", "dislike"}
    return kinds | _of("preference", kinds & {"metal", "stone", "style"})
