"""Stages: every order can be brought to an end, and no step is taken that is not allowed."""

import datetime as dt
from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jewelcrm.errors import CanFix
from jewelcrm.orders.rules.stages import (
    KINDS,
    OPEN_STAGES,
    STAGES,
    TERMINAL,
    WAITING,
    days_in_stage,
    first_stage,
    next_stages,
    require_step,
)

EVERY_STAGE = sorted({stage for steps in STAGES.values() for stage in steps})
KIND_AND_STAGE = [(kind, stage) for kind in KINDS for stage in STAGES[kind]]


def _reachable(kind, stage):
    seen, todo = set(), [stage]
    while todo:
        here = todo.pop()
        if here not in seen:
            seen.add(here)
            todo.extend(next_stages(kind, here))
    return seen


@pytest.mark.parametrize(("kind", "stage"), KIND_AND_STAGE)
def test_every_stage_can_reach_the_customer_or_an_end(kind, stage):
    assert _reachable(kind, stage) & TERMINAL


@pytest.mark.parametrize("kind", KINDS)
def test_every_stage_can_be_reached_from_a_draft(kind):
    assert _reachable(kind, "draft") == set(STAGES[kind])
    assert first_stage(kind) in STAGES[kind]


@pytest.mark.parametrize(("kind", "stage"), KIND_AND_STAGE)
def test_an_open_order_can_be_cancelled_and_a_finished_one_goes_nowhere(kind, stage):
    following = next_stages(kind, stage)
    assert ("cancelled" in following) == (stage not in TERMINAL)
    assert (following == ()) == (stage in TERMINAL)


def _after(kind, wanted):
    """Where an order ends up when somebody tries all of `wanted` in turn."""
    stage = "draft"
    for to_stage in wanted:
        with suppress(CanFix):
            require_step(kind, stage, to_stage, "because")
            yield stage, to_stage
            stage = to_stage


@given(st.sampled_from(KINDS), st.lists(st.sampled_from([*EVERY_STAGE, "nowhere"]), max_size=30))
def test_only_the_steps_in_the_table_are_ever_taken(kind, wanted):
    assert all(to_stage in STAGES[kind][stage] for stage, to_stage in _after(kind, wanted))


@pytest.mark.parametrize(("kind", "stage"), KIND_AND_STAGE)
def test_every_step_that_is_not_in_the_table_is_refused(kind, stage):
    for to_stage in {*EVERY_STAGE, "nowhere"} - set(STAGES[kind][stage]):
        with pytest.raises(CanFix) as refusal:
            require_step(kind, stage, to_stage, "because")
        assert refusal.value.values["allowed"] == STAGES[kind][stage]


def test_a_refused_step_names_those_that_are_allowed():
    with pytest.raises(CanFix) as refusal:
        require_step("repair", "received", "ready")
    assert "Estimating, In work, At the workshop, Cancelled" in str(refusal.value)


@pytest.mark.parametrize("to_stage", ["cancelled", "returned_unrepaired"])
def test_cancelling_and_giving_back_unrepaired_need_a_reason(to_stage):
    with pytest.raises(CanFix) as refusal:
        require_step("repair", "awaiting_approval", to_stage, "  ")
    assert refusal.value.field == "reason"


def test_a_repair_goes_the_whole_way():
    way = (
        "draft received estimating awaiting_approval in_work outsourced quality_check ready"
        " notified notified uncollected collected"
    )
    for stage, to_stage in pairwise(way.split()):
        require_step("repair", stage, to_stage)


def test_an_uncollected_repair_can_still_be_collected():
    assert "uncollected" in OPEN_STAGES
    assert "uncollected" in WAITING
    assert "collected" in next_stages("repair", "uncollected")


def test_days_in_stage_are_whole_days_and_never_negative():
    now = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
    assert days_in_stage(now - dt.timedelta(days=3, hours=5), now) == 3
    assert days_in_stage(now + dt.timedelta(days=3), now) == 0
