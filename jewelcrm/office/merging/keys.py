"""The keys that a stored row holds, as keys."""

from __future__ import annotations

from db.office.kinds import Row
from db.types import Id


def key_in(row: Row, column: str) -> Id:
    """The key in a column that cannot be empty."""
    value = row[column]
    assert isinstance(value, bytes), column
    return value


def key_or_none(row: Row | None, column: str) -> Id | None:
    """The key in a column, if there is a row, and one in it."""
    value = row.get(column) if row is not None else None
    return value if isinstance(value, bytes) else None
