"""The products an order file names: found by stock code, or made with the first name they get."""

from __future__ import annotations

from collections.abc import Iterable

from sqlcipher3 import dbapi2 as cipher

from db.types import Id
from jewelcrm.imports.commands.bulk import COLUMNS, Ids, Sink, select_in
from jewelcrm.imports.readers.model import Tally
from jewelcrm.imports.rules.order_lines import Line

_BY_SKU = "SELECT sku, id, name FROM product WHERE sku IN ({})"
_MOST = 200_000
NOT_IN_CATALOGUE = (
    "{n} lines name pieces that are not in the chain's catalogue; they keep the item code alone"
)


class Shelf:
    """Stock codes met in a run, with their products."""

    def __init__(self, ids: Ids, tally: Tally, *, currency: str, adds: bool = True) -> None:
        self._ids = ids
        self._tally = tally
        self._adds = adds
        self._currency = currency
        self._known: dict[str, Id] = {}
        self._nameless: set[str] = set()
        self._fresh: dict[str, Line] = {}
        self._named: dict[str, str] = {}
        self.made = 0

    def load(self, raw: cipher.Connection, lines: Iterable[Line]) -> None:
        """Look up the codes of these lines; those nobody has are made.

        Not by somebody who may not add products: these lines keep the code alone.
        """
        if len(self._known) > _MOST:
            self._known.clear()
        wanted = list(lines)
        codes = {line.sku for line in wanted if line.sku} - self._known.keys()
        for sku, product_id, name in select_in(raw, _BY_SKU, codes):
            self._known.setdefault(sku, product_id)
            if name == sku:
                self._nameless.add(sku)
        for line in wanted:
            if line.sku and self._adds:
                self._meet(line)
            elif line.sku and line.sku not in self._known:
                self._tally.add(NOT_IN_CATALOGUE)

    def product(self, sku: str) -> Id | None:
        return self._known.get(sku)

    def write(self, sink: Sink) -> None:
        """Put the new products, and names found later, into the sink."""
        for sku, line in self._fresh.items():
            values = {
                "sku": sku,
                "name": line.description[:300],
                "pricing_mode": "fixed_price",
                "active": True,
                "price_cents": line.sum.price if line.sum.price > 0 else None,
                "currency": self._currency,
            }
            sink.add(
                "product", self._known[sku], *(values.get(name) for name in COLUMNS["product"])
            )
        for sku, name in self._named.items():
            sink.change("product", self._known[sku], {"name": name})
        self._fresh.clear()
        self._named.clear()

    def _meet(self, line: Line) -> None:
        sku = line.sku
        if sku not in self._known:
            self._known[sku] = self._ids.next()
            self._fresh[sku] = line
            self.made += 1
            if line.description == sku:
                self._nameless.add(sku)
        elif sku in self._nameless and line.description != sku:
            self._nameless.discard(sku)
            if sku in self._fresh:
                self._fresh[sku] = line
            else:
                self._named[sku] = line.description[:300]
