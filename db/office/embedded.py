"""Head office on one encrypted file: one writer, several readers, checkpoints in the background.

The key is 32 random bytes in `office.key`, readable by the program's user only, or in the
environment (`JEWELCRM_OFFICE_KEY`, 64 hexadecimal digits) where a key service puts it.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import threading
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2 as cipher

from db.backup.stopping import Cancelled, never, rest
from db.checkpoint import TO_READ, TO_WRITE, Checkpointer
from db.cipher import connect
from db.errors import Busy, NoStore, ReadOnly, StoreExists, WrongKey, our_errors
from db.files import write_private
from db.office import schema
from db.office.sqliteport import SqlitePort
from db.office.store import Listener, OfficeStore
from db.office.watching import Watch
from db.office.work import OfficeWork

FILE_NAME, KEY_NAME, KEY_VARIABLE = "office.db", "office.key", "JEWELCRM_OFFICE_KEY"
READERS = 4
CACHE_KIB, READER_CACHE_KIB = 262_144, 65_536
"""Decrypted pages held by a connection: feeds are written all over, a PC's copy is not."""

SCRUB_SECONDS = 10.0
_AGAIN_S = 0.05


class EmbeddedStore(OfficeStore):
    """Head office's encrypted file, open. Safe to use from any thread."""

    dialect = "sqlite"

    def __init__(self, folder: Path, key: bytes) -> None:
        super().__init__()
        self.folder, self.key = folder, key
        self.path = folder / FILE_NAME
        self._turn = threading.Lock()
        self._writer = _engine(
            lambda: connect(self.path, key, cache_kib=CACHE_KIB), 1, _begin_write
        )
        self._readers = _engine(
            lambda: connect(self.path, key, read_only=True, cache_kib=READER_CACHE_KIB),
            READERS,
            _begin_read,
        )
        self._checkpointer = Checkpointer(self.path, lambda: connect(self.path, key))
        self._watch = Watch(lambda: connect(self.path, key, read_only=True), self._announce)
        self._writing: int | None = None
        with self.read() as work:
            self.server = schema.who(work.conn)

    @contextmanager
    def write(self, scopes: Collection[str] | None = None) -> Iterator[OfficeWork]:
        """One transaction, kept whole when the block ends well, else not at all.

        Raises:
            StoreError: nothing was kept (disk full, refused, busy ...).
        """
        if self._writing == threading.get_ident():
            raise RuntimeError("a transaction inside another one")
        TO_WRITE.wait(self.path)
        with self._turn:
            self._writing = threading.get_ident()
            try:
                with our_errors(), self._writer.begin() as conn:
                    work = OfficeWork(SqlitePort(conn), self._known, server=self.server)
                    yield work
                    work.finish()
                    self._watch.told(work.marked)  # before the watch can see the commit
            finally:
                self._writing = None
        self._committed(work)
        self._checkpointer.poke()

    @contextmanager
    def read(self, scopes: Collection[str] | None = None) -> Iterator[OfficeWork]:
        """One moment of the store; cannot write."""
        if self._writing != threading.get_ident():
            TO_READ.wait(self.path)
        with our_errors(), self._readers.begin() as conn:
            work = OfficeWork(SqlitePort(conn), self._known, server=self.server)
            yield work
        self._known.scopes.learn(work.scopes.fresh)

    def on_news(self, listener: Listener) -> Callable[[], None]:
        """As of `OfficeStore`; what other processes commit is heard within a second."""
        self._watch.start()
        return super().on_news(listener)

    def scrub(self, cancelled: Cancelled = never) -> None:
        """After an erasure: nothing of it is left in the log (deleted cells are overwritten).

        Raises:
            Busy: somebody went on reading an older moment; try again.
            Stopped: it was cancelled while it waited for them.
        """
        until = time.monotonic() + SCRUB_SECONDS
        while not self._log_emptied():
            if time.monotonic() > until:
                raise Busy("The log cannot be emptied while somebody reads. Try again in a moment.")
            rest(_AGAIN_S, cancelled, "Stopped. What was erased leaves the log the next time.")

    def _log_emptied(self) -> bool:
        with self._turn, our_errors(), contextlib.closing(connect(self.path, self.key)) as raw:
            raw.execute("PRAGMA busy_timeout = 200")
            busy, left, _moved = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return not busy and not left

    def close(self) -> None:
        """Close the file; everything committed is moved into it first."""
        self._watch.close()
        self._readers.dispose()
        with self._turn:
            self._writer.dispose()
        self._checkpointer.close()


def create_embedded(folder: Path) -> EmbeddedStore:
    """A new, empty head office in `folder`, with a fresh key.

    Raises:
        StoreExists: there is one already. StoreError: the folder cannot be written.
    """
    if (folder / FILE_NAME).exists():
        raise StoreExists("There is a head office in this folder already. Choose another folder.")
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise ReadOnly("The folder cannot be written. Choose another one.") from error
    left = (folder / KEY_NAME).exists()  # a making that was cut short
    key = _given_key() or (_kept_key(folder) if left else secrets.token_bytes(32))
    if _given_key() is None and not left:
        write_private(folder / KEY_NAME, key.hex().encode())
    write_private(folder / FILE_NAME, b"")  # the log and its index take the same mode
    _bring_up_to_date(folder, key)
    return EmbeddedStore(folder, key)


def open_embedded(folder: Path) -> EmbeddedStore:
    """The head office in `folder`; an older one is brought up to date first.

    Raises:
        NoStore: there is none. WrongKey: the key does not open it. NewerStore: update the program.
    """
    if not (folder / FILE_NAME).exists():
        raise NoStore("There is no head office in this folder. `jewelcrm-office init` makes one.")
    key = _given_key() or _kept_key(folder)
    _bring_up_to_date(folder, key)
    return EmbeddedStore(folder, key)


def _bring_up_to_date(folder: Path, key: bytes) -> None:
    engine = _engine(lambda: connect(folder / FILE_NAME, key), 1, _begin_write)
    try:
        with our_errors(), engine.begin() as conn:
            schema.bring_up_to_date(conn)
    finally:
        engine.dispose()


def _given_key() -> bytes | None:
    text = os.environ.get(KEY_VARIABLE)
    return _as_key(text) if text else None


def _kept_key(folder: Path) -> bytes:
    try:
        return _as_key((folder / KEY_NAME).read_text())
    except OSError as error:
        raise WrongKey(
            f"The key of head office is missing: put back {KEY_NAME}, or set {KEY_VARIABLE}."
        ) from error


def _as_key(text: str) -> bytes:
    try:
        key = bytes.fromhex(text.strip())
    except ValueError as error:
        raise WrongKey("The key of head office must be 64 hexadecimal digits.") from error
    if len(key) != 32:
        raise WrongKey("The key of head office must be 64 hexadecimal digits.")
    return key


def _engine(open_one: Any, size: int, begin: Any) -> Engine:
    engine = create_engine(
        "sqlite://",
        creator=open_one,
        module=cipher,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0,
        pool_use_lifo=True,
        pool_timeout=30,
        pool_reset_on_return=None,
        hide_parameters=True,
    )
    event.listen(engine, "begin", begin)
    return engine


def _begin_write(conn: Connection) -> None:
    """Foreign keys are checked at the end: a push writes table by table."""
    conn.exec_driver_sql("BEGIN IMMEDIATE")
    conn.exec_driver_sql("PRAGMA defer_foreign_keys = ON")


def _begin_read(conn: Connection) -> None:
    conn.exec_driver_sql("BEGIN")
