"""Weights that are exact: metal in grams and taels, stones in carats, and gold by weight."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from types import MappingProxyType

from jewelcrm.errors import CanFix
from jewelcrm.money import Money, half_up

GRAMS = MappingProxyType(
    {
        "gram": Decimal(1),
        "kilogram": Decimal(1000),
        "milligram": Decimal("0.001"),
        "tael": Decimal("37.429"),
        "mace": Decimal("3.7429"),
        "candareen": Decimal("0.37429"),
        "li": Decimal("0.037429"),
        "troy_ounce": Decimal("31.1034768"),
        "pennyweight": Decimal("1.55517384"),
        "carat": Decimal("0.2"),
        "point": Decimal("0.002"),
        "pearl_grain": Decimal("0.05"),
        "momme": Decimal("3.75"),
    }
)
"""Grams in one of each: the Hong Kong gold tael (金衡兩), not the market's (domain.md 3.4)."""

_NAMES = {
    "gram": ("g", "gm", "gr", "gram", "grams", "克"),
    "kilogram": ("kg", "公斤"),
    "milligram": ("mg", "毫克"),
    "tael": ("tael", "taels", "tls", "tl", "兩", "両", "两"),
    "mace": ("mace", "錢", "钱"),
    "candareen": ("candareen", "candareens", "fen", "分"),
    "li": ("li", "厘", "釐"),
    "troy_ounce": ("ozt", "oz t", "oz", "troy ounce", "troy ounces", "安士", "盎司"),
    "pennyweight": ("dwt",),
    "carat": ("ct", "cts", "carat", "carats", "卡", "克拉"),
    "point": ("pt", "pts", "point", "points", "份"),
    "momme": ("momme", "匁"),
}
_UNIT = {name: unit for unit, names in _NAMES.items() for name in names}
_TEN = "一二三四五六七八九十"
_PIECE = re.compile(
    rf"\s*(?P<amount>\d+(?:\.\d+)?|\.\d+|[{_TEN}])\s*"
    rf"(?P<unit>[a-z ]*[a-z]|[^\d\s.a-z{_TEN}]+)?\s*"
)
_CHINESE = {c: n for n, c in enumerate(_TEN, 1)}
_STORED = Decimal("0.0001")
_LADDER = (("兩", 1000), ("錢", 100), ("分", 10), ("厘", 1))


def to_grams(amount: Decimal | int, unit: str = "gram") -> Decimal:
    """`amount` of `unit` in grams, exact to the last digit."""
    return Decimal(amount) * GRAMS[unit]


def stored(grams: Decimal) -> Decimal:
    """Grams as the store keeps them: four decimals, half up."""
    return grams.quantize(_STORED, ROUND_HALF_UP)


def taels(grams: Decimal) -> Fraction:
    """Exact taels of `grams`.

    A weight that was given in taels, mace, candareens or li comes back as it was given, although
    the store keeps only four decimals of a gram: 0.267 tael is kept as 9.9935 g.
    """
    li = half_up(Fraction(grams) / Fraction(GRAMS["li"]))
    if stored(li * GRAMS["li"]) == stored(grams):
        return Fraction(li, 1000)
    return Fraction(grams) / Fraction(GRAMS["tael"])


def tael_text(grams: Decimal) -> str:
    """As a Hong Kong goldsmith writes it, to the nearest li: `1兩3錢7分`."""
    li = half_up(taels(grams) * 1000)
    parts = []
    for name, size in _LADDER:
        count, li = divmod(li, size)
        if count:
            parts.append(f"{count}{name}")
    return "".join(parts) or "0兩"


def gram_text(grams: Decimal) -> str:
    """`51.278 g`: at least two decimals, no more than the weight has, at most four."""
    plain = f"{stored(grams):f}".rstrip("0")
    whole, _, part = plain.partition(".")
    return f"{whole}.{part.ljust(2, '0')} g"


def carat_text(carats: Decimal) -> str:
    """`1.01 ct`: at least two decimals, three when they say something."""
    plain = f"{carats.quantize(Decimal('0.001'), ROUND_HALF_UP):f}".rstrip("0")
    whole, _, part = plain.partition(".")
    return f"{whole}.{part.ljust(2, '0')} ct"


def parse_weight(text: str, unit: str = "gram") -> Decimal:
    """Grams, four decimals, of what a person typed: `5.12`, `5.12g`, `1.37兩`, `1兩3錢7分`.

    A bare number is in `unit`. Raises CanFix for anything else.
    """
    body = unicodedata.normalize("NFKC", text).strip().lower().replace(",", "")
    total, at = Decimal(0), 0
    while at < len(body):
        piece = _PIECE.match(body, at)
        name = piece and (piece["unit"] or "").strip()
        kind = _UNIT.get(name) if name else (unit if at == 0 else None)
        if piece is None or kind is None or (not name and piece.end() < len(body)):
            raise _no_weight(text)
        total += to_grams(_amount(piece["amount"]), kind)
        at = piece.end()
    if at == 0:
        raise _no_weight(text)
    return stored(total)


def _amount(text: str) -> Decimal:
    return Decimal(_CHINESE.get(text) or text)


def _no_weight(text: str) -> CanFix:
    return CanFix("“{text}” is not a weight.", field="weight", text=text.strip())


@dataclass(frozen=True, slots=True)
class GoldPrice:
    """The price of a piece sold by weight, each part as the customer is told it."""

    metal: Money
    commission: Money
    labour: Money

    @property
    def total(self) -> Money:
        return self.metal + self.commission + self.labour


def gold_price(
    grams: Decimal,
    rate: Money,
    *,
    unit: str = "tael",
    labour: Money | None = None,
    commission_percent: Decimal = Decimal(0),
) -> GoldPrice:
    """Weight x board price (for one `unit`), commission on the metal, and labour."""
    count = taels(grams) if unit == "tael" else Fraction(grams) / Fraction(GRAMS[unit])
    metal = Money(half_up(rate.cents * count), rate.currency)
    return GoldPrice(metal, metal.percent(commission_percent), labour or Money.zero(rate.currency))


def within_tolerance(
    weight_in: Decimal, weight_out: Decimal, *, percent: Decimal, grams: Decimal
) -> bool:
    """Whether a piece came back as heavy as it went in: off by `percent` or `grams` at most."""
    allowed = max(weight_in * percent / 100, grams)
    return abs(weight_out - weight_in) <= allowed
