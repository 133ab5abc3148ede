"""Head office's store: the same work on an encrypted file and on PostgreSQL."""

from __future__ import annotations

import random
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import ClassVar, Literal, TypeVar

from db.backup.stopping import Cancelled, never
from db.errors import Busy
from db.office.kinds import Applied, FeedEntry, Head, Mark, Row, Versions
from db.office.known import Known
from db.office.turns import Turns, abreast
from db.office.work import OfficeWork
from db.types import Id

__all__ = [
    "Applied",
    "FeedEntry",
    "Head",
    "Mark",
    "OfficeStore",
    "OfficeWork",
    "Row",
    "Versions",
    "create_embedded",
    "create_postgres",
    "open_embedded",
    "open_postgres",
    "unmake_postgres",
]

Listener = Callable[[frozenset[str]], None]
T = TypeVar("T")
TRIES = 8

_DICE = random.SystemRandom()
"""Its own: no two processes wait alike, and nobody else's dice are thrown."""


class OfficeStore(ABC):
    """Head office's store, open. Safe to use from any thread."""

    dialect: ClassVar[Literal["sqlite", "postgresql"]]
    server: Id = bytes(16)

    def __init__(self) -> None:
        self._known = Known()
        self._listeners: list[Listener] = []

    @abstractmethod
    def write(self, scopes: Collection[str] | None = None) -> AbstractContextManager[OfficeWork]:
        """One transaction; `scopes` guards what it may touch, None: head office's own jobs."""

    @abstractmethod
    def read(self, scopes: Collection[str] | None = None) -> AbstractContextManager[OfficeWork]:
        """One moment of the store, read only."""

    @abstractmethod
    def scrub(self, cancelled: Cancelled = never) -> None:
        """After an erasure has been committed: leave nothing of it in the database's files."""

    @abstractmethod
    def close(self) -> None:
        """Let go of the database."""

    def run(
        self,
        act: Callable[[OfficeWork], T],
        scopes: Collection[str] | None = None,
        *,
        tries: int = TRIES,
    ) -> T:
        """`act` in a transaction of its own, again when it collided with somebody else's.

        Raises:
            Busy: it collided each time. StoreError: nothing was kept.
        """
        for turn in range(tries):
            try:
                with self.write(scopes) as work:
                    return act(work)
            except Busy:
                if turn == tries - 1:
                    raise
                time.sleep(_DICE.uniform(0, 0.02 * 2**turn))
        raise AssertionError("not reached")

    def run_abreast(
        self, acts: Sequence[Callable[[OfficeWork], Turns[T]]], scopes: Collection[str] = ()
    ) -> list[T]:
        """Several acts in one transaction, which take turns; each sees what was shown to it.

        Raises:
            Exception: as one of them did; nothing of any was kept.
        """
        with self.write(scopes) as work:
            works = [work, *(work.beside() for _ in acts[1:])]
            return abreast([act(one) for act, one in zip(acts, works, strict=True)])

    def on_news(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with the scopes that got news, soon after; returns how to stop.

        It is called from whichever thread has the news, and must be quick.
        """
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _committed(self, work: OfficeWork) -> None:
        """What a transaction found out, for all; and its news."""
        self._known.scopes.learn(work.scopes.fresh)
        if work.marked:
            self._announce(frozenset(work.marked))

    def _announce(self, scopes: frozenset[str]) -> None:
        for listener in list(self._listeners):
            listener(scopes)


def create_embedded(folder: Path) -> OfficeStore:
    """A new head office on an encrypted file in `folder`."""
    from db.office import embedded

    return embedded.create_embedded(folder)


def open_embedded(folder: Path) -> OfficeStore:
    """The head office on an encrypted file in `folder`."""
    from db.office import embedded

    return embedded.open_embedded(folder)


def create_postgres(owner_url: str, app_role: str, password: str) -> OfficeStore:
    """A new head office in the (empty) PostgreSQL database of `owner_url`, open as `app_role`."""
    from db.office import postgres

    return postgres.create_postgres(owner_url, app_role, password)


def open_postgres(url: str, jobs_url: str | None = None) -> OfficeStore:
    """The head office in a PostgreSQL database; `jobs_url` defaults to the role `..._jobs`."""
    from db.office import postgres

    return postgres.open_postgres(url, jobs_url)


def unmake_postgres(owner_url: str, app_role: str) -> None:
    """Take a head office away that was just made and could not be finished."""
    from db.office import pgmaking

    pgmaking.unmake_postgres(owner_url, app_role)
