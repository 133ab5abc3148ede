"""Another branch's customer, asked for from this PC: looked up, opened for a while, moved, shared.

Head office decides and keeps the log; off line none of it is to be had (sync.md 2.7). What comes of
it arrives as rows, like everything else: a running `Syncing` is woken for that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

from sqlalchemy import select

from db.shop.sessions import seals
from db.tables.customers import customer
from db.types import Id
from jewelcrm.access.doors import command, query
from jewelcrm.context import Context
from jewelcrm.customers.rules.phones import normal_phone
from jewelcrm.errors import CanFix, Unavailable
from jewelcrm.sync.enrolling import address_of
from jewelcrm.sync.line import Refused, Unreachable
from jewelcrm.sync.stamping import said
from jewelcrm.sync.transport import HttpTransport
from jewelcrm.sync.words import in_words
from jewelcrm.wire import visiting as wire
from jewelcrm.wire.persons import header
from jewelcrm.wire.visiting import REASONS, Card, LookupBy

Contact = tuple[str, str]
PATIENCE_S = 10.0
MIN_WORDS, LONGEST = 3, 200
_TOO_MANY = "You have looked up many customers just now. Wait a little, or ask your manager."
_OVER = "This result is too old. Look the customer up again."


@dataclass(frozen=True, slots=True)
class Found:
    """Masked cards, and how many look-ups are left this hour."""

    cards: tuple[Card, ...]
    left: int


@dataclass(frozen=True, slots=True)
class Opened:
    """A customer of another branch is here until `until` (milliseconds), partly masked."""

    customer_id: Id
    scope: str
    until: int
    hidden: tuple[str, ...]


@command("customers.lookup")
def look_up(ctx: Context, *, by: LookupBy, text: str, last_four: str | None = None) -> Found:
    """Customers of other branches that fit an exact question: no part, no list.

    Raises:
        CanFix: the question is not in form, or too many were asked. Unavailable: off line.
    """
    ask = wire.LookupAsk(ctx.staff.id.hex(), by, _exact(by, text), _four(by, last_four))
    with _line(ctx) as line:
        answer = line.lookup(ask)
    return Found(tuple(answer.cards), answer.left_this_hour)


@command("customers.remote_open")
def open_customer(ctx: Context, ticket: str, *, reason: str, words: str = "") -> Opened:
    """Open a looked-up customer here for a while; her rows come with the next pull.

    Raises:
        CanFix: no reason from the list, no words for `other`, or the ticket is too old.
    """
    if reason not in REASONS:
        raise CanFix("Choose why this customer is opened.", field="reason")
    if reason == "other" and len(words.strip()) < MIN_WORDS:
        raise CanFix("Say in a few words why this customer is opened.", field="words")
    ask = wire.OpenAsk(ctx.staff.id.hex(), ticket, reason, words.strip())
    with _line(ctx, not_found=_OVER) as line:
        answer = line.open(ask)
    return Opened(bytes.fromhex(answer.customer_id), answer.scope, answer.until, tuple(answer.mask))


@command("customers.move")
def move(ctx: Context, customer_id: Id, *, to_branch: Id, reason: str) -> None:
    """Make another branch a customer's home.

    Raises:
        CanFix: there is no reason, or head office says no. Unavailable: off line.
    """
    said = _reason(reason)
    ask = wire.MoveAsk(ctx.staff.id.hex(), customer_id.hex(), to_branch.hex(), said)
    with _line(ctx) as line:
        line.move(ask)


@command("customers.share")
def share(
    ctx: Context, customer_id: Id, *, with_branch: Id, reason: str, stop: bool = False
) -> None:
    """Let another branch see a customer from now on, or (`stop`) no more.

    Raises:
        CanFix: there is no reason, or head office says no. Unavailable: off line.
    """
    said = _reason(reason)
    ask = wire.ShareAsk(ctx.staff.id.hex(), customer_id.hex(), with_branch.hex(), said, stop)
    with _line(ctx) as line:
        line.share(ask)


@command("privacy.erase")
def erase(ctx: Context, customer_id: Id, *, reason: str, approve: bool = False) -> bool:
    """Ask for a person to be erased everywhere, or second it; True when it waits for a second.

    Raises:
        CanFix: there is no reason, or head office says no. Unavailable: off line.
    """
    ask = wire.EraseAsk(ctx.staff.id.hex(), customer_id.hex(), _reason(reason), approve)
    with _line(ctx) as line:
        return line.erase(ask).waits


@dataclass(frozen=True, slots=True)
class ToErase:
    """A person who is to be erased, or is being; `name` where she is on this PC."""

    line: wire.ErasureLine
    name: str
    name_zh: str | None

    @property
    def customer_id(self) -> Id:
        """Her id."""
        return bytes.fromhex(self.line.customer_id)


@query("privacy.erase")
def erasures(ctx: Context) -> list[ToErase]:
    """Requests that wait for a second person, and erasures that PCs have still to confirm.

    Raises:
        CanFix: head office says no. Unavailable: off line.
    """
    with _line(ctx) as line:
        found = line.erasures(wire.ErasuresAsk(ctx.staff.id.hex())).erasures
    c = customer.c
    ids = [bytes.fromhex(one.customer_id) for one in found]
    with ctx.read() as conn:
        rows = conn.execute(select(c.id, c.name, c.name_zh).where(c.id.in_(ids)))
        here = {row.id.hex(): row for row in rows}
    return [
        ToErase(one, row.name if row else "", row.name_zh if row else None)
        for one in found
        for row in [here.get(one.customer_id)]
    ]


def erased_asked(ctx: Context) -> Callable[[Collection[Contact]], set[Contact]] | None:
    """Asks head office which contacts were an erased person's; None on a stand-alone PC."""
    return (lambda contacts: erased_before(ctx, contacts)) if ctx.in_chain else None


@query("imports.run")
def erased_before(ctx: Context, contacts: Collection[Contact]) -> set[Contact]:
    """Those of the contacts (`phone` or `email`, and the normal form) of people who were erased.

    Raises:
        CanFix: head office says no. Unavailable: off line.
    """
    found: set[Contact] = set()
    wanted = sorted(contacts)
    with _line(ctx) as line:
        for at in range(0, len(wanted), wire.MOST_CONTACTS):
            part = wanted[at : at + wire.MOST_CONTACTS]
            ask = wire.ErasedAsk(ctx.staff.id.hex(), [list(one) for one in part])
            found |= {part[n] for n in line.erased(ask).were}
    return found


@contextmanager
def _line(ctx: Context, *, not_found: str = "") -> Iterator[HttpTransport]:
    where = address_of(ctx.store)
    line = HttpTransport(where, ctx.clock, patience=PATIENCE_S, person=_named(ctx, where.device))
    with closing(line):
        try:
            yield line
        except Unreachable as error:
            raise in_words(error) from error
        except Refused as no:
            raise _no(no, not_found) from no


def _named(ctx: Context, device: Id) -> Callable[[str], str] | None:
    """What proves that this person asks."""
    session = ctx.session
    if session is None:
        return None
    with ctx.read() as conn:
        known = seals(conn.connection.driver_connection)
    told = said(session.begun, device, known.get(session.begun.person_key, ""))
    return lambda signature: header(told, session.ask(signature))


def _no(no: Refused, not_found: str) -> CanFix | Unavailable:
    if no.code == "limit":
        return CanFix(_TOO_MANY)
    if no.code == "not_found" and not_found:
        return CanFix(not_found)
    return in_words(no)


def _exact(by: LookupBy, text: str) -> str:
    """The question as head office compares it."""
    typed = text.strip()
    if by == "phone":
        phone = normal_phone(typed)
        if not phone.valid:
            raise CanFix("Type the whole phone number.", field="text")
        return phone.e164
    if not typed or len(typed) > LONGEST:
        raise CanFix("Type what you are looking for.", field="text")
    return typed


def _four(by: LookupBy, last_four: str | None) -> str | None:
    if by != "surname":
        return None
    digits = (last_four or "").strip()
    if not re.fullmatch(r"[0-9]{4}", digits):
        raise CanFix("Type the last four digits of the phone number.", field="last_four")
    return digits


def _reason(reason: str) -> str:
    said = reason.strip()
    if len(said) < MIN_WORDS:
        raise CanFix("Say in a few words why.", field="reason")
    return said[:2000]
