"""A point before an import: made when there is no fresh one, waited for, never passed over."""

from __future__ import annotations

import threading
import time

import pytest

from db.backup.locking import alone
from db.backup.stopping import Stopped
from db.errors import Damaged, DiskFull
from jewelcrm.backup import beforehand, making, places, queries
from jewelcrm.backup import commands as backup
from jewelcrm.backup.beforehand import point_before
from jewelcrm.context import Context
from jewelcrm.errors import Denied
from tests.conftest import SetClock
from tests.jewelcrm.backup.builders import a_customer, flipped, packs


def test_a_checked_point_is_made_first(ctx: Context):
    a_customer(ctx)
    made = point_before(ctx, "import")
    assert made is not None
    assert (made.point.why, made.point.state, made.point.customers) == ("import", "checked", 1)


def test_a_point_of_the_last_minutes_is_enough_and_an_older_one_is_not(
    ctx: Context, clock: SetClock
):
    backup.back_up(ctx)
    clock.move(minutes=9)
    assert point_before(ctx, "import") is None
    clock.move(minutes=2)
    assert point_before(ctx, "import") is not None


def test_a_point_from_the_future_is_not_fresh(ctx: Context, clock: SetClock):
    backup.back_up(ctx)
    clock.move(minutes=-5)
    assert point_before(ctx, "import") is not None


def test_a_point_that_is_not_checked_is_not_enough(ctx: Context):
    made = backup.back_up(ctx)
    flipped(packs(ctx.store.folder)[0], 8 * 20_000)
    assert not backup.verify(ctx, made.point.id, deep=True).whole
    assert point_before(ctx, "import") is not None


def test_a_full_disk_holds_the_import_back(ctx: Context, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object, **__: object) -> None:
        raise DiskFull("The disk is full. Free some space.")

    monkeypatch.setattr(making, "copy_into", full)
    with pytest.raises(DiskFull):
        point_before(ctx, "import")


def test_a_point_that_is_not_whole_holds_the_import_back(
    ctx: Context, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(making.verifying.checks, "faults_of", lambda *_, **__: ["page 7"])
    with pytest.raises(Damaged, match="could not be checked"):
        point_before(ctx, "import")


def test_whoever_makes_one_just_now_is_waited_for(ctx: Context, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(beforehand, "_LOOK_S", 0.01)
    folder = places.local(ctx.store.folder)
    folder.mkdir()
    held = threading.Event()

    def busy() -> None:
        with alone(folder, "busy"):
            held.set()
            time.sleep(0.3)

    other = threading.Thread(target=busy)
    other.start()
    held.wait()
    assert point_before(ctx, "import") is not None
    other.join()
    assert queries.status(ctx).trouble == ""


def test_waiting_can_be_stopped(ctx: Context, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(beforehand, "_LOOK_S", 0.01)
    folder = places.local(ctx.store.folder)
    folder.mkdir()
    with alone(folder, "busy"), pytest.raises(Stopped):
        point_before(ctx, "import", cancelled=lambda: True)


def test_who_may_not_import_makes_none(sales: Context):
    with pytest.raises(Denied):
        point_before(sales, "import")


def test_a_managers_import_brings_its_point(manager: Context):
    assert point_before(manager, "import") is not None
