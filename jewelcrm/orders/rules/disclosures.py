"""What Hong Kong's Trade Descriptions orders want on a receipt, and what of it is missing.

Codes and sources: domain.md 2.2 (Cap. 362A gold, 362C platinum, 362M fei cui, 362N diamond). A
shop's adviser confirms them; they are checked here so that nobody forgets them at the counter.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from jewelcrm.orders.model import OrderLine

MIN_CHUK_KAM = 9990  # parts per ten thousand; 999 per mille since 2 March 2009
MIN_GOLD = 3330
MIN_PLATINUM = 8500
MIN_PURE_PLATINUM = 9900

GOLDS = frozenset({"gold", "yellow_gold", "white_gold", "rose_gold"})

_CHUK_KAM = ("足金", "chuk kam")
_PURE_PLATINUM = ("足鉑金", "足白金", "足铂金")
_DIAMOND = ("diamond", "鑽石", "钻石", "鑽", "bort")
_LAB = ("lab", "synthetic", "實驗室", "实验室", "培育", "人造", "合成")
_JADE = ("fei cui", "feicui", "jadeite", "翡翠", "玉")
_NOT_FEI_CUI = ("nephrite", "軟玉", "和田玉")
_NATURAL = ("natural", "天然")
_UNTREATED = frozenset(
    {
        *("", "none", "n", "not treated", "untreated", "a", "type a", "w", "wax"),
        *("無", "无", "未經處理", "未经处理", "未經優化處理", "未经优化处理", "a貨", "a货"),
    }
)


@dataclass(frozen=True, slots=True)
class Missing:
    """A particular that a receipt must state and this order does not.

    `line` is the line's position, empty for the order as a whole; `field` is what to fill in.
    """

    code: str
    line: int | None
    field: str

    @property
    def words(self) -> str:
        """An English sentence that says what to fill in."""
        return WORDS[self.code]


WORDS = {
    "TD-001": "The shop's name and address are missing.",
    "TD-010": "Give the fineness of the gold (333 to 999.9 per mille).",
    "TD-011": "足金 / Chuk Kam is 999 per mille or more. Correct the description or the fineness.",
    "TD-012": "白金 is platinum: white gold is called 白色黃金. Correct the description.",
    "TD-013": "Give the weight of the metal.",
    "TD-020": "Give the fineness of the platinum (850 or more; 足鉑金 990 or more).",
    "TD-030": "Say whether the fei cui is natural, and how it was treated.",
    "TD-031": "Treated jade is not natural. Correct the description.",
    "TD-041": "Give the total weight of the diamonds in carats.",
    "TD-042": "Say whether the diamond is natural or laboratory-grown, in the description too.",
    "TD-050": "Say how the stone was treated, or that it was not.",
    "TD-051": "Say whether the stone is natural or laboratory-grown.",
}


class Made(Protocol):
    """A piece as far as its name in law goes: a line of an order, a piece of the catalogue."""

    @property
    def metal(self) -> str | None: ...

    @property
    def fineness(self) -> int | None: ...

    @property
    def stone(self) -> str | None: ...

    @property
    def stone_weight(self) -> Decimal | None: ...

    @property
    def stone_origin(self) -> str | None: ...

    @property
    def treatment(self) -> str | None: ...


class Described(Protocol):
    """An order as far as its descriptions go."""

    @property
    def kind(self) -> str: ...

    @property
    def lines(self) -> tuple[OrderLine, ...]: ...


def disclosures(order: Described, *, shop_named: bool = True) -> list[Missing]:
    """Everything that a receipt for this order would fail to state; empty when it is complete.

    Work on a customer's own piece (a repair, a commission) is not a supply of goods.
    """
    found = [] if shop_named else [Missing("TD-001", None, "address")]
    for line in order.lines:
        if order.kind != "repair" and not line.service:
            found.extend(_of_line(line))
    return found


def _of_line(line: OrderLine) -> Iterator[Missing]:
    for code, field in (*_metal(line), *_stone(line)):
        yield Missing(code, line.position, field)


def _metal(line: OrderLine) -> Iterator[tuple[str, str]]:
    if line.metal in GOLDS:
        yield from _gold(line)
    if line.metal == "platinum":
        yield from _platinum(line)
    if (line.metal in GOLDS or line.metal == "platinum") and not line.weight:
        yield "TD-013", "weight"


def _gold(line: OrderLine) -> Iterator[tuple[str, str]]:
    fineness = line.fineness or 0
    if not MIN_GOLD <= fineness <= 10_000:
        yield "TD-010", "fineness"
    elif _says(line.description, _CHUK_KAM) and fineness < MIN_CHUK_KAM:
        yield "TD-011", "fineness"
    if "白金" in line.description:
        yield "TD-012", "description"


def _platinum(line: OrderLine) -> Iterator[tuple[str, str]]:
    least = MIN_PURE_PLATINUM if _says(line.description, _PURE_PLATINUM) else MIN_PLATINUM
    if not least <= (line.fineness or 0) <= 10_000:
        yield "TD-020", "fineness"


def _stone(line: OrderLine) -> Iterator[tuple[str, str]]:
    if is_fei_cui(line):
        yield from _fei_cui(line)
    elif is_diamond(line):
        yield from _diamond(line)
    elif line.stone:
        if line.stone_origin is None:
            yield "TD-051", "stone_origin"
        if not line.treatment:
            yield "TD-050", "treatment"


def _fei_cui(line: OrderLine) -> Iterator[tuple[str, str]]:
    if line.stone_origin is None or not line.treatment:
        yield "TD-030", "stone_origin" if line.stone_origin is None else "treatment"
    elif is_treated(line) and _says(f"{line.description} {line.stone}", _NATURAL):
        yield "TD-031", "description"


def _diamond(line: OrderLine) -> Iterator[tuple[str, str]]:
    if line.stone_weight is None or line.stone_weight <= 0:
        yield "TD-041", "stone_weight"
    if line.stone_origin is None:
        yield "TD-042", "stone_origin"
    elif _hides_laboratory(line):
        yield "TD-042", "description"
    if not line.treatment:
        yield "TD-050", "treatment"


def _hides_laboratory(line: OrderLine) -> bool:
    """Whether it says diamond, which alone is the natural mineral (Cap. 362N)."""
    words = line.description
    return line.stone_origin == "lab_grown" and _says(words, _DIAMOND) and not _says(words, _LAB)


def is_diamond(line: Made) -> bool:
    return _says(line.stone or "", _DIAMOND)


def is_fei_cui(line: Made) -> bool:
    stone = line.stone or ""
    return _says(stone, _JADE) and not _says(stone, _NOT_FEI_CUI)


def is_treated(line: Made) -> bool:
    """Treated beyond what the trade calls natural (wax on fei cui is not a treatment)."""
    return (line.treatment or "").strip().lower() not in _UNTREATED


def _says(text: str, words: tuple[str, ...]) -> bool:
    folded = text.lower()
    return any(word in folded for word in words)
