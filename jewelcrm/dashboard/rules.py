"""How the dashboard counts: the days before, a month's target over other days, bars of months."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator, Mapping

from jewelcrm.dashboard.model import Measure, Point, Span
from jewelcrm.reports.model import Period
from jewelcrm.reports.periods import named

_DAY = dt.timedelta(days=1)
_BEFORE = {
    "today": "yesterday",
    "this-week": "last-week",
    "this-month": "last-month",
    "this-quarter": "last-quarter",
    "this-year": "last-year",
}
MANY_DAYS = 62
"""More days than this are drawn as months."""


def period_of(span: Span, today: dt.date) -> Period:
    """The whole period, days still to come included."""
    return named(span, today)


def so_far(span: Span, today: dt.date) -> Period:
    """The period as far as it has come."""
    return Period(period_of(span, today).since, today)


def before_of(span: Span, today: dt.date) -> Period:
    """The whole period before."""
    return named(_BEFORE[span], today)


def same_before(span: Span, today: dt.date) -> Period:
    """As many days of the period before; all of it where it was shorter."""
    before = before_of(span, today)
    gone = today - period_of(span, today).since
    return Period(before.since, min(before.since + gone, before.until))


def target_for(measure: Measure, monthly: int | None, period: Period) -> int | None:
    """A month's target over these days, each counting as its part of its own month.

    A year is twelve of them; a share or an average is the same for any period.
    """
    if monthly is None or not measure.adds_up:
        return monthly
    parts: dict[int, int] = {}
    day = period.since
    while day <= period.until:
        length = calendar.monthrange(day.year, day.month)[1]
        parts[length] = parts.get(length, 0) + 1
        day += _DAY
    return round(sum(monthly * days / length for length, days in parts.items()))


def points(
    period: Period, shown: Period, now: Mapping[dt.date, int], before: Mapping[dt.date, int]
) -> tuple[Point, ...]:
    """Bars over a period, with those of the period before: a day each, or a month each."""
    months = _days(period) > MANY_DAYS
    pieces = _months(period) if months else _each(period)
    shift = period.since - shown.since
    return tuple(
        Point(
            one.since,
            one.until,
            _sum(now, one.since, one.until),
            _known(before, shown, *_then(one, shift, months=months)),
        )
        for one in pieces
    )


def _known(
    before: Mapping[dt.date, int], shown: Period, since: dt.date, until: dt.date
) -> int | None:
    """What those days brought; None for days that the period before did not have."""
    return _sum(before, since, until) if shown.since <= until and since <= shown.until else None


def _then(one: Period, shift: dt.timedelta, *, months: bool) -> tuple[dt.date, dt.date]:
    """The same piece of the period before: the same month a period ago, or the same day of it."""
    if not months:
        return one.since - shift, one.until - shift
    back = round(shift.days / 30.44)
    at = one.since.year * 12 + one.since.month - 1 - back
    first = dt.date(at // 12, at % 12 + 1, 1)
    return first, first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _days(period: Period) -> int:
    return (period.until - period.since).days + 1


def _each(period: Period) -> Iterator[Period]:
    for step in range(_days(period)):
        day = period.since + step * _DAY
        yield Period(day, day)


def _months(period: Period) -> Iterator[Period]:
    first = period.since.replace(day=1)
    while first <= period.until:
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        yield Period(max(first, period.since), min(last, period.until))
        first = last + _DAY


def _sum(by_day: Mapping[dt.date, int], since: dt.date, until: dt.date) -> int:
    return sum(cents for day, cents in by_day.items() if since <= day <= until)
