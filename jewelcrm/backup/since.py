"""What would be gone if the store went back to a moment: told before anybody says yes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db.shop import syncchanges
from db.types import to_millis
from jewelcrm.access.doors import query
from jewelcrm.context import Context


@dataclass(frozen=True, slots=True)
class Since:
    """Acts on this PC after a moment, what they made, and what only this PC knows."""

    changes: int
    customers: int
    orders: int
    unsent: int
    """Of a PC with a head office: acts that were not sent yet. They do not come back from there."""


@query("backup.view")
def since(ctx: Context, moment: dt.datetime) -> Since:
    """Counted in the history of changes."""
    at = to_millis(moment)
    with ctx.read() as conn:
        raw = conn.connection.driver_connection

        def count(sql: str) -> int:
            return int(conn.exec_driver_sql(sql, (at,)).scalar_one())

        customers, orders = count(_MADE.format("customer")), count(_MADE.format("sales_order"))
        acts = count("SELECT count(DISTINCT tx) FROM change WHERE at > ?")
        return Since(
            changes=max(acts, customers + orders),  # an import makes many in one act
            customers=customers,
            orders=orders,
            unsent=syncchanges.unsent_since(raw, at)[0] if ctx.in_chain else 0,
        )


_MADE = "SELECT count(*) FROM change WHERE tbl = '{}' AND op = 'I' AND at > ?"
