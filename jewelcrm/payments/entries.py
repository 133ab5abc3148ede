"""Reading ledger entries and dues, for this room's queries and for the order page."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from db.tables.orders import sales_order
from db.tables.payments import payment, payment_due
from db.tables.people import staff
from db.types import Id
from jewelcrm.money import Money
from jewelcrm.payments.model import DUE_KINDS, Due, Payment
from jewelcrm.payments.rules import outstanding

_ENTRIES = (
    select(
        *(column for column in payment.c),
        sales_order.c.number.label("order_number"),
        staff.c.name.label("staff_name"),
        staff.c.name_zh.label("staff_name_zh"),
    )
    .select_from(payment)
    .join(sales_order, sales_order.c.id == payment.c.order_id)
    .outerjoin(staff, staff.c.id == payment.c.staff_id)
)


def entries_of(
    conn: Connection, which: ColumnElement[bool], *, limit: int | None = None
) -> tuple[Payment, ...]:
    """The ledger entries that match, oldest first."""
    statement = (
        _ENTRIES.where(which).order_by(payment.c.taken_at, payment.c.receipt_number).limit(limit)
    )
    return tuple(_entry(row) for row in conn.execute(statement))


def _entry(row: Any) -> Payment:
    return Payment(
        id=row.id,
        receipt_number=row.receipt_number,
        order_id=row.order_id,
        order_number=row.order_number,
        customer_id=row.customer_id,
        kind=row.kind,
        method=row.method,
        amount=Money(row.amount_cents, row.currency),
        taken_at=row.taken_at,
        staff_id=row.staff_id,
        staff_name=row.staff_name,
        staff_name_zh=row.staff_name_zh,
        reverses_id=row.reverses_id,
        reference=row.reference,
        remark=row.remark,
    )


def dues_of(conn: Connection, order_id: Id, *, covered: Money) -> tuple[Due, ...]:
    """The agreed dues of an order, with what of each is open after `covered`.

    A paid order's dues were put away together: those are shown then, all of them paid.
    """
    found = conn.execute(select(payment_due).where(payment_due.c.order_id == order_id)).all()
    last = max((row.archived_at for row in found if row.archived_at is not None), default=None)
    live = [row for row in found if row.archived_at is None]
    shown = live or [row for row in found if row.archived_at == last]
    shown.sort(key=lambda row: (row.due_on, DUE_KINDS.index(row.kind)))
    amounts = [Money(row.amount_cents, row.currency) for row in shown]
    return tuple(
        Due(row.id, row.kind, row.due_on, amount, left)
        for row, amount, left in zip(shown, amounts, outstanding(amounts, covered), strict=True)
    )
