import datetime as dt
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jewelcrm.customers.rules import lunar
from jewelcrm.customers.rules.calendar import (
    check_day,
    is_under_age,
    months_touched,
    next_occurrence,
    occurrences,
    years_on,
)
from jewelcrm.customers.rules.lunar import LunarDay, to_lunar, to_solar
from jewelcrm.errors import CanFix

# Lunar new year, lantern (1/15), tuen ng (5/5), qixi (7/7), mid-autumn (8/15), chung yeung (9/9)
FESTIVALS = """
2024 2024-02-10 2024-02-24 2024-06-10 2024-08-10 2024-09-17 2024-10-11
2025 2025-01-29 2025-02-12 2025-05-31 2025-08-29 2025-10-06 2025-10-29
2026 2026-02-17 2026-03-03 2026-06-19 2026-08-19 2026-09-25 2026-10-18
2027 2027-02-06 2027-02-20 2027-06-09 2027-08-08 2027-09-15 2027-10-08
2028 2028-01-26 2028-02-09 2028-05-28 2028-08-26 2028-10-03 2028-10-26
2029 2029-02-13 2029-02-27 2029-06-16 2029-08-16 2029-09-22 2029-10-16
2030 2030-02-03 2030-02-17 2030-06-05 2030-08-05 2030-09-12 2030-10-05
"""
LUNAR_DAYS = ((1, 1), (1, 15), (5, 5), (7, 7), (8, 15), (9, 9))


@dataclass(frozen=True)
class Day:
    month: int
    day: int | None = None
    year: int | None = None
    calendar: str = "solar"
    leap_month: bool = False


def date(text):
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize("line", FESTIVALS.strip().splitlines())
def test_the_festivals_fall_where_the_almanac_says(line):
    year, *days = line.split()
    found = [to_solar(LunarDay(int(year), month, False, day)) for month, day in LUNAR_DAYS]
    assert [day.isoformat() for day in found] == days


@given(st.dates(date("1901-02-19"), date("2101-01-28")))
def test_every_day_survives_the_lunar_calendar_and_back(day):
    assert to_solar(to_lunar(day)) == day


def test_the_years_of_the_table_follow_on_each_other():
    table = lunar._table()
    for year in range(1901, 2100):
        assert table[year].first + dt.timedelta(sum(table[year].lengths())) == table[year + 1].first


@pytest.mark.parametrize(
    ("known", "today", "expected"),
    [
        (Day(3, 10), "2026-03-10", "2026-03-10"),
        (Day(3, 9), "2026-03-10", "2027-03-09"),
        (Day(2, 29), "2026-01-01", "2026-02-28"),
        (Day(2, 29), "2028-01-01", "2028-02-29"),
        (Day(5), "2026-03-10", "2026-05-01"),
        (Day(3), "2026-03-10", "2026-03-10"),
        (Day(8, 15, calendar="lunar"), "2026-03-10", "2026-09-25"),
        (Day(12, 30, calendar="lunar"), "2026-03-10", "2027-02-05"),
        (Day(6, 1, calendar="lunar", leap_month=True), "2025-07-01", "2025-07-25"),
        (Day(6, 1, calendar="lunar", leap_month=True), "2026-01-01", "2026-07-14"),
    ],
)
def test_the_next_time_a_day_comes(known, today, expected):
    assert next_occurrence(known, date(today)) == date(expected)


@given(
    st.dates(date("1950-01-01"), date("2090-01-01")),
    st.sampled_from(["solar", "lunar"]),
    st.integers(1, 12),
    st.none() | st.integers(1, 29),
    st.booleans(),
)
def test_a_day_always_comes_again_within_thirteen_months(today, calendar, month, day, leap):
    known = Day(month, day, calendar=calendar, leap_month=leap and calendar == "lunar")
    found = next_occurrence(known, today)
    assert found is not None
    assert today <= found <= today + dt.timedelta(days=390)
    assert (calendar, month) in months_touched(found, found)


def test_a_lunar_birthday_may_come_twice_in_one_gregorian_year():
    known = Day(12, 1, calendar="lunar")
    days = list(occurrences(known, date("2026-01-01"), date("2026-12-31")))
    assert [d.isoformat() for d in days] == ["2026-01-19"]
    early = Day(12, 1, calendar="lunar")
    assert len(list(occurrences(early, date("2027-01-01"), date("2028-12-31")))) == 2


@pytest.mark.parametrize(
    ("known", "on", "years"),
    [
        (Day(3, 10, 1990), "2026-03-10", 36),
        (Day(8, 15, 1990, "lunar"), "2026-09-25", 36),
        (Day(12, 30, 1990, "lunar"), "2027-02-05", 36),
        (Day(3, 10), "2026-03-10", None),
    ],
)
def test_the_age_on_the_day(known, on, years):
    assert years_on(known, date(on)) == years


@pytest.mark.parametrize(
    ("known", "field"),
    [
        (Day(13), "month"),
        (Day(2, 30), "day"),
        (Day(2, 29, 2025), "day"),
        (Day(4, 31), "day"),
        (Day(1, 31, calendar="lunar"), "day"),
        (Day(1, 1, 1800), "year"),
        (Day(1, 1, leap_month=True), "leap_month"),
        (Day(5, 1, 2025, "lunar", True), "leap_month"),
        (Day(1, 1, calendar="maya"), "calendar"),
    ],
)
def test_a_day_that_no_year_has_is_refused_by_its_field(known, field):
    with pytest.raises(CanFix) as refused:
        check_day(known)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("born", "today", "under"),
    [
        (Day(11, 22, 2008), "2026-11-21", True),
        (Day(11, 22, 2008), "2026-11-22", False),
        (Day(2, 29, 2008), "2026-02-27", True),
        (Day(2, 29, 2008), "2026-02-28", False),
        (Day(11, None, 2008), "2026-11-29", True),
        (Day(11, None, 2008), "2026-11-30", False),
        (Day(8, 15, 2008, "lunar"), "2026-09-24", True),
        (Day(8, 15, 2008, "lunar"), "2026-09-25", False),
        (Day(11, 22), "2026-11-21", False),
    ],
)
def test_of_age_from_the_eighteenth_birthday_on(born, today, under):
    assert is_under_age(born, dt.date.fromisoformat(today)) is under
