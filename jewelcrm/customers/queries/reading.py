"""Reading one card: a dozen indexed statements on one connection."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, RowMapping

from db.types import Id
from jewelcrm.customers.forms import kept_form
from jewelcrm.customers.lists import CHANNELS, MIRRORS
from jewelcrm.customers.model import (
    ConsentEntry,
    ConsentView,
    ContactView,
    CustomerCard,
    MemberView,
    NoteView,
    OccasionView,
    PreferenceView,
    RelationView,
    RingSizeView,
    WishView,
)
from jewelcrm.customers.queries.statements import (
    CONSENTS,
    CONTACTS,
    HEAD,
    MEMBERS,
    NOTES,
    OCCASIONS,
    PREFERENCES,
    RELATIONS,
    RING_SIZES,
    WISHES,
)
from jewelcrm.customers.rules.calendar import next_occurrence, years_on
from jewelcrm.customers.rules.collection import steps
from jewelcrm.customers.rules.consent import deciding_entry, overall, state_of
from jewelcrm.customers.rules.contacts import mask_contact
from jewelcrm.customers.rules.known import card_fields, intake_of
from jewelcrm.customers.rules.profile import next_question
from jewelcrm.customers.rules.ring_sizes import all_labels, diameter_of
from jewelcrm.customers.rules.spoken import national
from jewelcrm.errors import CanFix
from jewelcrm.money import Money


def read_card(conn: Connection, customer_id: Id, today: dt.date) -> CustomerCard:
    """Everything of one customer.

    Raises:
        CanFix: there is no such customer.
    """
    row = conn.execute(HEAD, {"id": customer_id}).mappings().first()
    if row is None:
        raise CanFix("This customer is not here. Search again.")
    head = {**row, "is_minor": bool(row["is_minor"])}
    card = CustomerCard(
        **head,
        contacts=tuple(map(_contact, _parts(conn, CONTACTS, customer_id))),
        occasions=_occasions(conn, customer_id, today),
        ring_sizes=tuple(map(_ring_size, _parts(conn, RING_SIZES, customer_id))),
        preferences=tuple(PreferenceView(**r) for r in _parts(conn, PREFERENCES, customer_id)),
        wishes=tuple(map(_wish, _parts(conn, WISHES, customer_id))),
        notes=_notes(conn, customer_id),
        relations=tuple(map(_relation, _parts(conn, RELATIONS, customer_id))),
        household=_household(conn, customer_id, head["household_id"]),
        consent=read_consent(conn, customer_id),
    )
    return _with_questions(conn, card)


def read_consent(conn: Connection, customer_id: Id) -> ConsentView:
    """Her consents: the state in force and the whole ledger, newest first."""
    entries = [ConsentEntry(**row) for row in _parts(conn, CONSENTS, customer_id)]
    by_channel = {code: deciding_entry(entries, code) for code in CHANNELS.codes()}
    waiting = [e.confirm_due for e in by_channel.values() if e is not None and e.confirm_due]
    return ConsentView(
        overall(entries),
        {code: state_of(entry) for code, entry in by_channel.items()},
        min(waiting, default=None),
        tuple(reversed(entries)),
    )


def _with_questions(conn: Connection, card: CustomerCard) -> CustomerCard:
    known = card_fields(card)
    form = kept_form(conn, intake_of(card.collection_step))
    return replace(
        card,
        checklist=steps(form, known),
        forbidden=frozenset(form.forbidden),
        next_question=next_question(known, form.forbidden),
    )


def _parts(conn: Connection, statement: Any, customer_id: Id) -> Sequence[RowMapping]:
    return conn.execute(statement, {"id": customer_id}).mappings().all()


def _contact(row: RowMapping) -> ContactView:
    is_number = row["kind"] in ("phone", "whatsapp") and row["normal"].startswith("+")
    plain = national(row["normal"]) if is_number else row["value"]
    return ContactView(**row, national=plain, masked=mask_contact(row["kind"], row["normal"]))


def _occasions(conn: Connection, customer_id: Id, today: dt.date) -> tuple[OccasionView, ...]:
    """Her days, the one that comes first at the top."""
    days = [_occasion(row, today) for row in _parts(conn, OCCASIONS, customer_id)]
    return tuple(sorted(days, key=lambda day: (day.next_on or dt.date.max, day.id)))


def _occasion(row: RowMapping, today: dt.date) -> OccasionView:
    plain = OccasionView(**row)
    next_on = next_occurrence(plain, today)
    years = None if next_on is None else years_on(plain, next_on)
    return replace(plain, next_on=next_on, years=years)


def _ring_size(row: RowMapping) -> RingSizeView:
    return RingSizeView(
        id=row["id"],
        hand=row["hand"],
        finger=row["finger"],
        circumference=row["circumference"],
        diameter=diameter_of(row["circumference"]),
        system=row["system"],
        label=row["label"],
        labels={**all_labels(row["circumference"]), row["system"]: row["label"]},
        band_width=row["band_width"],
        measured_on=row["measured_on"],
        note=row["note"],
    )


def _wish(row: RowMapping) -> WishView:
    budget = None if row["budget_cents"] is None else Money(row["budget_cents"], row["currency"])
    return WishView(
        row["id"],
        row["product_id"],
        row["description"],
        row["occasion"],
        budget,
        row["wanted_by"],
        row["state"],
        row["created_at"],
    )


def _notes(conn: Connection, customer_id: Id) -> tuple[NoteView, ...]:
    rows = _parts(conn, NOTES, customer_id)
    replaced = {row["replaces_id"] for row in rows}
    return tuple(
        NoteView(
            id=row["id"],
            channel=row["channel"],
            body=row["body"],
            author_id=row["author_id"],
            author_name=row["author_name"] or "",
            order_id=row["order_id"],
            corrects=row["replaces_id"],
            corrected=row["id"] in replaced,
            created_at=row["created_at"],
            author_name_zh=row["author_name_zh"],
        )
        for row in rows
    )


def _relation(row: RowMapping) -> RelationView:
    """What the other person is to her; a tie written on the other card is turned round."""
    kind = row["kind"] if row["hers"] else MIRRORS.get(row["kind"], row["kind"])
    return RelationView(
        row["id"], row["other"], row["number"], row["name"], row["name_zh"], kind, row["note"]
    )


def _household(
    conn: Connection, customer_id: Id, household_id: Id | None
) -> tuple[MemberView, ...]:
    if household_id is None:
        return ()
    rows = conn.execute(MEMBERS, {"id": customer_id, "household": household_id})
    return tuple(MemberView(**row) for row in rows.mappings())
