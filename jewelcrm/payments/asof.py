"""Records as they were at an earlier moment, put together from the changes made since.

A receipt that is printed again must be the same receipt, although the order went on.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import Column, Connection, Table, select
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect

from db.columns import Key
from db.shop.local import change
from db.types import Id

_DIALECT = sqlite_dialect()


def rows_as_of(
    conn: Connection, table: Table, rows: Iterable[Mapping[str, Any]], hlc: int | None
) -> list[dict[str, Any]]:
    """`rows` of `table` as they were at `hlc`; those made later are left out.

    Without `hlc`, as they are now.
    """
    current = {row["id"]: dict(row) for row in rows}
    if hlc is None or not current:
        return list(current.values())
    for row_id, op, old in _since(conn, table, list(current), hlc):
        if op == "I":
            current.pop(row_id, None)
        elif row_id in current:
            current[row_id] |= _values(table, json.loads(old))
    return list(current.values())


def _since(conn: Connection, table: Table, ids: list[Id], hlc: int) -> list[tuple[Id, str, str]]:
    """The changes of these rows after `hlc`, the newest first."""
    found = conn.execute(
        select(change.c.id, change.c.op, change.c.old)
        .where(change.c.id.in_(ids), change.c.tbl == table.name, change.c.hlc > hlc)
        .order_by(change.c.n.desc())
    )
    return [(row.id, row.op, row.old) for row in found]


def _values(table: Table, raw: Mapping[str, Any]) -> dict[str, Any]:
    """Python values of columns as change capture wrote them."""
    return {name: _reader(table.c[name])(value) for name, value in raw.items() if name in table.c}


def _reader(column: Column[Any]) -> Callable[[Any], Any]:
    if isinstance(column.type, Key):
        return lambda text: None if text is None else bytes.fromhex(text)
    process = column.type.dialect_impl(_DIALECT).result_processor(_DIALECT, None)
    return process if process is not None else _as_is


def _as_is(value: Any) -> Any:
    return value
