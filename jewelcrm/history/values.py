"""Captured values: from the JSON of a change to Python, and to what a person reads."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Boolean, Column, Connection, Table, select
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect

from db.columns import Carats, Grams, Key, Millimetres
from db.tables import metadata
from jewelcrm.history import rules
from jewelcrm.money import Money

_DIALECT = sqlite_dialect()
_UNITS = ((Millimetres, "mm"), (Grams, "g"), (Carats, "ct"))


def python_values(table: Table, captured: str | None) -> dict[str, Any]:
    """The JSON of a change as values of the columns' Python types; unknown columns are left out."""
    raw = json.loads(captured) if captured else {}
    return {
        name: _python(table.columns[name], value)
        for name, value in raw.items()
        if name in table.columns
    }


def _python(column: Column[Any], raw: Any) -> Any:
    if raw is None or isinstance(column.type, Key):
        return None if raw is None else bytes.fromhex(raw)
    process = column.type.dialect_impl(_DIALECT).result_processor(_DIALECT, None)
    return raw if process is None else process(raw)


class Reader:
    """Turns values into words; remembers the names it has looked up."""

    def __init__(self, conn: Connection, zone: ZoneInfo, language: str, currency: str) -> None:
        self._conn = conn
        self._zone = zone
        self._language = language
        self._currency = currency
        self._names: dict[tuple[str, bytes], str] = {}
        self._own_names: dict[tuple[str, bytes], str] = {}

    def read(self, column: Column[Any], value: Any, row: Mapping[str, Any]) -> str:
        """The value as a person reads it; nothing is an empty text."""
        if value is None or value == "":
            return ""
        if isinstance(value, bytes):
            return self.name(column, value)
        if column.name.endswith("_cents"):
            return str(Money(value, row.get("currency") or self._currency))
        return self._plain(column, value)

    def name(self, column: Column[Any], key: bytes) -> str:
        """The name of the record a reference points to."""
        target = next((ref.column.table for ref in column.foreign_keys), None)
        return "" if target is None else self.name_of(target.name, key)

    def name_of(self, table: str, key: bytes) -> str:
        """The name, number or description of a record; empty when it has none."""
        if (table, key) not in self._names:
            self._names[table, key] = self._look_up(metadata.tables[table], key)
        return self._names[table, key]

    def own_name(self, table: str, key: bytes) -> str:
        """The Chinese name of a record; empty when it has none."""
        if (table, key) not in self._own_names:
            column = metadata.tables[table].c
            found = self._conn.scalar(select(column.name_zh).where(column.id == key))
            self._own_names[table, key] = found or ""
        return self._own_names[table, key]

    def _look_up(self, table: Table, key: bytes) -> str:
        first = ("name_zh", "name") if self._language.startswith("zh") else ("name", "name_zh")
        telling = [table.c[name] for name in (*first, "number") if name in table.c]
        if not telling:
            return ""
        row = self._conn.execute(select(*telling).where(table.c.id == key)).first()
        return next((str(part) for part in row or () if part), "")

    def _plain(self, column: Column[Any], value: Any) -> str:
        if isinstance(value, dt.datetime):
            return value.astimezone(self._zone).strftime("%Y-%m-%d %H:%M")
        if isinstance(column.type, Boolean):
            return rules.yes_or_no(value, self._language)
        if isinstance(value, Decimal):
            return f"{value:f} {_unit(column)}".strip()
        if isinstance(value, str):
            return rules.word(column.table, column, value, self._language)
        return str(value)


def _unit(column: Column[Any]) -> str:
    return next((unit for kind, unit in _UNITS if isinstance(column.type, kind)), "")
