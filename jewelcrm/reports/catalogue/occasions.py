"""Birthdays and anniversaries that fall in a period, by the sun and by the moon."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass

from jewelcrm.customers.guests import OWN_OR_SHARED
from jewelcrm.customers.rules.calendar import months_touched, occurrences, years_on
from jewelcrm.reports.model import (
    Chart,
    Column,
    Detail,
    Report,
    Row,
    Source,
    Value,
    Words,
    number,
    text,
)
from jewelcrm.reports.pieces import STAFF, staff_filter, value_filter
from jewelcrm.reports.sql import here, person

_KIND = Words("Kind", "類別")
_FILTERS = (
    staff_filter("customer.owner_id"),
    value_filter("kind", _KIND, "n.kind", "occasion"),
)
_OURS = (
    "n.archived_at IS NULL AND customer.archived_at IS NULL"
    f" AND customer.merged_into IS NULL AND {here('customer')} AND {OWN_OR_SHARED}"
)
_FROM = (
    "FROM occasion n JOIN customer ON customer.id = n.customer_id"
    " JOIN (SELECT value ->> 0 AS calendar, value ->> 1 AS month, value ->> 2 AS day,"
    " value ->> 3 AS leap, value ->> 4 AS falls FROM json_each(:falls)) f"
    " ON f.calendar = n.calendar AND f.month = n.month AND f.day IS n.day"
    " AND f.leap = n.leap_month"
)
"""Occasions with the days they fall on: there are only some hundred kinds of days in a year."""


@dataclass(frozen=True, slots=True)
class _Occasion:
    calendar: str
    month: int
    day: int | None
    leap_month: bool
    year: int | None = None


def _falls(source: Source) -> str:
    """Every kind of day that some occasion is on, and when it falls in the period: as JSON."""
    period = source.asked.period
    touched = months_touched(period.since, period.until)
    kinds = source.rows("SELECT DISTINCT calendar, month, day, leap_month FROM occasion")
    return json.dumps(
        [
            (calendar, month, day, leap, falls.isoformat())
            for calendar, month, day, leap in kinds
            if (calendar, month) in touched
            for falls in occurrences(
                _Occasion(text(calendar), number(month), _day(day), bool(leap)),
                period.since,
                period.until,
            )
        ]
    )


def _day(value: Value) -> int | None:
    return value if isinstance(value, int) else None


def _by_month(source: Source) -> Iterator[Row]:
    return source.rows(
        f"SELECT substr(f.falls, 1, 7) AS label, n.kind, count(*) {_FROM} WHERE {_OURS}"
        f" AND {source.where(*_FILTERS)} GROUP BY label, n.kind ORDER BY label, n.kind",
        falls=_falls(source),
    )


def _list(source: Source) -> Iterator[Row]:
    found = source.rows(
        "SELECT f.falls, n.kind, customer.number,"
        f" {person('customer')} AS called, n.whose, {person('s')}, n.calendar, n.year, n.month,"
        f" n.day, n.leap_month {_FROM} LEFT JOIN staff s ON s.id = customer.owner_id"
        f" WHERE {_OURS} AND {source.where(*_FILTERS)} ORDER BY f.falls, called, n.id",
        falls=_falls(source),
    )
    for falls, kind, no, name, whose, staff, calendar, year, month, day, leap in found:
        one = _Occasion(text(calendar), number(month), _day(day), bool(leap), _day(year))
        years = years_on(one, dt.date.fromisoformat(text(falls))) if one.year else None
        yield falls, kind, no, name, whose, "" if years is None else str(years), staff


REPORT = Report(
    name="occasions",
    title=Words("Birthdays and anniversaries", "生日及紀念日"),
    owner="manager",
    about=Words(
        "Whose day is coming; for a card, a call, or the right piece.", "即將到來的日子，以便致意。"
    ),
    formula=Words(
        "Every occasion that falls on a day of the period, by the solar or the lunar calendar, of"
        " customers of the branch or shared with it. With only the month known: its first day."
        " A day is told to the customer, never to the person whose it is. It is no consent to"
        " marketing: for that take the list for a purpose.",
        "計本分店或共享顧客在期內的日子（西曆或農曆）。只知月份者以首日計。致意只向顧客本人，不向所涉的他人。"
        "此表不代表同意推廣；推廣請用「按用途的顧客名單」。",
    ),
    filters=_FILTERS,
    details=(
        Detail(
            "by-month",
            Words("By month", "按月份"),
            (
                Column("month", Words("Month", "月份")),
                Column("kind", _KIND),
                Column("count", Words("Number", "數目"), "count", total=True),
            ),
            _by_month,
            Chart("month", "count"),
        ),
        Detail(
            "list",
            Words("Every one", "逐項"),
            (
                Column("day", Words("Day", "日期"), "day"),
                Column("kind", _KIND),
                Column("number", Words("Number", "編號")),
                Column("customer", Words("Customer", "顧客"), personal=True),
                Column("whose", Words("Whose", "何人"), personal=True),
                Column("years", Words("Years", "周年")),
                Column("staff", STAFF),
            ),
            _list,
        ),
    ),
)
