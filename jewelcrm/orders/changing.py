"""Which orders may be changed, and where: for the commands that change their pieces and terms."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from db.tables.orders import sales_order
from db.types import Id
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.orders.rules.stages import is_open, stage_name


def open_order(ctx: Context, conn: Connection, order_id: Id) -> Any:
    """The order's row, if it may still be changed, and here."""
    row = own_order(ctx, conn, order_id)
    if not is_open(row.stage):
        raise CanFix(
            "This order is {stage}: it cannot be changed any more.", stage=stage_name(row.stage)
        )
    return row


def own_order(ctx: Context, conn: Connection, order_id: Id) -> Any:
    """The order's row, if it was taken at this branch: its pieces and terms are agreed there."""
    row = conn.execute(select(sales_order).where(sales_order.c.id == order_id)).first()
    if row is None:
        raise CanFix("This order is no longer there. Look it up again.")
    if ctx.in_chain and row.branch_id != ctx.branch.id:
        raise CanFix(
            "This order was taken at another branch: only there its pieces and terms are changed."
        )
    return row
