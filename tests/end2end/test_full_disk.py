"""A shop's disk is full: people sign in and sell on, what can wait waits, nothing is lost."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from db.errors import DiskFull
from db.shop import reserve
from jewelcrm.access.signin import sign_in
from jewelcrm.backup import commands as backup
from jewelcrm.backup import queries
from jewelcrm.context import Context
from tests.conftest import PASSWORD, STAFF_PASSWORD, Shop
from tests.end2end.test_backup_disks import volume
from tests.jewelcrm.backup.builders import a_customer, names

pytestmark = pytest.mark.slow
CUSTOMERS = 300


@pytest.fixture
def disk(shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A small disk with the shop on it, which counts as roomy."""
    monkeypatch.setattr(reserve, "PLENTY", reserve.SIZE + reserve.LEAST)
    with volume(tmp_path / "disk", 120_000) as disk:
        shutil.copytree(shop.folder, disk / "shop")
        yield disk


def fill(disk: Path) -> None:
    """Somebody's films."""
    with suppress(OSError), (disk / "films").open("ab", buffering=0) as films:
        while films.write(bytes(100_000)):
            pass
    assert shutil.disk_usage(disk).free == 0


def many_customers(ctx: Context) -> None:
    for _ in range(CUSTOMERS):
        a_customer(ctx)


def closed_with_room_kept_back(disk: Path) -> None:
    ctx = sign_in(disk / "shop", "", PASSWORD)
    ctx.store.reserve.keep()
    ctx.store.close()
    assert (disk / "shop" / reserve.FILE_NAME).stat().st_size == reserve.SIZE


def test_people_sign_in_and_work_on_and_backups_wait(disk: Path):
    closed_with_room_kept_back(disk)
    fill(disk)
    ctx = sign_in(disk / "shop", "ann", STAFF_PASSWORD)
    assert reserve.SHORT in ctx.warnings
    many_customers(ctx)
    ctx.store.close()
    ctx = sign_in(disk / "shop", "", PASSWORD)
    assert len(names(ctx)) == CUSTOMERS
    with pytest.raises(DiskFull, match="still kept"):
        backup.back_up(ctx)
    status = queries.status(ctx)
    assert (status.light, status.no_room, status.words) == ("red", True, reserve.SHORT)
    ctx.store.close()


def test_who_fills_that_room_too_is_told_and_nothing_is_lost(disk: Path):
    closed_with_room_kept_back(disk)
    ctx = sign_in(disk / "shop", "", PASSWORD)
    fill(disk)
    a_customer(ctx)
    fill(disk)
    with pytest.raises(DiskFull):
        many_customers(ctx)
    kept = len(names(ctx))
    (disk / "films").unlink()
    a_customer(ctx)
    ctx.store.reserve.keep()
    ctx.store.close()
    ctx = sign_in(disk / "shop", "", PASSWORD)
    assert reserve.SHORT not in ctx.warnings
    assert len(names(ctx)) == kept + 1
    assert (disk / "shop" / reserve.FILE_NAME).stat().st_size == reserve.SIZE
    assert backup.back_up(ctx).verified
    ctx.store.close()


def test_where_no_room_was_ever_kept_back_it_is_said_as_before(disk: Path):
    ctx = sign_in(disk / "shop", "", PASSWORD)
    fill(disk)
    with pytest.raises(DiskFull):
        many_customers(ctx)
    ctx.store.close()
