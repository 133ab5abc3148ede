"""What a line and an order come to, to the cent; and what a discount may claim."""

from __future__ import annotations

from decimal import Decimal

from jewelcrm.errors import CanFix
from jewelcrm.money import Money
from jewelcrm.orders.model import NewLine
from jewelcrm.weights import gold_price


def line_amount(quantity: Decimal, unit_price: Money, labour: Money, discount: Money) -> Money:
    """Quantity x price + labour - discount; refused when it makes no sense."""
    if quantity <= 0:
        raise CanFix("The quantity must be more than nothing.", field="quantity")
    if min(unit_price.cents, labour.cents, discount.cents) < 0:
        raise CanFix("Prices, labour and discounts are never negative.", field="unit_price")
    full = unit_price * quantity + labour
    if discount > full:
        raise CanFix(
            "The discount is more than the price of {price}.", field="discount", price=str(full)
        )
    return full - discount


def unit_price(line: NewLine, currency: str, rate: tuple[Money, str] | None = None) -> Money:
    """The price of one piece: as keyed, or by its weight at `rate` (money for one unit).

    A piece sold by weight is never priced by hand: the difference is given as a discount, so that
    the receipt shows the board's price (Industry Code 2017: each charge by itself).
    """
    if rate is None:
        return line.unit_price if line.unit_price is not None else Money.zero(currency)
    if line.weight is None or line.weight <= 0:
        raise CanFix("A piece sold by weight needs its weight.", field="weight")
    by_weight = gold_price(line.weight, rate[0], unit=rate[1]).metal
    if line.unit_price is not None and line.unit_price != by_weight:
        raise CanFix(
            "By weight this piece is {price}. Give the difference as a discount.",
            field="unit_price",
            price=str(by_weight),
        )
    return by_weight


def check_reference(discount: Money, price: Money, reference: Money | None) -> None:
    """A discount is from the catalogue's price, never from one put up first (Cap. 362)."""
    if discount and reference is not None and price > reference:
        raise CanFix(
            "The catalogue's price is {reference}. A discount is given from that price.",
            field="unit_price",
            reference=str(reference),
        )
