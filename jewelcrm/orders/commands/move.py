"""Moving an order along its stages, handing it over, cancelling it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, select

from db.tables.orders import order_line, sales_order
from db.types import Id
from db.work import Work
from jewelcrm.access.doors import command
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.followups.stopping import stop_for_order
from jewelcrm.log import log
from jewelcrm.orders.commands.place import write_step
from jewelcrm.orders.model import Moved
from jewelcrm.orders.rules.stages import CANCELLED, require_step
from jewelcrm.payments import ledger
from jewelcrm.payments.model import Notice
from jewelcrm.payments.sums import OrderMoney, order_money
from jewelcrm.weights import gram_text, within_tolerance

TOLERANCE_PERCENT = Decimal(1)
TOLERANCE_GRAMS = Decimal("0.05")
"""A repaired piece may differ by polishing and the scales' own error; beyond that, say so."""

_HANDED_OVER = frozenset({"collected", "returned_unrepaired"})
_WORK_RULES = frozenset({"promise_near", "ready_waiting"})


@command("orders.move")
def move_order(
    ctx: Context,
    order_id: Id,
    to_stage: str,
    reason: str | None = None,
    weight_out: Decimal | Mapping[Id, Decimal] | None = None,
) -> Moved:
    """Move an order one step. `weight_out` (grams): of the repaired piece, or of each line's.

    Money paid on an order that is cancelled stays in the ledger until it is refunded.

    Raises:
        CanFix: the step is not allowed (the message names those that are), a reason is missing,
            or a piece leaves with money still to be paid and no reason given.
    """
    if to_stage == CANCELLED:
        ctx.require("orders.cancel")
    with ctx.work("order moved") as work:
        moved = _move(ctx, work, order_id, to_stage, reason=reason, weight_out=weight_out)
        if to_stage == CANCELLED:
            work.audit("orders.cancel", order_id)
    log.info("order moved", order_id=order_id, stage=to_stage)
    return moved


def _move(
    ctx: Context,
    work: Work,
    order_id: Id,
    to_stage: str,
    *,
    reason: str | None,
    weight_out: Decimal | Mapping[Id, Decimal] | None = None,
) -> Moved:
    money = order_money(work.conn, order_id)
    require_step(money.kind, money.stage, to_stage, reason)
    if to_stage in _HANDED_OVER:
        _check_paid(money, to_stage, reason)
    notices = _weigh(work, order_id, weight_out)
    work.update(sales_order, order_id, stage=to_stage, stage_since=work.now)
    write_step(work, order_id, money.stage, to_stage, at=work.now, reason=reason)
    _after(ctx, work, money, to_stage)
    return Moved(to_stage, (*notices, *_to_refund(money, to_stage)))


def _check_paid(money: OrderMoney, to_stage: str, reason: str | None) -> None:
    if to_stage == "collected" and money.balance.cents > 0 and not (reason or "").strip():
        raise CanFix(
            "{balance} is still to be paid. Take the payment, or say why the piece leaves now.",
            field="reason",
            balance=str(money.balance),
        )


def _after(ctx: Context, work: Work, money: OrderMoney, to_stage: str) -> None:
    """What a step brings with it: dues of a confirmed draft, reminders that are no longer due."""
    if money.stage == "draft" and to_stage != CANCELLED:
        ledger.settle(work, money.order_id, ctx.today())
    if to_stage == CANCELLED:
        ledger.settle(work, money.order_id, ctx.today())
    if to_stage in _HANDED_OVER or to_stage == CANCELLED:
        stop_for_order(work, money.order_id, rules=_WORK_RULES)


def _to_refund(money: OrderMoney, to_stage: str) -> tuple[Notice, ...]:
    if to_stage != CANCELLED or money.paid.cents <= 0:
        return ()
    words = "{paid} has been paid on this order. Refund it or agree what happens to it."
    return (Notice("order.cancelled_paid", words, {"paid": str(money.paid)}),)


def _weigh(
    work: Work, order_id: Id, weight_out: Decimal | Mapping[Id, Decimal] | None
) -> tuple[Notice, ...]:
    """Keep the weights at hand-back, and warn of each that is not what came in."""
    if weight_out is None:
        return ()
    rows = {row.id: row for row in _weighed(work.conn, order_id)}
    notices: list[Notice] = []
    for line_id, grams in _by_line(rows, weight_out).items():
        work.update(order_line, line_id, weight_out=grams)
        notices.extend(_compare(rows[line_id], grams))
    return tuple(notices)


def _weighed(conn: Connection, order_id: Id) -> list[Any]:
    return list(
        conn.execute(
            select(
                order_line.c.id,
                order_line.c.position,
                order_line.c.description,
                order_line.c.weight_in,
            ).where(order_line.c.order_id == order_id, order_line.c.archived_at.is_(None))
        )
    )


def _by_line(
    rows: Mapping[Id, Any], weight_out: Decimal | Mapping[Id, Decimal]
) -> Mapping[Id, Decimal]:
    if not isinstance(weight_out, Decimal):
        return {line_id: grams for line_id, grams in weight_out.items() if line_id in rows}
    weighed_in = [line_id for line_id, row in rows.items() if row.weight_in is not None]
    candidates = weighed_in or list(rows)
    if len(candidates) != 1:
        raise CanFix("Give the weight of each piece by itself.", field="weight_out")
    return {candidates[0]: weight_out}


def _compare(row: Any, grams: Decimal) -> list[Notice]:
    if row.weight_in is None or within_tolerance(
        row.weight_in, grams, percent=TOLERANCE_PERCENT, grams=TOLERANCE_GRAMS
    ):
        return []
    words = (
        "Line {line} came in at {weight_in} and goes out at {weight_out}. Explain the difference."
    )
    facts = {
        "line": row.position,
        "weight_in": gram_text(row.weight_in),
        "weight_out": gram_text(grams),
    }
    return [Notice("repair.weight", words, facts)]
