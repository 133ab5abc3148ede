"""Birthdays and anniversaries of the coming days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, and_, or_, select

from db.tables.customers import customer, occasion
from jewelcrm.customers.rules.calendar import years_on
from jewelcrm.followups.calendar import days_between
from jewelcrm.followups.consent import willing
from jewelcrm.followups.looks import customer_is_here
from jewelcrm.followups.model import Celebration, Section, Who
from jewelcrm.followups.queries.counting import SHOWN, count
from jewelcrm.followups.queries.facts import people

AHEAD = 14
KINDS = ("birthday", "anniversary")


def celebrations(conn: Connection, today: dt.date) -> Section[Celebration]:
    """The birthdays and anniversaries of the next fourteen days, the soonest first."""
    last = today + dt.timedelta(days=AHEAD)
    total, more = count(conn, _between(today, last))
    found: list[tuple[dt.date, Any]] = []
    for n in range(AHEAD + 1):
        if len(found) >= SHOWN:
            break
        day = today + dt.timedelta(days=n)
        rows = conn.execute(_between(day, day).limit(SHOWN - len(found)))
        found += [(day, row) for row in rows]
    return Section(tuple(_read(conn, found, today)), total, more)


def _between(first: dt.date, last: dt.date) -> Select[Any]:
    o = occasion.c
    places = [
        and_(
            o.calendar == calendar,
            o.month == month,
            o.day == day,
            o.leap_month == leap,
        )
        for (calendar, month), dates in days_between(first, last).items()
        for day, leap in dates
    ]
    months = [
        and_(o.calendar == calendar, o.month == month, o.day.is_(None))
        for (calendar, month), dates in days_between(first, last).items()
        if (1, False) in dates
    ]
    return (
        select(occasion)
        .join(customer, customer.c.id == o.customer_id)
        .where(
            or_(*places, *months),
            o.kind.in_(KINDS),
            o.archived_at.is_(None),
            *customer_is_here(),
        )
    )


def _read(
    conn: Connection, found: list[tuple[dt.date, Any]], today: dt.date
) -> Iterator[Celebration]:
    ids = {row.customer_id for _, row in found}
    who, agreed = people(conn, ids), willing(conn, ids)
    for day, row in found:
        if row.customer_id in who:
            may_greet = row.customer_id in agreed
            yield _celebration(row, who[row.customer_id], day, today, may_greet=may_greet)


def _celebration(
    row: Any, who: Who, day: dt.date, today: dt.date, *, may_greet: bool
) -> Celebration:
    return Celebration(
        customer=who,
        kind=row.kind,
        on=day,
        days_until=(day - today).days,
        calendar=row.calendar,
        years=years_on(row, day),
        whose=row.whose or None,
        day_known=row.day is not None,
        may_greet=may_greet,
    )
