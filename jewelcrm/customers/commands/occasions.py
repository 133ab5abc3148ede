"""Birthdays, anniversaries and other days of a customer."""

from __future__ import annotations

from sqlalchemy import select

from db.tables.customers import occasion
from db.types import Id
from db.work import Work
from jewelcrm.access.doors import command
from jewelcrm.context import Context
from jewelcrm.customers.forms import refuse_collecting
from jewelcrm.customers.keeping import (
    keep_occasion,
    note_age,
    occasion_values,
    the_customer,
    the_part,
)
from jewelcrm.customers.model import NewOccasion
from jewelcrm.customers.rules.known import day_fields

_ONE_ONLY = ("birthday", "anniversary", "engagement", "wedding")
"""Kinds a person has one of in each calendar: setting it again changes it."""


@command("customers.edit")
def set_occasion(
    ctx: Context, customer_id: Id, new: NewOccasion, *, occasion_id: Id | None = None
) -> Id:
    """Add a day, or change it: the one named, or the one of this kind she has already.

    Raises:
        CanFix: no year has such a day, or the shop's form forbids to ask for it.
    """
    values = occasion_values(new)
    with ctx.work() as work:
        the_customer(work, customer_id)
        refuse_collecting(work, customer_id, day_fields(new))
        known = occasion_id or _known(work, customer_id, new)
        if known is None:
            return keep_occasion(work, customer_id, new)
        the_part(work, occasion, known)
        note_age(work, customer_id, new)
        work.update(occasion, known, **values)
        return known


@command("customers.edit")
def archive_occasion(ctx: Context, occasion_id: Id) -> None:
    """Put a day away."""
    with ctx.work() as work:
        the_part(work, occasion, occasion_id)
        work.archive(occasion, occasion_id)


def _known(work: Work, customer_id: Id, new: NewOccasion) -> Id | None:
    if new.kind not in _ONE_ONLY:
        return None
    c = occasion.c
    same = (c.kind == new.kind, c.calendar == new.calendar, c.whose.is_not_distinct_from(new.whose))
    query = select(c.id).where(c.customer_id == customer_id, c.archived_at.is_(None), *same)
    known: Id | None = work.conn.execute(query).scalar()
    return known
