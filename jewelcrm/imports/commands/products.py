"""Products: a row each, or the rows of one handle with its variants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlcipher3 import dbapi2 as cipher

from db.types import Id
from jewelcrm.imports.commands.bulk import COLUMNS, Ids, Sink, select_in
from jewelcrm.imports.commands.documents import KeyOf, Occurrences
from jewelcrm.imports.commands.ends import EMPTY_ROW, HEADER_AGAIN, Document, Ends
from jewelcrm.imports.readers.model import Row
from jewelcrm.imports.rules.cells import cells_by_target
from jewelcrm.imports.rules.mapping import Mapping
from jewelcrm.imports.rules.order_lines import Unreadable
from jewelcrm.imports.rules.product_rows import Product, read_products
from jewelcrm.imports.rules.values import one_line

_FILLED = tuple(name for name in COLUMNS["product"] if name not in {"sku", "active", "currency"})
_BY_SKU = f"SELECT sku, id, archived_at, {', '.join(_FILLED)} FROM product WHERE sku IN ({{}})"  # noqa: S608
_AWAY = "the product was put away here"


@dataclass(slots=True)
class Kept:
    """A product in the store, or one this batch adds."""

    id: Id
    values: dict[str, Any]
    fresh: bool = False
    away: bool = False
    changes: dict[str, Any] = field(default_factory=dict)


Read = tuple[list[Row], list[Product]]


class Products:
    """Rows of a product list into the store."""

    what = "product"

    def __init__(
        self, columns: Sequence[str], mapping: Mapping, *, currency: str, ids: Ids, lasting: bool
    ) -> None:
        self._columns = list(columns)
        self._get = cells_by_target(columns, mapping.columns)
        self._currency, self._ids, self._lasting = currency, ids, lasting
        self._known: dict[str, Kept] = {}
        self._equal = Occurrences()
        self._bare = mapping.column_of("sku") is None and mapping.column_of("parent") is None
        self._made = 0
        self.key_of: KeyOf | None = _key_of(self._columns, mapping.column_of("parent"))

    def prepare(self, documents: Sequence[Document], ends: Ends) -> list[Read]:
        """Read the products of a batch; nothing of the store is needed for that."""
        return [read for document in documents for read in self._read(document, ends)]

    def apply(self, raw: cipher.Connection, read: list[Read], sink: Sink, ends: Ends) -> None:
        """Decide every row of the batch and put what is to be written into the sink."""
        if not self._lasting:
            self._known.clear()
        wanted = {p.sku for _, made in read for p in made} - self._known.keys()
        for sku, product_id, away, *values in select_in(raw, _BY_SKU, wanted):
            there = dict(zip(_FILLED, values, strict=True))
            self._known.setdefault(sku, Kept(product_id, there, away=away is not None))
        touched: dict[Id, Kept] = {}
        for rows, made in read:
            self._place(rows, made, touched, ends)
        self._write(touched, sink)

    def pass_over(self, document: Document) -> None:
        """A row that an earlier run took: only counted among its equals."""
        if self._bare and document[0][2] is None:
            self._equal.next(document[0][1])

    def made(self) -> dict[str, int]:
        return {"products": self._made}

    def _read(self, document: Document, ends: Ends) -> list[Read]:
        rows = [row for row in document if not self._is_nothing(row, ends)]
        wrong = {row[0]: row[2] for row in rows if row[2] is not None}
        if rows and not wrong:
            spare = f"row-{self._equal.next(rows[0][1])}" if self._bare else ""
            try:
                return [
                    (
                        rows,
                        read_products(
                            [(row, self._get(row[1])) for row in rows], self._currency, spare
                        ),
                    )
                ]
            except Unreadable as error:
                wrong = {rows[0][0]: str(error)}
        if rows:
            ends.reject_document(rows, wrong, self.what)
        return []

    def _is_nothing(self, row: Row, ends: Ends) -> bool:
        _, cells, wrong = row
        if wrong is not None:
            return False
        if not any(cell.strip() for cell in cells):
            ends.skip([row], EMPTY_ROW)
            return True
        if cells == self._columns:
            ends.skip([row], HEADER_AGAIN)
            return True
        return False

    def _place(
        self, rows: list[Row], made: list[Product], touched: dict[Id, Kept], ends: Ends
    ) -> None:
        if any(self._known[p.sku].away for p in made if p.sku in self._known):
            ends.skip(rows, _AWAY)
            return
        fresh: set[int] = set()
        for product in made:
            kept = self._known.get(product.sku)
            if kept is None:
                kept = self._known[product.sku] = Kept(
                    self._ids.next(), {"sku": product.sku}, fresh=True
                )
                fresh.update(product.positions)
                self._made += 1
            _fill(kept, product.values)
            touched[kept.id] = kept
        ends.add([row for row in rows if row[0] in fresh])
        ends.match([row for row in rows if row[0] not in fresh])

    def _write(self, touched: dict[Id, Kept], sink: Sink) -> None:
        for kept in touched.values():
            if kept.fresh:
                values = {
                    "currency": self._currency,
                    "active": True,
                    "pricing_mode": "fixed_price",
                    **kept.values,
                }
                sink.add("product", kept.id, *(values.get(name) for name in COLUMNS["product"]))
                kept.fresh = False
            elif kept.changes:
                sink.change("product", kept.id, dict(kept.changes))
            kept.changes.clear()


def _fill(kept: Kept, values: dict[str, Any]) -> None:
    """What is empty is filled; a name that is only the code gives way to a real one."""
    for name, value in values.items():
        empty = kept.values.get(name) is None or (
            name == "name" and kept.values[name] == kept.values.get("sku")
        )
        if value is not None and empty and (kept.fresh or name in _FILLED):
            kept.values[name] = value
            kept.changes[name] = value


def _key_of(columns: list[str], column: str | None) -> KeyOf | None:
    if column is None:
        return None
    at = columns.index(column)

    def key_of(cells: list[str]) -> str:
        return one_line(cells[at]) if at < len(cells) else ""

    return key_of
