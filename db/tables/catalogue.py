"""What the shop sells: pieces, their metal and stones, and the gold price board."""

from __future__ import annotations

from sqlalchemy import Boolean, Integer, String, Text

from db.columns import Carats, Cents, Grams, Instant, Millimetres
from db.tables.base import VALUE, field, index, record

product = record(
    "product",
    field("sku", String(80), nullable=False),
    field("name", String(300), nullable=False),
    field("name_zh", String(200)),
    field("description", Text),
    field("category", String(80)),  # ring | bangle | necklace ...
    field("collection", String(120)),
    field("vendor", String(120)),
    field("variant", String(200)),  # "Blue / 52"
    field("parent_sku", String(120)),
    field("metal", String(20)),  # gold | white_gold | platinum | silver ...
    field("fineness", Integer),  # parts per ten thousand: 9990 is 999 per mille
    field("weight", Grams),
    field("stone", String(120)),
    field("stone_weight", Carats),
    field("stone_origin", String(12)),  # natural | lab_grown
    field("treatment", String(60)),
    field("certificate", String(80)),
    field("size", Millimetres),
    field("pricing_mode", String(12)),  # fixed_price | by_weight
    field("price_cents", Cents),
    field("labour_cents", Cents),
    field("cost_cents", Cents, cls=VALUE),
    field("currency", String(3), nullable=False),
    field("barcode", String(80)),
    field("picture", Text),  # where the picture is, kept as text
    field("tags", Text),
    field("active", Boolean, nullable=False),
)
index(product, "sku")
index(product, "barcode", where="barcode IS NOT NULL")

gold_rate = record(
    "gold_rate",
    field("at", Instant, nullable=False),
    field("metal", String(20), nullable=False),
    field("grade", String(20), nullable=False),  # ornament | pellet | bar
    field("unit", String(8), nullable=False),  # tael | gram
    field("sell_cents", Cents, nullable=False),
    field("buy_cents", Cents),
    field("currency", String(3), nullable=False),
    field("source", String(80)),
    appends=True,
)
index(gold_rate, "metal", "at")
