"""What a label says, on what size of paper, and how far this printer must be told to move it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal

from jewelcrm.money import Money

SIZES = {"60x12": (60.0, 12.0), "40x30": (40.0, 30.0), "60x40": (60.0, 40.0), "70x50": (70.0, 50.0)}
"""Width and height in mm. 60 × 12 is the two-winged tag of jewellery, the others lie flat."""
TAG_SIZES, BAG_SIZES = ("60x12", "40x30"), ("60x40", "70x50")
MOST_COPIES = 200


@dataclass(frozen=True, slots=True)
class Look:
    """How labels come out of this PC's printer. `right`, `down`: tenths of a millimetre."""

    size: str
    language: str = "en"
    right: int = 0
    down: int = 0

    @property
    def millimetres(self) -> tuple[float, float]:
        """Width and height."""
        return SIZES[self.size]


@dataclass(frozen=True, slots=True)
class BagLabel:
    """What goes into the bag with one piece of an order."""

    number: str
    kind: str
    position: int
    pieces: int
    description: str
    service: str | None
    condition: str | None
    weight: Decimal | None
    customer: str
    customer_zh: str
    phone: str
    """Only its end: a bag lies about."""
    promised_on: dt.date | None
    rush: bool
    shop: str
    description_zh: str | None = None
    """Only of a piece that the catalogue names."""


@dataclass(frozen=True, slots=True)
class Tag:
    """What hangs on a piece for sale: the particulars of `orders.rules.disclosures`, a price."""

    code: str
    """What the scanner reads."""
    sku: str
    name: str
    name_zh: str | None
    metal: str | None
    fineness: int | None
    weight: Decimal | None
    stone: str | None
    stone_weight: Decimal | None
    stone_origin: str | None
    treatment: str | None
    size: Decimal | None
    price: Money | None
    """None: by weight, at the board's price of the day."""


Label = BagLabel | Tag


@dataclass(frozen=True, slots=True)
class Habits:
    """Labels of this PC: where they come out and how."""

    printer: str
    bag: Look
    tag: Look

    def of(self, *, tags: bool) -> Look:
        """The look of tags, or that of bags."""
        return self.tag if tags else self.bag

    def in_language(self, language: str) -> Habits:
        """The same in another language."""
        bag, tag = (replace(look, language=language) for look in (self.bag, self.tag))
        return Habits(self.printer, bag, tag)
