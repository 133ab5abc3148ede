"""An open store: one writer, a few readers, and the background's checkpoints.

The only door to the encrypted file. `write` gives a unit of work that is kept whole or not at
all; `read` gives a connection that cannot write.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain, repeat
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2 as cipher

from db.checkpoint import TO_READ, TO_WRITE, is_held
from db.cipher import BUSIEST_CACHE_KIB, READER_CACHE_KIB
from db.clock import COUNTER_BITS, next_hlc
from db.connections import Line, Lines
from db.errors import Damaged, NewerStore, StoreError, our_errors
from db.memory import give_back
from db.shop import anew, marking, search
from db.shop.captured import captured
from db.shop.checkpoint import Checkpointer
from db.shop.connect import FILE_NAME, connect
from db.shop.lease import Lease, lease
from db.shop.mark import Mark, Reached, beside
from db.shop.reserve import Reserve
from db.turn import Turn
from db.types import Id, from_millis, new_id, to_millis
from db.work import Session, Work

if TYPE_CHECKING:
    from sqlalchemy import Connection

READERS = 4
EXCHANGING = "exchange.lock"
"""Who exchanges with head office has this file in the store's folder."""
OUTDATED = (
    "A newer JewelCRM has brought the store up to date while this window was open. Nothing of this"
    " was saved. Close the window and open it again."
)
_BEFORE = "SELECT last_hlc, coalesce((SELECT max(n) FROM change), 0) FROM sync_state"
Listener = Callable[[frozenset[str]], None]


@dataclass(frozen=True, slots=True)
class Pc:
    """This PC: its id, its branch, and the letter in its numbers."""

    id: Id
    branch_id: Id
    branch_code: str
    letter: str


class Store:
    """The shop's encrypted store, open. Safe to use from any thread."""

    put_back = False
    """True when it was noticed just now that the file is older than what this PC has done."""
    _mark: Mark | None = None

    def __init__(self, folder: Path, key: bytes) -> None:
        seen = beside(folder)  # before the store: what commits meanwhile must not look like it
        self.reserve = Reserve(folder)
        self.reserve.give()
        self.folder = folder
        self.path = folder / FILE_NAME
        self.key = key
        self.exchanging = Turn(folder / EXCHANGING)
        """Whose turn it is with head office: a PC has one exchange at a time."""
        self._turn = threading.Lock()
        self._writer_thread: int | None = None
        self._reading: dict[int, cipher.Connection] = {}
        self._listeners: list[Listener] = []
        self._writer = Lines(lambda: connect(self.path, key), size=1)
        caches = chain([BUSIEST_CACHE_KIB], repeat(READER_CACHE_KIB))
        self._readers = Lines(
            lambda: connect(self.path, key, read_only=True, cache_kib=next(caches)), READERS
        )
        self._checkpointer = Checkpointer(self.path, lambda: connect(self.path, key))
        self._schema = self._schema_now()
        self.pc = self._this_pc()
        self.lease = self._this_lease()
        self._mark = Mark(folder, self.reached())
        self.compare([seen] if seen else [])

    @contextmanager
    def write(
        self,
        *,
        actor: Id,
        now: dt.datetime,
        reason: str | None = None,
        session: Session | None = None,
    ) -> Iterator[Work]:
        """A unit of work: committed when the block ends, rolled back on any exception.

        `session`: the sign-in in which the actor does it; without one it cannot be proved.

        Raises:
            StoreError: the change was not kept (disk full, refused, busy ...).
        """
        self.reserve.give()
        with self._turn_to_write(), our_errors(), self._linked() as line:
            work = self._begin(line, actor=actor, now=now, reason=reason)
            yield work
            if session is not None:
                work.sign(session)
            self._finish(work)
        self._checkpointer.poke()
        self._announce(work)
        self._spare_room()

    @contextmanager
    def apply(self, *, now: dt.datetime) -> Iterator[Work]:
        """A unit of work for head office's rows: not captured, and in any order.

        A row may come before what it refers to, so that foreign keys are not looked at.
        """
        with self._turn_to_write(), our_errors(), self._unlinked() as line:
            work = self._begin(line, actor=self.pc.id, now=now, remote=True)
            yield work
            self._finish(work)
        self._checkpointer.poke()
        self._announce(work)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one moment of the store and cannot write."""
        with self._one_moment() as line:
            yield line.conn

    @contextmanager
    def look(self) -> Iterator[cipher.Connection]:
        """The same as the driver's own, for plain SQL: what a sign-in and the first list need."""
        with self._one_moment() as line:
            yield line.raw

    @contextmanager
    def _one_moment(self) -> Iterator[Line]:
        me = threading.get_ident()
        if me != self._writer_thread and me not in self._reading:
            TO_READ.wait(self.path)
        with our_errors(), self._readers.taken() as line, line.begun():
            self._reading[me] = line.raw
            try:
                yield line
            finally:
                self._reading.pop(me, None)

    def interrupt(self, thread: int) -> None:
        """Stop the read that `thread` (its identifier) is doing, if any."""
        raw = self._reading.get(thread)
        if raw is not None:
            with suppress(cipher.ProgrammingError):  # it has ended, and was closed, just now
                raw.interrupt()

    def on_commit(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with the names of the tables of each commit; returns how to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def empty_log(self) -> bool:
        """Move the log into the main file and cut it to nothing; False while somebody reads."""
        if is_held(self.path):
            return False
        with self._turn, our_errors():
            raw = connect(self.path, self.key)
            try:
                raw.execute("PRAGMA busy_timeout = 1000")
                return not raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            finally:
                raw.close()

    def _spare_room(self) -> None:
        """On a full disk the log is emptied before it grows; people wait some milliseconds."""
        if self._checkpointer.is_behind and self.reserve.is_short:
            with suppress(StoreError):  # what was committed is kept
                self.empty_log()

    def rest(self) -> None:
        """Nobody works: what was read goes, some 50 MB, and out of the process too.

        The reader that is used most keeps its pages: the next search is as quick as the last.
        """
        with self._turn, our_errors():
            self._writer.rest(spare_last=False)
            self._readers.rest(spare_last=True)
        give_back()

    def is_outdated(self) -> bool:
        """True when a newer program has changed the tables since this one opened the store."""
        return self._schema_now() != self._schema

    def look_again(self) -> None:
        """What head office says of this PC has changed: its letter, its lease."""
        self.pc = self._this_pc()
        self.lease = self._this_lease()

    def reached(self) -> Reached:
        """How far this store has come."""
        with self.look() as raw:
            return anew.reached(raw)

    def compare(self, marks: Sequence[Reached]) -> bool:
        """Begin a new series of numbers when a mark says that this store has been further.

        True when it was put back: papers may have been given that it does not know.
        """
        here = self.reached()
        later = [mark for mark in marks if mark.is_ahead_of(here)]
        if later:
            self.begin_anew(max(mark.hlc for mark in later) >> COUNTER_BITS, later)
        return bool(later)

    def begin_anew(self, at: int, marks: Iterable[Reached] = ()) -> int:
        """This store was put back: a new series of numbers, until head office gives a letter.

        `at`: now, in milliseconds. Returns the first number.
        """
        with self.apply(now=from_millis(at)) as work:
            first = anew.begin(work.raw, at, marks)
            work.numbered = (self.pc.letter, first)
            work.audit("store.put_back", self.pc.id)
        self.put_back = True
        return first

    def close(self) -> None:
        """Close the store; everything committed is moved into the main file first."""
        self._readers.close()
        with self._turn:
            self._writer.close()
        self._checkpointer.close()
        if self._mark is not None:
            self._mark.close()

    @contextmanager
    def _turn_to_write(self) -> Iterator[None]:
        if self._writer_thread == threading.get_ident():
            raise RuntimeError("a unit of work inside another one")
        TO_WRITE.wait(self.path)
        with self._turn:
            self._writer_thread = threading.get_ident()
            try:
                yield
            finally:
                self._writer_thread = None

    @contextmanager
    def _linked(self) -> Iterator[Line]:
        with self._writer.taken() as line, line.begun("BEGIN IMMEDIATE"):
            yield line

    @contextmanager
    def _unlinked(self) -> Iterator[Line]:
        """A transaction without foreign keys; inside of one the switch has no effect."""
        with self._writer.taken() as line:
            line.raw.execute("PRAGMA foreign_keys = OFF")
            try:
                with line.begun("BEGIN IMMEDIATE"):
                    yield line
            finally:
                line.raw.execute("PRAGMA foreign_keys = ON")

    def _begin(
        self,
        line: Line,
        *,
        actor: Id,
        now: dt.datetime,
        reason: str | None = None,
        remote: bool = False,
    ) -> Work:
        raw = line.raw
        if _schema_of(raw) != self._schema:  # nobody changes it while this transaction lasts
            raise NewerStore(OUTDATED)
        at, tx = to_millis(now), new_id()
        last, after = raw.execute(_BEFORE).fetchone()
        hlc = next_hlc(last, at)
        raw.execute("UPDATE sync_state SET last_hlc = ?", (hlc,))
        raw.execute(
            "INSERT INTO sync_tx(one, tx, hlc, actor, at, reason, remote) VALUES (1,?,?,?,?,?,?)",
            (tx, hlc, actor, at, reason, remote),
        )
        return Work(
            line,
            actor=actor,
            now=now,
            tx=tx,
            hlc=hlc,
            pc=self.pc.id,
            branch_id=self.pc.branch_id,
            after=after,
        )

    def _schema_now(self) -> int:
        with self.look() as raw:
            return _schema_of(raw)

    def _this_pc(self) -> Pc:
        with self.look() as raw:
            row = raw.execute("SELECT id, branch_id, branch_code, letter FROM pc").fetchone()
        if row is None:
            raise Damaged("The store does not say which PC it belongs to; restore a backup.")
        return Pc(*row)

    def _this_lease(self) -> Lease | None:
        with self.look() as raw:
            return lease(raw)

    def _finish(self, work: Work) -> None:
        found = captured(work.raw, work.tx, work.after)
        if found:
            marking.mark(work.raw, found)
            search.take_in(work.raw, found)
        search.refresh(work.raw)
        work.raw.execute("DELETE FROM sync_tx")

    def _announce(self, work: Work) -> None:
        if self._mark is not None:
            self._mark.note(work.hlc, work.numbered)
        for listener in list(self._listeners if work.touched else ()):
            listener(frozenset(work.touched))


def _schema_of(raw: cipher.Connection) -> int:
    return int(raw.execute("PRAGMA user_version").fetchone()[0])
