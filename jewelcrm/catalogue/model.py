"""What a piece and a gold price are when they go in (New...) and when they come out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from db.types import Id
from jewelcrm.money import Money
from jewelcrm.weights import GoldPrice


@dataclass(frozen=True, slots=True, kw_only=True)
class NewProduct:
    """A piece as it is keyed. Fineness in parts per ten thousand, weights in grams and carats."""

    sku: str
    name: str
    name_zh: str | None = None
    description: str | None = None
    category: str | None = None
    collection: str | None = None
    vendor: str | None = None
    variant: str | None = None
    parent_sku: str | None = None
    metal: str | None = None
    fineness: int | None = None
    weight: Decimal | None = None
    stone: str | None = None
    stone_weight: Decimal | None = None
    stone_origin: str | None = None
    treatment: str | None = None
    certificate: str | None = None
    size: Decimal | None = None
    pricing_mode: str = "fixed_price"
    price: Money | None = None
    labour: Money | None = None
    cost: Money | None = None
    barcode: str | None = None
    picture: str | None = None
    tags: str | None = None
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Product(NewProduct):
    """A piece of the catalogue."""

    id: Id
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldRate:
    """A line of the gold price board: what one `unit` of a metal costs, and is bought back for."""

    id: Id
    at: dt.datetime
    metal: str
    grade: str
    unit: str
    sell: Money
    buy: Money | None
    source: str | None


@dataclass(frozen=True, slots=True)
class PiecePrice:
    """The price of a piece by weight today, and the board's line it was worked out from."""

    price: GoldPrice
    rate: GoldRate
