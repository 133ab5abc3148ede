"""What is still to be paid of each payment due, read for many orders at once."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, select

from db.tables.orders import sales_order
from db.tables.payments import payment_due
from db.types import Id
from jewelcrm.followups.chunks import chunks
from jewelcrm.money import Money
from jewelcrm.payments.model import DUE_KINDS
from jewelcrm.payments.rules import outstanding
from jewelcrm.payments.sums import paid_cents, returned_cents


@dataclass(frozen=True, slots=True)
class Owed:
    """A payment due of which something is open."""

    order_id: Id
    kind: str
    due_on: dt.date
    left: Money


def owed(conn: Connection, order_ids: Collection[Id]) -> dict[Id, list[Owed]]:
    """The open dues of these orders, the earliest first; money covers them in that order."""
    found: dict[Id, list[Owed]] = {}
    for piece in chunks(order_ids):
        found |= _of(conn, piece)
    return found


def open_by(day: dt.date) -> ColumnElement[bool]:
    """Whether an order's dues until a day are not all covered, for a SELECT over `sales_order`."""
    d = payment_due.c
    planned = (
        select(func.coalesce(func.sum(d.amount_cents), 0))
        .where(d.order_id == sales_order.c.id, d.archived_at.is_(None), d.due_on <= day)
        .correlate(sales_order)
        .scalar_subquery()
    )
    return planned > paid_cents() + returned_cents()


def _of(conn: Connection, order_ids: list[Id]) -> dict[Id, list[Owed]]:
    dues: dict[Id, list[Owed]] = defaultdict(list)
    d = payment_due.c
    for row in conn.execute(
        select(d.order_id, d.kind, d.due_on, d.amount_cents, d.currency)
        .where(d.order_id.in_(order_ids), d.archived_at.is_(None))
        .order_by(d.id)
    ):
        money = Money(row.amount_cents, row.currency)
        dues[row.order_id].append(Owed(row.order_id, row.kind, row.due_on, money))
    covered = _covered(conn, list(dues))
    return {order: open_parts(of, covered.get(order, 0)) for order, of in dues.items()}


def open_parts(dues: Iterable[Owed], covered_cents: int) -> list[Owed]:
    """What `covered_cents` do not reach of one order's dues, paid in the order of their days."""
    planned = sorted(dues, key=lambda due: (due.due_on, DUE_KINDS.index(due.kind)))
    if not planned:
        return []
    covered = Money(max(0, covered_cents), planned[0].left.currency)
    lefts = outstanding([due.left for due in planned], covered)
    return [
        Owed(due.order_id, due.kind, due.due_on, left)
        for due, left in zip(planned, lefts, strict=True)
        if left
    ]


def _covered(conn: Connection, order_ids: list[Id]) -> dict[Id, int]:
    """What the ledger covers of each order; nobody pays twice for goods brought back."""
    rows = conn.execute(
        select(sales_order.c.id, (paid_cents() + returned_cents()).label("cents")).where(
            sales_order.c.id.in_(order_ids)
        )
    )
    return {row.id: int(row.cents) for row in rows}
