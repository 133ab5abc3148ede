"""Whose reminders: in a chain one branch makes each, whoever else holds the order or customer.

What an order calls for is for the branch that took it; what a customer calls for is for her home.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Table, select

from db.shop import syncmembers
from db.tables.customers import customer
from db.tables.orders import sales_order
from db.types import Id
from jewelcrm.followups.chunks import chunks
from jewelcrm.followups.making import Firing
from jewelcrm.followups.rules import ORDER_RULES


def ours(conn: Connection, wanted: Sequence[Firing], branch: Id) -> list[Firing]:
    """Those that are for this branch to make."""
    orders = _others(conn, sales_order, branch, {f.seen.order_id for f in wanted if _of_order(f)})
    home = {f.seen.customer_id for f in wanted if not _of_order(f)}
    customers = _others(conn, customer, branch, home)
    return [
        f
        for f in wanted
        if (f.seen.order_id not in orders if _of_order(f) else f.seen.customer_id not in customers)
    ]


def still_copying(conn: Connection) -> bool:
    """True while the first copy is under way: what looks gone or new may only not be here yet."""
    cursors = syncmembers.cursors(conn.connection.driver_connection)
    return any(cursor.stage is not None for cursor in cursors if cursor.scope.startswith("B:"))


def _of_order(firing: Firing) -> bool:
    return firing.plan.rule.key in ORDER_RULES


def _others(conn: Connection, table: Table, branch: Id, ids: Iterable[Id | None]) -> set[Id]:
    """Those of the records that are another branch's."""
    c, found = table.c, set[Id]()
    for piece in chunks(i for i in ids if i is not None):
        found |= set(conn.scalars(select(c.id).where(c.id.in_(piece), c.branch_id != branch)))
    return found
