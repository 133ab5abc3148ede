"""Birthdays and anniversaries of the coming days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, or_, select, tuple_

from db.tables.customers import customer, occasion
from db.types import Id
from jewelcrm.customers.rules.calendar import years_on
from jewelcrm.followups.calendar import days_between
from jewelcrm.followups.looks import customer_is_here
from jewelcrm.followups.model import Celebration, Section, Who
from jewelcrm.followups.queries.counting import SHOWN

AHEAD = 14
COUNTED = 200
"""How far they are counted: each is a customer to be looked up, and a big shop has thousands."""

KINDS = ("birthday", "anniversary")


@dataclass(frozen=True, slots=True)
class Coming:
    """The days found, before the customers are known: the soonest, and how many there are."""

    found: Sequence[tuple[dt.date, Any]]
    total: int
    more: bool

    def customers(self) -> set[Id]:
        return {row.customer_id for _, row in self.found}


def coming(conn: Connection, today: dt.date) -> Coming:
    """The birthdays and anniversaries of the next fourteen days, the soonest first."""
    last = today + dt.timedelta(days=AHEAD)
    found = _read(conn, today, last, COUNTED + 1)
    if len(found) <= COUNTED:
        return Coming(found[:SHOWN], len(found), more=False)
    return Coming(_soonest(conn, today, last), COUNTED, more=True)


def _soonest(conn: Connection, today: dt.date, last: dt.date) -> list[tuple[dt.date, Any]]:
    """Day by day until there are enough: in a big shop that is today and perhaps tomorrow."""
    found: list[tuple[dt.date, Any]] = []
    day = today
    while len(found) < SHOWN and day <= last:
        found += _read(conn, day, day, SHOWN - len(found))
        day += dt.timedelta(days=1)
    return found


def _read(conn: Connection, first: dt.date, last: dt.date, limit: int) -> list[tuple[dt.date, Any]]:
    o = occasion.c
    dates = {
        (calendar, month, day, leap): date
        for (calendar, month), days in days_between(first, last).items()
        for (day, leap), date in days.items()
    }
    rows = conn.execute(
        select(
            *(o.customer_id, o.kind, o.calendar, o.year, o.month, o.day, o.leap_month, o.whose),
        )
        .join(customer, customer.c.id == o.customer_id)
        .where(
            _on(dates),
            o.kind.in_(KINDS),
            o.archived_at.is_(None),
            *customer_is_here(),
        )
        .limit(limit)
    )
    dated = [
        (dates[row.calendar, row.month, row.day or 1, bool(row.leap_month)], row) for row in rows
    ]
    return sorted(dated, key=lambda pair: (pair[0], pair[1].customer_id))


def _on(dates: Mapping[tuple[str, int, int, bool], dt.date]) -> ColumnElement[bool]:
    """On one of these days, or in a month of which only the first day stands for it."""
    o = occasion.c
    known = tuple_(o.calendar, o.month, o.day, o.leap_month).in_(list(dates))
    months = [place[:2] for place in dates if place[2:] == (1, False)]
    if not months:
        return known
    return or_(known, tuple_(o.calendar, o.month).in_(months) & o.day.is_(None))


def celebrations(
    days: Coming, people: Mapping[Id, Who], agreed: set[Id], today: dt.date
) -> Section[Celebration]:
    """What the Today page shows of them."""
    return Section(tuple(_items(days, people, agreed, today)), days.total, days.more)


def _items(
    days: Coming, people: Mapping[Id, Who], agreed: set[Id], today: dt.date
) -> Iterator[Celebration]:
    for day, row in days.found:
        if row.customer_id in people:
            yield Celebration(
                customer=people[row.customer_id],
                kind=row.kind,
                on=day,
                days_until=(day - today).days,
                calendar=row.calendar,
                years=years_on(row, day),
                whose=row.whose or None,
                day_known=row.day is not None,
                may_greet=row.customer_id in agreed,
            )
