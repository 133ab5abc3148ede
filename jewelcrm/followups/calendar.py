"""Which birthdays and anniversaries fall on which day, by the customers' calendar rules."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from jewelcrm.customers.rules.calendar import months_touched, next_occurrence


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """A day that comes every year; when only the month is known, its first day stands for it."""

    calendar: str
    month: int
    day: int
    leap_month: bool = False
    year: int | None = None


Months = Mapping[tuple[str, int], Mapping[tuple[int, bool], dt.date]]


@lru_cache(maxsize=16)
def days_between(first: dt.date, last: dt.date) -> Months:
    """Every day of the year that falls between the two dates: by month, day and leap month."""
    found: dict[tuple[str, int], dict[tuple[int, bool], dt.date]] = defaultdict(dict)
    for calendar, month in sorted(months_touched(first, last)):
        for day, leap in _days(calendar):
            date = next_occurrence(DayOfYear(calendar, month, day, leap), first)
            if date is not None and date <= last:
                found[calendar, month][day, leap] = date
    return found


def _days(calendar: str) -> list[tuple[int, bool]]:
    if calendar == "solar":
        return [(day, False) for day in range(1, 32)]
    return [(day, leap) for day in range(1, 31) for leap in (False, True)]
