"""A slot's lock lets the database key be changed without anybody's secret, and nothing else."""

import json
from dataclasses import replace

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from db.errors import NewerStore, WrongKey
from db.shop import keys, locks, machine, officeslots, rekeying, slotfile
from tests.db.shop.test_keys import MemoryRing, OsRing

OLD, NEW = b"o" * 32, b"n" * 32
PASSWORD = "pass phrase"


def slots_of(ring=None):
    """Mei's slot, the printed code and the net slot, under the key OLD."""
    slots, _, half = keys.create(ring)
    slots = keys.with_staff(slots, OLD, half, staff_id=b"m" * 16, login="mei", password=PASSWORD)
    slots = officeslots.with_net(slots, OLD, half, b"share")
    slots, code = keys.with_recovery(slots, OLD)
    return slots, half, code


def test_a_new_key_opens_with_the_same_password_and_the_same_code(tmp_path):
    ring = OsRing("memory", MemoryRing())
    slots, half, code = slots_of(ring)
    made = rekeying.rekeyed(slots, OLD, NEW, None)
    keys.save(tmp_path, made.slots, NEW)
    assert keys.open_with_password(tmp_path, ring, "mei", PASSWORD).key == NEW
    assert keys.open_with_code(tmp_path, code).key == NEW
    assert officeslots.open_net(made.slots, half, b"share") == NEW
    assert made.left_out == ()


def test_the_old_key_says_nothing_about_the_new_one():
    slots, _, _ = slots_of()
    made = rekeying.rekeyed(slots, OLD, NEW, None).slots
    with pytest.raises(InvalidTag):
        rekeying.former(made, OLD)
    assert OLD not in json.dumps(made.extra).encode()


def test_keys_of_before_are_kept_behind_the_new_one_for_the_backups_made_under_them():
    slots, _, _ = slots_of()
    once = rekeying.rekeyed(slots, OLD, NEW, None).slots
    twice = rekeying.rekeyed(once, NEW, b"3" * 32, None).slots
    assert rekeying.former(twice, b"3" * 32) == [OLD, NEW]


def test_head_offices_slot_is_the_one_sealed_anew():
    slots, _, _ = slots_of()
    slots = officeslots.with_office(slots, b"old box")
    made = rekeying.rekeyed(slots, OLD, NEW, b"new box").slots
    [office] = [one for one in made.slots if one.kind == "office"]
    assert office.box == slotfile.to_text(b"new box")
    without = rekeying.rekeyed(slots, OLD, NEW, None).slots
    assert not [one for one in without.slots if one.kind == "office"]


def test_a_slot_of_before_there_were_locks_is_left_out_and_named():
    slots, _, _ = slots_of()
    bare = replace(slots.slots[0], lock="", sealed="")
    old = replace(slots, slots=(bare, *slots.slots[1:]))
    made = rekeying.rekeyed(old, OLD, NEW, None)
    assert made.left_out == (b"m" * 16,)
    assert not [one for one in made.slots.slots if one.kind == "staff"]


def test_a_slot_of_before_there_were_locks_still_opens(tmp_path):
    slots, _, _ = slots_of()
    mine, nonce = replace(slots.slots[0], lock="", sealed=""), b"twelve bytes"
    wrapping = keys._staff_key(PASSWORD, slotfile.to_bytes(mine.salt), mine.cost, b"", mine.id)
    box = AESGCM(wrapping).encrypt(nonce, OLD, keys.label(slots, mine))
    mine = replace(mine, nonce=slotfile.to_text(nonce), box=slotfile.to_text(box))
    keys.save(tmp_path, replace(slots, slots=(mine,)), OLD)
    opened = keys.open_with_password(tmp_path, None, "mei", PASSWORD)
    assert opened.key == OLD
    assert keys.needs_rehash(opened)


def test_a_lock_put_into_another_slot_opens_nothing():
    slots, _, _ = slots_of()
    mine, label = slots.slots[0], keys.label(slots, slots.slots[0])
    foreign = locks.shut(mine, b"w" * 32, NEW, label)
    mixed = replace(mine, lock=foreign.lock, sealed=foreign.sealed)
    wrapping = keys._staff_key(PASSWORD, slotfile.to_bytes(mine.salt), mine.cost, b"", mine.id)
    assert locks.opened(mixed, wrapping, label) is None


def test_a_damaged_copy_of_the_key_file_is_made_anew_from_the_whole_one(tmp_path):
    slots, _, _ = slots_of()
    keys.save(tmp_path, slots, OLD)
    first, second = (tmp_path / name for name in keys.FILE_NAMES)
    whole = second.read_bytes()
    first.write_bytes(whole[:-40])
    assert keys.mend(tmp_path)
    assert first.read_bytes() == whole
    second.unlink()
    assert keys.mend(tmp_path)
    assert second.read_bytes() == whole
    assert not keys.mend(tmp_path)


def test_two_damaged_copies_are_left_as_they_are(tmp_path):
    for name in keys.FILE_NAMES:
        (tmp_path / name).write_bytes(b"not a key file " + name.encode())
    assert not keys.mend(tmp_path)
    assert (tmp_path / keys.FILE_NAMES[0]).read_bytes().startswith(b"not a key file")


def test_a_key_file_of_a_newer_program_is_refused_politely(tmp_path, monkeypatch):
    slots, _, _ = slots_of()
    monkeypatch.setattr(slotfile, "VERSION", 9)
    keys.save(tmp_path, slots, OLD)
    monkeypatch.undo()
    with pytest.raises(NewerStore, match="newer JewelCRM"):
        keys.load(tmp_path)


def test_a_wrong_code_opens_no_slots_of_a_backup():
    slots, _, code = slots_of()
    assert keys.by_code(slots, code) == OLD
    with pytest.raises(WrongKey):
        keys.by_code(slots, "AAAAA-AAAAA-AAAAA-AAAAA-AAAAA")


def test_a_folder_copied_to_another_computer_is_told_from_one_at_home(monkeypatch):
    monkeypatch.setattr(machine, "own_number", lambda: "this computer")
    slots, _, _ = slots_of()
    assert machine.is_here(slots) is True
    assert "this computer" not in json.dumps(slots.extra)
    monkeypatch.setattr(machine, "own_number", lambda: "another one")
    assert machine.is_here(slots) is False
    monkeypatch.setattr(machine, "own_number", lambda: "")
    assert machine.is_here(slots) is None
