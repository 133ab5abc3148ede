"""From a keyed line to the row that is kept, priced to the cent."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from db.tables.catalogue import gold_rate, product
from jewelcrm.errors import CanFix
from jewelcrm.money import Money
from jewelcrm.orders.model import NewLine
from jewelcrm.orders.rules.amounts import check_reference, line_amount, unit_price

_AS_KEYED = (
    "product_id",
    "sku",
    "description",
    "quantity",
    "metal",
    "fineness",
    "weight",
    "stone",
    "stone_weight",
    "stone_origin",
    "treatment",
    "certificate",
    "ring_size",
    "gold_rate_id",
    "service",
    "condition",
    "weight_in",
)


def priced(conn: Connection | None, line: NewLine, currency: str) -> dict[str, Any]:
    """The row of a line. `conn` is only asked when the line is by weight or has a discount.

    Raises:
        CanFix: a price, weight, quantity or discount that makes no sense.
    """
    if not line.description.strip():
        raise CanFix("Say what it is.", field="description")
    nothing = Money.zero(currency)
    labour, discount = line.labour or nothing, line.discount or nothing
    rate = None if line.gold_rate_id is None or conn is None else _rate(conn, line.gold_rate_id)
    price = unit_price(line, currency, rate)
    check_currency(currency, price, labour, discount, line.declared_value)
    if discount and line.product_id is not None and conn is not None:
        check_reference(discount, price, _reference(conn, line, currency))
    return {
        **{name: getattr(line, name) for name in _AS_KEYED},
        "unit_price_cents": price.cents,
        "labour_cents": labour.cents,
        "discount_cents": discount.cents,
        "amount_cents": line_amount(line.quantity, price, labour, discount).cents,
        "declared_value_cents": line.declared_value and line.declared_value.cents,
    }


def check_currency(currency: str, *amounts: Money | None) -> None:
    if any(amount is not None and amount.currency != currency for amount in amounts):
        raise CanFix("This order is in {currency}.", field="unit_price", currency=currency)


def needs_store(line: NewLine) -> bool:
    """True when pricing this line has to look something up."""
    return line.gold_rate_id is not None or bool(line.discount and line.product_id)


def _rate(conn: Connection, rate_id: bytes) -> tuple[Money, str]:
    row = conn.execute(
        select(gold_rate.c.sell_cents, gold_rate.c.currency, gold_rate.c.unit).where(
            gold_rate.c.id == rate_id
        )
    ).first()
    if row is None:
        raise CanFix("This gold price is no longer on the board.", field="gold_rate_id")
    return Money(row.sell_cents, row.currency), row.unit


def _reference(conn: Connection, line: NewLine, currency: str) -> Money | None:
    """The catalogue's own price: what a discount is taken from."""
    row = conn.execute(
        select(product.c.price_cents, product.c.currency).where(
            product.c.id == line.product_id, product.c.pricing_mode.is_not("by_weight")
        )
    ).first()
    if row is None or row.price_cents is None or row.currency != currency:
        return None
    return Money(row.price_cents, row.currency)
