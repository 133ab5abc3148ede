"""Small files that are there whole or not at all, whoever else writes them at the same moment."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from db import files
from db.errors import StoreError
from db.files import parts_of, write_private


def test_two_who_write_the_same_file_at_one_moment_do_not_disturb_each_other(
    tmp_path: Path,
) -> None:
    path, failed = tmp_path / "attempts.json", list[Exception]()

    def write(letter: str) -> None:
        try:
            for _ in range(60):
                write_private(path, letter.encode() * 4000)
        except StoreError as error:
            failed.append(error)

    writers = [threading.Thread(target=write, args=(letter,)) for letter in "ab"]
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    assert not failed
    assert path.read_bytes() in {b"a" * 4000, b"b" * 4000}
    assert not parts_of(path)


def test_what_a_killed_program_left_goes_with_the_next_writing_and_a_young_part_stays(
    tmp_path: Path,
) -> None:
    path = tmp_path / "recovery.key"
    old, young = tmp_path / "recovery.key.7.part", tmp_path / "recovery.key.8.part"
    other = tmp_path / "recovery.key2.7.part"
    for part in (old, young, other):
        part.write_bytes(b"half")
    for part in (old, other):
        os.utime(part, (time.time() - 7200,) * 2)
    write_private(path, b"whole")
    assert sorted(tmp_path.iterdir()) == sorted((path, young, other))


def test_a_writing_that_failed_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_part: Path, _path: Path) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(files, "put_in_place", full)
    with pytest.raises(StoreError, match="disk is full"):
        write_private(tmp_path / "attempts.json", b"counts")
    assert not list(tmp_path.iterdir())
