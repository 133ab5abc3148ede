"""A second target gets every point; one that is away, full or write-protected is told of."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from db.backup import steps
from db.errors import DiskFull
from jewelcrm.backup import commands as backup
from jewelcrm.backup import labels, queries
from jewelcrm.backup.model import ByCode, Target
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from tests.conftest import SetClock, Shop
from tests.jewelcrm.backup.builders import a_customer, flipped


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def test_a_point_is_carried_to_the_second_target_and_can_be_put_back_from_it(
    ctx: Context, shop: Shop, stick: Path, tmp_path: Path
):
    a_customer(ctx)
    [target] = backup.set_targets(ctx, [Target("folder", str(stick))])
    made = backup.back_up(ctx)
    assert made.carried == (target.id,)
    assert queries.status(ctx).targets[0].state == "ready"
    [point] = queries.points_in(stick)
    assert (point.id, point.state) == (made.point.id, "checked")
    done = backup.restore(stick, point.id, tmp_path / "new", ByCode(shop.recovery_code))
    assert done.point.customers == 1


def test_only_what_is_new_is_carried(ctx: Context, stick: Path):
    backup.set_targets(ctx, [Target("folder", str(stick))])
    backup.back_up(ctx)
    first = size_of(stick)
    a_customer(ctx)
    backup.back_up(ctx)
    assert size_of(stick) - first < first / 2


def test_a_stick_that_is_away_is_told_of_and_gets_the_next_point(ctx: Context, stick: Path):
    backup.set_targets(ctx, [Target("folder", str(stick))])
    hidden = stick.rename(stick.with_name("hidden"))
    made = backup.back_up(ctx)
    assert made.verified
    assert made.carried == ()
    assert queries.status(ctx).targets[0].state == "away"
    hidden.rename(stick)
    assert queries.status(ctx).targets[0].state in {"away", "behind"}
    assert backup.back_up(ctx).carried != ()
    assert queries.status(ctx).targets[0].state == "ready"


def test_a_stick_is_known_by_its_label(ctx: Context, stick: Path, monkeypatch):
    monkeypatch.setattr(labels, "place_of", lambda label: stick if label == "SHOP" else None)
    backup.set_targets(ctx, [Target("usb", "SHOP")])
    assert backup.back_up(ctx).carried != ()
    with pytest.raises(CanFix, match="OTHER"):
        backup.set_targets(ctx, [Target("usb", "OTHER")])


def test_the_stores_own_folder_is_no_second_target(ctx: Context):
    with pytest.raises(CanFix, match="another disk"):
        backup.set_targets(ctx, [Target("folder", str(ctx.store.folder))])


def test_a_folder_that_is_not_there_is_no_target(ctx: Context, tmp_path: Path):
    with pytest.raises(CanFix, match="no folder"):
        backup.set_targets(ctx, [Target("folder", str(tmp_path / "nowhere"))])


def test_a_shop_without_head_office_cannot_send_its_backups_there(ctx: Context):
    with pytest.raises(CanFix, match="no head office"):
        backup.set_targets(ctx, [Target("head_office")])


def test_a_full_target_costs_nothing_but_its_own_copy(ctx: Context, stick: Path, monkeypatch):
    backup.set_targets(ctx, [Target("folder", str(stick))])
    with plug_pulled("carried packs", DiskFull("full")):
        made = backup.back_up(ctx)
    assert made.verified
    assert queries.status(ctx).targets[0].state == "full"
    assert backup.back_up(ctx).carried != ()


def test_a_stick_pulled_out_in_the_middle_is_mended_by_the_next_point(ctx: Context, stick: Path):
    backup.set_targets(ctx, [Target("folder", str(stick))])

    def gone(step: str) -> None:
        if step == "pack synced" and any(stick.rglob("new-*.part")):
            shutil.rmtree(stick)

    steps.watch(gone)
    try:
        made = backup.back_up(ctx)
    finally:
        steps.watch(None)
    assert (made.verified, made.carried) == (True, ())
    stick.mkdir()
    assert backup.back_up(ctx).carried != ()


def test_a_damaged_file_on_the_stick_is_brought_anew(
    ctx: Context, stick: Path, clock: SetClock, shop: Shop, tmp_path: Path
):
    backup.set_targets(ctx, [Target("folder", str(stick))])
    backup.back_up(ctx)
    flipped(next(stick.rglob("*.pack")), 8 * 30_000)
    clock.move(days=2)
    made = backup.back_up(ctx)
    assert made.carried != ()
    done = backup.restore(stick, made.point.id, tmp_path / "new", ByCode(shop.recovery_code))
    assert done.point.id == made.point.id


def size_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


class plug_pulled:  # noqa: N801 - reads as a sentence
    """Fail at a step as a disk would."""

    def __init__(self, step: str, error: Exception) -> None:
        self.step, self.error = step, error

    def __enter__(self) -> None:
        def hook(step: str) -> None:
            if step == self.step:
                raise self.error

        steps.watch(hook)

    def __exit__(self, *_: object) -> None:
        steps.watch(None)
