"""Order files: what a line and the order it belongs to come to, in exact whole numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from db.types import to_millis
from jewelcrm.imports.readers.model import Row, Tally
from jewelcrm.imports.rules.mapping import Mapping as Columns
from jewelcrm.imports.rules.values import DateOrder, moment, number, one_line, plain_key, whole_text
from jewelcrm.money import minor_units
from jewelcrm.orders.rules.stages import KINDS, STAGES

COLLECTED, CANCELLED = "collected", "cancelled"
_CANCEL_WORDS = frozenset(
    ["cancelled", "canceled", "void", "voided", "取消", "已取消", "作廢", "作废"]
)
_CHANNELS = {
    "online": "online",
    "web": "online",
    "website": "online",
    "網店": "online",
    "网店": "online",
    "網上": "online",
    "phone": "phone",
    "telephone": "phone",
    "電話": "phone",
    "电话": "phone",
    "counter": "counter",
    "shop": "counter",
    "store": "counter",
    "門市": "counter",
    "门店": "counter",
}


class Unreadable(ValueError):
    """Why a row cannot be taken, in words for the person who mends it."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A line's quantity (thousandths) and money (minor units)."""

    quantity: int
    price: int
    labour: int
    discount: int
    amount: int
    exact: bool = True  # nothing was rounded, and the amount is what quantity and price give


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an order."""

    position: int
    sku: str
    description: str
    sum: Sum


@dataclass(frozen=True, slots=True)
class Head:
    """What all lines of an order share."""

    key: str
    number: str
    placed_at: int
    kind: str
    channel: str
    stage: str
    currency: str
    remark: str


class OrderReader:
    """Reads the rows of one file; what repeats is read once."""

    def __init__(
        self,
        columns: Sequence[str],
        mapping: Columns,
        *,
        zone: dt.tzinfo,
        currency: str,
        now: dt.datetime,
        tally: Tally,
    ) -> None:
        self._at: Mapping[str, int] = _places(columns, mapping)
        self._zone, self._order, self._tally = zone, mapping.date_order, tally
        self._currency, self._channel, self._source = currency, mapping.channel, mapping.source
        self._now = to_millis(now)
        self._sums: dict[tuple[str, ...], Sum | str] = {}
        self._dates: dict[str, int] = {}
        self._has_lines = not {"sku", "description", "unit_price", "quantity", "amount"}.isdisjoint(
            self._at
        )
        names = ("quantity", "unit_price", "labour", "discount", "discount_rate", "amount")
        self._money = (*map(self._place, names), -1 if self._has_lines else self._place("total"))
        self.key_of = (
            self._make_key_of() if self.has("order_number") or self.has("number") else None
        )

    def _place(self, target: str) -> int:
        return self._at.get(target, -1)

    def has(self, target: str) -> bool:
        return target in self._at

    def cell(self, cells: Sequence[str], target: str) -> str:
        at = self._at.get(target)
        return "" if at is None or at >= len(cells) else cells[at]

    def head(self, document: Sequence[Row], key: str) -> Head:
        """The order of a document, from the first row that says each thing.

        Raises:
            Unreadable: it has no date that can be read.
        """
        first = document[0][1]
        kind = self._first(document, "kind").casefold()
        kind = kind if kind in KINDS else "sale"
        currency = one_line(self._first(document, "currency")).upper()
        return Head(
            key=key,
            number=one_line(self.cell(first, "number")),
            placed_at=self._placed(document),
            kind=kind,
            channel=_CHANNELS.get(self._first(document, "channel").strip().casefold())
            or self._channel
            or "counter",
            stage=_stage(kind, self._first(document, "stage").strip().casefold()),
            currency=currency if len(currency) == 3 else self._currency,
            remark=whole_text(self._first(document, "remark")),
        )

    def line(self, row: Row, currency: str) -> Line | None:
        """The line of a row; None when the row only names the order.

        Raises:
            Unreadable: a number in it cannot be read, or a text is too long.
        """
        cells = row[1]
        sku, description = (
            plain_key(self.cell(cells, "sku")),
            whole_text(self.cell(cells, "description")),
        )
        if len(sku) > 80:
            raise Unreadable("the stock code is longer than 80 characters")
        if len(description) > 400:
            raise Unreadable("the description is longer than 400 characters")
        total = self._sum(cells, currency)
        if not self._has_lines:
            return (
                Line(row[0], "", "Imported total", total)
                if self.cell(cells, "total").strip()
                else None
            )
        if (
            not sku
            and not description
            and not any(cells[at].strip() for at in self._money if at >= 0)
        ):
            return None
        return Line(row[0], sku, description or sku or "Imported", total)

    def _first(self, document: Sequence[Row], target: str) -> str:
        at = self._at.get(target)
        if at is None:
            return ""
        return next((cells[at] for _, cells, _ in document if cells[at].strip()), "")

    def _placed(self, document: Sequence[Row]) -> int:
        if "order_date" not in self._at:
            return self._now
        text = self._first(document, "order_date")
        placed = self._dates.get(text)
        if placed is None:
            if len(self._dates) > 50_000:
                self._dates.clear()
            placed = self._dates[text] = _millis(text, self._zone, self._order)
        return placed

    def _sum(self, cells: Sequence[str], currency: str) -> Sum:
        texts = (*[cells[at] if at >= 0 else "" for at in self._money], currency)
        known = self._sums.get(texts)
        if known is None:
            if len(self._sums) > 100_000:
                self._sums.clear()
            known = self._sums[texts] = _safe_sum(*texts)
        if isinstance(known, str):
            raise Unreadable(known)
        if not known.exact:
            self._tally.add(
                "{n} line amounts are rounded to the cent or differ from quantity × price"
            )
        return known

    def _make_key_of(self) -> Callable[[list[str]], str]:
        number_at, here_at, source = (
            self._place("order_number"),
            self._place("number"),
            self._source,
        )

        def key_of(cells: list[str]) -> str:
            text = cells[number_at].strip() if 0 <= number_at < len(cells) else ""
            if text:
                key = text.removesuffix(".0")
                return f"{source}:{key}" if source else key
            return cells[here_at].strip() if 0 <= here_at < len(cells) else ""

        return key_of


def _places(columns: Sequence[str], mapping: Columns) -> dict[str, int]:
    places: dict[str, int] = {}
    for at, column in enumerate(columns):
        to = mapping.columns.get(column, "").partition(":")[0]
        if to:
            places.setdefault(to, at)
    return places


def _millis(text: str, zone: dt.tzinfo, order: DateOrder) -> int:
    if not text.strip():
        raise Unreadable("has no date")
    placed = moment(text.strip(), zone, order)
    if placed is None or not 1900 <= placed.year <= 2100:
        raise Unreadable(f"the date cannot be read: {text[:60]}")
    return to_millis(placed)


def _stage(kind: str, text: str) -> str:
    """Imported history is over; only our own words say otherwise."""
    if text in STAGES[kind]:
        return text
    return CANCELLED if text in _CANCEL_WORDS else COLLECTED


def _safe_sum(*texts: str) -> Sum | str:
    try:
        return read_sum(*texts)
    except Unreadable as error:
        return str(error)


def read_sum(  # noqa: PLR0917 the cells of a line in the order of their columns
    quantity: str,
    price: str,
    labour: str,
    discount: str,
    rate: str,
    amount: str,
    total: str,
    currency: str,
) -> Sum:
    """What a line comes to. An amount in the file is kept even where quantity × price differs.

    Raises:
        Unreadable: names the cell that is no number.
    """
    units = Decimal(10) ** minor_units(currency)
    count = _read("quantity", quantity, Decimal(1))
    work, off = _read("labour", labour, Decimal(0)), _read("discount", discount, Decimal(0))
    whole = _maybe("amount", amount or total) if (amount or total).strip() else None
    each = _maybe("price", price) if price.strip() else None
    if each is None:
        each = (whole or Decimal(0)) / count if count else Decimal(0)
    off += count * each * _rate(rate)
    if whole is None:
        whole = count * each + work - off
    price_units, amount_units = each * units, whole * units
    exact = price_units == int(price_units) and whole == count * each + work - off
    return Sum(
        _round(count * 1000),
        _round(price_units),
        _round(work * units),
        _round(off * units),
        _round(amount_units),
        exact,
    )


def _rate(text: str) -> Decimal:
    value = _read("discount", text.replace("%", ""), Decimal(0))
    return value / 100 if "%" in text or abs(value) > 1 else value


def _read(what: str, text: str, empty: Decimal) -> Decimal:
    return _maybe(what, text) if text.strip() else empty


def _maybe(what: str, text: str) -> Decimal:
    value = number(text)
    if value is None:
        raise Unreadable(f"the {what} cannot be read: {text.strip()[:60]}")
    if abs(value) > 10**11:
        raise Unreadable(f"the {what} is too large: {text.strip()[:60]}")
    return value


def _round(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), ROUND_HALF_UP))
