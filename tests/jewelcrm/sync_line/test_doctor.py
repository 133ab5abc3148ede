"""The doctor of a PC that belongs to a head office."""

import datetime as dt
from dataclasses import replace

from db.shop import syncstate
from db.types import to_millis
from jewelcrm.access import signin
from jewelcrm.doctor.queries import examine
from jewelcrm.sync.exchanging import exchange
from tests.conftest import SetClock
from tests.jewelcrm.sync_line.world import PASSWORD

OURS = ("head office", "offline lease", "to be sent", "check sums", "clock skew", "first copy")


def lines(ctx):
    return {line.check: line for line in examine(ctx)}


def test_a_pc_in_step_is_green_and_one_that_was_away_says_what_to_do(new_counter):
    counter = new_counter()
    clock = SetClock(dt.datetime.now(dt.UTC))
    ctx = signin.sign_in(counter.folder, "mary.chan", PASSWORD, clock=clock)
    assert lines(ctx)["first copy"].light == "amber"
    exchange(ctx)
    found = lines(ctx)
    assert [found[name].light for name in OURS] == ["green"] * len(OURS)
    assert found["keys"].light == "green"
    counter.opened = ctx
    counter.add_customer("Chan Tai Man")
    clock.move(days=10)
    away = lines(ctx)
    assert [away[name].light for name in OURS[:3]] == ["amber"] * 3
    clock.move(days=5)
    assert lines(ctx)["offline lease"].light == "red"
    assert all(line.advice for line in lines(ctx).values() if line.light != "green")


def test_a_try_that_failed_is_told_in_the_branchs_time(new_counter):
    counter = new_counter()
    ctx = signin.sign_in(counter.folder, "mary.chan", PASSWORD)
    counter.opened = ctx
    ctx = replace(ctx, branch=replace(ctx.branch, time_zone="Asia/Hong_Kong"))
    with ctx.store.apply(now=ctx.clock.now()) as work:
        at = to_millis(dt.datetime(2026, 11, 22, 20, 30, tzinfo=dt.UTC))
        syncstate.note_failed(work.raw, syncstate.Failed(at, "busy", "Head office is busy."))
    assert "(2026-11-23 04:30 HKT)" in lines(ctx)["head office"].words


def test_a_stand_alone_pc_has_one_green_line(ctx):
    found = lines(ctx)
    assert found["head office"].light == "green"
    assert not [name for name in OURS[1:] if name in found]
