"""How busy the shop is: weekends and holidays, and the season."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

_WEEK = (86, 82, 88, 95, 114, 146, 138)
"""Monday to Sunday, in percent of a usual day."""

_SEASON = (112, 116, 88, 92, 104, 96, 92, 94, 98, 104, 108, 122)
"""January to December: Lunar New Year, Mother's Day, weddings in autumn, Christmas."""

_HOLIDAYS = {(1, 1), (2, 13), (2, 14), (5, 1), (7, 1), (10, 1), (12, 24), (12, 25), (12, 26)}
_HOLIDAY = 140


def busy(day: dt.date) -> int:
    """How busy a day was against the others."""
    week = _WEEK[day.weekday()]
    if (day.month, day.day) in _HOLIDAYS:
        week = max(week, _HOLIDAY)
    return week * _SEASON[day.month - 1]


@cache
def days_before(today: dt.date, count: int) -> tuple[Sequence[dt.date], Sequence[int]]:
    """The days until yesterday, and how busy they were, summed up."""
    days = [today - dt.timedelta(days=ago) for ago in range(1, count + 1)]
    return days, list(accumulate(busy(day) for day in days))
