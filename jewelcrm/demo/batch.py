"""Rows on their way into the store, collected table by table and put in parents first."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import Table

from db.tables import metadata
from db.work import Work

_ORDER = {table.name: place for place, table in enumerate(metadata.sorted_tables)}


class Batch:
    """What one unit of work will insert. Rows of a table must all name the same columns."""

    def __init__(self) -> None:
        self.rows: dict[Table, list[dict[str, Any]]] = defaultdict(list)

    def add(self, table: Table, row: dict[str, Any]) -> None:
        self.rows[table].append(row)

    def number(self, work: Work) -> None:
        """Give customers, orders and receipts their numbers, in the order they came to be."""
        unnumbered = sorted(
            (row["created_at"], row["id"], name, row)
            for table, name in _NUMBERED.items()
            for row in self.rows.get(_table(table), ())
        )
        numbers = work.next_numbers(len(unnumbered)) if unnumbered else []
        for (_, _, name, row), number in zip(unnumbered, numbers, strict=True):
            row[name] = number

    def write(self, work: Work) -> int:
        """Put every row in; returns how many."""
        self.number(work)
        for table in sorted(self.rows, key=lambda one: _ORDER[one.name]):
            work.insert_many(table, self.rows[table])
        return sum(len(rows) for rows in self.rows.values())


_NUMBERED = {"customer": "number", "sales_order": "number", "payment": "receipt_number"}


def _table(name: str) -> Table:
    return metadata.tables[name]
