"""Opening an encrypted file: the key first, then the PRAGMAs measured in the trials.

`wal_autocheckpoint=0`: a checkpoint in the middle of a sale would cost the customer the wait;
`db.checkpoint` does it in the background. `synchronous=FULL`: an acknowledged sale survives a
power cut.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2 as cipher

from db.errors import our_errors

CACHE_KIB = 32768
READER_CACHE_KIB = 8192
BUSIEST_CACHE_KIB = 16384
"""Of the reader that is used most: all that a search or the day's page reads again stays there."""

_PRAGMAS = (
    "PRAGMA cipher_log_level = NONE",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA busy_timeout = 10000",
    "PRAGMA wal_autocheckpoint = 0",
)

# As they are; but the driver, told of no way, looks for one each time: a microsecond a value.
cipher.register_adapter(bytes, bytes)
cipher.register_adapter(bool, int)
cipher.register_adapter(type(None), {}.get)


def connect(
    path: Path, key: bytes, *, read_only: bool = False, cache_kib: int | None = None
) -> cipher.Connection:
    """A connection to the encrypted file; `key` is the raw 32-byte database key.

    One thread at a time. Whoever closes it waits first until nobody is inside: closed, or rolled
    back, under the hands of another thread it takes the whole process down; `interrupt` is safe.

    Raises:
        StoreError: the file is damaged, the folder is not writable, or the disk is full.
    """
    with our_errors():
        raw = cipher.connect(str(path), isolation_level=None, check_same_thread=False)
        try:
            _unlock(raw, key)
            cache = cache_kib or (READER_CACHE_KIB if read_only else CACHE_KIB)
            raw.execute(f"PRAGMA cache_size = -{cache}")
            if read_only:
                raw.execute("PRAGMA query_only = ON")
        except BaseException:
            raw.close()
            raise
        return raw


def glance(path: Path, key: bytes) -> int:
    """The file's `user_version`, from its first page alone: its tables are not even looked at.

    Raises:
        StoreError: the file is damaged, or another program holds it for too long.
    """
    with our_errors(), closing(cipher.connect(str(path), timeout=10, isolation_level=None)) as raw:
        _give(raw, key)
        return int(raw.execute("PRAGMA user_version").fetchone()[0])


def _give(raw: cipher.Connection, key: bytes) -> None:
    raw.execute("PRAGMA cipher_log_level = NONE")
    raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")


def _unlock(raw: cipher.Connection, key: bytes) -> None:
    _give(raw, key)
    if not raw.execute("PRAGMA cipher_version").fetchone():
        raise cipher.DatabaseError("not a database: the encryption library is missing")
    raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
    for pragma in _PRAGMAS:
        raw.execute(pragma)
