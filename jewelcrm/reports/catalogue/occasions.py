"""Birthdays and anniversaries that fall in a period, by the sun and by the moon."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from jewelcrm.customers.guests import OWN_OR_SHARED
from jewelcrm.customers.rules.calendar import months_touched, occurrences, years_on
from jewelcrm.reports.model import Chart, Column, Detail, Report, Row, Source, Words, number, text
from jewelcrm.reports.pieces import STAFF, staff_filter, value_filter
from jewelcrm.reports.sql import here, person

_KIND = Words("Kind", "類別")
_FILTERS = (
    staff_filter("customer.owner_id"),
    value_filter("kind", _KIND, "n.kind", "occasion"),
)
_FOUND = (
    "SELECT n.kind, n.calendar, n.year, n.month, n.day, n.leap_month, n.whose,"
    f" customer.number, {person('customer')}, {person('s')} FROM occasion n"
    " JOIN customer ON customer.id = n.customer_id LEFT JOIN staff s ON s.id = customer.owner_id"
    " WHERE n.archived_at IS NULL AND customer.archived_at IS NULL"
    " AND customer.merged_into IS NULL AND n.calendar || n.month IN"
    f" (SELECT value FROM json_each(:months)) AND {here('customer')} AND {OWN_OR_SHARED}"
)


@dataclass(frozen=True, slots=True)
class _Occasion:
    calendar: str
    year: int | None
    month: int
    day: int | None
    leap_month: bool


_Hit = tuple[dt.date, str, str, Row]
"""The day it falls on, its kind, the years, and the rest of the row."""


def _hits(source: Source) -> Iterator[_Hit]:
    period = source.asked.period
    months = [
        f"{calendar}{month}" for calendar, month in months_touched(period.since, period.until)
    ]
    found = source.rows(f"{_FOUND} AND {source.where(*_FILTERS)}", months=json.dumps(months))
    for kind, calendar, year, month, day, leap, *rest in found:
        one = _Occasion(
            text(calendar),
            year if isinstance(year, int) else None,
            number(month),
            day if isinstance(day, int) else None,
            bool(leap),
        )
        for falls in occurrences(one, period.since, period.until):
            years = years_on(one, falls)
            yield falls, text(kind), "" if years is None else str(years), tuple(rest)


def _by_month(source: Source) -> Iterator[Row]:
    counts = Counter((falls.isoformat()[:7], kind) for falls, kind, _, _ in _hits(source))
    return ((month, kind, count) for (month, kind), count in sorted(counts.items()))


def _list(source: Source) -> Iterator[Row]:
    hits = sorted(_hits(source), key=lambda hit: (hit[0], text(hit[3][2])))
    for falls, kind, years, (whose, no, name, staff) in hits:
        yield falls.isoformat(), kind, no, name, whose, years, staff


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
