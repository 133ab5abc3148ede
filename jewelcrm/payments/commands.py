"""Taking money, giving it back, and undoing an entry made by mistake."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from db.tables.payments import payment
from db.types import Id
from db.work import Work
from jewelcrm.access.doors import command
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.log import log
from jewelcrm.money import Money
from jewelcrm.payments import ledger, rules
from jewelcrm.payments.model import Taken
from jewelcrm.payments.printing import print_receipt
from jewelcrm.payments.sums import order_money

__all__ = ["print_receipt", "refund", "reverse", "take_payment"]


@command("payments.take")
def take_payment(
    ctx: Context,
    order_id: Id,
    kind: str,
    method: str,
    amount: Money,
    *,
    reference: str | None = None,
    remark: str | None = None,
) -> Taken:
    """Take money for an order: one entry in the ledger, with its receipt number.

    Raises:
        CanFix: more than is owed, a card number as reference, a draft or cancelled order.
    """
    rules.check_no_card_number(reference, "reference")
    rules.check_no_card_number(remark, "remark")
    with ctx.work("payment") as work:
        money = order_money(work.conn, order_id)
        _check_stage(money.stage)
        rules.check_payment(kind, method, amount, balance=money.balance)
        receipt_number = work.next_number()
        entry = ledger.enter(
            work,
            order_id=order_id,
            customer_id=money.customer_id,
            kind=kind,
            method=method,
            amount=amount,
            receipt_number=receipt_number,
            reference=reference,
            remark=remark,
        )
        balance = ledger.settle(work, order_id, ctx.today()).balance
        notices = ledger.linked_notices(
            work, order_id=order_id, customer_id=money.customer_id, money_in=True
        )
    log.info("payment taken", order_id=order_id, payment_id=entry)
    return Taken(entry, receipt_number, balance, notices)


def _check_stage(stage: str) -> None:
    if stage == "cancelled":
        raise CanFix("This order is cancelled: no money is taken for it.", field="order")
    if stage == "draft":
        raise CanFix("Confirm the order before taking money for it.", field="order")


@command("payments.refund")
def refund(
    ctx: Context, payment_id: Id, amount: Money, reason: str, method: str | None = None
) -> Taken:
    """Give back money of one payment, by the way it came unless `method` says another.

    Raises:
        CanFix: no reason, or more than is left of that payment.
    """
    if method is not None:
        rules.check_method(method)
    with ctx.work("refund") as work:
        first, left = _entry(work.conn, payment_id)
        paid = order_money(work.conn, first.order_id).paid
        rules.check_refund(amount, reason, left=left, paid=paid)
        taken = _give_back(
            ctx, work, first, amount, kind="refund", reason=reason, method=method or first.method
        )
        work.audit("payments.refund", taken.payment_id)
    log.info("payment refunded", order_id=first.order_id, payment_id=taken.payment_id)
    return taken


@command("payments.refund")
def reverse(ctx: Context, payment_id: Id, reason: str) -> Taken:
    """Undo an entry made by mistake, with an equal entry the other way.

    Raises:
        CanFix: no reason, or some of it was already given back.
    """
    with ctx.work("reversal") as work:
        first, left = _entry(work.conn, payment_id)
        if left.cents != first.amount_cents:
            raise CanFix("Some of this payment was already given back.", field="payment")
        rules.check_refund(left, reason, left=left, paid=left)
        taken = _give_back(
            ctx, work, first, left, kind=first.kind, reason=reason, method=first.method
        )
        work.audit("payments.reverse", taken.payment_id)
    log.info("payment reversed", order_id=first.order_id, payment_id=taken.payment_id)
    return taken


def _entry(conn: Connection, payment_id: Id) -> tuple[Any, Money]:
    """A payment, and what of it has not been given back."""
    first = conn.execute(select(payment).where(payment.c.id == payment_id)).first()
    if first is None:
        raise CanFix("This payment is no longer there. Look it up again.")
    if first.amount_cents <= 0:
        raise CanFix("This entry is itself money given back.", field="payment")
    back = conn.scalars(
        select(payment.c.amount_cents).where(
            payment.c.order_id == first.order_id, payment.c.reverses_id == payment_id
        )
    )
    return first, Money(first.amount_cents + sum(back), first.currency)


def _give_back(
    ctx: Context, work: Work, first: Any, amount: Money, *, kind: str, reason: str, method: str
) -> Taken:
    receipt_number = work.next_number()
    entry = ledger.enter(
        work,
        order_id=first.order_id,
        customer_id=first.customer_id,
        kind=kind,
        method=method,
        amount=-amount,
        receipt_number=receipt_number,
        remark=reason.strip(),
        reverses_id=first.id,
    )
    balance = ledger.settle(work, first.order_id, ctx.today()).balance
    if kind != "refund":
        return Taken(entry, receipt_number, balance)
    notices = ledger.linked_notices(
        work, order_id=first.order_id, customer_id=first.customer_id, money_in=False
    )
    return Taken(entry, receipt_number, balance, notices)
