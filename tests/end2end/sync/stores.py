"""The real stores of a PC and of head office, over SQLCipher's engine in memory.

A random history needs six fresh stores; copied from a template in memory they cost milliseconds.
Everything but the file and its encryption is the program's own; `test_with_office` and the real
processes have those. One connection each: a history has one thread.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2 as cipher

from db.backup.stopping import Cancelled, never
from db.connections import Line
from db.errors import our_errors
from db.migrations import _upgrade
from db.office import schema
from db.office.embedded import SqlitePort
from db.office.store import OfficeStore
from db.office.work import OfficeWork
from db.shop.reserve import Reserve
from db.store import Store
from db.types import Id

_PRAGMAS = ("foreign_keys = ON", "recursive_triggers = ON", "temp_store = MEMORY")
_SCHEMA_VERSION = 1_000
_places = count()


class Killed(BaseException):
    """The process ends here."""


class Slot:
    """A place in memory for a store; its connection and compiled statements outlast a fill.

    Two connections share the place. What one of them copies in has the same tables, so that it
    says so by the schema's number, and the other needs to learn nothing anew: a fill costs a
    quarter of a millisecond, not five.
    """

    def __init__(self, *begin: str) -> None:
        place = f"file:/slot-{next(_places)}?vfs=memdb"
        self.raw, self._filler = fresh(place), fresh(place)
        self.engine: Any = _Kept(self.raw, "BEGIN")
        self.writer: Any = _Kept(self.raw, *begin) if begin else self.engine
        self.linked, self.unlinked = OneLine(self.raw), OneLine(_without_links(fresh(place)))

    def fill(self, template: cipher.Connection) -> None:
        """Make it what the template is."""
        if self.raw.in_transaction:
            self.raw.rollback()
        template.backup(self._filler)
        self._filler.execute(f"PRAGMA schema_version = {_SCHEMA_VERSION}")


class _Kept(Connection):
    """The one connection of a store; it stands in for an engine, too.

    Its transactions are the driver's own words: a history has thousands of them.
    """

    def __init__(self, raw: cipher.Connection, *begin: str) -> None:
        super().__init__(_engine(raw))
        self._raw, self._words = raw, begin

    def connect(self) -> contextlib.nullcontext[Connection]:
        return contextlib.nullcontext(self)

    @contextmanager
    def begin(self) -> Iterator[Connection]:  # type: ignore[override]
        try:
            for words in self._words:
                self._raw.execute(words)
            yield self
            self._raw.commit()
        except BaseException:
            self._raw.rollback()
            raise


class OneLine(Line):
    """The one connection of a PC's store, whoever asks."""

    def taken(self) -> contextlib.nullcontext[Line]:
        return contextlib.nullcontext(self)


class Quiet:
    """There is no log to be moved into a file."""

    is_behind = False

    def poke(self) -> None: ...

    def close(self) -> None: ...


class PcStore(Store):
    """A PC's store in memory; `mortal` may end the process before or after any commit."""

    def __init__(self, slot: Slot) -> None:
        self.folder = self.path = Path("memory")
        self.key, self.reserve = b"", Reserve(self.folder)
        self.exchanging, self._turn = threading.RLock(), threading.Lock()
        self._writer_thread: int | None = None
        self._reading, self._listeners = {}, []
        self._writer, self._readers = slot.linked, slot.linked
        self._checkpointer = Quiet()
        self.slot = slot
        self.mortal: Callable[[], None] = lambda: None
        self._schema = self._schema_now()
        self.pc = self._this_pc()

    @contextmanager
    def _unlinked(self) -> Iterator[Line]:
        """A connection of its own: to switch foreign keys throws compiled statements away."""
        with self.slot.unlinked.begun():
            yield self.slot.unlinked

    def _finish(self, work) -> None:
        super()._finish(work)
        self.mortal()

    def _announce(self, work) -> None:
        self.mortal()
        super()._announce(work)

    def empty_log(self) -> bool:
        return True

    def ask(self, sql: str, *values):
        """Rows of a statement."""
        return self.slot.raw.execute(sql, values).fetchall()


class OfficeInMemory(OfficeStore):
    """Head office's store in memory; `mortal` may end its process before or after a commit."""

    dialect = "sqlite"

    def __init__(self, slot: Slot) -> None:
        super().__init__()
        self.slot = slot
        self.commits = 0
        self.mortal: Callable[[], None] = lambda: None
        self.after_commit: Callable[[], None] = lambda: None
        self.server: Id = slot.raw.execute("SELECT server FROM office_state").fetchone()[0]

    @contextmanager
    def write(self, scopes: Collection[str] | None = None) -> Iterator[OfficeWork]:
        with our_errors(), self.slot.writer.begin() as conn:
            work = OfficeWork(SqlitePort(conn), self._known, server=self.server)
            yield work
            work.finish()
            self.mortal()
        self.commits += 1
        self.after_commit()
        self._committed(work)
        self.mortal()

    @contextmanager
    def read(self, scopes: Collection[str] | None = None) -> Iterator[OfficeWork]:
        with our_errors(), self.slot.engine.begin() as conn:
            work = OfficeWork(SqlitePort(conn), self._known, server=self.server)
            yield work
        self._known.scopes.learn(work.scopes.fresh)

    def forget(self) -> None:
        """The store is another one now; a new process over it."""
        self._known = type(self._known)()

    def scrub(self, cancelled: Cancelled = never) -> None: ...

    def close(self) -> None: ...


def new_pc_store(device: Id, branch: tuple[Id, str], letter: str) -> cipher.Connection:
    """A PC that has just been enrolled: nothing copied yet."""
    raw = fresh()
    _upgrade(raw)
    raw.execute("INSERT INTO sync_state(one, epoch, last_hlc, clock_offset) VALUES (1, 1, 0, 0)")
    raw.execute("INSERT INTO pc VALUES (1, ?, ?, ?, ?, 1, 0)", (device, *branch, letter))
    raw.execute(
        "INSERT INTO head_office VALUES (1, 'https://office', ?, '', x'00', zeroblob(32),"
        " zeroblob(32), 'on', 0, 0, NULL, NULL)",
        (bytes(16),),
    )
    return raw


def new_office_store() -> cipher.Connection:
    """An empty head office."""
    slot = Slot()
    with slot.engine.begin() as conn:
        schema.bring_up_to_date(conn)
    return slot.raw


def fresh(place: str = ":memory:") -> cipher.Connection:
    """An empty database in memory."""
    raw = cipher.connect(
        place, isolation_level=None, check_same_thread=False, cached_statements=4096, uri=True
    )
    for pragma in _PRAGMAS:
        raw.execute(f"PRAGMA {pragma}")
    return raw


def _without_links(raw: cipher.Connection) -> cipher.Connection:
    raw.execute("PRAGMA foreign_keys = OFF")
    return raw


def copied(raw: cipher.Connection) -> cipher.Connection:
    """A copy as it is now."""
    copy = cipher.connect(":memory:", isolation_level=None, check_same_thread=False)
    raw.backup(copy)
    return copy


def _engine(raw: cipher.Connection) -> Engine:
    return create_engine(
        "sqlite://",
        creator=lambda: raw,
        module=cipher,
        poolclass=StaticPool,
        pool_reset_on_return=None,
        hide_parameters=True,
    )
