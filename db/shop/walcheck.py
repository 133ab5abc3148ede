"""Noticing a log that was damaged after a power cut.

SQLite ends its log at the first frame whose checksum is wrong and says nothing. When a whole
transaction of the same generation stands behind that point, something that was acknowledged may
be lost, and a person must be told (file format: sqlite.org, "WAL-mode File Format").
"""

from __future__ import annotations

import struct
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from sqlcipher3 import dbapi2 as cipher

from db.errors import our_errors
from db.shop.connect import FILE_NAME, connect

_HEADER, _FRAME_HEAD = 32, 24


def lost_commits(folder: Path, key: bytes) -> bool:
    """True when the log holds a finished transaction that SQLite will not read."""
    log = folder / (FILE_NAME + "-wal")
    if not log.exists() or log.stat().st_size <= _HEADER:
        return False
    raw = connect(folder / FILE_NAME, key)
    try:
        with our_errors(), log.open("rb") as data:
            return _lost(raw, data) and _lost_while_nobody_writes(folder, key, raw, data)
    finally:
        raw.close()


def _lost(raw: cipher.Connection, log: BinaryIO) -> bool:
    frames = _frames_read(raw)
    log.seek(0)
    found = _unread_commit(log, frames)
    return found and frames == _frames_read(raw)  # else somebody wrote while we looked


def _lost_while_nobody_writes(
    folder: Path, key: bytes, raw: cipher.Connection, log: BinaryIO
) -> bool:
    """Another program's commit stands in the log a moment before SQLite reads it: wait for it."""
    with closing(connect(folder / FILE_NAME, key)) as guard:
        try:
            guard.execute("BEGIN IMMEDIATE")
        except cipher.OperationalError:  # it writes for longer than we wait, so it reads the log
            return False
        return _lost(raw, log)


def _frames_read(raw: cipher.Connection) -> int:
    return max(0, int(raw.execute("PRAGMA wal_checkpoint(NOOP)").fetchone()[1]))


def _unread_commit(log: BinaryIO, frames_read: int) -> bool:
    page = struct.unpack(">I", log.read(12)[8:])[0]
    log.seek(16)
    salts = log.read(8)
    step = _FRAME_HEAD + page
    log.seek(_HEADER + frames_read * step)
    while len(head := log.read(_FRAME_HEAD)) == _FRAME_HEAD:
        if head[8:16] == salts and head[4:8] != bytes(4):
            return True
        log.seek(page, 1)
    return False
