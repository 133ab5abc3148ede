"""Noticing a log that was damaged after a power cut.

SQLite ends its log at the first frame whose checksum is wrong and says nothing. When a whole
transaction of the same generation stands behind that point, something that was acknowledged may
be lost, and a person must be told (file format: sqlite.org, "WAL-mode File Format").
"""

from __future__ import annotations

import struct
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
            frames = _frames_read(raw)
            found = _unread_commit(data, frames)
            return found and frames == _frames_read(raw)  # else somebody wrote while we looked
    finally:
        raw.close()


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
