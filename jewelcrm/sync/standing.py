"""Whether this PC has a head office at all: all that a shop of its own ever asks of sync.

The window looks every few seconds. What else there is to know loads the engine's rules and the
history's, 30 ms and some megabytes that a shop without a head office has no use for.
"""

from __future__ import annotations

from db.shop import syncstate
from jewelcrm.access.doors import query
from jewelcrm.context import Context
from jewelcrm.sync.model import SyncStatus


@query("sync.view")
def alone(ctx: Context) -> SyncStatus | None:
    """How a PC without a head office stands; None when it has one (`queries.status` says how)."""
    with ctx.read() as conn:
        if syncstate.office(conn.connection.driver_connection) is not None:
            return None
    return SyncStatus(
        enrolled=False,
        state="stand_alone",
        pending=0,
        oldest_pending_at=None,
        last_contact=None,
        lease_until=None,
        first_copy=None,
        conflicts_open=0,
        put_aside_open=0,
    )
