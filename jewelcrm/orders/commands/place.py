"""Taking an order: the order, its lines, its first step, its dues and its deposit, at once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from db.tables.orders import order_line, order_step, sales_order
from db.types import Id
from db.work import Work
from jewelcrm.access.doors import command
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.log import log
from jewelcrm.money import Money
from jewelcrm.orders.commands.pricing import check_currency, needs_store, priced
from jewelcrm.orders.model import NewOrder, PlacedOrder
from jewelcrm.orders.rules.stages import KINDS, first_stage
from jewelcrm.orders.rules.terms import check_promise, schedule
from jewelcrm.payments import ledger
from jewelcrm.payments.model import NewDue, NewPayment, Notice
from jewelcrm.payments.rules import check_no_card_number, check_payment

CHANNELS = ("counter", "phone", "online")
PICKUPS = ("branch", "other_branch", "courier", "home", "proxy")


@dataclass(frozen=True, slots=True)
class _Plan:
    """An order that has been checked and priced, ready to be written."""

    new: NewOrder
    rows: list[dict[str, Any]]
    total: Money
    payment: NewPayment | None
    dues: list[NewDue]


@command("orders.add")
def place_order(ctx: Context, new: NewOrder) -> PlacedOrder:
    """Save a new order, with the payment taken for it, durably and as one thing.

    Raises:
        CanFix: something is missing or makes no sense; the field says what.
    """
    _check(ctx, new)
    asks = any(needs_store(line) for line in new.lines)
    plan = None if asks else _plan(ctx, new, None)
    with ctx.work("order placed") as work:
        placed = _write(work, plan or _plan(ctx, new, work))
    log.info("order placed", order_id=placed.id, lines=len(new.lines))
    return placed


def _check(ctx: Context, new: NewOrder) -> None:
    _check_words(new)
    if not new.lines:
        raise CanFix("An order needs at least one line.", field="lines")
    if new.customer_id is None and new.kind != "sale":
        raise CanFix("Choose the customer first.", field="customer_id")
    check_promise(new.kind, new.promised_on, ctx.today())
    if new.deposit is not None:
        check_no_card_number(new.deposit.reference, "reference")
        check_no_card_number(new.deposit.remark, "remark")
        if new.draft:
            raise CanFix("Confirm the order before taking money for it.", field="deposit")


def _check_words(new: NewOrder) -> None:
    if new.kind not in KINDS:
        raise CanFix("Choose sale, special order, custom order or repair.", field="kind")
    if new.channel not in CHANNELS:
        raise CanFix("Choose counter, phone or online.", field="channel")
    if new.pickup is not None and new.pickup not in PICKUPS:
        raise CanFix("Choose how it will be collected.", field="pickup")
    if new.take_now and (new.kind != "sale" or new.draft):
        raise CanFix("Only a confirmed sale is taken along at once.", field="take_now")


def _plan(ctx: Context, new: NewOrder, work: Work | None) -> _Plan:
    currency = ctx.branch.currency
    conn = None if work is None else work.conn
    rows = [priced(conn, line, currency) for line in new.lines]
    total = Money(sum(row["amount_cents"] for row in rows), currency)
    payment = _payment(new.deposit, total)
    check_currency(currency, *(due.amount for due in new.dues or ()))
    dues = schedule(
        total,
        paid_now=payment.amount if payment else Money.zero(currency),
        dues=new.dues,
        promised_on=new.promised_on,
        today=ctx.today(),
    )
    _check_taken(new, total, payment)
    return _Plan(new, rows, total, payment, [] if new.draft else dues)


def _payment(deposit: NewPayment | None, total: Money) -> NewPayment | None:
    """The money taken with the order: a deposit, or the balance when it is all of it."""
    if deposit is None or deposit.amount.cents == 0:
        return None
    kind = deposit.kind or ("deposit" if deposit.amount < total else "balance")
    check_payment(kind, deposit.method, deposit.amount, balance=total)
    return replace(deposit, kind=kind)


def _check_taken(new: NewOrder, total: Money, payment: NewPayment | None) -> None:
    paid = payment.amount.cents if payment else 0
    if new.take_now and paid < total.cents:
        raise CanFix("A piece that is taken along at once is paid in full.", field="deposit")


def _write(work: Work, plan: _Plan) -> PlacedOrder:
    numbers = work.next_numbers(2 if plan.payment else 1)
    stages = _stages(plan.new)
    order_id = work.insert(sales_order, **_order_row(work, plan, numbers[0], stages[-1]))
    work.insert_many(order_line, _line_rows(order_id, plan.rows))
    _write_steps(work, order_id, stages)
    if plan.payment is None:
        ledger.plan(work, order_id, plan.dues)
        return PlacedOrder(order_id, numbers[0])
    payment_id, notices = _take(work, plan.payment, order_id, plan.new.customer_id, numbers[1])
    ledger.plan(work, order_id, plan.dues)
    return PlacedOrder(order_id, numbers[0], numbers[1], payment_id, notices)


def _stages(new: NewOrder) -> list[str]:
    first = first_stage(new.kind, draft=new.draft)
    return [first, "collected"] if new.take_now else [first]


def _order_row(work: Work, plan: _Plan, number: str, stage: str) -> dict[str, Any]:
    new = plan.new
    return {
        "number": number,
        "kind": new.kind,
        "channel": new.channel,
        "customer_id": new.customer_id,
        "staff_id": new.staff_id or work.actor,
        "stage": stage,
        "stage_since": work.now,
        "placed_at": work.now,
        "promised_on": new.promised_on,
        "pickup": new.pickup,
        "rush": new.rush,
        "secret_until": new.secret_until,
        "currency": plan.total.currency,
        "remark": new.remark,
    }


def _line_rows(order_id: Id, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Only the columns that some line fills: an empty one costs time in every trigger."""
    used = [name for name in rows[0] if any(row[name] is not None for row in rows)]
    return [
        {"order_id": order_id, "position": n, **{name: row[name] for name in used}}
        for n, row in enumerate(rows, 1)
    ]


def _write_steps(work: Work, order_id: Id, stages: list[str]) -> None:
    before: str | None = None
    for stage in stages:
        write_step(work, order_id, before, stage, at=work.now)
        before = stage


def write_step(
    work: Work,
    order_id: Id,
    from_stage: str | None,
    to_stage: str,
    *,
    at: dt.datetime,
    reason: str | None = None,
) -> None:
    """Add one step to an order's way."""
    work.insert(
        order_step,
        order_id=order_id,
        from_stage=from_stage,
        to_stage=to_stage,
        at=at,
        staff_id=work.actor,
        reason=reason,
    )


def _take(
    work: Work, taken: NewPayment, order_id: Id, customer_id: Id | None, number: str
) -> tuple[Id, tuple[Notice, ...]]:
    payment_id = ledger.enter(
        work,
        order_id=order_id,
        customer_id=customer_id,
        kind=taken.kind or "deposit",
        method=taken.method,
        amount=taken.amount,
        receipt_number=number,
        reference=taken.reference,
        remark=taken.remark,
    )
    notices = ledger.linked_notices(work, order_id=order_id, customer_id=customer_id, money_in=True)
    return payment_id, notices
