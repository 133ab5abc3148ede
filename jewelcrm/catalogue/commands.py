"""Adding and changing pieces; putting a new gold price on the board."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from sqlalchemy import Connection, select

from db.tables.catalogue import gold_rate, product
from db.types import Id
from jewelcrm.access.doors import command
from jewelcrm.catalogue.model import NewProduct
from jewelcrm.catalogue.queries import as_product, latest
from jewelcrm.catalogue.rules import check_product, check_rate, is_strange
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.log import log
from jewelcrm.money import Money

_MONEY = ("price", "labour", "cost")
_KEYED = tuple(field.name for field in fields(NewProduct))


@command("catalogue.edit")
def add_product(ctx: Context, piece: NewProduct) -> Id:
    """Add a piece. An item code that is in use is refused."""
    check_product(piece)
    with ctx.work("product added") as work:
        _check_code(work.conn, piece.sku)
        product_id = work.insert(product, **_row(piece, ctx.branch.currency))
    log.info("product added", product_id=product_id)
    return product_id


@command("catalogue.edit")
def edit_product(ctx: Context, /, product_id: Id, **changes: Any) -> None:
    """Change a piece; the names are those of NewProduct."""
    if not changes.keys() <= set(_KEYED):
        raise TypeError(f"no such part of a product: {sorted(changes.keys() - set(_KEYED))}")
    with ctx.work("product changed") as work:
        row = work.conn.execute(select(product).where(product.c.id == product_id)).first()
        if row is None:
            raise CanFix("This piece is no longer there. Look it up again.")
        before = as_product(row)
        piece = replace(before, **changes)
        check_product(piece)
        if piece.sku != before.sku:
            _check_code(work.conn, piece.sku)
        work.update(product, product_id, **_row(piece, before.currency))


@command("catalogue.edit")
def archive_product(ctx: Context, product_id: Id) -> None:
    """Put a piece away: it is no longer found, its orders keep it."""
    with ctx.work("product put away") as work:
        work.archive(product, product_id)


def _check_code(conn: Connection, sku: str) -> None:
    taken = select(product.c.id).where(
        product.c.sku == sku.strip(), product.c.archived_at.is_(None)
    )
    if conn.scalar(taken.limit(1)) is not None:
        raise CanFix("The item code {sku} is already in use.", field="sku", sku=sku.strip())


def _row(piece: NewProduct, currency: str) -> dict[str, Any]:
    """The columns of a piece; prices must be in the currency it is kept in."""
    row: dict[str, Any] = {name: getattr(piece, name) for name in _KEYED if name not in _MONEY}
    for name in _MONEY:
        money: Money | None = getattr(piece, name)
        if money is not None and money.currency != currency:
            raise CanFix("Prices here are in {currency}.", field=name, currency=currency)
        row[f"{name}_cents"] = None if money is None else money.cents
    return {**row, "sku": piece.sku.strip(), "name": piece.name.strip(), "currency": currency}


@command("catalogue.edit")
def set_gold_rate(
    ctx: Context,
    metal: str,
    grade: str,
    sell: Money,
    *,
    buy: Money | None = None,
    unit: str = "tael",
    source: str | None = None,
    sure: bool = False,
) -> Id:
    """Put a new price on the board; the old ones stay in its history.

    Raises:
        CanFix: the price makes no sense, or is far from the last one and nobody is `sure`.
    """
    check_rate(sell, buy, unit=unit, grade=grade)
    with ctx.work("gold price") as work:
        last = latest(work.conn, metal, grade, unit)
        if not sure and is_strange(sell, last.sell if last else None):
            raise CanFix(
                "The last price was {last}. Check the new one, then save it again.",
                field="sell",
                last=str(last.sell) if last else "",
            )
        rate_id = work.insert(
            gold_rate,
            at=work.now,
            metal=metal,
            grade=grade,
            unit=unit,
            sell_cents=sell.cents,
            buy_cents=None if buy is None else buy.cents,
            currency=sell.currency,
            source=source,
        )
    log.info("gold price set", rate_id=rate_id)
    return rate_id
