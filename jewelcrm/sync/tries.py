"""How the last exchange with head office went, kept for whoever asks later."""

from __future__ import annotations

from db.shop import syncstate
from db.store import Store
from db.types import to_millis
from jewelcrm.context import Clock
from jewelcrm.sync.line import Refused, Unreachable, Untrusted
from jewelcrm.sync.words import sentence

AWAY, UNTRUSTED = "away", "untrusted"
PASSING = (AWAY, "busy", "limit", "waiting")
"""Ends by itself; whatever else it was, somebody has to look."""


def why(error: Unreachable | Refused) -> str:
    """What went wrong, as a word of ours: head office's own code when it said no."""
    if isinstance(error, Refused):
        return error.code
    return UNTRUSTED if isinstance(error, Untrusted) else AWAY


def note(store: Store, clock: Clock, error: Unreachable | Refused) -> None:
    """It failed just now."""
    with store.apply(now=clock.now()) as work:
        how = syncstate.Failed(to_millis(clock.now()), why(error), sentence(error))
        syncstate.note_failed(work.raw, how)
        work.touched.add("sync")


def went_well(store: Store, clock: Clock) -> None:
    """It went well; written only where the one before had failed."""
    with store.read() as conn:
        before = syncstate.failed(conn.connection.driver_connection)
    if before is None:
        return
    with store.apply(now=clock.now()) as work:
        syncstate.note_went_well(work.raw)
        work.touched.add("sync")
