"""Head office's own work on backups beside the requests: the PCs' are read, its own are made.

Of several processes one at a time does it. PostgreSQL makes its own (packaging/server).
"""

from __future__ import annotations

import asyncio
import random
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from db.backup.quiet import stand_back
from db.backup.stopping import Cancelled
from db.errors import StoreError
from db.office.embedded import EmbeddedStore
from jewelcrm.context import Clock
from jewelcrm.errors import CanFix
from jewelcrm.log import log
from jewelcrm.office import vaulting
from jewelcrm.office.offsite import OffSite

EVERY_S, OWN_EVERY_S = 1800.0, 900.0

_DICE = random.SystemRandom()
"""Its own: no two processes wait alike, and nobody else's dice are thrown."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is done again and again until it is told to stop, and how often."""

    act: Callable[[Cancelled], object]
    every: float


def jobs(off_site: OffSite, store: object, folder: Path, clock: Clock) -> list[Job]:
    """What there is to do for this head office."""
    found = [Job(off_site.tidy, EVERY_S)]
    if isinstance(store, EmbeddedStore):
        own = folder / vaulting.FOLDER

        def back_up(cancelled: Cancelled) -> vaulting.Point:
            return vaulting.back_up(folder, store, own, clock.now(), cancelled=cancelled)

        found.append(Job(back_up, OWN_EVERY_S))
    return found


class Tidying:
    """Goes on for as long as the server runs."""

    def __init__(self, work: Sequence[Job]) -> None:
        loop = asyncio.get_running_loop()
        self._pool = ThreadPoolExecutor(1, "backups", stand_back)
        self._stopping = threading.Event()
        self._tasks = [loop.create_task(self._go_on(job)) for job in work]

    async def stop(self) -> None:
        """No more; what has begun in a thread is given up, and has ended."""
        self._stopping.set()
        for task in self._tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        self._pool.shutdown(cancel_futures=True)

    async def _go_on(self, job: Job) -> None:
        while True:
            await asyncio.sleep(job.every * _DICE.uniform(0.8, 1.0))
            await asyncio.get_running_loop().run_in_executor(self._pool, self._once, job)

    def _once(self, job: Job) -> None:
        """Whatever fails is tried again; the doctor tells how old the last backup is."""
        try:
            job.act(self._stopping.is_set)
        except (StoreError, CanFix, OSError) as error:
            log.warning("backup put off", error=type(error).__name__)
