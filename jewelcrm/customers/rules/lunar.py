"""The Chinese lunar calendar 1901-2100, from the frozen table resources/data/lunar_years.csv.

The table gives for each lunar year its first day, its leap month (0: none) and which of its months
have 30 days. Checked day by day against two independent libraries: they agree but for a month each
in 2089 and 2097, whose new moons the Hong Kong Observatory calls too near midnight to be sure of.
"""

from __future__ import annotations

import bisect
import csv
import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from resources.find import find


@dataclass(frozen=True, slots=True, order=True)
class LunarDay:
    """A day of the lunar calendar; `leap` marks the second month of the same number."""

    year: int
    month: int
    leap: bool
    day: int


@dataclass(frozen=True, slots=True)
class _Year:
    first: dt.date
    leap_month: int
    long_months: str

    def months(self) -> list[tuple[int, bool]]:
        """Every month in order, with whether it is the leap one."""
        plain = [(month, False) for month in range(1, 13)]
        if self.leap_month:
            plain.insert(self.leap_month, (self.leap_month, True))
        return plain

    def lengths(self) -> list[int]:
        return [29 + int(flag) for flag in self.long_months]


def covers(year: int) -> bool:
    """Whether the table knows this lunar year."""
    return year in _table()


def leap_month(year: int) -> int:
    """The month that comes twice in this lunar year; 0 when none does."""
    return _table()[year].leap_month


def month_length(year: int, month: int, *, leap: bool = False) -> int:
    """How many days (29 or 30) the month has."""
    entry = _table()[year]
    return entry.lengths()[entry.months().index((month, leap))]


def to_solar(day: LunarDay) -> dt.date:
    """The Gregorian date of a lunar day.

    Raises:
        ValueError: that year has no such day, or the table does not reach it.
    """
    entry = _table().get(day.year)
    if entry is None or (day.month, day.leap) not in entry.months():
        raise ValueError(f"no lunar month {day.month} (leap: {day.leap}) in {day.year}")
    place = entry.months().index((day.month, day.leap))
    lengths = entry.lengths()
    if not 1 <= day.day <= lengths[place]:
        raise ValueError(f"no day {day.day} in lunar month {day.month} of {day.year}")
    return entry.first + dt.timedelta(sum(lengths[:place]) + day.day - 1)


def to_lunar(date: dt.date) -> LunarDay:
    """The lunar day of a Gregorian date.

    Raises:
        ValueError: the table does not reach that date.
    """
    years = list(_table().items())
    place = bisect.bisect([entry.first for _, entry in years], date) - 1
    if place < 0:
        raise ValueError(f"the lunar table does not reach {date}")
    year, entry = years[place]
    return _counted(year, entry, (date - entry.first).days)


def _counted(year: int, entry: _Year, days: int) -> LunarDay:
    for (month, leap), length in zip(entry.months(), entry.lengths(), strict=True):
        if days < length:
            return LunarDay(year, month, leap, days + 1)
        days -= length
    raise ValueError("the lunar table does not reach that date")


@lru_cache(maxsize=1)
def _table() -> dict[int, _Year]:
    with find("data/lunar_years.csv").open(encoding="utf-8", newline="") as file:
        return {
            int(row["year"]): _Year(
                dt.date.fromisoformat(row["new_year"]), int(row["leap_month"]), row["long_months"]
            )
            for row in csv.DictReader(file)
        }
