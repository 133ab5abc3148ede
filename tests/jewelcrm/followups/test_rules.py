"""When a rung of a ladder is reached, and what makes a firing one of its kind."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.types import new_id
from jewelcrm.followups import checks, rules
from jewelcrm.followups.calendar import days_between
from jewelcrm.followups.rules import RULES, plan

DAY = dt.timedelta(days=1)
DUE = dt.date(2026, 11, 30)
BALANCE = plan(RULES["balance_due"])


@pytest.mark.parametrize(
    ("days", "step"),
    [
        (-4, None),
        (-3, -3),
        (-1, -3),
        (0, 0),
        (6, 0),
        (7, 7),
        (13, 7),
        (14, 14),
        (60, 14),
        (61, None),
    ],
)
def test_the_ladder_stands_on_the_last_rung_that_today_has_reached(days, step):
    assert BALANCE.reached(DUE, DUE + days * DAY) == step


def test_a_birthday_is_worth_telling_until_the_day_and_not_after():
    birthday = plan(RULES["birthday"])
    assert birthday.reached(DUE, DUE - 8 * DAY) is None
    assert birthday.reached(DUE, DUE - 7 * DAY) == -7
    assert birthday.reached(DUE, DUE) == -7
    assert birthday.reached(DUE, DUE + DAY) is None


def test_only_the_last_rung_of_a_debt_is_the_managers():
    assert [BALANCE.for_manager(step) for step in BALANCE.days] == [False, False, False, True]
    assert not any(plan(RULES["ready_waiting"]).for_manager(step) for step in (3, 7, 14))


def test_every_rule_has_words_for_every_step():
    for rule in RULES.values():
        assert all(plan(rule).title(step) for step in (-3, 0, 7, rule.days[-1]))


def test_every_title_and_outcome_is_among_the_words_to_translate():
    words = set(rules.words())
    assert {plan(rule).title(step) for rule in RULES.values() for step in rule.days} <= words
    assert set(rules.OUTCOMES.values()) | set(rules.STOPS.values()) <= words


def test_every_outcome_fits_its_column():
    assert max(len(code) for code in (*rules.OUTCOMES, *rules.STOPS)) <= 30


def test_every_rule_fits_its_columns():
    for rule in RULES.values():
        assert len(rule.key) <= 30
        assert max(len(plan(rule).title(step)) for step in rule.days) <= 200
        assert len(rules.step_key(rules.thing_key(rule.key, new_id(), DUE), -365)) <= 120


@given(st.dates(dt.date(2020, 1, 1), dt.date(2040, 1, 1)), st.integers(-400, 400))
def test_a_reached_rung_is_always_inside_the_window_that_is_read(anchor, days):
    today = anchor + days * DAY
    first, last = BALANCE.window(today)
    assert (BALANCE.reached(anchor, today) is not None) == (first <= anchor <= last)


@given(st.lists(st.integers(-30, 60), min_size=1, max_size=6), st.integers(-40, 200))
def test_as_days_go_by_a_ladder_is_only_ever_climbed(steps, days):
    ladder = plan(RULES["balance_due"], steps)
    now = ladder.reached(DUE, DUE + days * DAY)
    later = ladder.reached(DUE, DUE + (days + 1) * DAY)
    assert now is None or later is None or later >= now


def test_a_key_tells_its_step_and_its_day():
    key = rules.step_key(rules.thing_key("balance_due", b"\x01" * 16, DUE), 7)
    assert key == f"balance_due:{'01' * 16}:2026-11-30:+7"
    assert rules.step_of(key) == 7
    assert rules.anchor_of(key) == DUE
    assert rules.step_of(None) is None


def test_two_pcs_give_one_reminder_the_same_id():
    key = rules.step_key(rules.thing_key("birthday", b"\x02" * 16, DUE), -7)
    assert rules.firing_id(key, DUE) == rules.firing_id(key, DUE)
    assert rules.firing_id(key, DUE) != rules.firing_id(key.replace("-7", "-8"), DUE)


def test_the_id_of_a_firing_is_a_uuid_of_version_7():
    made = rules.firing_id("birthday:x:2026-11-30:-7", DUE)
    assert (len(made), made[6] >> 4, made[8] >> 6) == (16, 7, 2)


@pytest.mark.parametrize(
    ("state", "days", "snoozed", "standing"),
    [
        ("open", -1, False, "overdue"),
        ("open", 0, True, "due"),
        ("open", 1, True, "snoozed"),
        ("open", 1, False, "coming"),
        ("done", -9, False, "done"),
        ("stopped", 0, False, "stopped"),
    ],
)
def test_how_a_follow_up_stands_follows_from_its_day(state, days, snoozed, standing):
    assert rules.standing(state, DUE + days * DAY, DUE, snoozed=snoozed) == standing


def test_the_29th_of_february_is_kept_on_the_28th_in_a_common_year():
    found = days_between(dt.date(2027, 2, 26), dt.date(2027, 3, 2))
    assert found["solar", 2][29, False] == dt.date(2027, 2, 28)


def test_lunar_birthdays_fall_on_the_solar_day_of_that_year():
    mid_autumn = days_between(dt.date(2026, 9, 25), dt.date(2026, 9, 25))["lunar", 8]
    assert mid_autumn == {(15, False): dt.date(2026, 9, 25), (15, True): dt.date(2026, 9, 25)}


@pytest.mark.parametrize("days", [[], list(range(9)), [-400], [400]])
def test_steps_that_make_no_ladder_are_refused(days):
    with pytest.raises(checks.CanFix):
        checks.ladder(days)
