"""The pure decisions about pieces and gold prices."""

from __future__ import annotations

from jewelcrm.catalogue.model import NewProduct
from jewelcrm.errors import CanFix
from jewelcrm.money import Money

BY_WEIGHT, FIXED_PRICE = "by_weight", "fixed_price"
METALS = (
    "gold",
    "white_gold",
    "rose_gold",
    "yellow_gold",
    "platinum",
    "palladium",
    "silver",
    "gold_plated",
    "steel",
    "other",
)
GRADES = ("ornament", "pellet", "bar")
UNITS = ("tael", "gram")
STRANGE_CHANGE = 20
"""Per cent from the last price after which a new one is asked about: a slip of the unit?"""


def check_product(piece: NewProduct) -> None:
    """Refuse a piece that could not be sold as it is described."""
    _check_words(piece)
    if piece.fineness is not None and not 1 <= piece.fineness <= 10_000:
        raise CanFix("Fineness is between 0.1 and 1000 per mille.", field="fineness")
    for name in ("weight", "stone_weight", "size"):
        measure = getattr(piece, name)
        if measure is not None and measure <= 0:
            raise CanFix("A weight or size must be more than nothing.", field=name)
    for name in ("price", "labour", "cost"):
        money = getattr(piece, name)
        if money is not None and money.cents < 0:
            raise CanFix("A price is never negative.", field=name)


def _check_words(piece: NewProduct) -> None:
    if not piece.sku.strip():
        raise CanFix("Give the piece its item code.", field="sku")
    if not piece.name.strip():
        raise CanFix("Give the piece a name.", field="name")
    if piece.pricing_mode not in (BY_WEIGHT, FIXED_PRICE):
        raise CanFix("Choose a fixed price or a price by weight.", field="pricing_mode")
    if piece.stone_origin not in (None, "natural", "lab_grown"):
        raise CanFix("Say whether the stone is natural or laboratory-grown.", field="stone_origin")
    if piece.pricing_mode == BY_WEIGHT and (not piece.metal or not piece.weight):
        raise CanFix("A piece sold by weight needs its metal and weight.", field="weight")


def check_rate(sell: Money, buy: Money | None, *, unit: str, grade: str) -> None:
    """Refuse a gold price that makes no sense."""
    if unit not in UNITS:
        raise CanFix("A gold price is for one tael or one gram.", field="unit")
    if grade not in GRADES:
        raise CanFix("Choose ornament, pellet or bar.", field="grade")
    if sell.cents <= 0 or (buy is not None and buy.cents <= 0):
        raise CanFix("The price must be more than nothing.", field="sell")
    if buy is not None and buy > sell:
        raise CanFix("We never buy back for more than we sell.", field="buy")


def is_strange(sell: Money, last: Money | None) -> bool:
    """Whether a new price is so far from the last one that somebody should look again."""
    if last is None or last.currency != sell.currency:
        return False
    return abs(sell - last) * 100 > last * STRANGE_CHANGE
