"""Chunks on their way to the disk: named beside the writing, packs closed beside the next one."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.backup import adding as adding_
from db.backup.hashing import named
from db.backup.packs import PackWriter, name_of
from db.backup.vault import About, Vault
from db.errors import DiskFull

CHUNK = 4096


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Vault]:
    monkeypatch.setattr(adding_, "PACK_BYTES", 10 * CHUNK)
    with Vault(tmp_path / "vault") as made:
        made.begin(About("s", "HK01", "0" * 32))
        yield made


def some(count: int) -> list[bytes]:
    return [os.urandom(CHUNK) for _ in range(count)]


def filled(vault: Vault, chunks: list[bytes], *, given_up: bool = False) -> None:
    with vault.writing() as adding:
        for chunk in chunks:
            adding.put(name_of(chunk), chunk)
        if given_up:
            raise KeyboardInterrupt


@pytest.mark.parametrize("size", [0, 1, 999, 1000, 4999, 5000, 5001, 123_456])
@pytest.mark.parametrize("workers", [1, 3])
def test_blocks_come_in_order_with_the_names_of_their_chunks(
    tmp_path: Path, size: int, workers: int
):
    data = os.urandom(size + 777)  # the file has grown since
    (tmp_path / "file").write_bytes(data)
    with (tmp_path / "file").open("rb") as file:
        found = list(named(file, size, block=5000, chunk=1000, workers=workers))
    assert b"".join(bytes(view) for view, _ in found) == data[:size]
    names = [name for _, few in found for name in few]
    assert names == [name_of(data[:size][at : at + 1000]) for at in range(0, size, 1000)]


def test_whoever_stops_early_waits_for_no_more_blocks(tmp_path: Path):
    (tmp_path / "file").write_bytes(os.urandom(100_000))
    with (tmp_path / "file").open("rb") as file:
        coming = named(file, 100_000, block=1000, chunk=100, workers=2)
        next(coming)
        coming.close()
        assert file.tell() < 20_000


def test_many_packs_hold_every_chunk_once(vault: Vault):
    chunks = some(95)
    filled(vault, [*chunks, *chunks])
    vault.look()
    assert len(list(vault.packs.glob("*.pack"))) == 10
    assert [vault.read(name_of(chunk)) for chunk in chunks] == chunks
    assert not list(vault.packs.glob("*.part"))


def test_a_disk_that_is_full_when_a_pack_is_closed_behind_is_told(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
):
    whole, closed = PackWriter.close, []

    def full(pack: PackWriter) -> Path | None:
        closed.append(pack)
        if len(closed) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        return whole(pack)

    monkeypatch.setattr(PackWriter, "close", full)
    with pytest.raises(DiskFull):
        filled(vault, some(45))
    assert not list(vault.packs.glob("*.part"))
    assert len(list(vault.packs.glob("*.pack"))) <= 2


def test_what_is_given_up_leaves_whole_packs_only(vault: Vault):
    chunks = some(25)
    with pytest.raises(KeyboardInterrupt):
        filled(vault, chunks, given_up=True)
    assert not list(vault.packs.glob("*.part"))
    vault.look()
    assert vault.bad_packs == []
    assert sum(vault.has(name_of(chunk)) for chunk in chunks) == 20
