"""What head office forgets: tombstones after 90 days, and who sent what after 400.

A PC that was away for longer gets its scopes listed anew; its own work is never touched by that
(sync.md 2.14).
"""

from __future__ import annotations

from db.office.store import OfficeStore
from db.office.work import OfficeWork
from jewelcrm.office.merging.clocks import MEMORY_MS

TOMBSTONES_MS = 90 * 86_400_000


def collect(store: OfficeStore, now: int) -> int:
    """Forget what is old enough, a scope at a time; returns how many scopes were gone through."""
    with store.read() as work:
        names = [str(row[0]) for row in work.port.all("SELECT name FROM scope ORDER BY no")]
    for name in names:
        _collect(store, name, now - TOMBSTONES_MS)
    store.run(lambda work: work.forget_applied(now - MEMORY_MS))
    return len(names)


def _collect(store: OfficeStore, scope: str, before: int) -> None:
    def act(work: OfficeWork) -> None:
        work.collect(scope, before)

    store.run(act)
