"""Every page's own seal: ours and the driver's look come to the same."""

from __future__ import annotations

import random
import re
import shutil
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as cipher

from db.backup import pages
from db.backup.pages import PAGE, broken
from db.cipher import connect
from jewelcrm.context import Context


@pytest.fixture
def file(ctx: Context, tmp_path: Path) -> Path:
    """A store's file as a backup has it: nothing of it is in its log."""
    assert ctx.store.empty_log()
    return Path(shutil.copy(ctx.store.path, tmp_path / "copy.db"))


def found(file: Path, ctx: Context) -> list[int]:
    return list(broken(file, ctx.store.key, stopped=lambda: False))


def found_by_driver(raw: cipher.Connection) -> list[int]:
    rows = raw.execute("PRAGMA cipher_integrity_check").fetchall()
    return [int(re.findall(r"page (\d+)", row[0])[0]) for row in rows]


def changed(file: Path, at: int) -> None:
    with file.open("r+b") as out:
        out.seek(at)
        [byte] = out.read(1)
        out.seek(at)
        out.write(bytes([byte ^ 1]))


def test_a_whole_file_has_no_broken_page(file: Path, ctx: Context):
    assert file.stat().st_size > 20 * PAGE
    with closing(connect(file, ctx.store.key)) as raw:
        assert found(file, ctx) == found_by_driver(raw) == []


@pytest.mark.parametrize("seed", range(4))
def test_a_bit_that_flipped_anywhere_is_found_where_the_driver_finds_it(
    seed: int, file: Path, ctx: Context
):
    chance, size = random.Random(seed), file.stat().st_size
    places = chance.sample(range(PAGE, size), 12)
    with closing(connect(file, ctx.store.key)) as raw:  # a damaged file could not be opened
        for at in places:
            changed(file, at)
        assert found(file, ctx) == found_by_driver(raw)
    assert set(found(file, ctx)) == {at // PAGE + 1 for at in places}


@pytest.mark.parametrize("at", [0, 15, 16, PAGE - 1])
def test_the_first_page_is_looked_at_too_and_its_salt(at: int, file: Path, ctx: Context):
    changed(file, at)
    assert 1 in found(file, ctx)


def test_another_key_seals_no_page(file: Path):
    wrong = broken(file, bytes(32), stopped=lambda: False)
    assert len(list(wrong)) == file.stat().st_size // PAGE


def test_two_pages_that_changed_their_places_are_found(file: Path, ctx: Context):
    with file.open("r+b") as out:
        out.seek(2 * PAGE)
        third, fourth = out.read(PAGE), out.read(PAGE)
        out.seek(2 * PAGE)
        out.write(fourth + third)
    assert found(file, ctx) == [3, 4]


def test_a_file_that_was_cut_in_the_middle_of_a_page_is_not_whole(file: Path, ctx: Context):
    last = file.stat().st_size // PAGE
    with file.open("r+b") as out:
        out.truncate(last * PAGE - 1)
    assert found(file, ctx) == [last]


def test_the_page_by_which_files_are_locked_holds_nothing_and_is_passed_over(
    file: Path, ctx: Context, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(pages, "PENDING_BYTE", 4 * PAGE)
    changed(file, 4 * PAGE)
    changed(file, 5 * PAGE)
    assert found(file, ctx) == [6]


def test_whoever_is_told_to_stop_reads_no_further(file: Path, ctx: Context):
    changed(file, 2 * PAGE)
    assert list(broken(file, ctx.store.key, stopped=lambda: True)) == []


def in_use(file: Path, ctx: Context) -> list[int]:
    return pages.broken_in_use(file, ctx.store.key, stopped=lambda: False)


def test_of_a_store_in_use_a_page_that_stays_broken_is_told(file: Path, ctx: Context):
    changed(file, 2 * PAGE)
    changed(file, 9 * PAGE + 17)
    assert in_use(file, ctx) == [3, 10]


def test_of_a_store_in_use_a_page_that_is_written_just_now_is_none(
    file: Path, ctx: Context, monkeypatch: pytest.MonkeyPatch
):
    changed(file, 2 * PAGE)
    changed(file, 5 * PAGE)
    monkeypatch.setattr(pages.time, "sleep", lambda _s: changed(file, 5 * PAGE))
    monkeypatch.setattr(pages, "_LOOKS", 1)
    assert in_use(file, ctx) == [3]


def test_of_a_store_in_which_somebody_writes_no_page_is_broken(ctx: Context):
    over = threading.Event()

    def write() -> None:
        while not over.is_set():
            with ctx.store.apply(now=ctx.clock.now()) as work:
                work.raw.execute("INSERT OR REPLACE INTO setting(key, value) VALUES ('n', '1')")
            with closing(connect(ctx.store.path, ctx.store.key)) as raw:
                raw.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    writing = threading.Thread(target=write)
    writing.start()
    try:
        assert [in_use(ctx.store.path, ctx) for _ in range(10)] == [[]] * 10
    finally:
        over.set()
        writing.join()
