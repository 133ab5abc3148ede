"""Changing an order's own particulars, and the days on which it is paid."""

from __future__ import annotations

from typing import Any

from db.tables.orders import sales_order
from db.tables.payments import payment_due
from db.types import Id
from jewelcrm.access.doors import command
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.orders.changing import open_order, own_order
from jewelcrm.orders.commands.place import CHANNELS, PICKUPS
from jewelcrm.orders.rules.stages import is_open, stage_name
from jewelcrm.orders.rules.terms import agreed, check_promise
from jewelcrm.payments import ledger
from jewelcrm.payments.model import NewDue
from jewelcrm.payments.sums import order_money

_ALWAYS = frozenset({"remark", "secret_until"})
_WHILE_OPEN = _ALWAYS | {"promised_on", "pickup", "rush", "channel", "staff_id", "customer_id"}


@command("orders.edit")
def edit_order(ctx: Context, /, order_id: Id, **changes: Any) -> None:
    """Change promised_on, pickup, rush, secret_until, channel, staff_id, customer_id or remark.

    Raises:
        CanFix: the order is over (then only remark and secret_until change), or a value is wrong.
    """
    if not changes.keys() <= _WHILE_OPEN:
        raise TypeError(f"no such part of an order: {sorted(changes.keys() - _WHILE_OPEN)}")
    with ctx.work("order changed") as work:
        row = own_order(ctx, work.conn, order_id)
        if not is_open(row.stage) and not changes.keys() <= _ALWAYS:
            raise CanFix(
                "This order is {stage}: it cannot be changed any more.", stage=stage_name(row.stage)
            )
        _check(ctx, row, changes)
        work.update(sales_order, order_id, **changes)


def _check(ctx: Context, row: Any, changes: dict[str, Any]) -> None:
    promised = changes.get("promised_on", row.promised_on)
    if promised != row.promised_on:
        check_promise(row.kind, promised, ctx.today())
    if changes.get("channel", CHANNELS[0]) not in CHANNELS:
        raise CanFix("Choose counter, phone or online.", field="channel")
    if changes.get("pickup") is not None and changes["pickup"] not in PICKUPS:
        raise CanFix("Choose how it will be collected.", field="pickup")
    if "customer_id" in changes and changes["customer_id"] is None and row.kind != "sale":
        raise CanFix("Choose the customer first.", field="customer_id")


@command("orders.edit")
def set_dues(ctx: Context, order_id: Id, dues: list[NewDue]) -> None:
    """Agree anew on what is paid when; the amounts must add up to the order's total."""
    with ctx.work("dues agreed") as work:
        open_order(ctx, work.conn, order_id)
        plan = agreed(order_money(work.conn, order_id).total, dues)
        for due in ledger.live_dues(work.conn, order_id):
            work.archive(payment_due, due.id)
        ledger.plan(work, order_id, plan)
        ledger.settle(work, order_id, ctx.today())
