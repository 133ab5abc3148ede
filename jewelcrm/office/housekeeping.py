"""What the server does by itself: leases end, what need not be remembered is forgotten.

PCs that never finished joining are taken off, as they are when the next code is made. Every process
looks every ten minutes; which of several does it does not matter, and doing it twice does no harm.
Once a day the feeds are cleared of old tombstones too.
"""

from __future__ import annotations

import asyncio
import random
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from sqlalchemy import delete, update

from db.backup.stopping import Cancelled, Stopped, never, unless
from db.errors import StoreError
from db.office import tables
from db.office.work import OfficeWork
from db.types import from_millis
from jewelcrm.log import log
from jewelcrm.office import codes
from jewelcrm.office.collecting import LATER, collect
from jewelcrm.office.service import Office
from jewelcrm.office.visiting.erasing import finish
from jewelcrm.office.visiting.leases import end_expired
from jewelcrm.wire.signing import NONCE_MEMORY_MS

EVERY_S = 600.0
DAY_MS = 86_400_000
LOOKUPS_KEPT_MS = 180 * DAY_MS
"""For so long it can be told who looked a customer up; the audit log has who looked up at all."""
WORDS_KEPT_MS = 90 * DAY_MS
"""For so long an ended lease keeps the words of its reason."""
SWEPT = "housekeeping.swept"

_DICE = random.SystemRandom()
"""Its own: no two processes wait alike, and nobody else's dice are thrown."""


def tidy(office: Office, cancelled: Cancelled = never) -> None:
    """What is due every time.

    Raises:
        Stopped: it was cancelled; the next time goes on.
    """
    now = office.now()
    while office.store.run(lambda work: end_expired(work, now)):
        unless(cancelled, LATER)
    office.store.run(lambda work: _forget(work, now))
    unless(cancelled, LATER)
    finish(office.store, cancelled)
    unless(cancelled, LATER)
    if office.store.run(lambda work: _is_due(work, now)):
        _collect(office, now, cancelled)


def _collect(office: Office, now: int, cancelled: Cancelled) -> None:
    try:
        collect(office.store, now, cancelled)
    except Stopped:
        office.store.run(lambda work: work.port.drop(tables.setting, [(SWEPT,)]))  # due as before
        raise
    log.info("feeds cleared")


def _forget(work: OfficeWork, now: int) -> None:
    nonce, ticket, asked = tables.nonce, tables.lookup_ticket, tables.lookup_log
    work.conn.execute(delete(nonce).where(nonce.c.at < now - NONCE_MEMORY_MS))
    work.conn.execute(delete(ticket).where(ticket.c.expires_at <= from_millis(now)))
    work.conn.execute(delete(asked).where(asked.c.at < from_millis(now - LOOKUPS_KEPT_MS)))
    codes.sweep(work, from_millis(now))
    lease = tables.lease
    work.conn.execute(
        update(lease)
        .where(lease.c.ended_at < from_millis(now - WORDS_KEPT_MS), lease.c.words.is_not(None))
        .values(words=None)
    )


def _is_due(work: OfficeWork, now: int) -> bool:
    """True once a day; the day is taken at once, so that other processes leave it."""
    rows = work.port.pick(tables.setting, ("value",), [(SWEPT,)])
    if rows and now - int(rows[0][0]) < DAY_MS:
        return False
    work.port.put(tables.setting, [(SWEPT, str(now))])
    return True


class Housekeeping:
    """Tidies beside the requests for as long as the server runs."""

    def __init__(self, office: Office, every: float = EVERY_S) -> None:
        self._office, self._every = office, every
        self._stopping = threading.Event()
        self._pool = ThreadPoolExecutor(1, "housekeeping")
        self._task = asyncio.get_running_loop().create_task(self._go_on())

    async def stop(self) -> None:
        """No more; what has begun in a thread is given up, and has ended."""
        self._stopping.set()
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task
        self._pool.shutdown(cancel_futures=True)

    async def _go_on(self) -> None:
        while True:
            await asyncio.sleep(self._every * _DICE.uniform(0.5, 1.0))
            await asyncio.get_running_loop().run_in_executor(self._pool, self._once)

    def _once(self) -> None:
        try:
            tidy(self._office, self._stopping.is_set)
        except StoreError as error:
            log.warning("housekeeping put off", error=type(error).__name__)
