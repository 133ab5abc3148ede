"""A check that is stopped ends at once, leaves nothing behind, and makes no backup look better."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as cipher

from db.backup import checks
from db.backup.locking import alone
from db.backup.stopping import Stopped
from db.shop import putting
from jewelcrm.backup import commands as backup
from jewelcrm.backup import keeping, places, ports, queries, sums, verifying
from jewelcrm.backup.model import ByCode, Made, Target, silent
from jewelcrm.backup.schedule import Schedule
from jewelcrm.context import Context
from tests.conftest import SetClock, Shop
from tests.jewelcrm.backup.builders import a_customer, flipped, forged, packs, paper

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
SOON_S = 5.0
"""Far more than it takes, and far less than a check without end."""
OF_SHOP = sums.of_shop


class Slow:
    """A store that is counted without end, after it was counted so many times as ever."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, after: int = 0) -> None:
        self.inside = threading.Event()
        self._quick = iter(range(after))
        monkeypatch.setattr(sums, "of_shop", self._count)

    def _count(self, raw: cipher.Connection) -> tuple[dict[str, int], dict[str, str]]:
        if next(self._quick, None) is not None:
            return OF_SHOP(raw)
        self.inside.set()
        raw.execute(ENDLESS).fetchall()
        return {}, {}


def left_behind(ctx: Context) -> list[str]:
    """Work files beside the backups, and threads that still look at them."""
    folder = places.local(ctx.store.folder)
    files = [path.name for path in folder.glob("*") if path.name.startswith(("check-", "drill-"))]
    return files + [one.name for one in threading.enumerate() if one.name.startswith("backup")]


def after(calls: int) -> Callable[[], bool]:
    """Somebody cancels when she was asked so many times."""
    asked = itertools.count()
    return lambda: next(asked) >= calls


def in_a_thread(act: Callable[[], object]) -> threading.Thread:
    thread = threading.Thread(target=act, name="closing")
    thread.start()
    return thread


# A check by hand -------------------------------------------------------------------------


def test_a_check_that_is_stopped_in_the_middle_leaves_the_backup_as_it_was_known(
    ctx: Context, made: Made, monkeypatch: pytest.MonkeyPatch
):
    before, slow = queries.points(ctx), Slow(monkeypatch)
    with pytest.raises(Stopped):
        backup.verify(ctx, made.point.id, deep=True, cancelled=slow.inside.is_set)
    assert queries.points(ctx) == before
    assert left_behind(ctx) == []


@pytest.mark.parametrize("name", ["_structure", "_differences"])
def test_whatever_of_a_check_asks_the_store_is_interrupted(
    name: str, ctx: Context, made: Made, monkeypatch: pytest.MonkeyPatch
):
    ended: list[str] = []

    def asks(raw: cipher.Connection, *_: object) -> list[str]:
        for _ in range(3):  # of a row of questions each
            try:
                raw.execute(ENDLESS).fetchall()
            except cipher.Error as error:
                ended.append(str(error))
        return []

    monkeypatch.setattr(checks, name, asks)
    with pytest.raises(Stopped):
        backup.verify(ctx, made.point.id, deep=True, cancelled=is_checking)
    assert ended == ["interrupted"] * 3
    assert left_behind(ctx) == []


def is_checking() -> bool:
    return any(one.name == "backup check" for one in threading.enumerate())


def test_the_look_at_every_page_is_stopped(
    ctx: Context, made: Made, monkeypatch: pytest.MonkeyPatch
):
    seen: list[bool] = []

    def broken(*_: object, stopped: Callable[[], bool]) -> list[int]:
        while not stopped():
            time.sleep(0.001)
        seen.append(True)
        return []

    monkeypatch.setattr(checks.pages, "broken", broken)
    with pytest.raises(Stopped):
        backup.verify(ctx, made.point.id, deep=True, cancelled=is_checking)
    assert seen == [True]


@pytest.mark.parametrize("deep", [True, False])
def test_reading_the_parts_of_a_backup_is_stopped_between_two_of_them(
    deep: bool, ctx: Context, made: Made
):
    with pytest.raises(Stopped):
        backup.verify(ctx, made.point.id, deep=deep, cancelled=after(3))
    assert left_behind(ctx) == []


def test_a_stopped_check_does_not_make_a_damaged_backup_good(ctx: Context):
    made = backup.back_up(ctx)
    flipped(packs(ctx.store.folder)[0], 8 * 20_000)
    assert not backup.verify(ctx, made.point.id, deep=True).whole
    with pytest.raises(Stopped):
        backup.verify(ctx, made.point.id, deep=True, cancelled=lambda: True)
    assert [point.state for point in queries.points(ctx)] == ["damaged"]


def test_nobody_who_was_stopped_holds_the_next_one_up(ctx: Context, made: Made):
    with pytest.raises(Stopped):
        backup.verify(ctx, made.point.id, deep=True, cancelled=after(3))
    assert backup.verify(ctx, made.point.id, deep=True).whole


# The check of a backup that is being made -------------------------------------------------


def test_a_backup_whose_check_was_stopped_is_listed_as_not_checked(
    ctx: Context, monkeypatch: pytest.MonkeyPatch
):
    slow = Slow(monkeypatch, after=1)
    with pytest.raises(Stopped):
        backup.back_up(ctx, cancelled=slow.inside.is_set)
    status = queries.status(ctx)
    assert [point.state for point in queries.points(ctx)] == ["made"]
    assert (status.last_verified_at, status.trouble) == (None, ""), "nobody calls a stop a trouble"
    assert left_behind(ctx) == []


def test_counting_beside_the_copy_is_stopped_too(ctx: Context, monkeypatch: pytest.MonkeyPatch):
    slow = Slow(monkeypatch)
    with pytest.raises(Stopped):
        backup.back_up(ctx, cancelled=slow.inside.is_set)
    assert queries.points(ctx) == []
    assert left_behind(ctx) == []


def test_what_was_not_checked_to_the_end_is_checked_by_the_background(
    ctx: Context, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as patch, pytest.raises(Stopped):
        backup.back_up(ctx, cancelled=Slow(patch, after=1).inside.is_set)
    looked = verifying.again(ctx, progress=silent)
    assert looked is not None
    assert (looked.deep, looked.whole) == (True, True)
    [point] = queries.points(ctx)
    assert point.state == "checked"
    with ctx.read() as conn:
        told = keeping.checked(keeping.raw_of(conn))
    assert told == int(point.made_at.timestamp() * 1000), "head office hears of it"
    assert verifying.again(ctx, progress=silent) is None


def test_a_backup_of_somebody_else_is_not_looked_at_again_and_again(ctx: Context, clock: SetClock):
    strange, own = backup.back_up(ctx).point.id, backup.back_up(ctx).point.id
    forged(paper(ctx.store.folder, strange), seq=77)
    clock.move(days=31)
    looked = verifying.again(ctx, progress=silent)
    assert looked is not None
    assert looked.id == own
    assert verifying.again(ctx, progress=silent) is None


def test_a_copy_that_was_not_read_to_the_end_on_the_stick_is_read_by_the_next_backup(
    ctx: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    stick = tmp_path / "stick"
    stick.mkdir()
    backup.set_targets(ctx, [Target("folder", str(stick))])
    whole: list[bool] = []
    reads = checks.read_through

    def read_through(*parts: object, cancelled: Callable[[], bool]) -> int:
        stop = not whole
        whole.append(not stop)
        return reads(*parts, cancelled=(lambda: True) if stop else cancelled)

    monkeypatch.setattr(checks, "read_through", read_through)
    first = backup.back_up(ctx)
    assert (first.verified, first.carried) == (True, ())
    assert first.warnings == ("Stopped. It goes on with the next backup.",)
    assert [point.state for point in queries.points_in(stick)] == ["made"]
    assert backup.back_up(ctx).carried != ()
    assert whole == [False, True]


# The window closes -----------------------------------------------------------------------


def test_the_background_ends_in_the_middle_of_a_check(
    ctx: Context, made: Made, clock: SetClock, monkeypatch: pytest.MonkeyPatch
):
    slow = Slow(monkeypatch, after=1)
    clock.move(hours=5)
    schedule = Schedule(lambda: ctx, first=0)
    schedule.start()
    schedule.poke()
    assert slow.inside.wait(60)
    schedule.stop(SOON_S)
    assert left_behind(ctx) == []
    assert [point.state for point in queries.points(ctx)] == ["made", "checked"]


def test_the_background_ends_in_the_middle_of_a_drill(
    ctx: Context, made: Made, monkeypatch: pytest.MonkeyPatch
):
    slow = Slow(monkeypatch)
    schedule = Schedule(lambda: ctx, first=0)
    schedule.start()
    schedule.poke()
    assert slow.inside.wait(60)
    schedule.stop(SOON_S)
    assert left_behind(ctx) == []
    status = queries.status(ctx)
    assert (status.last_drill_at, status.trouble) == (None, "")


def test_whoever_closes_without_waiting_waits_for_no_check(
    ctx: Context, monkeypatch: pytest.MonkeyPatch
):
    slow, done = Slow(monkeypatch, after=1), []
    closing = in_a_thread(
        lambda: done.append(Schedule(lambda: ctx).at_close(silent, slow.inside.is_set))
    )
    closing.join(60)
    assert done == [False]
    assert left_behind(ctx) == []
    assert [point.why for point in queries.points(ctx)] == ["close"]


# Putting back ----------------------------------------------------------------------------


def test_a_restore_is_stopped_in_its_check_and_the_store_is_as_it_was(
    ctx: Context, made: Made, shop: Shop, monkeypatch: pytest.MonkeyPatch
):
    a_customer(ctx, "Who came since")
    ctx.store.close()
    before = (shop.folder / "store.db").read_bytes()
    slow = Slow(monkeypatch)
    with pytest.raises(Stopped, match="The store is as it was"):
        backup.restore(
            shop.folder,
            made.point.id,
            shop.folder,
            ByCode(shop.recovery_code),
            cancelled=slow.inside.is_set,
        )
    assert (shop.folder / "store.db").read_bytes() == before
    assert [*shop.folder.glob(f"{putting.FRESH}*"), *shop.folder.glob(f"{putting.ASIDE}*")] == []
    with alone(places.local(shop.folder), "nobody holds it"):
        pass


def test_a_drill_that_is_stopped_counts_as_not_tried(
    ctx: Context, made: Made, monkeypatch: pytest.MonkeyPatch
):
    slow = Slow(monkeypatch)
    with pytest.raises(Stopped):
        backup.drill(ctx, cancelled=slow.inside.is_set)
    status = queries.status(ctx)
    assert (status.last_drill_at, status.trouble) == (None, "")
    assert left_behind(ctx) == []


def test_nobody_waits_for_head_offices_answer_who_stops_the_drill(
    ctx: Context, made: Made, monkeypatch: pytest.MonkeyPatch
):
    asked, answers = threading.Event(), threading.Event()

    def ask(*_: object) -> str:
        asked.set()
        answers.wait()
        return "known"

    monkeypatch.setattr(ports, "_asker", ask)
    with pytest.raises(Stopped):
        backup.drill(ctx, cancelled=asked.is_set)
    status = queries.status(ctx)
    assert (status.last_drill_at, status.trouble) == (None, "")
    assert left_behind(ctx) == ["backup question"]
    answers.set()
    assert backup.drill(ctx).office == "known"
