"""Finding pieces, reading the gold price board, pricing a piece by weight."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, func, or_, select

from db.tables.catalogue import gold_rate, product
from db.types import Id
from jewelcrm.access.doors import query
from jewelcrm.catalogue.model import GoldRate, NewProduct, PiecePrice, Product
from jewelcrm.context import Context, one_read
from jewelcrm.errors import CanFix
from jewelcrm.money import Money
from jewelcrm.weights import gold_price

_MONEY = ("price", "labour", "cost")
_PLAIN = tuple(field.name for field in fields(NewProduct) if field.name not in _MONEY)
_LIVE = product.c.archived_at.is_(None)


def as_product(row: Any) -> Product:
    """A piece from a row of the table."""
    parts: dict[str, Any] = {name: getattr(row, name) for name in _PLAIN}
    for name in _MONEY:
        cents = getattr(row, f"{name}_cents")
        parts[name] = None if cents is None else Money(cents, row.currency)
    return Product(id=row.id, currency=row.currency, **parts)


@query("catalogue.view")
def piece(ctx: Context, product_id: Id, *, conn: Connection | None = None) -> Product:
    """One piece, put away or not.

    Raises:
        CanFix: there is no such piece.
    """
    with one_read(ctx, conn) as read:
        row = read.execute(select(product).where(product.c.id == product_id)).first()
    if row is None:
        raise CanFix("This piece is no longer there. Look it up again.")
    return as_product(row)


@query("catalogue.view")
def by_barcode(ctx: Context, barcode: str, *, conn: Connection | None = None) -> Product | None:
    """The piece a scanned barcode belongs to: its own barcode, else its item code."""
    code = barcode.strip()
    return _one(ctx, product.c.barcode == code, conn) or _one(ctx, product.c.sku == code, conn)


def _one(ctx: Context, which: ColumnElement[bool], conn: Connection | None) -> Product | None:
    with one_read(ctx, conn) as read:
        row = read.execute(
            select(product).where(which, _LIVE).order_by(product.c.active.desc()).limit(1)
        ).first()
    return None if row is None else as_product(row)


@query("catalogue.view")
def find(
    ctx: Context,
    text: str = "",
    *,
    category: str | None = None,
    active_only: bool = True,
    limit: int = 100,
    conn: Connection | None = None,
) -> list[Product]:
    """Pieces with every word of `text` in code, name, stone or category; an exact code first."""
    exact = case(
        (or_(product.c.sku == text.strip(), product.c.barcode == text.strip()), 0), else_=1
    )
    conditions = [_LIVE, *(_has(word) for word in text.split())]
    if category is not None:
        conditions.append(product.c.category == category)
    if active_only:
        conditions.append(product.c.active.is_(True))
    statement = select(product).where(*conditions).order_by(exact, product.c.sku).limit(limit)
    with one_read(ctx, conn) as read:
        return [as_product(row) for row in read.execute(statement)]


_SEARCHED = (
    product.c.sku,
    product.c.name,
    product.c.name_zh,
    product.c.barcode,
    product.c.category,
    product.c.collection,
    product.c.stone,
    product.c.certificate,
)


def _has(word: str) -> ColumnElement[bool]:
    return or_(*(column.icontains(word, autoescape=True) for column in _SEARCHED))


@query("catalogue.view")
def categories(ctx: Context, *, conn: Connection | None = None) -> list[str]:
    """Every category in use."""
    statement = select(product.c.category).where(_LIVE, product.c.category.is_not(None)).distinct()
    with one_read(ctx, conn) as read:
        return sorted(str(name) for name in read.scalars(statement))


@query("catalogue.view")
def gold_board(ctx: Context, *, conn: Connection | None = None) -> list[GoldRate]:
    """The prices in force: the latest of each metal, grade and unit."""
    newest = func.row_number().over(
        partition_by=(gold_rate.c.metal, gold_rate.c.grade, gold_rate.c.unit),
        order_by=(gold_rate.c.at.desc(), gold_rate.c.id.desc()),
    )
    ranked = select(gold_rate.c.id, newest.label("place")).subquery()
    statement = (
        select(gold_rate)
        .join(ranked, ranked.c.id == gold_rate.c.id)
        .where(ranked.c.place == 1)
        .order_by(gold_rate.c.metal, gold_rate.c.grade, gold_rate.c.unit)
    )
    with one_read(ctx, conn) as read:
        return [_as_rate(row) for row in read.execute(statement)]


@query("catalogue.view")
def gold_history(
    ctx: Context,
    metal: str,
    grade: str,
    *,
    since: dt.datetime | None = None,
    limit: int = 500,
    conn: Connection | None = None,
) -> list[GoldRate]:
    """The prices of a metal and grade, newest first."""
    conditions = [gold_rate.c.metal == metal, gold_rate.c.grade == grade]
    if since is not None:
        conditions.append(gold_rate.c.at >= since)
    statement = (
        select(gold_rate)
        .where(*conditions)
        .order_by(gold_rate.c.at.desc(), gold_rate.c.id.desc())
        .limit(limit)
    )
    with one_read(ctx, conn) as read:
        return [_as_rate(row) for row in read.execute(statement)]


def latest(conn: Connection, metal: str, grade: str, unit: str | None = None) -> GoldRate | None:
    """The price in force of a metal and grade, in one unit or whichever was set last."""
    conditions = [gold_rate.c.metal == metal, gold_rate.c.grade == grade]
    if unit is not None:
        conditions.append(gold_rate.c.unit == unit)
    row = conn.execute(
        select(gold_rate)
        .where(*conditions)
        .order_by(gold_rate.c.at.desc(), gold_rate.c.id.desc())
        .limit(1)
    ).first()
    return None if row is None else _as_rate(row)


def _as_rate(row: Any) -> GoldRate:
    buy = None if row.buy_cents is None else Money(row.buy_cents, row.currency)
    return GoldRate(
        id=row.id,
        at=row.at,
        metal=row.metal,
        grade=row.grade,
        unit=row.unit,
        sell=Money(row.sell_cents, row.currency),
        buy=buy,
        source=row.source,
    )


@query("catalogue.view")
def price_by_weight(
    ctx: Context,
    grams: Decimal,
    *,
    metal: str = "gold",
    grade: str = "ornament",
    labour: Money | None = None,
    commission_percent: Decimal = Decimal(0),
    conn: Connection | None = None,
) -> PiecePrice:
    """What `grams` of a metal cost at the board's price, with labour and commission.

    Raises:
        CanFix: there is no price for this metal and grade on the board.
    """
    with one_read(ctx, conn) as read:
        rate = latest(read, metal, grade)
    if rate is None:
        raise CanFix("Put today's price for this metal on the board first.", field="gold_rate_id")
    price = gold_price(
        grams,
        rate.sell,
        unit=rate.unit,
        labour=labour,
        commission_percent=commission_percent,
    )
    return PiecePrice(price, rate)
