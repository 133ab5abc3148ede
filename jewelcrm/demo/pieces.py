"""The made-up catalogue: gold by weight, carat gold, diamonds, fei cui, platinum, pearls, watches.

Fineness and weights are what such pieces have; makers, models and certificate numbers are not
anybody's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from jewelcrm.demo.data import table
from jewelcrm.money import Money
from jewelcrm.weights import gold_price, stored

GOLD_SELL = 4_128_000
"""Cents a tael that the demo's board asks for gold ornaments; made up, of today's order."""

GOLD_BUY = 3_715_000


Ends = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Model:
    """A model that comes in several pieces of slightly different weight and price."""

    code: str
    name: str
    name_zh: str
    category: str
    metal: str | None
    fineness: int | None
    grams: Ends
    count: int
    price: Ends  # HK$ for a fixed price; nothing: sold by weight
    labour: Ends  # HK$ for a piece sold by weight
    stone: str | None
    carats: Ends
    treatment: str | None
    lab: str
    often: int

    @property
    def origin(self) -> str | None:
        """Whether its stone is natural or laboratory-grown; None without a stone."""
        if self.stone is None:
            return None
        return "lab_grown" if self.stone.startswith("Laboratory") else "natural"


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of the catalogue, ready to be a row and to be sold."""

    id: bytes
    sku: str
    barcode: str
    model: Model
    weight: Decimal | None
    carats: Decimal | None
    certificate: str | None
    price_cents: int | None
    labour_cents: int

    @property
    def metal_cents(self) -> int:
        """What is asked for the piece without labour, at the demo's gold board."""
        if self.price_cents is not None:
            return self.price_cents
        assert self.weight is not None
        return gold_price(self.weight, Money(GOLD_SELL)).metal.cents

    @property
    def total_cents(self) -> int:
        return self.metal_cents + self.labour_cents


def _model(entry: Mapping[str, str]) -> Model:
    """A model from its line of models.csv, where empty means nothing."""
    return Model(
        code=entry["code"],
        name=entry["name"],
        name_zh=entry["name_zh"],
        category=entry["category"],
        metal=entry["metal"] or None,
        fineness=int(entry["fineness"] or 0) or None,
        grams=_ends(entry, "grams"),
        count=int(entry["count"]),
        price=_ends(entry, "price"),
        labour=_ends(entry, "labour"),
        stone=entry["stone"] or None,
        carats=_ends(entry, "carats"),
        treatment=entry["treatment"] or None,
        lab=entry["lab"],
        often=int(entry["often"]),
    )


def _ends(entry: Mapping[str, str], name: str) -> Ends:
    return float(entry[f"{name}_from"] or 0), float(entry[f"{name}_to"] or 0)


MODELS = [_model(entry) for entry in table("models.csv")]


def catalogue(chance: Random, ids: Iterator[bytes]) -> list[Piece]:
    """Every piece of the demo shop."""
    pieces = []
    for model in MODELS:
        pieces += [_piece(chance, next(ids), model, n) for n in range(1, model.count + 1)]
    return pieces


def _piece(chance: Random, piece_id: bytes, model: Model, n: int) -> Piece:
    sku = f"{model.code}-{n:03d}"
    fixed = bool(model.price[1])
    size = chance.random()
    return Piece(
        id=piece_id,
        sku=sku,
        barcode=barcode(MODELS.index(model) * 1000 + n),
        model=model,
        weight=_weight(model.grams, size),
        carats=_carats(model.carats, size),
        certificate=f"{model.lab} {chance.randrange(10**9, 10**10)}" if model.lab else None,
        price_cents=_between(model.price, size**1.5) if fixed else None,
        labour_cents=0 if fixed else _between(model.labour, size),
    )


def _between(ends: Ends, share: float) -> int:
    """Cents, a whole multiple of HK$10."""
    low, high = ends
    return int(low + (high - low) * share) // 10 * 1000


def _weight(ends: Ends, share: float) -> Decimal | None:
    low, high = ends
    return stored(Decimal(f"{low + (high - low) * share:.3f}")) if high else None


def _carats(ends: Ends, share: float) -> Decimal | None:
    low, high = ends
    return Decimal(f"{low + (high - low) * share:.2f}") if high else None


def barcode(number: int) -> str:
    """An EAN-13 of the range that shops may use inside (20 ...), with its check digit."""
    body = f"20{number:010d}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(body))
    return f"{body}{-total % 10}"


def row(piece: Piece) -> dict[str, object]:
    """The piece as a row of `product`."""
    model = piece.model
    return {
        "id": piece.id,
        "sku": piece.sku,
        "name": model.name,
        "name_zh": model.name_zh,
        "category": model.category,
        "metal": model.metal,
        "fineness": model.fineness,
        "weight": piece.weight,
        "stone": model.stone,
        "stone_weight": piece.carats,
        "stone_origin": model.origin,
        "treatment": model.treatment,
        "certificate": piece.certificate,
        "pricing_mode": "by_weight" if piece.price_cents is None else "fixed_price",
        "price_cents": piece.price_cents,
        "labour_cents": piece.labour_cents or None,
        "cost_cents": piece.total_cents * 62 // 100,
        "currency": "HKD",
        "barcode": piece.barcode,
        "active": True,
    }
