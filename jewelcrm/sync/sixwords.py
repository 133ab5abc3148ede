"""The six words of this PC, for reading them to head office long after it joined."""

from __future__ import annotations

from db.shop import syncoffice
from jewelcrm.access.doors import query
from jewelcrm.context import Context
from jewelcrm.sync.returning import public_keys
from jewelcrm.wire.words import six_words

ASKED_FOR = ("waiting", "back")
"""While head office answers so, somebody there compares them."""


@query("sync.view")
def of_this_pc(ctx: Context) -> str:
    """As `jewelcrm-office device list` shows them; empty on a PC that stands alone."""
    with ctx.read() as conn:
        where = syncoffice.address(conn.connection.driver_connection)
    return six_words(*public_keys(where)) if where is not None else ""
