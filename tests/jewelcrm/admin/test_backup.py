"""`jewelcrm-admin backup`: made, listed, checked, tried out and put back without the window."""

from __future__ import annotations

import datetime as dt
import json
from contextvars import ContextVar
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from jewelcrm import console
from jewelcrm.admin import targets
from jewelcrm.admin.main import main
from jewelcrm.backup.model import Target
from tests.conftest import PASSWORD, Shop
from tests.jewelcrm.backup.builders import flipped, packs


@pytest.fixture
def say(shop: Shop, monkeypatch: pytest.MonkeyPatch, capsys):
    monkeypatch.setenv("JEWELCRM_PASSWORD", PASSWORD)

    def run(*words: str, code: int = 0):
        capsys.readouterr()
        assert main(["--data", str(shop.folder), "--json", "backup", *words]) == code
        return json.loads(capsys.readouterr().out)

    return run


def test_a_backup_from_beginning_to_end(say, shop: Shop, tmp_path: Path, monkeypatch):
    made = say("now")
    assert made["verified"]
    assert [point["id"] for point in say("list")] == [made["point"]["id"]]
    assert say("verify", "--deep")["whole"]
    assert say("drill")["passed"]
    monkeypatch.setenv("JEWELCRM_RECOVERY_CODE", shop.recovery_code)
    to = tmp_path / "new"
    done = say("restore", made["point"]["id"], "--to", str(to), "--from", str(shop.folder))
    assert done["folder"] == str(to)
    assert done["safety"] is None
    assert (to / "store.db").exists()


def test_a_damaged_backup_is_said_with_an_exit_code(say, shop: Shop):
    made = say("now")
    flipped(packs(shop.folder)[0], 8 * 40_000)
    found = say("verify", made["point"]["id"], code=1)
    assert not found["whole"]
    assert packs(shop.folder)[0].name in found["results_of"][0]["faults"][0]


def test_the_store_is_put_back_in_its_own_place(say, shop: Shop):
    made = say("now")
    done = say("restore", made["point"]["id"], "--to", str(shop.folder))
    assert Path(done["safety"], "store.db").exists()
    assert done["first_number"] > 1_000


def test_what_was_put_back_is_told_in_the_shop_s_time(say, shop: Shop, capsys, monkeypatch):
    made = say("now")["point"]
    monkeypatch.setattr(console, "_zone", ContextVar("zone", default=""))
    at = dt.datetime.fromisoformat(made["made_at"]).astimezone(ZoneInfo("Asia/Hong_Kong"))

    words = ["--data", str(shop.folder), "backup", "restore", made["id"], "--to", str(shop.folder)]
    assert main(words) == 0

    assert f"{at:%Y-%m-%d %H:%M} HKT" in capsys.readouterr().out


def test_a_backup_that_is_not_there_is_said(say, capsys):
    say("now")
    assert say("restore", "20260101-000000-abcdef", "--to", "somewhere", code=1)


def test_places_for_copies_are_added_listed_and_taken_off(say, tmp_path: Path):
    folder, share = tmp_path / "second", tmp_path / "share"
    folder.mkdir()
    share.mkdir()
    assert say("targets") == []
    added = say("targets", "add", "folder", str(folder))
    other = say("targets", "add", "share", str(share))
    made = say("now")
    assert set(made["carried"]) == {added["id"], other["id"]}
    looks = say("targets", "list")
    assert [(look["kind"], look["place"], look["state"]) for look in looks] == [
        ("folder", str(folder), "ready"),
        ("share", str(share), "ready"),
    ]
    assert all(look["last_made_at"] and look["free"] > 0 for look in looks)
    say("targets", "remove", added["id"])
    assert [look["id"] for look in say("targets")] == [other["id"]]
    assert list(folder.rglob("*.json")), "what lies there stays"


@pytest.mark.parametrize(
    "words",
    [
        ("add", "folder", "nowhere/at/all"),
        ("add", "stick", "NO SUCH LABEL"),
        ("add", "head-office"),
        ("remove", "abc"),
        ("remove", ""),
    ],
)
def test_a_place_that_cannot_be_is_refused_in_words(say, words: tuple[str, ...]):
    assert say("targets", *words, code=1)["kind"] == "fix"


@pytest.mark.parametrize(
    "words",
    [("folder",), ("stick",), ("head-office", "somewhere"), ("usbkey", "SHOP"), ("a", "b", "c")],
)
def test_a_place_that_was_not_understood_is_told_what_places_there_are(say, words: tuple[str, ...]):
    told = say("targets", "add", *words, code=2)
    assert all(one in told["error"] for one in ("folder", "share", "stick", "head-office"))


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        (["/mnt/disk/backups"], "folder"),
        (["//nas/backups"], "share"),
        (["\\\\nas\\backups"], "share"),
        (["/mnt/nas/shop"], "share"),
        (["SHOP"], "usb"),
        (["head-office"], "head_office"),
        (["usb", "SHOP"], "usb"),
        (["stick", "SHOP"], "usb"),
        (["share", "/mnt/disk"], "share"),
    ],
)
def test_what_a_place_is_is_found_out_or_said(typed, kind, tmp_path, monkeypatch):
    mounts = tmp_path / "mounts"
    mounts.write_text("//nas/shop /mnt/nas cifs rw 0 0\n/dev/sda1 / ext4 rw 0 0\n")
    monkeypatch.setattr(targets, "_MOUNTS", mounts)

    assert targets.understood(typed).kind == kind


def test_a_mounted_stick_is_known_by_the_path_it_lies_at(tmp_path, monkeypatch):
    monkeypatch.setattr("jewelcrm.backup.labels.place_of", {"SHOP": tmp_path / "SHOP"}.get)

    assert targets.understood([str(tmp_path / "SHOP")]) == Target("usb", "SHOP")


def test_the_same_place_is_not_taken_twice(say, tmp_path: Path):
    say("targets", "add", "folder", str(tmp_path))
    assert "already" in say("targets", "add", "folder", str(tmp_path), code=1)["error"]


def test_a_stick_is_known_by_its_label(say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    stick = tmp_path / "media" / "SHOP"
    stick.mkdir(parents=True)
    monkeypatch.setattr("jewelcrm.backup.labels.place_of", {"SHOP": stick}.get)
    say("targets", "add", "stick", "SHOP")
    say("now")
    [look] = say("targets")
    assert (look["kind"], look["place"], look["state"]) == ("stick", "SHOP", "ready")
    monkeypatch.setattr("jewelcrm.backup.labels.place_of", lambda _label: None)
    assert say("targets")[0]["state"] == "away"
