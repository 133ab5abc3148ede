"""Birthdays and anniversaries that fall in a period, by the sun and by the moon."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from jewelcrm.customers.rules.calendar import months_touched, occurrences, years_on
from jewelcrm.reports import standing
from jewelcrm.reports.model import (
    Chart,
    Column,
    Detail,
    Period,
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
from jewelcrm.reports.standing import OURS

_KIND = Words("Kind", "類別")
_FILTERS = (
    staff_filter("customer.owner_id"),
    value_filter("kind", _KIND, "n.kind", "occasion"),
)
_FALLS = (
    "FROM (SELECT value ->> 0 AS calendar, value ->> 1 AS month, value ->> 2 AS day,"
    " value ->> 3 AS leap, value ->> 4 AS falls FROM json_each(:falls)) f"
)
"""The days that occasions fall on: there are only some hundred kinds of days in a year."""

_ON = "n.calendar = f.calendar AND n.month = f.month AND n.day IS f.day AND n.leap_month = f.leap"
_KEPT = f"{_FALLS} CROSS JOIN sum_occasion n ON {_ON} {{}} WHERE {here('n')}"
_LIVE = (
    f"{_FALLS} CROSS JOIN occasion n ON {_ON} JOIN customer ON customer.id = n.customer_id {{}}"
    f" WHERE n.archived_at IS NULL AND {OURS} AND {here('customer')}"
)
_NAMED = (
    "JOIN occasion x ON x.id = n.id JOIN customer c ON c.id = n.customer_id"
    " LEFT JOIN staff s ON s.id = c.owner_id"
)


Kind = tuple[str, int, int | None, int]
"""Calendar, month, day and whether it is a leap month."""


@dataclass(frozen=True, slots=True)
class _Occasion:
    calendar: str
    month: int
    day: int | None
    leap_month: bool
    year: int | None = None


def _from(source: Source, joined: str = "") -> str:
    """Occasions by the days they fall on, from the rows kept for it or from the records."""
    kept = standing.current(source)
    filters = (staff_filter("n.owner_id" if kept else "customer.owner_id"), *_FILTERS[1:])
    return f"{(_KEPT if kept else _LIVE).format(joined)} AND {source.where(*filters)}"


def _falls(source: Source) -> dict[dt.date, list[Kind]]:
    """The days of the period on which some occasion can fall, with the kinds of days they are."""
    return _falling(source.asked.period)


@lru_cache(maxsize=4)
def _falling(period: Period) -> dict[dt.date, list[Kind]]:
    """Some two thousand kinds of days are tried: quicker than asking the store which there are."""
    found: dict[dt.date, list[Kind]] = defaultdict(list)
    months = months_touched(period.since, period.until)
    for (calendar, month), day, leap in product(months, (None, *range(1, 32)), (0, 1)):
        one = _Occasion(calendar, month, day, bool(leap))
        for falls in _days_of(one, period):
            found[falls].append((calendar, month, day, leap))
    return found


def _days_of(one: _Occasion, period: Period) -> Iterator[dt.date]:
    """None for a day that no year has."""
    with suppress(ValueError):
        yield from occurrences(one, period.since, period.until)


def _as_json(falls: Mapping[dt.date, list[Kind]]) -> str:
    return json.dumps([(*kind, day.isoformat()) for day, kinds in falls.items() for kind in kinds])


def _day(value: Value) -> int | None:
    return value if isinstance(value, int) else None


def _by_month(source: Source) -> Iterator[Row]:
    return source.rows(
        f"SELECT substr(f.falls, 1, 7) AS label, n.kind, count(*) {_from(source)}"
        " GROUP BY label, n.kind ORDER BY label, n.kind",
        falls=_as_json(_falls(source)),
    )


def _tally(source: Source) -> Row:
    (sums,) = source.rows(f"SELECT count(*) {_from(source)}", falls=_as_json(_falls(source)))
    return sums


def _list(source: Source) -> Iterator[Row]:
    """Day by day, so that the first ones are there before the last ones are looked for."""
    falls = _falls(source)
    for day in sorted(falls):
        yield from _of_day(source, day, falls[day])


def _of_day(source: Source, day: dt.date, kinds: list[Kind]) -> Iterator[Row]:
    found = source.rows(
        f"SELECT n.kind, c.number, {person('c')} AS called, x.whose, {person('s')}, x.calendar,"
        f" x.year, x.month, x.day, x.leap_month {_from(source, _NAMED)} ORDER BY called, n.id",
        falls=_as_json({day: kinds}),
    )
    for kind, no, name, whose, staff, calendar, year, month, on, leap in found:
        one = _Occasion(text(calendar), number(month), _day(on), bool(leap), _day(year))
        years = years_on(one, day) if one.year else None
        yield day.isoformat(), kind, no, name, whose, "" if years is None else str(years), staff


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
            tally=_tally,
        ),
    ),
)
