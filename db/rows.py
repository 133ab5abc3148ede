"""The quick way to write rows: statements compiled once, values converted by their column.

SQLAlchemy's own path costs about 0.1 ms a statement; an order with three lines and a payment
writes nine rows while a customer waits, so these go straight to the driver.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Column, String, Table, Text
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect
from sqlcipher3 import dbapi2 as cipher

from db.errors import BadText, TooLong
from db.types import Instant, Key, to_millis

_DIALECT = sqlite_dialect()
Convert = Callable[[Any], Any]


def insert(raw: cipher.Connection, table: Table, values: Mapping[str, Any]) -> None:
    """Insert one row; keys are column names, values are Python values of the column's type."""
    sql, converts = _insert_plan(table, tuple(values))
    raw.execute(
        sql, [convert(value) for convert, value in zip(converts, values.values(), strict=True)]
    )


def insert_many(
    raw: cipher.Connection, table: Table, names: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Insert rows given as sequences in the order of `names`."""
    sql, converts = _insert_plan(table, tuple(names))
    raw.executemany(
        sql,
        ([convert(value) for convert, value in zip(converts, row, strict=True)] for row in rows),
    )


def update(raw: cipher.Connection, table: Table, row_id: bytes, values: Mapping[str, Any]) -> int:
    """Change one row; the answer is how many rows there were (0 or 1)."""
    sql, converts = _update_plan(table, tuple(values))
    bound = [convert(value) for convert, value in zip(converts, values.values(), strict=True)]
    return int(raw.execute(sql, [*bound, row_id]).rowcount)


@lru_cache(maxsize=512)
def _insert_plan(table: Table, names: tuple[str, ...]) -> tuple[str, tuple[Convert, ...]]:
    columns = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" * len(names))
    return (
        f"INSERT INTO {table.name}({columns}) VALUES ({marks})",
        tuple(_convert(table.columns[name]) for name in names),
    )


@lru_cache(maxsize=512)
def _update_plan(table: Table, names: tuple[str, ...]) -> tuple[str, tuple[Convert, ...]]:
    changes = ", ".join(f'"{name}" = ?' for name in names)
    return (
        f"UPDATE {table.name} SET {changes} WHERE id = ?",
        tuple(_convert(table.columns[name]) for name in names),
    )


def _convert(column: Column[Any]) -> Convert:
    kind = column.type
    if isinstance(kind, String):
        return _text_check(column.name, kind.length if not isinstance(kind, Text) else None)
    if isinstance(kind, Key):
        return _as_is
    if isinstance(kind, Instant):
        return _millis
    process = kind.dialect_impl(_DIALECT).bind_processor(_DIALECT)
    return process if process is not None else _as_is


def _as_is(value: Any) -> Any:
    return value


def _millis(value: dt.datetime | None) -> int | None:
    return None if value is None else to_millis(value)


def _text_check(name: str, limit: int | None) -> Convert:
    """Refuse what another store could not keep, before it is half-way there."""

    def check(value: str | None) -> str | None:
        if value is None:
            return None
        if limit is not None and len(value) > limit:
            raise TooLong(name, limit)
        if "\0" in value or (not value.isascii() and any("\ud800" <= c <= "\udfff" for c in value)):
            raise BadText(name)
        return value

    return check
