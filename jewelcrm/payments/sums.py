"""The money of orders as the ledger adds up to it; nothing is ever stored as a sum."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, ScalarSelect, and_, case, func, select

from db.tables.orders import order_line, sales_order
from db.tables.payments import payment
from db.types import Id
from jewelcrm.errors import CanFix
from jewelcrm.money import Money
from jewelcrm.payments.rules import OVER, is_settled, owing


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderMoney:
    """What an order comes to, what was paid, and what a payment needs to know of it."""

    order_id: Id
    kind: str
    stage: str
    customer_id: Id | None
    promised_on: dt.date | None
    imported: bool
    total: Money
    paid: Money
    returned: Money

    @property
    def balance(self) -> Money:
        return owing(
            self.total,
            paid=self.paid,
            returned=self.returned,
            settled=is_settled(self.stage, imported=self.imported, paid=self.paid),
        )


def total_cents() -> ScalarSelect[int]:
    """The sum of an order's lines, for a SELECT over `sales_order`."""
    return (
        select(func.coalesce(func.sum(order_line.c.amount_cents), 0))
        .where(order_line.c.order_id == sales_order.c.id, order_line.c.archived_at.is_(None))
        .correlate(sales_order)
        .scalar_subquery()
    )


def paid_cents() -> ScalarSelect[int]:
    """The sum of an order's ledger entries, for a SELECT over `sales_order`."""
    return (
        select(func.coalesce(func.sum(payment.c.amount_cents), 0))
        .where(payment.c.order_id == sales_order.c.id)
        .correlate(sales_order)
        .scalar_subquery()
    )


def returned_cents() -> ScalarSelect[int]:
    """What of an order's money was given back after it was over."""
    after = and_(
        payment.c.kind == "refund",
        payment.c.taken_at >= sales_order.c.stage_since,
        sales_order.c.stage.in_(OVER),
    )
    return (
        select(func.coalesce(func.sum(case((after, -payment.c.amount_cents), else_=0)), 0))
        .where(payment.c.order_id == sales_order.c.id)
        .correlate(sales_order)
        .scalar_subquery()
    )


_ORDER_MONEY = select(
    sales_order.c.id,
    sales_order.c.kind,
    sales_order.c.stage,
    sales_order.c.customer_id,
    sales_order.c.promised_on,
    sales_order.c.currency,
    sales_order.c.external_key,
    total_cents().label("total"),
    paid_cents().label("paid"),
    returned_cents().label("returned"),
)


def order_money(conn: Connection, order_id: Id) -> OrderMoney:
    """The money of one order.

    Raises:
        CanFix: there is no such order.
    """
    row = conn.execute(_ORDER_MONEY.where(sales_order.c.id == order_id)).first()
    if row is None:
        raise CanFix("This order is no longer there. Look it up again.")
    return _as_money(row)


def _as_money(row: Any) -> OrderMoney:
    return OrderMoney(
        order_id=row.id,
        kind=row.kind,
        stage=row.stage,
        customer_id=row.customer_id,
        promised_on=row.promised_on,
        imported=row.external_key is not None,
        total=Money(row.total, row.currency),
        paid=Money(row.paid, row.currency),
        returned=Money(row.returned, row.currency),
    )
