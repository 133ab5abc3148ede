"""Gold prices of the past: a row each; the board's history is only ever added to."""

from __future__ import annotations

from collections.abc import Sequence

from sqlcipher3 import dbapi2 as cipher

from db.errors import our_errors
from jewelcrm.imports.commands.bulk import Ids, Sink
from jewelcrm.imports.commands.documents import KeyOf
from jewelcrm.imports.commands.ends import EMPTY_ROW, HEADER_AGAIN, Document, Ends
from jewelcrm.imports.readers.model import Row
from jewelcrm.imports.rules.cells import cells_by_target
from jewelcrm.imports.rules.gold_rows import Habits, Price, read_price
from jewelcrm.imports.rules.mapping import Mapping
from jewelcrm.imports.rules.order_lines import Unreadable

_THERE = "SELECT at, metal, grade, unit, sell_cents, buy_cents FROM gold_rate"
ANOTHER = "another price is kept for that time"

Key = tuple[int, str, str, str]
Read = tuple[Row, Price]


class GoldRates:
    """Rows of a price history into the store."""

    what = "price"
    key_of: KeyOf | None = None

    def __init__(self, columns: Sequence[str], mapping: Mapping, habits: Habits, ids: Ids) -> None:
        self._columns = list(columns)
        self._get = cells_by_target(columns, mapping.columns)
        self._habits, self._ids = habits, ids
        self._there: dict[Key, tuple[int, int | None]] | None = None
        self._made = 0

    def prepare(self, documents: Sequence[Document], ends: Ends) -> list[Read]:
        """Read the rows of a batch; nothing of the store is needed for that."""
        return [read for (row,) in documents if (read := self._read(row, ends)) is not None]

    def apply(self, raw: cipher.Connection, read: list[Read], sink: Sink, ends: Ends) -> None:
        """Decide every row of the batch and put what is to be written into the sink."""
        if self._there is None:  # a few a day: the whole history is small
            with our_errors():
                self._there = {(*row[:4],): (row[4], row[5]) for row in raw.execute(_THERE)}
        for row, price in read:
            self._place(row, price, self._there, sink, ends)

    def pass_over(self, document: Document) -> None:
        """Nothing to remember of a row that an earlier run took."""

    def made(self) -> dict[str, int]:
        return {"gold prices": self._made}

    def _read(self, row: Row, ends: Ends) -> Read | None:
        _, cells, wrong = row
        if wrong is not None:
            ends.reject(row, wrong)
        elif not any(cell.strip() for cell in cells):
            ends.skip([row], EMPTY_ROW)
        elif cells == self._columns:
            ends.skip([row], HEADER_AGAIN)
        else:
            try:
                return row, read_price(self._get(cells), self._habits)
            except Unreadable as error:
                ends.reject(row, str(error))
        return None

    def _place(
        self,
        row: Row,
        price: Price,
        there: dict[Key, tuple[int, int | None]],
        sink: Sink,
        ends: Ends,
    ) -> None:
        known = there.get(price.same)
        if known is not None and known != (price.sell, price.buy):
            ends.reject(row, ANOTHER)
        elif known is not None:
            ends.match([row])
        else:
            there[price.same] = (price.sell, price.buy)
            told = (*price.same, price.sell, price.buy, self._habits.currency, price.source)
            sink.add("gold_rate", self._ids.next(), *told)
            self._made += 1
            ends.add([row])
