"""A row of a price history: which day, which metal, and what a tael or a gram of it cost."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from db.types import to_millis
from jewelcrm.catalogue.rules import GRADES, METALS, check_rate
from jewelcrm.errors import CanFix
from jewelcrm.imports.rules.cells import Cells
from jewelcrm.imports.rules.order_lines import Unreadable
from jewelcrm.imports.rules.values import DateOrder, moment, number, one_line
from jewelcrm.money import Money, minor_units

OUNCE = Decimal("31.1034768")
"""Grams in a troy ounce, by definition; world market prices are for one."""

_METALS = {
    **dict.fromkeys(("黃金", "黄金", "足金", "金", "xau", "au"), "gold"),
    **dict.fromkeys(("鉑金", "铂金", "白金", "xpt", "pt"), "platinum"),
    **dict.fromkeys(("銀", "银", "白銀", "xag", "ag"), "silver"),
    **dict.fromkeys(("鈀金", "钯金", "xpd", "pd"), "palladium"),
    **{metal: metal for metal in METALS},
}
_GRADES = {
    **dict.fromkeys(("飾金", "饰金", "金飾"), "ornament"),
    **dict.fromkeys(("金條", "金条"), "bar"),
    "金粒": "pellet",
    **{grade: grade for grade in GRADES},
}
_UNITS = {
    **dict.fromkeys(("tael", "両", "兩", "两"), "tael"),
    **dict.fromkeys(("gram", "grams", "g", "克"), "gram"),
    **dict.fromkeys(("ounce", "oz", "troy_ounce", "ozt", "安士", "盎司"), "ounce"),
}


@dataclass(frozen=True, slots=True)
class Habits:
    """Where the shop is, what it counts in, and when it is now."""

    zone: dt.tzinfo
    currency: str  # of the shop
    of_file: str  # what amounts without a currency are in
    now: dt.datetime
    date_order: DateOrder


@dataclass(frozen=True, slots=True)
class Price:
    """What one tael or gram cost from a moment on; `at` in milliseconds."""

    at: int
    metal: str
    grade: str
    unit: str
    sell: int
    buy: int | None
    source: str | None

    @property
    def same(self) -> tuple[int, str, str, str]:
        """There is one price of a metal at a time."""
        return self.at, self.metal, self.grade, self.unit


def read_price(cells: Cells, habits: Habits) -> Price:
    """The price a row states.

    Raises:
        Unreadable: says what is missing or wrong.
    """
    at = _at(_first(cells, "day"), habits)
    metal = _known("metal", _first(cells, "metal") or "gold", _METALS)
    grade = _known("grade", _first(cells, "grade") or "ornament", _GRADES)
    currency = (_first(cells, "currency") or habits.of_file).upper()
    if currency != habits.currency:
        raise Unreadable(f"the price is in another currency than the shop's: {currency[:9]}")
    unit, sell = _sell(cells)
    buy = _amount("buying price", _first(cells, "buy")) if _first(cells, "buy") else None
    if unit == "ounce":
        unit, sell, buy = "gram", sell / OUNCE, None if buy is None else buy / OUNCE
    price = Price(
        at,
        metal,
        grade,
        unit,
        _cents(sell, currency),
        None if buy is None else _cents(buy, currency),
        _first(cells, "source")[:80] or None,
    )
    _check(price, currency)
    return price


def _first(cells: Cells, name: str) -> str:
    found = cells.get(name)
    return one_line(found[0][1]) if found else ""


def _at(text: str, habits: Habits) -> int:
    if not text:
        raise Unreadable("has no date")
    found = moment(text, habits.zone, habits.date_order)
    if found is None:
        raise Unreadable(f"the date cannot be read: {text[:60]}")
    if found.astimezone(habits.zone).date() > habits.now.astimezone(habits.zone).date():
        raise Unreadable(f"the day is still to come: {text[:60]}")
    return to_millis(min(found, habits.now))


def _known(what: str, text: str, words: dict[str, str]) -> str:
    found = words.get(text.casefold().replace(" ", "_"))
    if found is None:
        raise Unreadable(f"this {what} is not known: {text[:60]}")
    return found


def _sell(cells: Cells) -> tuple[str, Decimal]:
    for unit in ("tael", "gram", "ounce"):
        if text := _first(cells, f"{unit}_price"):
            return unit, _amount("price", text)
    if not _first(cells, "price"):
        raise Unreadable("has no price")
    unit = _known("unit", _first(cells, "unit") or "?", _UNITS)
    return unit, _amount("price", _first(cells, "price"))


def _amount(what: str, text: str) -> Decimal:
    found = number(text)
    if found is None or not 0 < found < 10**9:
        raise Unreadable(f"the {what} cannot be read: {text[:60]}")
    return found


def _cents(amount: Decimal, currency: str) -> int:
    return int(amount.scaleb(minor_units(currency)).quantize(Decimal(1), ROUND_HALF_UP))


def _check(price: Price, currency: str) -> None:
    buy = None if price.buy is None else Money(price.buy, currency)
    try:
        check_rate(Money(price.sell, currency), buy, unit=price.unit, grade=price.grade)
    except CanFix as error:
        raise Unreadable(error.template) from error
