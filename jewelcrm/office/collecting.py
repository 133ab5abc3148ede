"""What head office forgets: tombstones and settled clashes after 90 days, who sent what after 400.

A PC that was away for longer gets its scopes listed anew; its own work is never touched by that
(sync.md 2.9, 2.14).
"""

from __future__ import annotations

from sqlalchemy import select

from db.backup.stopping import Cancelled, never, unless
from db.office.kinds import Mark
from db.office.store import OfficeStore
from db.office.work import OfficeWork
from db.tables.review import conflict
from db.types import from_millis
from jewelcrm.office.merging.clocks import MEMORY_MS

KEPT_MS = 90 * 86_400_000
AT_ONCE = 500
LATER = "Stopped. The next housekeeping goes on with it."


def collect(store: OfficeStore, now: int, cancelled: Cancelled = never) -> int:
    """Forget what is old enough, a scope at a time; returns how many scopes were gone through.

    Raises:
        Stopped: it was cancelled; what was forgotten stays so.
    """
    while store.run(lambda work: _forget_clashes(work, now)) == AT_ONCE:
        unless(cancelled, LATER)
    with store.read() as work:
        names = [str(row[0]) for row in work.port.all("SELECT name FROM scope ORDER BY no")]
    for name in names:
        unless(cancelled, LATER)
        _collect(store, name, now - KEPT_MS)
    store.run(lambda work: work.forget_applied(now - MEMORY_MS))
    return len(names)


def _collect(store: OfficeStore, scope: str, before: int) -> None:
    def act(work: OfficeWork) -> None:
        work.collect(scope, before)

    store.run(act)


def _forget_clashes(work: OfficeWork, now: int) -> int:
    """Values that did not stand, and that nobody has to look at any more."""
    c = conflict.c
    ids = list(
        work.conn.scalars(
            select(c.id)
            .where(c.state != "open", c.updated_at < from_millis(now - KEPT_MS))
            .limit(AT_ONCE)
        )
    )
    places = work.members([("conflict", row_id) for row_id in ids])
    marks = [Mark(scope, *key, "R", 0) for key, found in places.items() for scope in found]
    work.drop_rows("conflict", ids)
    work.mark(marks, now)
    return len(ids)
