"""What the catalogue calls the pieces of an order: papers say it in their own language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from db.tables.catalogue import product
from db.types import Id
from jewelcrm.orders.model import OrderLine

Names = dict[Id, tuple[str, str | None]]
"""English and Chinese, by the id of the line."""


def names_of(lines: Iterable[OrderLine], pieces: Mapping[Id, Mapping[str, Any]]) -> Names:
    """Both names of each line that bears one of its piece's; words typed by hand stay."""
    found: Names = {}
    for line in lines:
        piece = pieces.get(line.product_id, {}) if line.product_id is not None else {}
        names = (piece.get("name") or "", piece.get("name_zh"))
        if line.description.strip() in filter(None, names):
            found[line.id] = names
    return found


def names_now(conn: Connection, lines: Iterable[OrderLine]) -> Names:
    """The same, by today's catalogue."""
    told = tuple(lines)
    wanted = {line.product_id for line in told if line.product_id is not None}
    if not wanted:
        return {}
    asked = select(product.c.id, product.c.name, product.c.name_zh)
    rows = conn.execute(asked.where(product.c.id.in_(wanted))).mappings()
    return names_of(told, {row["id"]: dict(row) for row in rows})
