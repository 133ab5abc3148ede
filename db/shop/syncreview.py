"""Counts and times that the window shows of sync; raw, because the status is asked for often."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlcipher3 import dbapi2 as cipher

from db.shop.among import among
from db.types import Id

_ORDER_PARTS = ("order_line", "order_step", "payment", "payment_due")
_OPEN = "state = 'open' AND archived_at IS NULL"


def open_conflicts(raw: cipher.Connection, unshown: Collection[str]) -> tuple[int, int]:
    """How many are open, and how many of them a manager must look at."""
    marks = ", ".join("?" * len(unshown))
    row = raw.execute(
        "SELECT count(*), coalesce(sum(must_review), 0) FROM conflict"
        f' WHERE {_OPEN} AND "column" NOT IN ({marks})',
        sorted(unshown),
    ).fetchone()
    return int(row[0]), int(row[1])


def how_many_open(raw: cipher.Connection, table: str) -> int:
    """How many rows of `quarantine` or `notice` are open."""
    return int(raw.execute(f"SELECT count(*) FROM {table} WHERE {_OPEN}").fetchone()[0])


def order_times(
    raw: cipher.Connection, ids: Iterable[Id]
) -> dict[Id, tuple[int, list[int | None]]]:
    """When each order changed, and since when each change made here is known at head office."""
    orders = list(ids)
    updated = dict(among(raw, "SELECT id, updated_at FROM sales_order WHERE id IN ", orders))
    owner: dict[Id, Id] = {row_id: row_id for row_id in updated}
    for part in _ORDER_PARTS:
        owner.update(among(raw, f"SELECT id, order_id FROM {part} WHERE order_id IN ", updated))
    found: dict[Id, tuple[int, list[int | None]]] = {i: (at, []) for i, at in updated.items()}
    for row_id, at in among(raw, "SELECT id, pushed_at FROM change WHERE id IN ", owner):
        found[owner[row_id]][1].append(at)
    return found
