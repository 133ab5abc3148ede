"""Each of the doctor's lines is green where all is well and says what to do where it is not."""

import datetime as dt
from contextlib import closing
from dataclasses import replace

import pytest

from db.shop import keys, machine, osring
from jewelcrm.access.signin import sign_in
from jewelcrm.backup.model import BackupStatus, Target, TargetLook
from jewelcrm.doctor import backups, computer, system, ways_in
from jewelcrm.doctor.model import Round
from jewelcrm.people.founding import NewShop, found
from tests.conftest import NOON, PASSWORD, SetClock
from tests.db.shop.test_keys import MemoryRing

WELL = BackupStatus(
    light="green",
    words="",
    last_made_at=NOON,
    last_verified_at=NOON - dt.timedelta(hours=3),
    last_drill_at=NOON - dt.timedelta(days=2),
    last_drill_seconds=12.4,
    overdue=None,
    next_due_at=NOON,
    targets=(),
)


def only(check, ctx):
    [line] = check(Round(ctx, None))
    return line


def of_backups(ctx, monkeypatch, **changes):
    monkeypatch.setattr(backups.queries, "status", lambda _ctx: replace(WELL, **changes))
    return {line.check: line for line in backups.backups(Round(ctx, None))}


def a_target(kind, words=""):
    state = "away" if words else "ready"
    return TargetLook(Target(kind, "Mei's own stick"), state, NOON, NOON, 1, words)


def test_a_checked_backup_and_a_passed_drill_are_green(ctx, monkeypatch):
    lines = of_backups(ctx, monkeypatch, targets=(a_target("usb"),))
    assert {name: line.light for name, line in lines.items()} == {
        "backup": "green",
        "restore drill": "green",
        "backup targets": "green",
    }
    assert lines["backup"].words == "the newest that was checked is 3 hours old"


@pytest.mark.parametrize(("overdue", "light"), [("banner", "amber"), ("call", "red")])
def test_a_backup_that_is_late_says_so(ctx, monkeypatch, overdue, light):
    line = of_backups(ctx, monkeypatch, overdue=overdue)["backup"]
    assert (line.light, line.advice) == (light, "Make one: jewelcrm-admin backup now")


def test_what_went_wrong_last_is_said_in_its_own_words(ctx, monkeypatch):
    line = of_backups(ctx, monkeypatch, trouble="The disk is full.")["backup"]
    assert (line.light, line.advice) == ("amber", "The disk is full.")


@pytest.mark.parametrize("drilled", [None, NOON - dt.timedelta(days=30)])
def test_without_a_drill_nobody_knows_whether_a_backup_can_be_restored(ctx, monkeypatch, drilled):
    line = of_backups(ctx, monkeypatch, last_drill_at=drilled)["restore drill"]
    assert (line.light, line.advice) == ("amber", "Try one: jewelcrm-admin backup drill")


def test_backups_on_one_disk_only_are_not_enough(ctx, monkeypatch):
    line = of_backups(ctx, monkeypatch, targets=(a_target("local"),))["backup targets"]
    assert line.light == "amber"


def test_a_target_that_is_away_is_told_without_its_name(ctx, monkeypatch):
    looks = (a_target("usb", "Plug the stick in."), a_target("folder"))
    line = of_backups(ctx, monkeypatch, targets=looks)["backup targets"]
    assert (line.light, line.advice) == ("amber", "Plug the stick in.")
    assert "Mei" not in line.words


@pytest.mark.parametrize(("state", "light"), [(True, "green"), (None, "green"), (False, "amber")])
def test_a_disk_that_is_not_encrypted_is_said(ctx, monkeypatch, state, light):
    monkeypatch.setattr(system, "disk_encryption", lambda _folder: state)
    assert only(computer.disk_encryption, ctx).light == light


@pytest.mark.parametrize(
    ("memory", "light"),
    [((8e9, 4e9), "green"), ((2e9, 1e9), "amber"), ((8e9, 1e8), "amber"), (None, "green")],
)
def test_little_memory_is_said(ctx, monkeypatch, memory, light):
    monkeypatch.setattr(system, "memory", lambda: memory)
    assert only(computer.memory, ctx).light == light


@pytest.mark.parametrize(("count", "light"), [(2, "green"), (0, "amber"), (None, "green")])
def test_printers_are_counted_not_named(ctx, monkeypatch, count, light):
    monkeypatch.setattr(system, "printers", lambda: count)
    assert only(computer.printer, ctx).light == light


def test_a_full_disk_is_said_with_how_much_is_needed(ctx, monkeypatch):
    monkeypatch.setattr(computer, "DISK_FREE_BYTES", 10**15)
    line = only(computer.disk, ctx)
    assert (line.light, "1000000.0 GB are needed" in line.advice) == ("amber", True)


def test_an_encrypted_device_is_known_also_under_another_one(tmp_path):
    below = tmp_path / "dm-0"
    (below / "dm").mkdir(parents=True)
    (below / "dm" / "uuid").write_text("CRYPT-LUKS2-0a1b-data")
    volume = tmp_path / "dm-1"
    (volume / "slaves").mkdir(parents=True)
    (volume / "slaves" / "dm-0").symlink_to(below)
    assert system.is_crypt(volume)
    (below / "dm" / "uuid").write_text("LVM-xyz")
    assert not system.is_crypt(volume)


def test_this_computer_tells_its_memory():
    whole, free = system.memory()
    assert 0 < free <= whole


def test_a_copy_of_the_key_file_that_is_lost_is_said_and_mended_at_the_next_sign_in(shop):
    (shop.folder / keys.FILE_NAMES[1]).unlink()
    ctx = sign_in(shop.folder, "mei.chan", PASSWORD, clock=SetClock())
    with closing(ctx.store), ctx.read() as conn:
        assert [line.light for line in ways_in.key_slots(Round(ctx, conn))] == ["green"]
        (shop.folder / keys.FILE_NAMES[0]).write_bytes(b"half")
        [line] = ways_in.key_slots(Round(ctx, conn))
    assert (line.light, "two copies" in line.words) == ("amber", True)


@pytest.fixture
def with_ring(tmp_path, monkeypatch):
    """A store whose key is half in a keyring, somebody signed in, and the keyring."""
    backend = MemoryRing()
    ring = osring.OsRing("memory", backend)
    monkeypatch.setattr(osring, "find", lambda: ring)
    monkeypatch.setattr(machine, "own_number", lambda: "this computer")
    found(
        tmp_path, NewShop("HK01", "Nathan Road", "Mei Chan", PASSWORD), clock=SetClock(), ring=ring
    )
    ctx = sign_in(tmp_path, "mei.chan", PASSWORD, clock=SetClock())
    yield ctx, backend
    ctx.store.close()


def test_a_keyring_that_holds_its_half_is_green(with_ring):
    assert only(ways_in.keyring, with_ring[0]).light == "green"


def test_a_keyring_that_lost_its_half_is_noticed_before_the_next_sign_in(with_ring):
    ctx, backend = with_ring
    backend.kept.clear()
    line = only(ways_in.keyring, ctx)
    assert (line.light, "recovery code" in line.advice) == ("red", True)


def test_a_folder_that_was_copied_here_with_its_keyring_is_noticed(with_ring, monkeypatch):
    monkeypatch.setattr(machine, "own_number", lambda: "another one")
    assert "another computer" in only(ways_in.keyring, with_ring[0]).words


def test_no_keyring_at_all_is_noticed(with_ring, monkeypatch):
    monkeypatch.setattr(osring, "find", lambda: None)
    assert only(ways_in.keyring, with_ring[0]).light == "red"
