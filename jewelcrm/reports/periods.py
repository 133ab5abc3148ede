"""Periods by name, as a manager says them: last month, this quarter, the last 30 days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from jewelcrm.errors import CanFix
from jewelcrm.reports.model import Period

_DAY = dt.timedelta(days=1)


def _month(first: dt.date) -> Period:
    return Period(first, _next_month(first) - _DAY)


def _next_month(first: dt.date) -> dt.date:
    return (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1)


def _quarter(day: dt.date) -> Period:
    first = day.replace(month=day.month - (day.month - 1) % 3, day=1)
    last = _next_month(_next_month(_next_month(first))) - _DAY
    return Period(first, last)


def _week(day: dt.date) -> Period:
    """Monday to Sunday (ISO 8601)."""
    monday = day - dt.timedelta(days=day.weekday())
    return Period(monday, monday + dt.timedelta(days=6))


def _year(year: int) -> Period:
    return Period(dt.date(year, 1, 1), dt.date(year, 12, 31))


PERIODS: Mapping[str, Callable[[dt.date], Period]] = {
    "today": lambda day: Period(day, day),
    "yesterday": lambda day: Period(day - _DAY, day - _DAY),
    "this-week": _week,
    "last-week": lambda day: _week(day - dt.timedelta(days=7)),
    "this-month": lambda day: _month(day.replace(day=1)),
    "last-month": lambda day: _month((day.replace(day=1) - _DAY).replace(day=1)),
    "this-quarter": _quarter,
    "last-quarter": lambda day: _quarter(_quarter(day).since - _DAY),
    "this-year": lambda day: _year(day.year),
    "last-year": lambda day: _year(day.year - 1),
    "last-30-days": lambda day: Period(day - dt.timedelta(days=29), day),
    "last-365-days": lambda day: Period(day - dt.timedelta(days=364), day),
}
"""Periods by name, from today's date."""


def named(name: str, today: dt.date) -> Period:
    """The period of that name.

    Raises:
        CanFix: there is none.
    """
    try:
        return PERIODS[name](today)
    except KeyError:
        raise CanFix(
            "“{name}” is no period. Take one of: {known}.",
            field="period",
            name=name,
            known=", ".join(PERIODS),
        ) from None


def between(since: dt.date | None, until: dt.date | None, today: dt.date) -> Period:
    """The days from `since` to `until`; this month so far where one is not given.

    Raises:
        CanFix: the dates are the wrong way round.
    """
    last = until or max(today, since or today)
    first = since or last.replace(day=1)
    if first > last:
        raise CanFix(
            "The period ends on {until}, before it begins on {since}. Change one of the two dates.",
            field="since",
            since=first,
            until=last,
        )
    return Period(first, last)
