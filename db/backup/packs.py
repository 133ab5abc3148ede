"""Packs: files that hold many chunks, written once and never changed.

    head     JCRMPAK1
    chunks   one after the other, as they are (pages of an encrypted file do not shrink)
    index    per chunk: BLAKE2b-256 (32), offset (8), length (4), little-endian
    tail     BLAKE2b-256 of the index (32), number of chunks (8), JCRMEND1

A stick or a share that holds a file of its own for each of 65,000 chunks a gigabyte takes minutes
where a pack takes seconds. A pack is named by its index, gets its name only when every byte is on
the disk, and a half-written one is a `.part` that nobody reads.
"""

from __future__ import annotations

import hashlib
import io
import os
import struct
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from db.backup import plain
from db.backup.steps import reached
from db.errors import Damaged
from db.files import put_in_place, sync_folder

HEAD, END = b"JCRMPAK1", b"JCRMEND1"
SUFFIX = ".pack"
HASH = 32
_ROW, _TAIL = struct.Struct("<32sQI"), struct.Struct("<32sQ8s")
MOST_ROWS = 1_000_000
"""Chunks of one pack; 64 MB hold sixteen thousand of the smallest."""
BUFFER, STEP = 1024 * 1024, 8 * 1024 * 1024
"""While people work so much is written, then waited for: a long queue at the disk would hold up
whoever saves."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a chunk lies."""

    pack: Path
    offset: int
    length: int


class BadPack(Damaged):
    """A pack that does not hold what it should; `path` says which."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"The backup file {path.name} is damaged. It is not used.")
        self.path = path


def name_of(chunk: bytes | memoryview) -> bytes:
    """The name of a chunk: BLAKE2b-256 of what it holds."""
    return hashlib.blake2b(chunk, digest_size=HASH).digest()


class PackWriter:
    """Writes one pack; nothing of it is there until `close` has ended."""

    def __init__(self, folder: Path, *, pause: float = 0.0) -> None:
        self._folder, self._pause = folder, pause
        self._part = folder / f"new-{os.getpid()}-{time.monotonic_ns()}.part"
        handle = os.open(self._part, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
        self._file = os.fdopen(handle, "wb", buffering=0)
        self._parts: list[bytes | memoryview] = [HEAD]
        self._held = len(HEAD)
        self._rows: list[bytes] = []
        self._at, self._synced = len(HEAD), 0
        reached("pack begun")

    @property
    def length(self) -> int:
        """How long it is so far."""
        return self._at

    def put(self, name: bytes, chunk: bytes | memoryview) -> None:
        """Add a chunk."""
        self._hold(chunk)
        self._rows.append(_ROW.pack(name, self._at, len(chunk)))
        self._at += len(chunk)
        if self._pause and self._at - self._synced >= STEP:
            self._wait()
        elif self._held >= BUFFER:
            self._flush()

    def close(self) -> Path | None:
        """The pack, whole and named; None when nothing was put into it."""
        if not self._rows:
            self.drop()
            return None
        index = b"".join(self._rows)
        self._hold(index + _TAIL.pack(name_of(index), len(self._rows), END))
        self._flush()
        os.fsync(self._file.fileno())
        self._file.close()
        reached("pack synced")
        path = self._folder / _file_name(index)
        put_in_place(self._part, path)
        sync_folder(self._folder)
        reached("pack named")
        return path

    def drop(self) -> None:
        """Give it up."""
        self._file.close()
        self._part.unlink(missing_ok=True)

    def _hold(self, part: bytes | memoryview) -> None:
        self._parts.append(part)
        self._held += len(part)

    def _flush(self) -> None:
        rest = memoryview(b"".join(self._parts))
        while rest:
            rest = rest[self._file.write(rest) :]
        self._parts, self._held = [], 0

    def _wait(self) -> None:
        self._flush()
        _datasync(self._file.fileno())
        self._synced = self._at
        time.sleep(self._pause)


def packed(chunks: Sequence[tuple[bytes, bytes]]) -> bytes:
    """A small pack of (name, chunk), for sending."""
    rows, at = [], len(HEAD)
    for name, chunk in chunks:
        rows.append(_ROW.pack(name, at, len(chunk)))
        at += len(chunk)
    index = b"".join(rows)
    tail = _TAIL.pack(name_of(index), len(rows), END)
    return b"".join([HEAD, *(chunk for _, chunk in chunks), index, tail])


def index_of(path: Path) -> Iterator[tuple[bytes, Place]]:
    """Every chunk in a pack, and where.

    Raises:
        BadPack: the pack was cut short or changed.
    """
    try:
        with plain.opened(path) as file:
            index = _index(file)
    except (OSError, ValueError) as error:
        raise BadPack(path) from error
    if path.name != _file_name(index):
        raise BadPack(path)
    for name, offset, length in _ROW.iter_unpack(index):
        yield name, Place(path, offset, length)


def pack_in(data: bytes) -> str:
    """The file name of a pack that came over a line; each of its chunks is what it says.

    Raises:
        Damaged: it is no whole pack.
    """
    try:
        index = _index(io.BytesIO(data))
    except ValueError as error:
        raise Damaged("What was sent is no whole part of a backup.") from error
    for name, offset, length in _ROW.iter_unpack(index):
        if name_of(data[offset : offset + length]) != name:
            raise Damaged("What was sent is no whole part of a backup.")
    return _file_name(index)


def _index(file: BinaryIO) -> bytes:
    """The index at a pack's end; ValueError when it is not whole."""
    start = file.seek(0, os.SEEK_END) - _TAIL.size
    file.seek(0)
    if start < len(HEAD) or file.read(len(HEAD)) != HEAD:
        raise ValueError("no head")
    file.seek(start)
    digest, count, end = _TAIL.unpack(file.read(_TAIL.size))
    begin = start - count * _ROW.size
    if end != END or count > MOST_ROWS or begin < len(HEAD):
        raise ValueError("no end")
    file.seek(begin)
    index = file.read(start - begin)
    if name_of(index) != digest:
        raise ValueError("index changed")
    return index


def _file_name(index: bytes) -> str:
    return name_of(index)[:16].hex() + SUFFIX


_BINARY = getattr(os, "O_BINARY", 0)
_datasync = getattr(os, "fdatasync", os.fsync)
