"""Head office was put back to an older state: what it told this PC of rows is in doubt.

It counts revisions from where its backup was, so that one number may stand for two states of a
row. Nothing is taken away here: every row is asked for again, and until then a change of it counts
as made without having seen what others wrote. So nobody's words are overwritten unseen.
"""

from __future__ import annotations

from sqlcipher3 import dbapi2 as cipher

from db.shop import syncchanges as changes
from db.shop import syncmembers, syncrows, syncstate
from jewelcrm.sync import staging
from jewelcrm.sync.staging import DROPPING, Indexing

NOWHERE = 1 << 53
"""Ahead of any feed: a cursor that stands here is answered with what differs."""


def begin(raw: cipher.Connection, *, new_writer: bool) -> None:
    """Doubt every revision; begin every scope anew.

    `new_writer`: under this PC's epoch nothing has been answered yet, and no "send again from"
    reaches behind it: all it knows to be sent is sent again, and known by its transactions' ids.
    """
    if new_writer:
        changes.take_back(raw, 1)
    changes.doubt(raw)
    syncrows.doubt(raw)
    syncmembers.doubt(raw)
    scopes = [c for c in syncmembers.cursors(raw) if c.stage != DROPPING]
    for cursor in scopes:
        syncmembers.set_seq(raw, cursor.no, NOWHERE)
        syncmembers.set_stage(raw, cursor.no, None)
    if any(c.stage for c in scopes):
        syncstate.set_indexing(raw, staging.text(Indexing()))
