"""Counting that stops: "1,000 or more" costs the same at any size of the shop."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, func, literal, select

SHOWN = 50
"""How many items a section of the Today page holds."""

COUNTED = 1000
"""How far anything is counted."""


def count(conn: Connection, rows: Select[Any]) -> tuple[int, bool]:
    """How many rows there are, at most COUNTED, and whether there are more."""
    some = rows.with_only_columns(literal(1)).order_by(None).limit(COUNTED + 1).subquery()
    found = conn.scalar(select(func.count()).select_from(some)) or 0
    return min(found, COUNTED), found > COUNTED
