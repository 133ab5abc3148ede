"""One SELECT of order rows, with their money, that every list and the detail page share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, select

from db.tables.customers import customer
from db.tables.orders import order_line, sales_order
from db.tables.people import staff
from db.types import Id
from jewelcrm.context import Context
from jewelcrm.money import Money
from jewelcrm.orders.model import OrderRow
from jewelcrm.orders.rules.stages import WAITING, days_in_stage, is_open
from jewelcrm.payments.rules import is_settled, owing
from jewelcrm.payments.sums import paid_cents, returned_cents, total_cents

_LINES = order_line.alias("line_of_summary")
_OF_ORDER = (_LINES.c.order_id == sales_order.c.id, _LINES.c.archived_at.is_(None))
_FIRST = (
    select(_LINES.c.description)
    .where(*_OF_ORDER)
    .order_by(_LINES.c.position)
    .limit(1)
    .correlate(sales_order)
    .scalar_subquery()
)
_COUNT = (
    select(func.count())
    .select_from(_LINES)
    .where(*_OF_ORDER)
    .correlate(sales_order)
    .scalar_subquery()
)

ORDER_ROWS: Select[Any] = (
    select(
        *(column for column in sales_order.c),
        customer.c.number.label("customer_number"),
        customer.c.name.label("customer_name"),
        customer.c.name_zh.label("customer_name_zh"),
        staff.c.name.label("staff_name"),
        staff.c.name_zh.label("staff_name_zh"),
        _FIRST.label("summary"),
        _COUNT.label("line_count"),
        total_cents().label("total"),
        paid_cents().label("paid"),
        returned_cents().label("returned"),
    )
    .select_from(sales_order)
    .outerjoin(customer, customer.c.id == sales_order.c.customer_id)
    .outerjoin(staff, staff.c.id == sales_order.c.staff_id)
)


def is_late(stage: str, promised_on: dt.date | None, today: dt.date) -> bool:
    """Promised for a day that has passed, and not yet ready."""
    unfinished = is_open(stage) and stage not in WAITING
    return unfinished and promised_on is not None and promised_on < today


def common(row: Any, now: dt.datetime, today: dt.date) -> dict[str, Any]:
    """The fields that a list row and the detail page share."""
    total, paid = Money(row.total, row.currency), Money(row.paid, row.currency)
    returned = Money(row.returned, row.currency)
    settled = is_settled(row.stage, imported=row.external_key is not None, paid=paid)
    return {
        "id": row.id,
        "branch_id": row.branch_id,
        "number": row.number,
        "kind": row.kind,
        "channel": row.channel,
        "customer_id": row.customer_id,
        "customer_number": row.customer_number,
        "customer_name": row.customer_name,
        "customer_name_zh": row.customer_name_zh,
        "staff_id": row.staff_id,
        "staff_name": row.staff_name,
        "staff_name_zh": row.staff_name_zh,
        "stage": row.stage,
        "stage_since": row.stage_since,
        "days_in_stage": days_in_stage(row.stage_since, now),
        "placed_at": row.placed_at,
        "promised_on": row.promised_on,
        "late": is_late(row.stage, row.promised_on, today),
        "rush": bool(row.rush),
        "secret_until": row.secret_until,
        "summary": row.summary or "",
        "line_count": row.line_count,
        "total": total,
        "paid": paid,
        "balance": owing(total, paid=paid, returned=returned, settled=settled),
    }


def fetch(ctx: Context, conn: Connection, statement: Select[Any]) -> list[OrderRow]:
    now, today = ctx.clock.now(), ctx.today()
    return [OrderRow(**common(row, now, today)) for row in conn.execute(statement)]


def by_ids(ctx: Context, conn: Connection, ids: Sequence[Id]) -> list[OrderRow]:
    """The rows of `ids`, in their order; those that are gone are left out."""
    found: dict[Id, OrderRow] = {}
    for start in range(0, len(ids), 500):
        some = ids[start : start + 500]
        found |= {
            row.id: row for row in fetch(ctx, conn, ORDER_ROWS.where(sales_order.c.id.in_(some)))
        }
    return [found[one] for one in ids if one in found]
