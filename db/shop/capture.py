"""Change capture: triggers, generated from the tables, that leave a trace of every write.

An INSERT or UPDATE of a captured table writes one row to `change` in the same transaction: what
was there and what was written. A write outside a unit of work is refused, raw SQL included; so is
a change to a ledger and any DELETE. `sync_tx.remote = 1` marks the applying of head office's own
rows, which must not be sent back (sync.md 2.3).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Table

from db.columns import Key
from db.tables import metadata
from db.tables.base import BOOKKEEPING

_GUARD = (
    "SELECT RAISE(ABORT, 'write outside a unit of work') WHERE NOT EXISTS (SELECT 1 FROM sync_tx);"
)
_LOCAL_ONLY = "WHEN (SELECT remote FROM sync_tx) IS NOT 1"


def captured_tables() -> list[Table]:
    """Every table whose changes are captured, in a fixed order."""
    return [t for t in metadata.sorted_tables if t.info.get("captured")]


def triggers() -> dict[str, str]:
    """All capture triggers: name to its CREATE statement."""
    return dict(pair for table in captured_tables() for pair in _of(table))


def _of(table: Table) -> Iterator[tuple[str, str]]:
    yield f"{table.name}_i", _insert_trigger(table)
    yield (
        f"{table.name}_u",
        _ledger_trigger(table) if table.info["ledger"] else _update_trigger(table),
    )
    yield f"{table.name}_d", _delete_trigger(table)


def _words(table: Table) -> list[Column[Any]]:
    return [c for c in table.columns if c.name not in BOOKKEEPING]


def _value(side: str, column: Column[Any]) -> str:
    """The column as JSON can hold it: a key as hexadecimal text."""
    plain = f'{side}."{column.name}"'
    return f"nullif(hex({plain}), '')" if isinstance(column.type, Key) else plain


def _insert_trigger(table: Table) -> str:
    pairs = ", ".join(f"'{c.name}', {_value('NEW', c)}" for c in _words(table))
    return (
        f"CREATE TRIGGER {table.name}_i AFTER INSERT ON {table.name} {_LOCAL_ONLY} BEGIN {_GUARD} "
        "INSERT INTO change(tx, hlc, actor, at, tbl, id, op, base, cols, old, reason) "
        f"SELECT s.tx, s.hlc, s.actor, s.at, '{table.name}', NEW.id, 'I', 0, "
        f"json_patch('{{}}', json_object({pairs})), NULL, s.reason FROM sync_tx s; END"
    )


def _update_trigger(table: Table) -> str:
    columns = _words(table)
    changed = " OR ".join(f'NEW."{c.name}" IS NOT OLD."{c.name}"' for c in columns)
    return (
        f"CREATE TRIGGER {table.name}_u AFTER UPDATE ON {table.name} {_LOCAL_ONLY} BEGIN {_GUARD} "
        "INSERT INTO change(tx, hlc, actor, at, tbl, id, op, base, cols, old, reason) "
        f"SELECT s.tx, s.hlc, s.actor, s.at, '{table.name}', NEW.id, 'U', OLD.rev, "
        f"{_differing('NEW', columns)}, {_differing('OLD', columns)}, s.reason "
        f"FROM sync_tx s WHERE {changed}; END"
    )


def _differing(side: str, columns: list[Column[Any]]) -> str:
    """JSON of the columns that differ; a value set to nothing stays as null."""
    rows = " UNION ALL ".join(
        f'SELECT \'{c.name}\' k, {_value(side, c)} v WHERE NEW."{c.name}" IS NOT OLD."{c.name}"'
        for c in columns
    )
    return f"(SELECT json_group_object(k, v) FROM ({rows}))"


def _ledger_trigger(table: Table) -> str:
    return (
        f"CREATE TRIGGER {table.name}_u BEFORE UPDATE ON {table.name} {_LOCAL_ONLY} BEGIN "
        "SELECT RAISE(ABORT, 'ledger entries are never changed'); END"
    )


def _delete_trigger(table: Table) -> str:
    return (
        f"CREATE TRIGGER {table.name}_d BEFORE DELETE ON {table.name} {_LOCAL_ONLY} BEGIN "
        "SELECT RAISE(ABORT, 'records are archived, never deleted'); END"
    )
