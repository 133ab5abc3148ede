"""The wall of pieces a customer owns, and what in the shop would complete a set."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from db.columns import Key
from db.tables.catalogue import product
from db.tables.customers import wish
from db.tables.orders import order_line, sales_order
from db.types import Id
from jewelcrm.access.doors import query
from jewelcrm.context import Context
from jewelcrm.money import Money

SHOWN = 200
PROPOSED = 12
_SOLD = ("sale", "special", "custom")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnedPiece:
    """A piece she has bought here."""

    line_id: Id
    order_id: Id
    order_number: str
    bought_at: dt.datetime
    description: str
    quantity: Decimal
    product_id: Id | None
    collection: str | None
    picture: str | None
    metal: str | None
    stone: str | None
    weight: Decimal | None
    amount: Money
    handed_over: bool
    """False while it is only ordered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A piece of a collection of which she owns another."""

    product_id: Id
    sku: str
    name: str
    name_zh: str | None
    collection: str
    picture: str | None
    price: Money | None


@query("customers.view")
def owned_pieces(ctx: Context, customer_id: Id) -> list[OwnedPiece]:
    """What she has bought here and taken along, the newest first."""
    with ctx.read() as conn:
        return [piece for piece in _bought(conn, customer_id) if piece.handed_over]


@query("customers.view")
def completes_the_set(ctx: Context, customer_id: Id) -> list[Suggestion]:
    """Pieces of the collections she has bought of, neither ordered nor offered to her yet."""
    with ctx.read() as conn:
        bought = _bought(conn, customer_id)
        collections = {piece.collection for piece in bought if piece.collection}
        wished = select(wish.c.product_id).where(wish.c.customer_id == customer_id)
        seen = {piece.product_id for piece in bought} | set(conn.execute(wished).scalars())
        return _of_collections(conn, sorted(collections), seen) if collections else []


_LINE, _ORDER = order_line.c, sales_order.c
_BOUGHT = (
    select(
        _LINE.id.label("line_id"),
        _ORDER.id.label("order_id"),
        _ORDER.number.label("order_number"),
        _ORDER.placed_at.label("bought_at"),
        _LINE.description,
        _LINE.quantity,
        _LINE.product_id,
        product.c.collection,
        product.c.picture,
        func.coalesce(_LINE.metal, product.c.metal).label("metal"),
        func.coalesce(_LINE.stone, product.c.stone).label("stone"),
        _LINE.weight,
        _LINE.amount_cents,
        _ORDER.currency,
        (_ORDER.stage == "collected").label("handed_over"),
    )
    .select_from(sales_order)
    .join(order_line, _LINE.order_id == _ORDER.id)
    .outerjoin(product, product.c.id == _LINE.product_id)
    .where(
        _ORDER.customer_id == bindparam("id", type_=Key),
        _ORDER.kind.in_(_SOLD),
        _ORDER.stage.not_in(("draft", "cancelled")),
        _ORDER.archived_at.is_(None),
        _LINE.archived_at.is_(None),
    )
    .order_by(_ORDER.placed_at.desc(), _LINE.position)
    .limit(SHOWN)
)


def _bought(conn: Connection, customer_id: Id) -> list[OwnedPiece]:
    """Ordered and not cancelled, the newest first; with the handed-over ones among them."""
    found = conn.execute(_BOUGHT, {"id": customer_id}).mappings().all()
    return [_piece(dict(row)) for row in found]


def _piece(row: dict[str, Any]) -> OwnedPiece:
    amount = Money(row.pop("amount_cents"), row.pop("currency"))
    return OwnedPiece(**row, amount=amount)


def _of_collections(
    conn: Connection, collections: list[str], seen: set[Id | None]
) -> list[Suggestion]:
    p = product.c
    rows = conn.execute(
        select(p.id, p.sku, p.name, p.name_zh, p.collection, p.picture, p.price_cents, p.currency)
        .where(p.collection.in_(collections), p.active, p.archived_at.is_(None))
        .order_by(p.collection, p.id.desc())
        .limit(PROPOSED + len(seen))
    )
    return [
        Suggestion(
            product_id=row.id,
            sku=row.sku,
            name=row.name,
            name_zh=row.name_zh,
            collection=row.collection,
            picture=row.picture,
            price=None if row.price_cents is None else Money(row.price_cents, row.currency),
        )
        for row in rows
        if row.id not in seen
    ][:PROPOSED]
