"""Birthdays and anniversaries: when a day that is known by calendar, month and day comes next.

A day the year does not have falls on the last one before it: 29 February on the 28th, the 30th of
a 29-day lunar month on the 29th; a leap month that a year lacks is kept in the plain month of the
same number. So nobody's birthday is greeted late.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Iterator
from typing import Protocol

from jewelcrm.customers.rules import lunar
from jewelcrm.errors import CanFix

OF_AGE = 18  # years; Age of Majority (Related Provisions) Ordinance, Cap. 410


class Occasion(Protocol):
    """What is known of a day; the view of the card and the row of the table both fit."""

    @property
    def calendar(self) -> str: ...
    @property
    def year(self) -> int | None: ...
    @property
    def month(self) -> int: ...
    @property
    def day(self) -> int | None: ...
    @property
    def leap_month(self) -> bool: ...


def next_occurrence(occasion: Occasion, today: dt.date) -> dt.date | None:
    """The next date of the occasion, today included; None when it cannot come again.

    When only the month is known, the day is the first of it, or today while the month lasts.
    """
    for year in range(today.year - 1, today.year + 3):
        span = _span(occasion, year)
        if span and span[1] >= today:
            return max(span[0], today) if occasion.day is None else span[0]
    return None


def occurrences(occasion: Occasion, first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Every date of the occasion from `first` to `last`, both included."""
    day = next_occurrence(occasion, first)
    while day is not None and day <= last:
        yield day
        after = day + dt.timedelta(days=1 if occasion.day is not None else 32)
        day = next_occurrence(occasion, after)


def months_touched(first: dt.date, last: dt.date) -> set[tuple[str, int]]:
    """(calendar, month) of every occasion that could fall between the two dates, both included.

    A superset, for an indexed query; `next_occurrence` then decides.
    """
    days = [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]
    touched = {("solar", day.month) for day in days}
    return touched | {("lunar", lunar.to_lunar(day).month) for day in days}


def years_on(occasion: Occasion, day: dt.date) -> int | None:
    """The age or the number of years on `day`, an occurrence; None when the year is not known."""
    if occasion.year is None:
        return None
    if occasion.calendar == "lunar":
        return lunar.to_lunar(day).year - occasion.year
    return day.year - occasion.year


def is_under_age(born: Occasion, today: dt.date) -> bool:
    """True when who was born on this day is not yet 18; False also when the year is not known.

    Of age from the first moment of the anniversary (Cap. 410); of a month, from its last day.
    """
    if born.year is None:
        return False
    span = _span(born, born.year + OF_AGE)
    return span is not None and today < span[1]


def check_day(occasion: Occasion) -> None:
    """Refuse a day that no year has.

    Raises:
        CanFix: names the part that cannot be.
    """
    if occasion.calendar not in ("solar", "lunar"):
        raise CanFix("Choose the Gregorian or the lunar calendar.", field="calendar")
    if not 1 <= occasion.month <= 12:
        raise CanFix("Months go from 1 to 12.", field="month")
    if occasion.year is not None and not 1901 <= occasion.year <= 2100:
        raise CanFix("Years go from 1901 to 2100. Leave the year out if unsure.", field="year")
    _check_leap(occasion)
    last = _longest(occasion)
    if occasion.day is not None and not 1 <= occasion.day <= last:
        raise CanFix("That month has only {last} days.", field="day", last=last)


def _check_leap(occasion: Occasion) -> None:
    if not occasion.leap_month:
        return
    if occasion.calendar != "lunar":
        raise CanFix("Only the lunar calendar has leap months.", field="leap_month")
    if occasion.year is not None and lunar.leap_month(occasion.year) != occasion.month:
        raise CanFix(
            "Lunar year {year} has no leap month {month}.",
            field="leap_month",
            year=occasion.year,
            month=occasion.month,
        )


def _longest(occasion: Occasion) -> int:
    if occasion.calendar == "solar":
        return calendar.monthrange(occasion.year or 2000, occasion.month)[1]
    if occasion.year is None:
        return 30
    return lunar.month_length(occasion.year, occasion.month, leap=occasion.leap_month)


def _span(occasion: Occasion, year: int) -> tuple[dt.date, dt.date] | None:
    """First and last date of the occasion in `year` (a lunar year when it is a lunar day)."""
    if occasion.calendar == "lunar":
        return _lunar_span(occasion, year)
    last = calendar.monthrange(year, occasion.month)[1]
    return _between(occasion.day, last, lambda day: dt.date(year, occasion.month, day))


def _lunar_span(occasion: Occasion, year: int) -> tuple[dt.date, dt.date] | None:
    if not lunar.covers(year):
        return None
    leap = occasion.leap_month and lunar.leap_month(year) == occasion.month
    last = lunar.month_length(year, occasion.month, leap=leap)
    return _between(
        occasion.day,
        last,
        lambda day: lunar.to_solar(lunar.LunarDay(year, occasion.month, leap, day)),
    )


def _between(day: int | None, last: int, date: Callable[[int], dt.date]) -> tuple[dt.date, dt.date]:
    """The day itself, or the whole month when only the month is known."""
    if day is None:
        return date(1), date(last)
    return (only := date(min(day, last))), only
