"""The background: a point when it is due, a drill each week, and never a word that is too good."""

from __future__ import annotations

import datetime as dt
import queue
from pathlib import Path

import pytest

from jewelcrm.backup import commands as backup
from jewelcrm.backup import making, queries, rules, verifying
from jewelcrm.backup.model import Target, silent
from jewelcrm.backup.schedule import Schedule
from jewelcrm.context import Context
from tests.conftest import NOON, SetClock
from tests.jewelcrm.backup.builders import a_customer, flipped, packs


def test_a_point_is_made_every_four_hours_and_a_drill_once_a_week(ctx: Context, clock: SetClock):
    a_customer(ctx)
    schedule = Schedule(lambda: ctx, first=0)
    schedule.once()
    schedule.once()
    assert len(queries.points(ctx)) == 1
    assert queries.status(ctx).last_drill_at is not None
    clock.move(hours=4)
    schedule.once()
    assert len(queries.points(ctx)) == 2
    drilled = queries.status(ctx).last_drill_at
    schedule.once()
    assert queries.status(ctx).last_drill_at == drilled
    assert queries.status(ctx).light == "green"


def test_a_backup_that_fails_is_told_by_the_light_and_tried_again(
    ctx: Context, monkeypatch: pytest.MonkeyPatch
):
    from db.errors import DiskFull

    def full(*_: object, **__: object) -> None:
        raise DiskFull("The disk is full. Free some space.")

    schedule = Schedule(lambda: ctx, first=0)
    with monkeypatch.context() as patch:
        patch.setattr(making, "copy_into", full)
        schedule.once()
        assert "disk is full" in queries.status(ctx).trouble
    schedule.once()
    assert queries.status(ctx).trouble == ""


def test_nothing_is_made_while_nobody_is_signed_in():
    Schedule(lambda: None, first=0).once()


def test_the_days_last_point_is_made_at_close(ctx: Context):
    assert Schedule(lambda: ctx).at_close()
    assert queries.points(ctx)[0].why == "close"


def test_the_thread_begins_and_ends(ctx: Context):
    told = queue.Queue()
    schedule = Schedule(lambda: ctx, told=told.put, first=0)
    schedule.start()
    schedule.poke()
    assert told.get(timeout=100).last_verified_at is not None
    schedule.stop(30)


def test_an_old_backup_goes_when_three_fresh_ones_are_there(ctx: Context, clock: SetClock):
    schedule = Schedule(lambda: ctx, first=0)
    schedule.once()
    old = queries.points(ctx)[0].id
    clock.move(days=40)
    schedule.once()
    assert len(queries.points(ctx)) == 4
    clock.move(days=2)
    schedule.once()
    assert old not in [point.id for point in queries.points(ctx)]
    assert all(backup.verify(ctx, point.id, deep=True).whole for point in queries.points(ctx))


def test_the_light():
    def shown(**more: object) -> str:
        facts = {"now": NOON, "since": NOON, "verified": NOON, "drilled": NOON, **more}
        return rules.light(rules.Facts(**facts))[0]

    hours = dt.timedelta(hours=1)
    assert shown() == "green"
    assert shown(drilled=None) == "amber"
    assert shown(verified=None) == "amber"
    assert shown(verified=NOON - 27 * hours) == "amber"
    assert shown(verified=NOON - 49 * hours) == "red"
    assert shown(verified=None, since=NOON - 30 * hours) == "red"
    assert shown(lost=True) == "red"
    assert shown(behind=("It is away.",)) == "amber"
    assert shown(trouble="The disk is full.") == "amber"


@pytest.mark.parametrize(
    ("hours", "told"), [(25, None), (26, "banner"), (48, "head_office"), (168, "call")]
)
def test_how_loudly_a_missing_backup_is_told(hours: int, told: str | None):
    assert rules.overdue(NOON, NOON - dt.timedelta(hours=hours)) == told


def test_a_clock_that_was_set_back_does_not_put_the_next_point_off():
    assert rules.next_due(NOON, NOON + dt.timedelta(days=300)) == NOON


def test_every_point_is_looked_at_page_by_page_each_month(
    ctx: Context, clock: SetClock, tmp_path: Path
):
    backup.set_targets(ctx, [Target("folder", str(tmp_path))])
    first = backup.back_up(ctx).point.id
    clock.move(days=29)
    a_customer(ctx)
    second = backup.back_up(ctx).point.id
    assert verifying.again(ctx, progress=silent) is None
    clock.move(days=1)
    looked = [verifying.again(ctx, progress=silent) for _ in range(3)]
    assert [one.id if one else None for one in looked] == [first, first, None], "here and there"
    assert all(one.deep and one.whole for one in looked if one)
    clock.move(days=29)
    assert verifying.again(ctx, progress=silent).id == second


def test_a_bit_that_flipped_in_an_old_point_is_found_by_the_months_look(
    ctx: Context, clock: SetClock
):
    old = backup.back_up(ctx).point.id
    for path in packs(ctx.store.folder):
        flipped(path, 8 * 20_000)
    clock.move(days=31)
    found = verifying.again(ctx, progress=silent)
    assert (found.id, found.whole) == (old, False)
    assert [point.state for point in queries.points(ctx)] == ["damaged"]
    assert verifying.again(ctx, progress=silent) is None, "it is known now"


def test_the_schedule_looks_when_nothing_else_is_due(ctx: Context, monkeypatch: pytest.MonkeyPatch):
    asked: list[str] = []
    monkeypatch.setattr(verifying, "again", lambda *_, **__: asked.append("again"))
    schedule = Schedule(lambda: ctx, first=0)
    schedule.once()  # a point
    schedule.once()  # the drill
    assert asked == []
    schedule.once()
    assert asked == ["again"]


def test_a_new_release_of_the_program_begins_with_a_point(
    ctx: Context, monkeypatch: pytest.MonkeyPatch
):
    one = Schedule(lambda: ctx, first=0)
    one.once()
    monkeypatch.setattr("jewelcrm.backup.schedule.version", lambda _name: "99.0")
    monkeypatch.setattr("jewelcrm.backup.stating.version", lambda _name: "99.0")
    one.once()
    one.once()
    assert [point.why for point in queries.points(ctx)] == ["update", "hours"]
