"""What every request shares: the store as the PC may see it, the clock's highest tick, the load."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple, TypeVar

from db.clock import COUNTER_BITS
from db.errors import Busy, DiskFull
from db.office.store import TRIES, OfficeStore
from db.office.turns import Turns, alone
from db.office.work import OfficeWork
from db.types import Id
from jewelcrm.office import lives
from jewelcrm.office.grants import Grants, grants_of
from jewelcrm.office.refusals import Refusal

T = TypeVar("T")
RETRY_S = 2.0
DAY_MS = 86_400_000
_LIFE_S = 10.0


class Patience(NamedTuple):
    """How long a transaction waits for others that hold what it wants, and how often it tries."""

    wait_ms: int
    tries: int


class Hearing:
    """A head office's store, and what this process remembers between requests."""

    def __init__(self, store: OfficeStore) -> None:
        self.store = store
        self.writers: dict[int, tuple[Id, int]] = {}
        self.writer_numbers: dict[tuple[Id, int], int] = {}
        self._lock = threading.Lock()
        self._hlc = 0
        self._pushing = 0
        self._told: dict[Id, int] = {}
        self._life, self._looked = "", -_LIFE_S

    def grants(self, device: Id, now: int) -> Grants:
        """What the PC may see just now.

        Raises:
            Refusal: it may see nothing any more.
        """
        with refusing(), self.store.read(()) as work:
            return grants_of(work, device, now)

    @contextmanager
    def look(self, grants: Grants) -> Iterator[OfficeWork]:
        """One moment of the store, as far as the PC may see it."""
        with refusing(), self.store.read(grants.scopes) as work:
            yield work

    def act(self, grants: Grants, what: Callable[[OfficeWork], T]) -> T:
        """A transaction in the PC's name."""
        with refusing():
            return self.store.run(what, grants.scopes)

    def act_alone(
        self, turns: Callable[[OfficeWork], Turns[T]], patience: Patience | None = None
    ) -> T:
        """A transaction that finds out by itself what its PC may see."""

        def act(work: OfficeWork) -> T:
            if patience is not None:
                work.port.wait_at_most(patience.wait_ms)
            return alone(turns(work))

        with refusing():
            return self.store.run(act, (), tries=patience.tries if patience else TRIES)

    def act_abreast(
        self, several: Sequence[Callable[[OfficeWork], Turns[T]]], wait_ms: int
    ) -> list[T]:
        """The same for several PCs, whose turns share a transaction: all is kept, or nothing."""

        def first(work: OfficeWork) -> Turns[T]:
            work.port.wait_at_most(wait_ms)
            return several[0](work)

        return self.store.run_abreast([first, *several[1:]], ())

    def life(self, *, anew: bool = False) -> str:
        """Which life head office is in (`lives`); looked up again now and then, or `anew`."""
        if anew or time.monotonic() - self._looked > _LIFE_S:
            with refusing(), self.store.read(()) as work:
                found = lives.current(work)
            self._life, self._looked = found.id if found else "", time.monotonic()
        return self._life

    def learn(self, writers: Mapping[int, tuple[Id, int]]) -> None:
        """Remember writers that a transaction found, once it is committed."""
        self.writers.update(writers)
        self.writer_numbers.update({writer: number for number, writer in writers.items()})

    def tick(self, now: int, hlc: int = 0) -> int:
        """Head office's clock: never behind its own time, nor behind any change it took in."""
        with self._lock:
            self._hlc = max(self._hlc, hlc, now << COUNTER_BITS)
            return self._hlc

    def told_today(self, device: Id, now: int) -> bool:
        """True when the branch has just been told that this PC's clock is wrong."""
        return now - self._told.get(device, -DAY_MS) < DAY_MS

    def note_told(self, device: Id, now: int) -> None:
        """The branch has been told; not at every push."""
        self._told[device] = now

    @contextmanager
    def pushing(self) -> Iterator[float]:
        """For how long a PC should wait before its next push, by how many push just now."""
        with self._lock:
            self._pushing += 1
            others = self._pushing - 1
        try:
            yield backoff(others)
        finally:
            with self._lock:
                self._pushing -= 1


FREE = 4
"""So many may push at once before anybody is asked to wait."""


def backoff(others: int) -> float:
    """Seconds to wait with the next push while so many others push too."""
    return min(30.0, max(0, others - FREE) * 0.25)


@contextmanager
def refusing() -> Iterator[None]:
    """The store's passing troubles as refusals that say when to come again."""
    try:
        yield
    except Busy as error:
        raise Refusal("busy", RETRY_S) from error
    except DiskFull as error:
        raise Refusal("disk_full", 60.0) from error
