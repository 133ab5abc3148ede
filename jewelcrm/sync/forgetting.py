"""What this PC need not keep any longer: changes of long ago, and every trace of erased people."""

from __future__ import annotations

import datetime as dt

from db.shop import search, sessions, syncstate
from db.shop import syncchanges as changes
from db.store import Store
from db.types import to_millis

KEPT_DAYS = 400
"""How long a change is kept after head office has it: as long as head office remembers which
transactions it has seen, so that a restored head office can be sent them again."""
KEPT_EACH = 50
"""The newest changes of a record that stay however old they are: as many as its history shows."""
_STEP = 2_000


def prune(store: Store, now: dt.datetime, keep_days: int) -> int:
    """Forget some changes that head office has known for long; returns how many."""
    before = to_millis(now - dt.timedelta(days=keep_days))
    with store.look() as raw:
        old = changes.outlived(raw, before, keep=KEPT_EACH, limit=_STEP)
    if old:
        with store.apply(now=now) as work:
            sessions.prune(work.raw, changes.transactions(work.raw, old))
            changes.prune(work.raw, old)
    return len(old)


def forget(store: Store, now: dt.datetime) -> None:
    """Empty the search index and the log of who was erased; goes on after a kill."""
    with store.look() as raw:
        if not syncstate.must_forget(raw):
            return
    with store.apply(now=now) as work:
        search.forget(work.raw)
    if store.empty_log():
        with store.apply(now=now) as work:
            syncstate.forgotten(work.raw)
