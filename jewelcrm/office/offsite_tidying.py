"""The PCs' backups at head office are read and let go beside the requests, one step at a time."""

from __future__ import annotations

import asyncio
import random
from contextlib import suppress

from jewelcrm.log import log
from jewelcrm.office.offsite import OffSite

EVERY_S = 1800.0


class Tidying:
    """Goes on for as long as the server runs; of several processes, one at a time does it."""

    def __init__(self, off_site: OffSite, every: float = EVERY_S) -> None:
        self._off_site, self._every = off_site, every
        self._task = asyncio.get_running_loop().create_task(self._go_on())

    async def stop(self) -> None:
        """No more; what has begun in a thread ends by itself."""
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task

    async def _go_on(self) -> None:
        while True:
            await asyncio.sleep(self._every * random.uniform(0.5, 1.0))
            await asyncio.to_thread(self._once)

    def _once(self) -> None:
        try:
            self._off_site.tidy()
        except OSError as error:
            log.warning("off-site put off", error=type(error).__name__)
