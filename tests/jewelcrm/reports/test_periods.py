"""Periods as managers say them, and the moments between which they lie."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jewelcrm.errors import CanFix
from jewelcrm.reports.model import Period
from jewelcrm.reports.periods import PERIODS, between, named

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31))


@pytest.mark.parametrize(
    ("name", "since", "until"),
    [
        ("today", "2026-11-22", "2026-11-22"),
        ("yesterday", "2026-11-21", "2026-11-21"),
        ("this-week", "2026-11-16", "2026-11-22"),
        ("last-week", "2026-11-09", "2026-11-15"),
        ("this-month", "2026-11-01", "2026-11-30"),
        ("last-month", "2026-10-01", "2026-10-31"),
        ("this-quarter", "2026-10-01", "2026-12-31"),
        ("last-quarter", "2026-07-01", "2026-09-30"),
        ("this-year", "2026-01-01", "2026-12-31"),
        ("last-year", "2025-01-01", "2025-12-31"),
        ("last-30-days", "2026-10-24", "2026-11-22"),
    ],
)
def test_a_name_is_the_days_a_manager_means(name, since, until):
    period = named(name, dt.date(2026, 11, 22))
    assert (str(period.since), str(period.until)) == (since, until)


@given(DAYS, st.sampled_from(sorted(PERIODS)))
def test_every_named_period_runs_forward(day, name):
    period = named(name, day)
    assert period.since <= period.until


@given(DAYS)
def test_last_month_ends_the_day_before_this_month_begins(day):
    gap = named("this-month", day).since - named("last-month", day).until
    assert gap == dt.timedelta(days=1)


def test_a_day_lies_between_two_midnights_of_the_branch():
    day = dt.date(2026, 11, 22)
    start, end = Period(day, day).bounds(ZoneInfo("Asia/Hong_Kong"))
    assert (
        dt.datetime.fromtimestamp(start / 1000, dt.UTC).isoformat() == "2026-11-21T16:00:00+00:00"
    )
    assert end - start == 86_400_000


def test_a_day_of_summer_time_is_as_long_as_it_was():
    day = dt.date(2026, 3, 29)  # the clocks go forward in London
    start, end = Period(day, day).bounds(ZoneInfo("Europe/London"))
    assert end - start == 23 * 3_600_000


def test_dates_the_wrong_way_round_are_said_so():
    with pytest.raises(CanFix) as refused:
        between(dt.date(2026, 11, 2), dt.date(2026, 11, 1), dt.date(2026, 11, 22))
    assert "2026-11-02" in str(refused.value)


def test_without_dates_it_is_this_month_so_far():
    period = between(None, None, dt.date(2026, 11, 22))
    assert (period.since.day, period.until.day) == (1, 22)


def test_an_unknown_period_names_those_there_are():
    with pytest.raises(CanFix, match="last-month"):
        named("fortnight", dt.date(2026, 11, 22))
