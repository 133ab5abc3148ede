"""The background's backups: each four hours while the shop is open, at close; a drill each week.

Every point that is kept, here and on every target in reach, is looked at page by page each month.

One thread of the lowest priority. It never holds the window: the store is copied beside whoever
works. What fails is tried again, and the light tells it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import version

from db.backup.quiet import stand_back
from db.backup.stopping import Cancelled, Stopped, never
from db.errors import StoreError
from jewelcrm.backup import drilling, keeping, looking, making, pruning, rules, verifying
from jewelcrm.backup.model import BackupStatus, Progress, Why, silent
from jewelcrm.context import Context
from jewelcrm.errors import CanFix, Unavailable
from jewelcrm.log import log

LOOK_S = 60.0
AGAIN_S = 900.0
FIRST_S = 120.0
"""After a start the counter has other things to do first."""


class Schedule:
    """Keeps the backups of the store that is open. `who`: the context in force, or nobody."""

    def __init__(
        self,
        who: Callable[[], Context | None],
        *,
        told: Callable[[BackupStatus], None] | None = None,
        progress: Progress = silent,
        first: float = FIRST_S,
    ) -> None:
        self._who, self._told, self._progress = who, told, progress
        self._wake, self._turn = threading.Event(), threading.Lock()
        self._stopping = False
        self._not_before = time.monotonic() + first
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin; the first look comes a little later."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="backup", daemon=True)
            self._thread.start()

    def poke(self) -> None:
        """Look now."""
        self._not_before = 0.0
        self._wake.set()

    def stop(self, timeout: float = 10.0) -> None:
        """End; a copy or check that is under way is given up, the point before is still there."""
        self._stopping = True
        self._wake.set()
        if self._thread is not None:
            self._thread.join(timeout)

    def at_close(self, progress: Progress = silent, cancelled: Cancelled = never) -> bool:
        """The day's last point, before the store is closed; False when it could not be made.

        Call it off the window's thread, with the store still open.
        """
        ctx = self._who()
        if ctx is None:
            return False

        def given_up() -> bool:
            return self._is_stopping() or cancelled()

        return self._in_turn(lambda: self._point(ctx, "close", progress, given_up))

    def once(self) -> None:
        """Do what is due."""
        ctx = self._who()
        if ctx is None or self._stopping:
            return
        if self._in_turn(lambda: self._due(ctx)) and self._told is not None:
            self._told(looking.status(ctx))

    def _run(self) -> None:
        stand_back()
        while not self._stopping:
            self._wake.wait(LOOK_S)
            self._wake.clear()
            if time.monotonic() >= self._not_before and not self._stopping:
                self.once()

    def _in_turn(self, act: Callable[[], bool]) -> bool:
        """One at a time; whatever fails is told by the light and tried again later."""
        with self._turn:
            try:
                return act()
            except (StoreError, CanFix, Unavailable, OSError) as error:
                log.warning("backup put off", error=type(error).__name__)
            except Exception as error:  # noqa: BLE001 - the thread outlives whatever happens
                log.error("backup failed", error=type(error).__name__)
            self._not_before = time.monotonic() + AGAIN_S
            return False

    def _due(self, ctx: Context) -> bool:
        known, now = looking.status(ctx), ctx.clock.now()
        if _is_new_here(ctx):
            return self._point(ctx, "update", self._progress, self._is_stopping)
        if now >= known.next_due_at:
            return self._point(ctx, "hours", self._progress, self._is_stopping)
        if rules.drill_due(now, known.last_drill_at) and known.last_verified_at is not None:
            drilling.drill(ctx, progress=self._progress, cancelled=self._is_stopping)
            return True
        looked = verifying.again(ctx, progress=self._progress, cancelled=self._is_stopping)
        return looked is not None

    def _is_stopping(self) -> bool:
        return self._stopping

    def _point(self, ctx: Context, why: Why, progress: Progress, cancelled: Cancelled) -> bool:
        made = making.back_up(ctx, why, progress=progress, cancelled=cancelled)
        with suppress(Stopped):  # the point is there, and the next one goes on with this
            wanted = pruning.prune(ctx, cancelled=cancelled).wanted
            for _ in range(wanted):  # the old may only go when these are there
                making.back_up(ctx, why, progress=progress, cancelled=cancelled)
            if wanted:
                pruning.prune(ctx, cancelled=cancelled)
        return made.verified


def _is_new_here(ctx: Context) -> bool:
    """True when another release of the program made the last point: one is made at once."""
    last = keeping.state(ctx).app
    return bool(last) and last != version("jewelcrm")
