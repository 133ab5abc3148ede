"""The connections to an open store: the driver's own and, over each, SQLAlchemy's.

SQLAlchemy takes as long to load as a password to be stretched. It comes with the first who asks for
a connection of its kind; whoever signs in and looks at the first list asks for the driver's.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, cached_property
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2 as cipher

from db.errors import Busy

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

_PATIENCE = 30  # seconds until somebody who waits for a connection is told so


class Line:
    """One connection to a store."""

    def __init__(self, raw: cipher.Connection) -> None:
        self.raw = raw
        """As the driver gives it, for plain SQL."""

    @cached_property
    def conn(self) -> Connection:
        """As SQLAlchemy gives it; transactions are begun and ended by `begun` alone."""
        return _over(self.raw)

    @contextmanager
    def begun(self, how: str = "BEGIN") -> Iterator[None]:
        """A transaction, kept whole or not at all."""
        self.raw.execute(how)
        try:
            yield
            self.raw.commit()
        except BaseException:
            self.raw.rollback()
            raise

    def close(self) -> None:
        """End it, with SQLAlchemy's if there is one."""
        if "conn" in self.__dict__:
            self.conn.close()
        self.raw.close()


class Lines:
    """Up to `size` connections of a kind, each opened when all others are taken."""

    def __init__(self, open_one: Callable[[], cipher.Connection], size: int) -> None:
        self._open_one = open_one
        self._free = threading.Semaphore(size)
        self._turn = threading.Lock()
        self._idle: list[Line] = []  # the last one was used last: its pages are still at hand
        self._closed = False

    @contextmanager
    def taken(self) -> Iterator[Line]:
        """One of them, for the length of a block.

        Raises:
            StoreError: it cannot be opened, or all have been taken for too long.
        """
        if not self._free.acquire(timeout=_PATIENCE):
            raise Busy("Another program is using the store. Try again in a moment.")
        try:
            line = self._one()
            try:
                yield line
            finally:
                self._give_back(line)
        finally:
            self._free.release()

    def rest(self, *, spare_last: bool) -> None:
        """Let go of the pages that were read; `spare_last`: not of the one that is used most."""
        with self._turn:
            for line in self._idle[:-1] if spare_last else self._idle:
                line.raw.execute("PRAGMA shrink_memory")

    def close(self) -> None:
        """Close all; one that is taken closes when it is given back."""
        with self._turn:
            self._closed = True
            idle, self._idle = self._idle, []
        for line in idle:
            line.close()

    def _one(self) -> Line:
        with self._turn:
            if self._idle:
                return self._idle.pop()
        return Line(self._open_one())

    def _give_back(self, line: Line) -> None:
        with self._turn:
            if not self._closed:
                self._idle.append(line)
                return
        line.close()


_handed: list[cipher.Connection] = []
_handing = threading.Lock()


def _over(raw: cipher.Connection) -> Connection:
    """SQLAlchemy's connection over the driver's."""
    with _handing:
        engine = _engine()
        _handed.append(raw)
        return engine.connect()


@cache
def _engine() -> Engine:
    """One for all stores of the process: a statement is compiled once."""
    from sqlalchemy import create_engine
    from sqlalchemy.pool import NullPool

    engine = create_engine(
        "sqlite://",
        creator=_handed.pop,
        module=cipher,
        poolclass=NullPool,
        hide_parameters=True,
        query_cache_size=1200,
    )
    # Its first look at a connection ends whatever transaction it finds there: not one of ours.
    _handed.append(cipher.connect(":memory:"))
    engine.connect().close()
    return engine
