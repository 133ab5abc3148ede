"""The payment ledger: entries are added, never changed; every balance is computed."""

from __future__ import annotations

from sqlalchemy import String

from db.columns import Cents, Day, Instant
from db.tables.base import field, index, record, ref

payment = record(
    "payment",
    field("receipt_number", String(24), nullable=False),
    ref("order_id", "sales_order", nullable=False),
    ref("customer_id", "customer"),
    field("kind", String(12), nullable=False),  # deposit | instalment | balance | refund
    field("method", String(16), nullable=False),  # cash | card | fps | octopus | transfer ...
    field("amount_cents", Cents, nullable=False),  # money in is positive, a refund negative
    field("currency", String(3), nullable=False),
    field("taken_at", Instant, nullable=False),
    ref("staff_id", "staff"),
    ref("reverses_id", "payment"),
    field("reference", String(80)),  # terminal slip, transfer reference; never a card number
    field("remark", String(300)),
    field("external_key", String(120)),
    appends=True,
)
index(payment, "order_id")
index(payment, "customer_id")
index(payment, "receipt_number")
index(payment, "taken_at")

payment_due = record(
    "payment_due",
    ref("order_id", "sales_order", nullable=False),
    field("kind", String(12), nullable=False),  # deposit | instalment | balance
    field("due_on", Day, nullable=False),
    field("amount_cents", Cents, nullable=False),
    field("currency", String(3), nullable=False),
)
index(payment_due, "order_id")
index(payment_due, "due_on", where="archived_at IS NULL")
