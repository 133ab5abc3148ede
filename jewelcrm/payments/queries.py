"""What screens and reports read of the ledger: entries, what is due, a day's money, a receipt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from sys import intern
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, func, or_, select

from db.tables.customers import customer
from db.tables.orders import sales_order
from db.tables.payments import payment, payment_due
from db.types import Id
from jewelcrm.access.doors import query
from jewelcrm.context import Context, one_read
from jewelcrm.money import Money
from jewelcrm.payments.entries import entries_of
from jewelcrm.payments.model import DUE_KINDS, DayTotal, DueRow, MethodTotal, Payment
from jewelcrm.payments.printing import receipt
from jewelcrm.payments.rules import outstanding
from jewelcrm.payments.sums import paid_cents, returned_cents

__all__ = ["day_total", "money_due", "of_customer", "of_day", "of_order", "receipt"]


@query("payments.view")
def of_order(ctx: Context, order_id: Id, *, conn: Connection | None = None) -> list[Payment]:
    """An order's ledger, oldest first."""
    with one_read(ctx, conn) as read:
        return list(entries_of(read, payment.c.order_id == order_id))


@query("payments.view")
def of_customer(ctx: Context, customer_id: Id, *, conn: Connection | None = None) -> list[Payment]:
    """A customer's ledger over all orders, newest first."""
    with one_read(ctx, conn) as read:
        return list(reversed(entries_of(read, _of_hers(customer_id))))


def _of_hers(customer_id: Id) -> ColumnElement[bool]:
    """Entries that name her; and those taken when only the order could (`ledger.enter`)."""
    p, o = payment.c, sales_order.c
    hers = select(o.id).where(o.customer_id == customer_id)
    return or_(p.customer_id == customer_id, and_(p.order_id.in_(hers), p.customer_id.is_(None)))


@query("payments.view")
def money_due(
    ctx: Context, until: dt.date, *, limit: int | None = None, conn: Connection | None = None
) -> list[DueRow]:
    """Every due up to `until` that the order's payments do not cover, the longest overdue first.

    Payments cover dues in the order of their days. Orders from older systems have no dues and are
    not in it; nor are drafts and cancelled orders.
    """
    with one_read(ctx, conn) as read:
        found = read.execute(_LIVE_DUES.where(payment_due.c.order_id.in_(_orders_due(until))))
        rows = [row for row in _uncovered(found) if row.due_on <= until]
    rows.sort(key=lambda row: (row.due_on, row.order_number))
    return rows[:limit]


def dues_of(conn: Connection, orders: Any) -> list[DueRow]:
    """Every due of these orders (a SELECT of their ids) that their payments do not cover."""
    return _uncovered(conn.execute(_LIVE_DUES.where(payment_due.c.order_id.in_(orders))))


def _orders_due(until: dt.date) -> Any:
    """Orders whose ledger does not reach what was due by `until`; a few of very many.

    Grouped by an expression, so that the store goes by the index on days, not through every order.
    """
    order_id = func.coalesce(payment_due.c.order_id, payment_due.c.order_id)
    paid = (
        select(func.coalesce(func.sum(payment.c.amount_cents), 0))
        .where(payment.c.order_id == payment_due.c.order_id)
        .correlate(payment_due)
        .scalar_subquery()
    )
    return (
        select(payment_due.c.order_id)
        .where(payment_due.c.due_on <= until, payment_due.c.archived_at.is_(None))
        .group_by(order_id)
        .having(func.sum(payment_due.c.amount_cents) > paid)
    )


_LIVE_DUES = (
    select(
        payment_due.c.id,
        payment_due.c.order_id,
        payment_due.c.kind,
        payment_due.c.due_on,
        payment_due.c.amount_cents,
        payment_due.c.currency,
        sales_order.c.number,
        sales_order.c.kind.label("order_kind"),
        sales_order.c.stage,
        sales_order.c.customer_id,
        customer.c.name,
        customer.c.name_zh,
        (paid_cents() + returned_cents()).label("covered"),
    )
    .select_from(payment_due)
    .join(sales_order, sales_order.c.id == payment_due.c.order_id)
    .outerjoin(customer, customer.c.id == sales_order.c.customer_id)
    .where(
        payment_due.c.archived_at.is_(None),
        sales_order.c.archived_at.is_(None),
        sales_order.c.stage.not_in(("draft", "cancelled")),
    )
)


def _uncovered(found: Iterable[Any]) -> list[DueRow]:
    by_order: dict[Id, list[Any]] = {}
    for row in found:
        by_order.setdefault(row.order_id, []).append(row)
    return [due for dues in by_order.values() for due in _of_one(dues)]


def _of_one(dues: list[Any]) -> list[DueRow]:
    dues.sort(key=lambda row: (row.due_on, DUE_KINDS.index(row.kind)))
    amounts = [Money(row.amount_cents, row.currency) for row in dues]
    left = outstanding(amounts, Money(dues[0].covered, dues[0].currency))
    return [
        _due_row(row, amount, open_part)
        for row, amount, open_part in zip(dues, amounts, left, strict=True)
        if open_part
    ]


def _due_row(row: Any, amount: Money, open_part: Money) -> DueRow:
    return DueRow(
        due_id=row.id,
        order_id=row.order_id,
        order_number=row.number,
        order_kind=intern(row.order_kind),  # words that thousands of rows share
        stage=intern(row.stage),
        customer_id=row.customer_id,
        customer_name=row.name,
        customer_name_zh=row.name_zh,
        kind=intern(row.kind),
        due_on=row.due_on,
        amount=amount,
        outstanding=open_part,
    )


@query("payments.view")
def day_total(ctx: Context, day: dt.date, *, conn: Connection | None = None) -> DayTotal:
    """A day's money at this branch, from midnight to midnight where the branch is."""
    currency, here = ctx.branch.currency, _here_on(ctx, day)
    with one_read(ctx, conn) as read:
        methods = tuple(_method(row, currency) for row in read.execute(_BY_METHOD.where(here)))
        ends = read.execute(_ENDS.where(here)).one()
    taken = Money.total((m.taken for m in methods), currency)
    back = Money.total((m.given_back for m in methods), currency)
    count = sum(m.count for m in methods)
    return DayTotal(day, methods, taken, back, taken - back, count, ends.first, ends.last)


@query("payments.view")
def of_day(ctx: Context, day: dt.date, *, conn: Connection | None = None) -> list[Payment]:
    """The single entries that `day_total` adds up, newest first."""
    with one_read(ctx, conn) as read:
        return list(reversed(entries_of(read, _here_on(ctx, day))))


def _here_on(ctx: Context, day: dt.date) -> ColumnElement[bool]:
    start = dt.datetime.combine(day, dt.time(), ctx.zone())
    end = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), ctx.zone())
    return and_(
        payment.c.taken_at >= start,
        payment.c.taken_at < end,
        payment.c.branch_id == ctx.branch.id,
        payment.c.currency == ctx.branch.currency,
    )


_IN = case((payment.c.amount_cents > 0, payment.c.amount_cents), else_=0)
_OUT = case((payment.c.amount_cents < 0, -payment.c.amount_cents), else_=0)
_BY_METHOD = (
    select(
        payment.c.method,
        func.count().label("entries"),
        func.sum(_IN).label("taken"),
        func.sum(_OUT).label("back"),
    )
    .group_by(payment.c.method)
    .order_by(payment.c.method)
)
_ENDS = select(
    func.min(payment.c.receipt_number).label("first"),
    func.max(payment.c.receipt_number).label("last"),
)


def _method(row: Any, currency: str) -> MethodTotal:
    return MethodTotal(
        row.method, row.entries, Money(row.taken, currency), Money(row.back, currency)
    )
