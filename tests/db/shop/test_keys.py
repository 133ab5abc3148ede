"""Neither a password, nor the keyring, nor the disk opens the store alone."""

import re
import secrets

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from db.errors import Damaged, KeyringMissing, NoStore, WrongKey
from db.shop import keys
from db.shop.osring import OsRing


class MemoryRing:
    """A keyring for tests."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


def a_store(folder, ring=None):
    slots, key, half = keys.create(ring)
    slots = keys.with_staff(
        slots, key, half, staff_id=b"m" * 16, login="Mei", password="pass phrase"
    )
    slots, code = keys.with_recovery(slots, key)
    keys.save(folder, slots, key)
    return key, code


def test_the_right_password_opens_the_store(tmp_path):
    key, _ = a_store(tmp_path)
    opened = keys.open_with_password(tmp_path, None, "mei", "pass phrase")
    assert (opened.key, opened.staff_id, opened.warnings) == (key, b"m" * 16, ())


@pytest.mark.parametrize(("login", "password"), [("mei", "pass phrasE"), ("nobody", "pass phrase")])
def test_a_wrong_password_and_an_unknown_log_in_look_alike(tmp_path, login, password):
    a_store(tmp_path)
    with pytest.raises(WrongKey, match="log-in or the password"):
        keys.open_with_password(tmp_path, None, login, password)


def test_without_its_keyring_half_a_right_password_is_not_enough(tmp_path):
    ring = OsRing("memory", MemoryRing())
    a_store(tmp_path, ring)
    with pytest.raises(KeyringMissing, match="recovery code"):
        keys.open_with_password(tmp_path, OsRing("memory", MemoryRing()), "mei", "pass phrase")


def test_the_recovery_code_opens_the_store_without_the_keyring(tmp_path):
    key, code = a_store(tmp_path, OsRing("memory", MemoryRing()))
    assert keys.open_with_code(tmp_path, code.lower().replace("-", " ")).key == key


def test_a_wrong_recovery_code_opens_nothing(tmp_path):
    a_store(tmp_path)
    with pytest.raises(WrongKey):
        keys.open_with_code(tmp_path, "AAAAA-AAAAA-AAAAA-AAAAA-AAAAA")


def test_the_key_file_names_nobody(tmp_path):
    a_store(tmp_path)
    words = re.findall(rb"[^\W_]+", (tmp_path / keys.FILE_NAMES[0]).read_bytes().lower())
    assert b"mei" not in words  # three letters do turn up inside a key's base64


@settings(max_examples=200, deadline=None)
@given(bit=some.integers(0, 10**6))
def test_a_flipped_bit_in_one_copy_is_made_good_by_the_other(tmp_path_factory, bit):
    folder = tmp_path_factory.mktemp("keys")
    key, _ = a_store(folder)
    first = folder / keys.FILE_NAMES[0]
    data = bytearray(first.read_bytes())
    data[bit // 8 % len(data)] ^= 1 << bit % 8
    first.write_bytes(bytes(data))
    assert keys.open_with_password(folder, None, "mei", "pass phrase").key == key


def test_damage_to_both_copies_is_told(tmp_path):
    a_store(tmp_path)
    for name in keys.FILE_NAMES:
        (tmp_path / name).write_bytes(secrets.token_bytes(50))
    with pytest.raises(Damaged, match="Both copies"):
        keys.open_with_password(tmp_path, None, "mei", "pass phrase")


def test_an_empty_folder_holds_no_store(tmp_path):
    with pytest.raises(NoStore):
        keys.load(tmp_path)


def test_a_slot_moved_to_another_person_opens_nothing(tmp_path):
    slots, key, half = keys.create(None)
    slots = keys.with_staff(
        slots, key, half, staff_id=b"m" * 16, login="mei", password="pass phrase"
    )
    from dataclasses import replace

    moved = replace(slots, slots=(replace(slots.slots[0], id=(b"x" * 16).hex()),))
    keys.save(tmp_path, moved, key)
    with pytest.raises(WrongKey):
        keys.open_with_password(tmp_path, None, "mei", "pass phrase")


def test_a_store_whose_key_files_are_lost_is_never_taken_for_no_store(tmp_path):
    (tmp_path / "store.db").write_bytes(b"x" * 5000)
    with pytest.raises(Damaged, match="key files are missing"):
        keys.load(tmp_path)


def test_a_store_whose_making_was_cut_short_is_none(tmp_path):
    (tmp_path / "store.db").write_bytes(b"x" * 5000)
    (tmp_path / keys.MAKING).touch()
    with pytest.raises(NoStore):
        keys.load(tmp_path)
