"""Three years of backups, with PCs that are off and clocks that jump."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from jewelcrm.backup.retention import DAY, HERE, LEAST, OFF_SITE, Held, Policy, plan

HK = ZoneInfo("Asia/Hong_Kong")
START = dt.datetime(2026, 11, 22, 1, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


@dataclass
class Disk:
    """A PC's points over the years; `true` is the real time, `skew` what its clock adds."""

    policy: Policy
    chance: random.Random
    true: dt.datetime = START
    skew: dt.timedelta = dt.timedelta(0)
    points: dict[str, Held] = field(default_factory=dict)
    really: dict[str, dt.datetime] = field(default_factory=dict)
    count: int = 0
    most_checked: int = 0

    @property
    def now(self) -> dt.datetime:
        return self.true + self.skew

    def back_up(self) -> None:
        self.count += 1
        name = f"p{self.count}"
        good = self.chance.random() > 0.03
        self.points[name] = Held(name, self.now, (1, self.count), checked=good)
        self.really[name] = self.true
        self.most_checked = min(LEAST, max(self.most_checked, self.checked()))

    def prune(self) -> None:
        for _ in range(10):
            todo = plan(self.points.values(), self.now, self.policy, HK)
            self.carry_out(todo.mark, todo.unmark, todo.drop)
            assert self.checked() >= self.most_checked
            if not todo.wanted:
                return
            self.back_up()

    def carry_out(self, mark, unmark, drop) -> None:
        for name in mark:
            self.points[name] = replace(self.points[name], going=self.now)
        for name in unmark:
            self.points[name] = replace(self.points[name], going=None)
        for name in drop:
            del self.points[name]

    def checked(self) -> int:
        return sum(point.checked for point in self.points.values())


@pytest.mark.parametrize("policy", [HERE, OFF_SITE])
@pytest.mark.parametrize("seed", range(4))
def test_three_years_of_a_pc_that_is_off_at_night_and_on_holidays(policy, seed):
    disk = Disk(policy, random.Random(seed))
    on_since = disk.true
    while disk.true < START + dt.timedelta(days=3 * 365):
        for _ in range(3):
            disk.back_up()
            disk.prune()
            disk.true += 4 * HOUR
        for name, made in disk.really.items():
            if name in disk.points and disk.true - made > policy.most:
                assert disk.true - on_since <= 2 * DAY  # it was off when it should have gone
        gap = dt.timedelta(days=disk.chance.choice([0] * 40 + [1, 2, 9, 50, 120]))
        disk.true += 12 * HOUR + gap
        on_since = disk.true if gap else on_since
    assert len(disk.points) <= policy.hours + policy.days + policy.weeks + policy.months + 8


@pytest.mark.parametrize("seed", range(6))
def test_a_clock_that_jumps_never_costs_the_last_three(seed):
    disk = Disk(HERE, random.Random(seed))
    for _ in range(3 * 365):
        if disk.chance.random() < 0.02:
            disk.skew = dt.timedelta(days=disk.chance.choice([-400, -30, -1, 0, 0, 1, 40, 3650]))
        for _ in range(2):
            disk.back_up()
            disk.prune()
            disk.true += 5 * HOUR
        disk.true += 14 * HOUR
    disk.skew = dt.timedelta(0)
    for _ in range(40 * 6):
        disk.back_up()
        disk.prune()
        disk.true += 4 * HOUR
    assert all(disk.true - disk.really[name] <= HERE.most for name in disk.points)


def test_a_clock_that_was_ahead_for_an_hour_costs_no_old_point():
    disk = Disk(HERE, random.Random(1))
    for _ in range(30 * 6):
        disk.back_up()
        disk.prune()
        disk.true += 4 * HOUR
    before = {name for name, point in disk.points.items() if point.going is None}
    disk.skew = dt.timedelta(days=3650)
    disk.back_up()
    disk.prune()
    disk.skew = dt.timedelta(0)
    disk.true += HOUR
    disk.back_up()
    disk.prune()
    kept = {name for name, point in disk.points.items() if point.going is None}
    assert len(before - kept) <= 2  # what its generation let go anyway


def test_every_day_of_the_last_week_and_every_week_of_the_last_month_has_a_point():
    disk = Disk(HERE, random.Random(2))
    for _ in range(90 * 6):
        disk.back_up()
        disk.prune()
        disk.true += 4 * HOUR
    kept = [p for p in disk.points.values() if p.going is None and p.checked]
    days = {point.made.astimezone(HK).date() for point in kept}
    last_week = {disk.now.astimezone(HK).date() - dt.timedelta(days=n) for n in range(1, 7)}
    assert last_week <= days
    assert len({point.made.astimezone(HK).isocalendar()[:2] for point in kept}) >= 4


moments = some.integers(0, 365 * 24 * 60).map(lambda n: START + dt.timedelta(minutes=n))
held = some.builds(
    Held,
    id=some.uuids().map(str),
    made=moments,
    order=some.tuples(some.integers(1, 3), some.integers(1, 1000)),
    checked=some.booleans(),
    going=some.none() | moments,
)


@settings(max_examples=300, deadline=None)
@given(points=some.lists(held, max_size=60, unique_by=lambda p: p.id), now=moments)
def test_whatever_lies_there_three_checked_points_stay(points, now):
    todo = plan(points, now, HERE, HK)
    left = [point for point in points if point.id not in todo.drop]
    checked = sum(point.checked for point in points)
    assert sum(point.checked for point in left) >= min(LEAST, checked)
    assert not set(todo.mark) & set(todo.drop)
    assert all(point.going is not None for point in points if point.id in todo.drop)
