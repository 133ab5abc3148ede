"""Rows written in bulk: ids made by the thousand, statements prepared once.

Values are already in the form the file keeps (instants in milliseconds, days as text, exact
decimals as whole numbers), and every text was cleaned and measured while the row was read.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Sequence
from typing import Any

from sqlcipher3 import dbapi2 as cipher

from db.errors import our_errors
from db.types import Id
from db.work import Work

COLUMNS: dict[str, tuple[str, ...]] = {
    "customer": (
        "number",
        "title",
        "name",
        "name_zh",
        "preferred_name",
        "language",
        "gender",
        "district",
        "address",
        "country",
        "source",
        "tier",
        "external_key",
    ),
    "contact_point": ("customer_id", "kind", "value", "normal", "label", "preferred", "checked"),
    "occasion": ("customer_id", "kind", "calendar", "year", "month", "day", "leap_month"),
    "preference": ("customer_id", "kind", "value", "basis", "note"),
    "note": ("customer_id", "channel", "body", "author_id", "replaces_id"),
    "ring_size": (
        "customer_id",
        "hand",
        "finger",
        "circumference",
        "system",
        "label",
        "band_width",
        "measured_on",
        "note",
    ),
    "consent": (
        "customer_id",
        "purpose",
        "channel",
        "subject_class",
        "state",
        "source",
        "notice_version",
        "notice_language",
        "obtained_at",
        "obtained_by",
        "witness",
        "confirm_due",
    ),
    "product": (
        "sku",
        "name",
        "name_zh",
        "description",
        "category",
        "collection",
        "vendor",
        "variant",
        "parent_sku",
        "metal",
        "fineness",
        "weight",
        "stone",
        "stone_weight",
        "stone_origin",
        "treatment",
        "certificate",
        "size",
        "pricing_mode",
        "price_cents",
        "labour_cents",
        "cost_cents",
        "currency",
        "barcode",
        "picture",
        "tags",
        "active",
    ),
    "wish": (
        "customer_id",
        "product_id",
        "description",
        "occasion",
        "budget_cents",
        "currency",
        "wanted_by",
        "state",
    ),
    "gold_rate": (
        "at",
        "metal",
        "grade",
        "unit",
        "sell_cents",
        "buy_cents",
        "currency",
        "source",
    ),
    "sales_order": (
        "number",
        "kind",
        "channel",
        "customer_id",
        "stage",
        "stage_since",
        "placed_at",
        "rush",
        "currency",
        "external_key",
        "remark",
    ),
    "order_line": (
        "order_id",
        "position",
        "product_id",
        "sku",
        "description",
        "quantity",
        "unit_price_cents",
        "labour_cents",
        "discount_cents",
        "amount_cents",
        "occurrence",
    ),
    "order_step": ("order_id", "to_stage", "at", "reason"),
}
"""The columns an import fills; `id`, branch and times come by themselves."""

ORDER = tuple(COLUMNS)
"""Tables in the order in which their references ask for."""

_SQL = {
    table: (
        f"INSERT INTO {table}(id, branch_id, created_at, updated_at, {', '.join(names)})"  # noqa: S608 our own names
        f" VALUES ({', '.join('?' * (len(names) + 4))})"
    )
    for table, names in COLUMNS.items()
}


class Ids:
    """UUIDv7 in rising order, a thousand at a time (as db.types.new_id, forty times as fast)."""

    def __init__(self) -> None:
        self._stamp = 0
        self._ready: list[Id] = []

    def next(self) -> Id:
        if not self._ready:
            self._ready = self._make()
        return self._ready.pop()

    def _make(self) -> list[Id]:
        self._stamp = max(self._stamp + 1, time.time_ns() // 1_000_000)
        head, tail = self._stamp.to_bytes(6, "big"), os.urandom(8 * 1024)
        made = []
        for n in range(1023, -1, -1):
            rest = tail[n * 8 : n * 8 + 8]
            made.append(
                head
                + (0x7000 | n << 2).to_bytes(2, "big")
                + bytes((0x80 | rest[0] & 0x3F,))
                + rest[1:]
            )
        return made


class Sink:
    """What a batch will write, kept until its transaction."""

    def __init__(self) -> None:
        self.rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in ORDER}
        self.updates: list[tuple[str, Id, dict[str, Any]]] = []
        self.since: dict[Id, int] = {}  # rows of which the file knows when they were made

    def add(self, table: str, row_id: Id, *values: Any) -> None:
        """A new row; values in the order of `COLUMNS`."""
        self.rows[table].append((row_id, *values))

    def change(self, table: str, row_id: Id, changes: dict[str, Any]) -> None:
        """Columns to be filled in a row that is there."""
        self.updates.append((table, row_id, changes))

    def flush(self, work: Work, branch_id: Id, now: int) -> None:
        """Write everything, in the order the references ask for."""
        self._number(work)
        with our_errors():
            for table in ORDER:
                if rows := self.rows[table]:
                    at = self.since.get
                    work.raw.executemany(
                        _SQL[table],
                        [(row[0], branch_id, at(row[0], now), now, *row[1:]) for row in rows],
                    )
                    work.touched.add(table)
            for table, row_id, changes in self.updates:
                _update(work, table, row_id, {**changes, "updated_at": now})

    def _number(self, work: Work) -> None:
        """Customers and orders that bring no number of ours get the next ones of this PC."""
        for table in _NUMBERED:
            rows = self.rows[table]
            _keep_ahead(work, [row[1] for row in rows if row[1] is not None])
            waiting = [n for n, row in enumerate(rows) if row[1] is None]
            if waiting:
                for n, number in zip(waiting, work.next_numbers(len(waiting)), strict=True):
                    rows[n] = (rows[n][0], number, *rows[n][2:])


def _keep_ahead(work: Work, given: Sequence[str]) -> None:
    """Numbers of this very PC that come back from an export are never given out again."""
    if not given:
        return
    code, letter, after = work.raw.execute(
        "SELECT branch_code, letter, next_number FROM pc"
    ).fetchone()
    own = f"{code}-{letter}-"
    last = max((int(n.split("-")[2]) for n in given if n.startswith(own)), default=0)
    if last >= after:
        work.raw.execute("UPDATE pc SET next_number = ?", (last + 1,))


_NUMBERED = ("customer", "sales_order")


def _update(work: Work, table: str, row_id: Id, changes: dict[str, Any]) -> None:
    names = ", ".join(f"{name} = ?" for name in changes)
    work.raw.execute(f"UPDATE {table} SET {names} WHERE id = ?", (*changes.values(), row_id))  # noqa: S608
    work.touched.add(table)


def select_in(
    raw: cipher.Connection, sql: str, values: Iterable[Any], *, at_once: int = 900
) -> list[tuple[Any, ...]]:
    """Rows of `sql`, which has one `IN ({})`, for any number of values."""
    wanted: Sequence[Any] = list(dict.fromkeys(values))
    found: list[tuple[Any, ...]] = []
    with our_errors():
        for start in range(0, len(wanted), at_once):
            part = wanted[start : start + at_once]
            found += raw.execute(sql.format(", ".join("?" * len(part))), part).fetchall()
    return found
