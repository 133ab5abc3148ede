"""Worker threads, so that no work is done on the event loop, and none waits for long.

A lane that has made somebody wait for more than two seconds takes nobody new: an honest "later"
keeps a thousand PCs from queueing behind each other (sync.md 2.12).
"""

from __future__ import annotations

import asyncio
import itertools
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Lock
from typing import Generic, TypeVar

from jewelcrm.office.refusals import Refusal

J = TypeVar("J")
T = TypeVar("T")
PATIENCE_S = 2.0
RETRY_S = 3.0


class Lane:
    """A few threads and the jobs that wait for them."""

    def __init__(self, name: str, threads: int, patience: float = PATIENCE_S) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix=name)
        self._patience = patience
        self._waiting: dict[int, float] = {}
        self._numbers = itertools.count()
        self._lock = Lock()

    async def run(self, job: Callable[[], T]) -> T:
        """What the job answers, done in a thread.

        Raises:
            Refusal: somebody has waited too long already.
        """
        self.require_patience(self.longest_wait())
        number = next(self._numbers)
        with self._lock:
            self._waiting[number] = time.monotonic()

        def begun() -> T:
            with self._lock:
                self._waiting.pop(number, None)
            return job()

        return await asyncio.get_running_loop().run_in_executor(self._pool, begun)

    def start(self, job: Callable[[], object]) -> None:
        """Do this as soon as a thread is free."""
        self._pool.submit(job)

    def require_patience(self, waited: float) -> None:
        """Nothing while nobody has waited for too long.

        Raises:
            Refusal: somebody has, so many seconds.
        """
        if waited > self._patience:
            raise Refusal("busy", retry=RETRY_S)

    def longest_wait(self) -> float:
        """For how long the job that waits longest has been waiting, in seconds."""
        with self._lock:
            first = next(iter(self._waiting.values()), None)
        return 0.0 if first is None else time.monotonic() - first

    def close(self) -> None:
        """Finish what has begun and stop."""
        self._pool.shutdown(cancel_futures=True)


@dataclass(slots=True)
class _Waiting(Generic[J, T]):
    """A job that waits for its turn."""

    job: J
    told: asyncio.Future[T]
    since: float = field(default_factory=time.monotonic)


class Convoy(Generic[J, T]):
    """Jobs that wait for a lane at the same time, done together.

    Nobody waits for company: a job that finds a thread free goes at once, and those that came
    meanwhile go with the next one. The more there are, the less each costs.
    """

    def __init__(
        self,
        lane: Lane,
        act: Callable[[Sequence[J]], Sequence[T | Exception]],
        *,
        most: int,
        at_once: int,
    ) -> None:
        self._lane, self._act, self._most = lane, act, most
        self._free = at_once
        """How many more companies may be on their way at the same time."""
        self._waiting: deque[_Waiting[J, T]] = deque()
        self._lock = Lock()

    async def run(self, job: J) -> T:
        """What becomes of the job.

        Raises:
            Refusal: somebody has waited too long already. Exception: as it went for this job.
        """
        with self._lock:
            waited = time.monotonic() - self._waiting[0].since if self._waiting else 0.0
        self._lane.require_patience(waited)
        one: _Waiting[J, T] = _Waiting(job, asyncio.get_running_loop().create_future())
        with self._lock:
            self._waiting.append(one)
            starts = self._free > 0
            self._free -= starts
        if starts:
            self._lane.start(self._go)
        return await one.told

    def _go(self) -> None:
        while some := self._next():
            try:
                results = self._act([one.job for one in some])
            except Exception as error:  # noqa: BLE001 - those who wait are told
                results = [error] * len(some)
            loop = some[0].told.get_loop()
            loop.call_soon_threadsafe(_tell, list(zip(some, results, strict=True)))

    def _next(self) -> list[_Waiting[J, T]]:
        """Who goes next; nobody: this thread is the lane's again."""
        with self._lock:
            some = [self._waiting.popleft() for _ in range(min(self._most, len(self._waiting)))]
            self._free += not some
            return some


def _tell(results: Sequence[tuple[_Waiting[J, T], T | Exception]]) -> None:
    for one, result in results:
        if one.told.done():
            continue  # who asked has gone
        if isinstance(result, Exception):
            one.told.set_exception(result)
        else:
            one.told.set_result(result)
