"""A point before something that changes much at once: an import above all.

Not when one was made within the last minutes; and whoever is making one just now is waited for.
"""

from __future__ import annotations

import datetime as dt
import time

from db.backup.stopping import Cancelled, never, rest
from db.errors import Busy, Damaged
from jewelcrm.backup import looking, making
from jewelcrm.backup.model import Made, Progress, Why, silent
from jewelcrm.context import Context

FRESH = dt.timedelta(minutes=10)
"""What was done within so short a time is remembered, and done again sooner than a copy is made."""
_PATIENCE_S, _LOOK_S = 600.0, 0.5
_NEEDS = {"import": "imports.run"}
NOT_CHECKED = (
    "The backup that is made before this could not be checked, so nothing was begun. See the page"
    " Backups, or run: jewelcrm-admin doctor"
)


def point_before(
    ctx: Context, why: Why, *, progress: Progress = silent, cancelled: Cancelled = never
) -> Made | None:
    """A checked point of now; None when there is a fresh one. It stays on this PC's own disk.

    Raises:
        DiskFull, ReadOnly: it could not be made; what was to follow is not begun.
        Damaged: it was made and is not whole. Stopped: somebody said so. Denied: not this person.
    """
    ctx.require(_NEEDS.get(why, "backup.make"))
    end = time.monotonic() + _PATIENCE_S
    while not _is_fresh(ctx):
        try:
            made = making.back_up(ctx, why, progress=progress, cancelled=cancelled)
        except Busy:  # the background makes one: that is as good
            if time.monotonic() > end:
                raise
            rest(_LOOK_S, cancelled, "Stopped. Nothing was begun.")
        else:
            return _whole(made)
    return None


def _is_fresh(ctx: Context) -> bool:
    last = looking.newest_checked(ctx)
    return last is not None and dt.timedelta() <= ctx.clock.now() - last < FRESH


def _whole(made: Made) -> Made:
    if not made.verified:
        raise Damaged(NOT_CHECKED)
    return made
