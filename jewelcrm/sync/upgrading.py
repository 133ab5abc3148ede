"""After the program was updated: rows that the older one could not read are asked for again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlcipher3 import dbapi2 as cipher

from db.migrations import SCHEMA
from db.shop import syncstate
from db.work import Work
from jewelcrm.sync.applying import Applying
from jewelcrm.wire.messages import Feed

NEW_IN: Mapping[int, tuple[str, ...]] = {}
"""Schema to the tables and columns (`table.column`) that are synced since it."""


def wanted(raw: cipher.Connection) -> list[str]:
    """What is still to be sent again."""
    read_with, left = syncstate.backfill(raw)
    if read_with is None or read_with >= SCHEMA:
        return left
    return left + [name for n in range(read_with + 1, SCHEMA + 1) for name in NEW_IN.get(n, ())]


def take_in(work: Work, feeds: Sequence[Feed], left: Sequence[str]) -> None:
    """Apply pages that were sent again, and keep what is to be asked for next."""
    if feeds:
        applying = Applying(work)
        for feed in feeds:
            if feed.s in applying.members.numbers:
                applying.page(applying.members.numbers[feed.s], feed.items)
        applying.close()
    if syncstate.backfill(work.raw) != (SCHEMA, list(left)):
        syncstate.set_backfill(work.raw, SCHEMA, list(left))
