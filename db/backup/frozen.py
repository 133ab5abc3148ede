"""Holding an encrypted store's main file still while people go on writing to its log.

A reader that began when the whole log had been moved into the main file reads the main file only,
and SQLite keeps every checkpoint out of it until that reader ends (wal.c: read lock 0). So the file
can be copied as it lies, encrypted, page for page. To begin so, writers wait once, for the few
pages they added since the checkpoint just before: milliseconds.

Where a trial on a small file of our own shows that this does not hold (`works_in`), the driver's
`backup` makes a second file. Between its steps a reader holds the moment: without that a stepped
one begins anew whenever somebody writes, and never ends beside a writer.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2 as cipher

from db.backup.stopping import Cancelled, never, rest, unless
from db.checkpoint import TO_READ, TO_WRITE, held
from db.cipher import connect
from db.errors import Busy, StoreError, our_errors

MOST_LOG = 512 * 1024 * 1024
"""A log that grows beyond this while the file is held still ends the copy."""
_PATIENCE_S, _PAUSE_S, _MOST_PAUSE_S = 60.0, 0.05, 1.0
_WRITERS_S, _READERS_S, _LOOK_S = 0.025, 0.3, 0.00005
"""How long writers, and readers, may be held up at a time; how often is looked meanwhile."""
_POLITE = 4
"""So many times nobody waits who only reads."""
_CACHE_KIB = 2048
_STEP_PAGES = 1024


class LogTooLong(StoreError):
    """So much was written meanwhile that the copy was given up; it is tried again later."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """A file that does not change until the block ends, and a reader of the same moment."""

    path: Path
    raw: cipher.Connection
    size: int
    seen: tuple[int, int]
    log: Path | None

    def check(self) -> None:
        """Nothing while all is well.

        Raises:
            LogTooLong: too much was written meanwhile. Busy: the file did change.
        """
        if self.log is not None and _size(self.log) > MOST_LOG:
            raise LogTooLong("Too much was written during the backup. It is tried again later.")
        if _looks(self.path) != self.seen:
            raise Busy("The store changed while it was copied. The backup is tried again.")


@contextmanager
def frozen(path: Path, key: bytes, cancelled: Cancelled = never) -> Iterator[Frozen]:
    """The main file, held still.

    Raises:
        Busy: somebody reads an old moment for too long. Stopped: it was cancelled meanwhile.
    """
    with held(path), closing(connect(path, key, cache_kib=_CACHE_KIB)) as pin, our_errors():
        _pin(path, key, pin, cancelled)
        try:
            seen = _looks(path)
            yield Frozen(path, pin, seen[0], seen, path.with_name(path.name + "-wal"))
        finally:
            with suppress(cipher.Error):
                pin.execute("ROLLBACK")


@contextmanager
def copied(path: Path, key: bytes, work: Path, cancelled: Cancelled = never) -> Iterator[Frozen]:
    """The fall-back: a second file under the same key, gone when the block ends.

    Raises:
        Stopped: it was cancelled while the file was made.
    """
    part = work / f"copy-{secrets.token_hex(4)}.db"

    def step(*_: int) -> None:
        unless(cancelled)

    try:
        with closing(connect(path, key)) as raw, closing(connect(part, key)) as out, our_errors():
            with held(path):
                _hold(raw)
                raw.backup(out, pages=_STEP_PAGES, progress=step, sleep=0)
            out.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        with closing(connect(part, key, cache_kib=_CACHE_KIB)) as reader:
            seen = _looks(part)
            yield Frozen(part, reader, seen[0], seen, None)
    finally:
        for leftover in work.glob(part.name + "*"):
            leftover.unlink(missing_ok=True)


def works_in(folder: Path) -> bool:
    """Try it: True when a file of our own in `folder` stays as it is while somebody writes."""
    path, key = folder / f"trial-{secrets.token_hex(4)}.db", secrets.token_bytes(32)
    try:
        return _trial(path, key)
    except (StoreError, cipher.Error, OSError):
        return False
    finally:
        for leftover in folder.glob(path.name + "*"):
            with suppress(OSError):
                leftover.unlink()


def _trial(path: Path, key: bytes) -> bool:
    with closing(connect(path, key)) as raw, our_errors():
        raw.execute("CREATE TABLE t(n INTEGER PRIMARY KEY, x BLOB)")
        _add(raw, 50)
        with frozen(path, key) as still:
            before = path.read_bytes()
            _add(raw, 50)
            raw.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
            still.check()
            seen = still.raw.execute("SELECT count(*) FROM t").fetchone()[0]
            same = path.read_bytes() == before and len(before) == still.size and seen == 50
        copy = path.with_name(path.name + "-copy")
        copy.write_bytes(before)
        with closing(connect(copy, key)) as reader:
            return bool(same and reader.execute("SELECT count(*) FROM t").fetchone()[0] == 50)


def _add(raw: cipher.Connection, rows: int) -> None:
    raw.execute("BEGIN IMMEDIATE")
    raw.executemany(
        "INSERT INTO t(x) VALUES (?)", ((secrets.token_bytes(900),) for _ in range(rows))
    )
    raw.execute("COMMIT")


def _pin(path: Path, key: bytes, pin: cipher.Connection, cancelled: Cancelled) -> None:
    """Begin the reader when the whole log has been moved.

    Writers wait for a moment each time it is tried: more rarely while somebody reads for long.
    """
    mover, stop = connect(path, key, cache_kib=_CACHE_KIB), connect(path, key)
    with closing(mover), closing(stop):
        stop.execute("PRAGMA busy_timeout = 0")
        end, tries = time.monotonic() + _PATIENCE_S, 0
        while time.monotonic() < end:
            readers_s = 0.0 if tries < _POLITE else _READERS_S
            with _mostly_moved(path, mover, readers_s), TO_WRITE.closed(path):
                if _stopped(stop):
                    if _began(mover, stop, pin):
                        return
                    tries += 1
            rest(min(_PAUSE_S * 1.5**tries, _MOST_PAUSE_S), cancelled)
    raise Busy("Somebody has been reading for too long. The backup is tried again later.")


@contextmanager
def _mostly_moved(path: Path, mover: cipher.Connection, readers_s: float) -> Iterator[None]:
    """The log is moved while people write.

    `readers_s`: how long those wait who only read, until nobody reads an older moment.
    """
    with TO_READ.closed(path) if readers_s else nullcontext():
        _soon(lambda: _all_moved(mover), readers_s)
        yield


def _stopped(stop: cipher.Connection) -> bool:
    """Keep others from writing; False when one who does, here or in another program, does not end.

    Asked again and again: SQLite's own waiting comes to look only ten times a second.
    """

    def taken() -> bool:
        try:
            stop.execute("BEGIN IMMEDIATE")
        except cipher.OperationalError:
            return False
        return True

    return _soon(taken, _WRITERS_S)


def _began(mover: cipher.Connection, stop: cipher.Connection, pin: cipher.Connection) -> bool:
    """Begin the reader while nobody can write; False when the log could not be moved wholly.

    Whoever reads an older moment is waited for; not for long, since writers wait as well.
    """
    try:
        if not _soon(lambda: _all_moved(mover), _WRITERS_S):
            return False
        _hold(pin)
        return True
    finally:
        stop.execute("ROLLBACK")


def _hold(raw: cipher.Connection) -> None:
    """From now on it reads this moment."""
    raw.execute("BEGIN")
    raw.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _soon(done: Callable[[], bool], most_s: float) -> bool:
    """Whether it is done within so many seconds."""
    end = time.monotonic() + most_s
    while not done():
        if time.monotonic() > end:
            return False
        time.sleep(_LOOK_S)
    return True


def _all_moved(raw: cipher.Connection) -> bool:
    """Move what can be moved into the main file; True when nothing is left in the log.

    While another connection is moving, SQLite says that it is busy, and -1 for both counts.
    """
    busy, in_log, moved = raw.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    return not busy and bool(in_log == moved)


def _looks(path: Path) -> tuple[int, int]:
    seen = path.stat()
    return seen.st_size, seen.st_mtime_ns


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
