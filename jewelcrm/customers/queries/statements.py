"""The statements that read one card, built once; each goes by an index on the customer's key."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Select, Table, bindparam, select, union_all

from db.columns import Key
from db.tables.customers import (
    consent,
    contact_point,
    customer,
    household,
    note,
    occasion,
    preference,
    relation,
    ring_size,
    wish,
)
from db.tables.people import branch, staff

MOST_NOTES = 200
"""The most notes a card shows; older ones are in the timeline."""

_ID = bindparam("id", type_=Key)


def _columns(table: Table, names: str) -> list[Column[Any]]:
    return [table.c[name] for name in names.split()]


def _of_customer(table: Table, names: str) -> Select[Any]:
    """The columns of her rows that have not been put away, in the order they were written."""
    return (
        select(*_columns(table, names))
        .where(table.c.customer_id == _ID, table.c.archived_at.is_(None))
        .order_by(table.c.id)
    )


HEAD = (
    select(
        *_columns(
            customer,
            "id number title name name_zh preferred_name language gender district address"
            " country source tier owner_id branch_id household_id collection_step is_minor"
            " external_key alert alert_until merged_into created_at updated_at archived_at",
        ),
        staff.c.name.label("owner_name"),
        staff.c.name_zh.label("owner_name_zh"),
        branch.c.name.label("branch_name"),
        household.c.name.label("household_name"),
    )
    .select_from(customer)
    .outerjoin(staff, staff.c.id == customer.c.owner_id)
    .outerjoin(branch, branch.c.id == customer.c.branch_id)
    .outerjoin(household, household.c.id == customer.c.household_id)
    .where(customer.c.id == _ID)
)

CONTACTS = (
    _of_customer(contact_point, "id kind value normal label preferred checked")
    .order_by(None)
    .order_by(contact_point.c.preferred.desc(), contact_point.c.id)
)
OCCASIONS = _of_customer(occasion, "id kind calendar year month day leap_month whose note")
RING_SIZES = _of_customer(
    ring_size, "id hand finger circumference system label band_width measured_on note"
)
PREFERENCES = _of_customer(preference, "id kind value basis note")
WISHES = _of_customer(
    wish, "id product_id description occasion budget_cents currency wanted_by state created_at"
)
CONSENTS = _of_customer(
    consent,
    "id purpose channel subject_class state source notice_version notice_language obtained_at"
    " obtained_by confirm_due witness",
)
NOTES = (
    select(
        note.c.id,
        note.c.channel,
        note.c.body,
        note.c.author_id,
        staff.c.name.label("author_name"),
        staff.c.name_zh.label("author_name_zh"),
        note.c.order_id,
        note.c.replaces_id,
        note.c.created_at,
    )
    .outerjoin(staff, staff.c.id == note.c.author_id)
    .where(note.c.customer_id == _ID)
    .order_by(note.c.id.desc())
    .limit(MOST_NOTES)
)


def _ties(side: str, other: str) -> Select[Any]:
    return (
        select(
            relation.c.id,
            customer.c.id.label("other"),
            customer.c.number,
            customer.c.name,
            customer.c.name_zh,
            relation.c.kind,
            relation.c.note,
            (relation.c.customer_id == _ID).label("hers"),
        )
        .join(customer, customer.c.id == relation.c[other])
        .where(relation.c[side] == _ID, relation.c.archived_at.is_(None))
    )


RELATIONS = union_all(_ties("customer_id", "other_id"), _ties("other_id", "customer_id"))
MEMBERS = (
    select(
        customer.c.id.label("customer_id"), customer.c.number, customer.c.name, customer.c.name_zh
    )
    .where(
        customer.c.household_id == bindparam("household", type_=Key),
        customer.c.id != _ID,
        customer.c.archived_at.is_(None),
    )
    .order_by(customer.c.id)
    .limit(50)
)
