"""Full disks and write-protected sticks, on small volumes of our own; no word in any file."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from db.errors import StoreError
from db.shop import reserve
from jewelcrm.access.signin import sign_in
from jewelcrm.admin.main import main
from jewelcrm.backup import commands as backup
from jewelcrm.backup import queries
from jewelcrm.backup.model import Target
from tests.conftest import PASSWORD, Shop
from tests.jewelcrm.backup.builders import a_customer, names

pytestmark = pytest.mark.slow
MARKER = "Xylophone Quartermaine"


@contextmanager
def volume(place: Path, kilobytes: int) -> Iterator[Path]:
    """A small file system of its own; needs the right to mount."""
    place.mkdir()
    options = ["-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(place)]
    if subprocess.run(["mount", *options], capture_output=True, check=False).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False)


def test_a_full_stick_is_told_of_and_this_pcs_own_backup_is_whole(shop: Shop, tmp_path: Path):
    ctx = sign_in(shop.folder, "", PASSWORD)
    with volume(tmp_path / "stick", 300) as stick:
        backup.set_targets(ctx, [Target("folder", str(stick))])
        made = backup.back_up(ctx)
        assert (made.verified, made.carried) == (True, ())
        assert queries.status(ctx).targets[0].state == "full"
        assert not queries.points_in(stick)
    ctx.store.close()


def test_a_write_protected_stick_is_told_of(shop: Shop, tmp_path: Path):
    ctx = sign_in(shop.folder, "", PASSWORD)
    with volume(tmp_path / "stick", 30_000) as stick:
        backup.set_targets(ctx, [Target("folder", str(stick))])
        subprocess.run(["mount", "-o", "remount,ro", str(stick)], check=True)
        made = backup.back_up(ctx)
        assert (made.verified, made.carried) == (True, ())
        assert queries.status(ctx).targets[0].state == "read_only"
    ctx.store.close()


def test_a_disk_that_becomes_full_costs_the_backup_and_nothing_else(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(reserve, "SIZE", 0)
    monkeypatch.setattr(reserve, "LEAST", 0)
    with volume(tmp_path / "disk", 40_000) as disk:
        shutil.copytree(shop.folder, disk / "shop")
        ctx = sign_in(disk / "shop", "", PASSWORD)
        good = backup.back_up(ctx)
        a_customer(ctx)
        filler = disk / "filler"
        filler.write_bytes(bytes(shutil.disk_usage(disk).free - 200_000))
        with pytest.raises(StoreError, match="full"):
            backup.back_up(ctx)
        assert names(ctx) == ["Chan Tai Man"]
        filler.unlink()
        again = backup.back_up(ctx)
        assert again.verified
        assert {point.id for point in queries.points(ctx)} >= {good.point.id, again.point.id}
        assert not list(disk.rglob("*.part"))
        ctx.store.close()


def test_no_file_of_a_backup_no_log_and_no_work_file_holds_a_name(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The work files are looked at while they are there: at every step that there is."""
    from db.backup import steps

    monkeypatch.setenv("JEWELCRM_PASSWORD", PASSWORD)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temp"))
    (tmp_path / "temp").mkdir()
    ctx = sign_in(shop.folder, "", PASSWORD)
    a_customer(ctx, MARKER)
    ctx.store.close()
    looked: list[int] = []

    def look(_step: str) -> None:
        for path in tmp_path.rglob("*"):
            data = path.read_bytes() if path.is_file() else b""
            assert MARKER.encode() not in data, path
            assert not data.startswith(b"SQLite format 3"), path
        looked.append(1)

    steps.watch(look)
    try:
        say = ["--data", str(shop.folder), "--json", "backup"]
        assert main([*say, "now"]) == 0
        assert main([*say, "drill"]) == 0
        point = queries.points_in(shop.folder)[0].id
        assert main([*say, "restore", point, "--to", str(shop.folder)]) == 0
    finally:
        steps.watch(None)
    assert len(looked) > 10
    assert (shop.folder / "log" / "jewelcrm.log").exists()
