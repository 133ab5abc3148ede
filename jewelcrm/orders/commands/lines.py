"""Changing what an order is of: its lines, and with them its total and its dues."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from sqlalchemy import Connection, func, select

from db.tables.orders import order_line
from db.tables.payments import payment_due
from db.types import Id
from db.work import Work
from jewelcrm.access.doors import command
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.money import Money
from jewelcrm.orders.changing import open_order, own_order
from jewelcrm.orders.commands.pricing import priced
from jewelcrm.orders.model import NewLine
from jewelcrm.orders.queries.detail import as_line
from jewelcrm.orders.rules.terms import rebalanced
from jewelcrm.payments import ledger
from jewelcrm.payments.model import NewDue
from jewelcrm.payments.sums import OrderMoney, order_money

_KEYED = frozenset(field.name for field in fields(NewLine))
DESCRIBING = frozenset(
    {
        "description",
        "metal",
        "fineness",
        "weight",
        "stone",
        "stone_weight",
        "stone_origin",
        "treatment",
        "certificate",
    }
)


@command("orders.edit")
def add_line(ctx: Context, order_id: Id, line: NewLine) -> Id:
    """Add a line to an open order; returns the line's id."""
    with ctx.work("line added") as work:
        order = open_order(ctx, work.conn, order_id)
        row = priced(work.conn, line, order.currency)
        last = select(func.coalesce(func.max(order_line.c.position), 0)).where(
            order_line.c.order_id == order_id
        )
        position = (work.conn.scalar(last) or 0) + 1
        line_id = work.insert(order_line, order_id=order_id, position=position, **row)
        _follow(ctx, work, order_id)
    return line_id


@command("orders.edit")
def edit_line(ctx: Context, /, line_id: Id, **changes: Any) -> None:
    """Change a line; the names are those of NewLine. A piece by weight is priced anew."""
    if not changes.keys() <= _KEYED:
        raise TypeError(f"no such part of a line: {sorted(changes.keys() - _KEYED)}")
    with ctx.work("line changed") as work:
        row = _line(work.conn, line_id)
        order = open_order(ctx, work.conn, row["order_id"])
        line = replace(_as_keyed(row, order.currency, changes), **changes)
        work.update(order_line, line_id, **priced(work.conn, line, order.currency))
        _follow(ctx, work, row["order_id"])


@command("orders.edit")
def complete_line(ctx: Context, /, line_id: Id, **particulars: Any) -> None:
    """Put right how a piece is described, on a finished order too; no money changes.

    For what a receipt must state: description, metal, fineness, weight, stone, stone_weight,
    stone_origin, treatment, certificate. A piece sold by weight keeps its metal and weight.
    """
    if not particulars.keys() <= DESCRIBING:
        raise TypeError(f"not a description: {sorted(particulars.keys() - DESCRIBING)}")
    with ctx.work("line described") as work:
        row = _line(work.conn, line_id)
        own_order(ctx, work.conn, row["order_id"])
        if row["gold_rate_id"] is not None and particulars.keys() & {"metal", "weight"}:
            raise CanFix("The price of this piece is by its weight. Change the line instead.")
        work.update(order_line, line_id, **particulars)


@command("orders.edit")
def remove_line(ctx: Context, line_id: Id) -> None:
    """Put a line away; an order keeps at least one."""
    with ctx.work("line removed") as work:
        row = _line(work.conn, line_id)
        open_order(ctx, work.conn, row["order_id"])
        others = select(func.count()).where(
            order_line.c.order_id == row["order_id"], order_line.c.archived_at.is_(None)
        )
        if (work.conn.scalar(others) or 0) < 2:
            raise CanFix("An order needs at least one line. Cancel the order instead.")
        work.archive(order_line, line_id)
        _follow(ctx, work, row["order_id"])


def _line(conn: Connection, line_id: Id) -> Any:
    row = conn.execute(
        select(order_line).where(order_line.c.id == line_id, order_line.c.archived_at.is_(None))
    ).first()
    if row is None:
        raise CanFix("This line is no longer there. Look the order up again.")
    return row._mapping  # noqa: SLF001 - SQLAlchemy's name


def _as_keyed(row: Any, currency: str, changes: dict[str, Any]) -> NewLine:
    line = as_line(row, currency)
    keyed = NewLine(**{name: getattr(line, name) for name in _KEYED})
    by_weight = (changes.get("gold_rate_id", line.gold_rate_id)) is not None
    return replace(keyed, unit_price=None) if by_weight else keyed


def _follow(ctx: Context, work: Work, order_id: Id) -> None:
    """After the total changed: what was paid still fits, and the dues add up to it again."""
    money = order_money(work.conn, order_id)
    if money.total < money.paid:
        raise CanFix(
            "{paid} has been paid already, more than the new total of {total}. Refund first.",
            field="unit_price",
            paid=str(money.paid),
            total=str(money.total),
        )
    _rebalance(ctx, work, money)
    if money.stage != "draft":
        ledger.settle(work, order_id, ctx.today())


def _rebalance(ctx: Context, work: Work, money: OrderMoney) -> None:
    dues = ledger.live_dues(work.conn, money.order_id)
    before = [Money(due.amount_cents, money.total.currency) for due in dues]
    after = rebalanced(before, money.total)
    if after is not None and after != before:
        work.update(payment_due, dues[-1].id, amount_cents=after[-1].cents)
    elif after is None and dues:
        for due in dues:
            work.archive(payment_due, due.id)
        if money.total:
            day = money.promised_on or ctx.today()
            ledger.plan(work, money.order_id, [NewDue("balance", day, money.total)])
