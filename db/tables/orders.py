"""Orders: sale, special order, custom order, repair; their lines and their steps."""

from __future__ import annotations

from sqlalchemy import Boolean, Integer, String, Text

from db.columns import Carats, Cents, Day, Grams, Instant, Millimetres, Quantity
from db.names import STILL_OPEN
from db.tables.base import VALUE, field, index, record, ref

sales_order = record(
    "sales_order",
    field("number", String(24), nullable=False),
    field("kind", String(10), nullable=False),  # sale | special | custom | repair
    field("channel", String(10), nullable=False),  # counter | phone | online
    ref("customer_id", "customer"),
    ref("staff_id", "staff"),
    field("stage", String(20), nullable=False),
    field("stage_since", Instant, nullable=False),
    field("placed_at", Instant, nullable=False),
    field("promised_on", Day),
    field("pickup", String(12)),  # branch | other_branch | courier | home | proxy
    field("rush", Boolean, nullable=False),
    field("secret_until", Day),  # surprise: hidden from the household until then
    field("currency", String(3), nullable=False),
    field("external_key", String(120)),  # the number an older system gave it
    field("remark", Text),
)
index(sales_order, "number")
index(sales_order, "customer_id")

index(sales_order, "customer_id", where=STILL_OPEN, name="ix_sales_order_customer_id_open")
index(sales_order, "stage", "promised_on")
index(sales_order, "placed_at")
index(sales_order, "external_key", where="external_key IS NOT NULL")

order_line = record(
    "order_line",
    ref("order_id", "sales_order", nullable=False),
    field("position", Integer, nullable=False),
    ref("product_id", "product"),
    field("sku", String(80)),
    field("description", String(400), nullable=False),
    field("quantity", Quantity, nullable=False),
    field("unit_price_cents", Cents, nullable=False),
    field("labour_cents", Cents, nullable=False),  # for the whole line
    field("discount_cents", Cents, nullable=False),  # for the whole line
    field("amount_cents", Cents, nullable=False),  # quantity x price + labour - discount
    field("metal", String(20)),
    field("fineness", Integer),  # parts per ten thousand
    field("weight", Grams),
    field("stone", String(120)),
    field("stone_weight", Carats),
    field("stone_origin", String(12)),
    field("treatment", String(60)),
    field("certificate", String(80)),
    field("ring_size", Millimetres),  # inner circumference
    ref("gold_rate_id", "gold_rate"),
    field("service", String(30)),  # repair: resize | polishing | rhodium_plating ...
    field("condition", Text),  # repair: as received
    field("declared_value_cents", Cents, cls=VALUE),
    field("weight_in", Grams),
    field("weight_out", Grams),
    field("occurrence", Integer),  # the n-th equal line of an imported document
)
index(order_line, "order_id")
index(order_line, "product_id", where="product_id IS NOT NULL")

order_step = record(
    "order_step",
    ref("order_id", "sales_order", nullable=False),
    field("from_stage", String(20)),
    field("to_stage", String(20), nullable=False),
    field("at", Instant, nullable=False),
    ref("staff_id", "staff"),
    field("reason", String(300)),
    appends=True,
)
index(order_step, "order_id")
