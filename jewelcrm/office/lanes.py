"""Worker threads, so that no work is done on the event loop, and none waits for long.

A lane that has made somebody wait for more than two seconds takes nobody new: an honest "later"
keeps a thousand PCs from queueing behind each other (sync.md 2.12).
"""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import TypeVar

from jewelcrm.office.refusals import Refusal

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
        if self.longest_wait() > self._patience:
            raise Refusal("busy", retry=RETRY_S)
        number = next(self._numbers)
        with self._lock:
            self._waiting[number] = time.monotonic()

        def begun() -> T:
            with self._lock:
                self._waiting.pop(number, None)
            return job()

        return await asyncio.get_running_loop().run_in_executor(self._pool, begun)

    def longest_wait(self) -> float:
        """For how long the job that waits longest has been waiting, in seconds."""
        with self._lock:
            first = next(iter(self._waiting.values()), None)
        return 0.0 if first is None else time.monotonic() - first

    def close(self) -> None:
        """Finish what has begun and stop."""
        self._pool.shutdown(cancel_futures=True)
