"""What a person's unit of work captured of orders and money, read once before it commits.

What follows from it (new papers in the search index, sums and kept rows that are old) is named from
here: by a trigger for each row and each of these, a sale cost a tenth more. Head office's rows are
not captured; what follows from those is named by triggers (`OFFICE`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlcipher3 import dbapi2 as cipher

from db.types import Id

ORDER, LINE, PAYMENT, DUE = "sales_order", "order_line", "payment", "payment_due"
TABLES = (ORDER, LINE, PAYMENT, DUE)
"""Tables whose rows are followed so."""

OFFICE = "(SELECT remote FROM sync_tx) IS 1"
"""True in a trigger when the row comes from head office."""


def trigger(name: str, when: str, *deeds: str, if_: str = "") -> str:
    """A trigger that names what head office's rows make old."""
    test = f"{OFFICE} AND ({if_})" if if_ else OFFICE
    return f"CREATE TRIGGER {name} AFTER {when} WHEN {test} BEGIN {' '.join(deeds)} END"


_NEW = (
    "SELECT tbl, id, op = 'I', cols, coalesce(old, '{}') FROM change"
    f" WHERE n > ? AND tx = ? AND tbl IN {TABLES} ORDER BY n"
)


class Captured(NamedTuple):
    """One row that was added or changed, with the words that were written and those there were."""

    table: str
    id: Id
    new: bool
    cols: dict[str, Any]
    old: dict[str, Any]

    def changes(self, names: Iterable[str]) -> bool:
        """True when it was added, or one of these columns changed."""
        return self.new or any(name in self.cols for name in names)

    def values(self, name: str) -> Iterator[Any]:
        """What was written to a column, and what stood in it, as far as the change tells it."""
        for side in (self.cols, self.old):
            if side.get(name) is not None:
                yield side[name]

    def keys(self, name: str) -> Iterator[Id]:
        """The same of a column that holds keys."""
        return map(bytes.fromhex, self.values(name))


def captured(raw: cipher.Connection, tx: Id, after: int) -> list[Captured]:
    """What a unit of work captured; `after`: the number of the last change before it."""
    return [
        Captured(table, row_id, bool(new), json.loads(cols), json.loads(old))
        for table, row_id, new, cols, old in raw.execute(_NEW, (after, tx))
    ]
