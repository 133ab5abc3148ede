"""Several points in one second, and several PCs with one folder for copies: nothing is mixed up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.backup import gathering
from db.backup.vault import Vault
from jewelcrm.access.signin import sign_in
from jewelcrm.backup import commands as backup
from jewelcrm.backup import places, queries
from jewelcrm.backup.model import ByPassword, Target
from jewelcrm.backup.stating import name_of
from jewelcrm.context import Context
from jewelcrm.people.founding import NewShop, found
from tests.conftest import NOON, PASSWORD, SetClock
from tests.jewelcrm.backup.builders import a_customer, names, opened


@pytest.fixture
def other(tmp_path: Path, clock: SetClock) -> Iterator[Context]:
    """A second PC of the same branch, at the same clock."""
    shop = NewShop("HK01", "Nathan Road", "Mei Chan", PASSWORD)
    found(tmp_path / "other", shop, clock=clock, ring=None)
    ctx = sign_in(tmp_path / "other", "", PASSWORD, clock=clock)
    yield ctx
    ctx.store.close()


def test_points_of_one_second_stand_in_the_order_in_which_they_were_made(ctx: Context):
    made = []
    for n in range(4):
        a_customer(ctx, f"Chan {n}")
        made.append(backup.back_up(ctx).point.id)
    assert sorted(made) == made
    assert len(set(made)) == len(made)
    assert [point.id for point in queries.points(ctx)] == made[::-1]
    assert queries.points(ctx)[0].customers == 4


def test_two_pcs_of_one_branch_never_give_one_name():
    first, second = (name_of(NOON, 7, letter) for letter in ("A", "B"))
    assert first != second
    assert name_of(NOON, 7, "A") < name_of(NOON, 8, "A")
    assert name_of(NOON, 9, "") == "20261122-040000-000009-0"


def test_a_name_of_before_there_were_letters_is_still_read(ctx: Context):
    from db.backup.manifest import _ID

    assert _ID.fullmatch("20261122-040000-a1b2c3")
    assert not _ID.fullmatch("../20261122-040000-a1b2c3")


def test_two_pcs_with_one_folder_never_touch_each_others_copies(
    ctx: Context, other: Context, clock: SetClock, tmp_path: Path
):
    shared = tmp_path / "share"
    shared.mkdir()
    for one, name in ((ctx, "Chan Tai Man"), (other, "Lee Siu Ming")):
        backup.set_targets(one, [Target("folder", str(shared))])
        a_customer(one, name)
        assert backup.back_up(one).warnings == ()
    theirs = _content(shared, other)
    assert len(theirs) > 3
    for day in range(50):  # long enough for everything of the first to go, twice
        clock.move(days=1)
        a_customer(ctx, f"Chan {day}")
        if not day % 5:
            backup.back_up(ctx)
        backup.prune(ctx)
    assert _content(shared, other) == theirs
    _put_back(shared, tmp_path / "theirs", other, ["Lee Siu Ming"])
    _put_back(shared, tmp_path / "mine", ctx, names(ctx)[:-4])


def _content(shared: Path, ctx: Context) -> dict[str, bytes]:
    mine = shared / places.ABROAD / places.about(ctx).store
    return {path.name: path.read_bytes() for path in mine.rglob("*") if path.is_file()}


def _put_back(shared: Path, to: Path, ctx: Context, wanted: list[str]) -> None:
    points = [p for p in queries.points_in(shared) if p.device == ctx.store.pc.id]
    backup.restore(shared, points[0].id, to, ByPassword("", PASSWORD))
    back = opened(to)
    there = names(back)
    back.store.close()
    assert len(there) == len(wanted)
    assert set(wanted) & set(there)


def test_a_forged_stranger_in_the_shared_folder_does_not_stop_the_own_ones(
    ctx: Context, other: Context, tmp_path: Path
):
    shared = tmp_path / "share"
    shared.mkdir()
    for one in (ctx, other):
        backup.set_targets(one, [Target("folder", str(shared))])
        backup.back_up(one)
    theirs = shared / places.ABROAD / places.about(other).store
    for paper in theirs.glob("points/*.json"):
        paper.write_bytes(b"{}")
    made = backup.back_up(ctx)
    assert made.warnings == ()
    with Vault(shared / places.ABROAD / places.about(ctx).store) as vault:
        assert made.point.id in vault.ids()
        assert gathering.gather(vault, oldest=0) >= 0
