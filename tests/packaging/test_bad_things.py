"""What goes wrong on shops' computers, each with a clear sentence and nothing lost."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db import files
from db.errors import Busy, NewerStore, OnShare
from db.migrations import SCHEMA
from db.shop import shares
from jewelcrm.access.signin import sign_in
from jewelcrm.commissioning import looking, preflight
from jewelcrm.commissioning.answers import Answers, Shop
from jewelcrm.commissioning.steps import NotFit, Run
from jewelcrm.context import Context
from jewelcrm.errors import explain
from jewelcrm.people.founding import NewShop, found
from tests.builders import a_kept_customer, a_placed_order
from tests.conftest import PASSWORD
from tests.conftest import Shop as AShop

MOUNTS = """/dev/sda1 / ext4 rw 0 0
tmpfs /tmp tmpfs rw 0 0
//server/shop {place} cifs rw 0 0
"""


@pytest.fixture
def share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that another computer serves; its name has a space, as shares do."""
    place = tmp_path / "shop share"
    place.mkdir()
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS.format(place=str(place).replace(" ", "\\040")))
    monkeypatch.setattr(shares, "MOUNTS", mounts)
    return place


def test_a_store_is_not_made_on_a_network_share(share: Path) -> None:
    with pytest.raises(OnShare, match="cannot lie on a network share") as refused:
        found(share / "JewelCRM", NewShop("HK01", "Nathan Road", "Mei Chan", PASSWORD))

    assert explain(refused.value).kind == "fix"
    assert not list(share.rglob("*.db"))
    assert not shares.is_share(share.parent)


def test_commissioning_refuses_a_share_before_anything_is_made(share: Path) -> None:
    shop = Shop(branch="HK01", name="Nathan Road", admin="Mei Chan")

    with pytest.raises(NotFit, match="folder on this computer's own disk"):
        list(Run(share / "JewelCRM", Answers(shop=shop), PASSWORD).go())
    assert not (share / "JewelCRM").exists()


def test_a_store_that_was_moved_to_a_share_is_told_by_the_doctor(
    ctx: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jewelcrm.doctor import computer
    from jewelcrm.doctor.model import Round

    monkeypatch.setattr(computer, "is_share", lambda _folder: True)
    with ctx.read() as conn:
        (line,) = computer.place(Round(ctx, conn))

    assert (line.check, line.light) == ("place", "red")


class Held(PermissionError):
    winerror = 32


@pytest.fixture
def scanner(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """A virus scanner that holds files for so many tries."""
    held = [0]
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if held[0]:
            held[0] -= 1
            raise Held(13, "held")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(files, "_PAUSE_S", 0.001)
    yield held
    held[0] = 0


def test_a_file_that_a_scanner_holds_is_waited_for(tmp_path: Path, scanner: list[int]) -> None:
    scanner[0] = 5

    files.write_private(tmp_path / "keyslots.json", b"new")

    assert (tmp_path / "keyslots.json").read_bytes() == b"new"


def test_one_that_is_held_for_long_is_told_and_the_old_one_stays(
    tmp_path: Path, scanner: list[int]
) -> None:
    kept = tmp_path / "keyslots.json"
    kept.write_bytes(b"old")
    scanner[0] = 1000

    with pytest.raises(Busy, match="perhaps a virus scanner") as told:
        files.write_private(kept, b"new")

    assert kept.read_bytes() == b"old"
    assert explain(told.value).kind == "unavailable"


def test_a_slow_folder_is_blamed_on_the_scanner(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(looking, "written_in", lambda _folder: 4.2)

    (line,) = preflight.folder(preflight.Place(tmp_path, Answers()))

    assert (line.light, "virus scanner" in line.advice) == ("amber", True)


def test_a_newer_store_is_refused_by_an_older_program(
    ctx: Context, shop: AShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ctx.store.path
    monkeypatch.setattr("db.migrations.SCHEMA", SCHEMA - 1)
    ctx.store.close()

    with pytest.raises(NewerStore, match="Update the program"):
        sign_in(shop.folder, "mei.chan", PASSWORD)
    assert before.exists()


@pytest.fixture
def zone() -> Iterator[None]:
    before = os.environ.get("TZ")
    yield
    os.environ.pop("TZ", None)
    if before is not None:
        os.environ["TZ"] = before
    time.tzset()


@pytest.mark.parametrize("other", ["America/Los_Angeles", "Pacific/Auckland", "Asia/Kathmandu"])
def test_the_shops_day_does_not_follow_the_computers_zone(
    ctx: Context, other: str, zone: None
) -> None:
    before = ctx.today()
    os.environ["TZ"] = other
    time.tzset()

    assert ctx.today() == before
    order = a_placed_order(ctx)
    assert order.number.startswith("HK01-A-")


@pytest.mark.parametrize("language", ["de_DE.UTF-8", "zh_TW.UTF-8", "C", "tr_TR.UTF-8"])
def test_the_computers_region_changes_no_number(
    ctx: Context, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jewelcrm.money import Money

    monkeypatch.setenv("LC_ALL", language)

    assert str(Money(123_456)) == "HK$1,234.56"
    assert Money.parse("1,234.56", "HKD") == Money(123_456)


def test_a_home_folder_with_spaces_and_chinese_characters(tmp_path: Path) -> None:
    home = tmp_path / "陳 大文's home" / "店"

    made = found(home, NewShop("HK01", "Nathan Road", "Mei Chan", PASSWORD))
    ctx = sign_in(home, made.login, PASSWORD)
    with closing(ctx.store):
        assert a_kept_customer(ctx)
    again = sign_in(home, made.login, PASSWORD)
    again.store.close()


@pytest.mark.skipif(os.name == "nt", reason="read-only folders are another thing there")
def test_without_rights_to_the_folder_it_says_so(tmp_path: Path, monkeypatch) -> None:
    from db.errors import ReadOnly

    def no(*_args: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "touch", no)

    with pytest.raises(ReadOnly, match="cannot be written"):
        found(tmp_path / "shop", NewShop("HK01", "Nathan Road", "Mei Chan", PASSWORD))
