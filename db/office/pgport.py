"""A transaction on PostgreSQL, in its own words.

Many values travel as one JSON parameter, which costs the client least of all ways and lets one
statement write a table (limits.md 8). Keys come back as bytes and booleans as 0 or 1, as stored.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import lru_cache
from typing import Any

import msgspec
import psycopg
from psycopg.abc import Buffer
from psycopg.adapt import Loader
from sqlalchemy import BigInteger, Boolean, Connection, Integer, LargeBinary, SmallInteger, Table

from db.columns import Key
from db.office.kinds import Row, Stored
from db.office.port import Tuple
from db.types import Id

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_encode = msgspec.json.Encoder().encode


class _KeyLoader(Loader):
    def load(self, data: Buffer) -> bytes:
        return bytes.fromhex(bytes(data).decode().replace("-", ""))


class _FlagLoader(Loader):
    def load(self, data: Buffer) -> int:
        return int(bytes(data) == b"t")


class PgPort:
    """One transaction; `scopes` are those it may see, None for head office's own jobs."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn
        raw: psycopg.Connection[Tuple] = conn.connection.driver_connection  # type: ignore[assignment]
        self.together: Callable[[], AbstractContextManager[object]] = raw.pipeline
        self._cursor = raw.cursor()
        self._cursor.adapters.register_loader("uuid", _KeyLoader)
        self._cursor.adapters.register_loader("bool", _FlagLoader)
        self._scopes: dict[str, int | None] | None = None

    def all(self, sql: str, params: Sequence[Any] = ()) -> list[Tuple]:
        return self._cursor.execute(_percent(sql), params).fetchall()

    def run(self, sql: str, params: Sequence[Any] = ()) -> None:
        self._cursor.execute(_percent(sql), params)

    def pick(self, table: Table, columns: Sequence[str], keys: Collection[Tuple]) -> list[Tuple]:
        if not keys:
            return []
        names = [column.name for column in table.primary_key.columns]
        what = ", ".join(f't."{name}"' for name in columns)
        if len(keys) == 1:
            return self._pick_one(table, what, next(iter(keys)))
        join = " AND ".join(
            f't."{name}" = k.{letter}' for name, letter in zip(names, _LETTERS, strict=False)
        )
        return self.all(
            f"SELECT {what} FROM json_to_recordset(?) AS k({_shape(table, tuple(names))})"
            f' JOIN "{table.name}" t ON {join}',
            (_json(keys),),
        )

    def _pick_one(self, table: Table, what: str, key: Tuple) -> list[Tuple]:
        columns = list(table.primary_key.columns)[: len(key)]
        where = " AND ".join(f't."{column.name}" = ?' for column in columns)
        values = [
            value.hex() if isinstance(column.type, Key) else value
            for column, value in zip(columns, key, strict=True)
        ]
        return self.all(f'SELECT {what} FROM "{table.name}" t WHERE {where}', values)

    def where(
        self, table: Table, column: str, values: Collection[Stored], *, lock: bool
    ) -> list[Tuple]:
        names = ", ".join(f'"{c.name}"' for c in table.columns)
        listed, wanted = _listed(values)
        end = " ORDER BY id FOR UPDATE" if lock else ""
        return self.all(
            f'SELECT {names} FROM "{table.name}" WHERE "{column}" = ANY ({wanted}){end}', (listed,)
        )

    def add(self, table: Table, rows: Sequence[Tuple]) -> None:
        if rows:
            self.run(_insert(table), (_json(rows),))

    def put(self, table: Table, rows: Sequence[Tuple]) -> None:
        if rows:
            self.run(_insert(table) + _overwrite(table), (_json(rows),))

    def put_records(self, table: Table, rows: Sequence[Row], fresh: Collection[Id]) -> None:
        """Overwrite what is there and can be seen, insert the rest.

        `ON CONFLICT` would ask that a new row can already be seen, which it cannot before it is
        marked. A row that another scope hides is a key that is taken: the insert fails.
        """
        names = [column.name for column in table.columns]
        tuples = {row["id"]: tuple(row.get(name) for name in names) for row in rows}
        known = self._known(table, [row_id for row_id in tuples if row_id not in fresh])
        changed = [row for row_id, row in tuples.items() if row_id in known]
        if changed:
            self.run(_update(table), (_json(changed),))
        self.add(table, [row for row_id, row in tuples.items() if row_id not in known])

    def _known(self, table: Table, ids: Collection[Stored]) -> set[Stored]:
        if not ids:
            return set()
        listed, wanted = _listed(ids)
        sql = f'SELECT id FROM "{table.name}" WHERE id = ANY ({wanted})'
        return {row[0] for row in self.all(sql, (listed,))}

    def drop(self, table: Table, keys: Collection[Tuple]) -> None:
        names = [column.name for column in table.primary_key.columns]
        join = " AND ".join(
            f't."{name}" = k.{letter}' for name, letter in zip(names, _LETTERS, strict=False)
        )
        self.run(
            f'DELETE FROM "{table.name}" t USING json_to_recordset(?)'
            f" AS k({_shape(table, tuple(names))}) WHERE {join}",
            (_json(keys),),
        )

    def lock_heads(self, scopes: Sequence[int]) -> list[Tuple]:
        return self.all(
            "SELECT scope, seq, cnt, sum128, floor FROM scope_head WHERE scope = ANY (?)"
            " ORDER BY scope FOR UPDATE",
            (list(scopes),),
        )

    def feed_entries(self, keys: Collection[Tuple]) -> list[Tuple]:
        """A statement for each scope, so that it looks into one part of the feeds only."""
        by_scope: dict[int, list[Tuple]] = {}
        for scope, *rest in keys:
            by_scope.setdefault(scope, []).append(tuple(rest))
        sql = "SELECT * FROM feed_entries(?, ?)"
        return [
            row for scope, rest in by_scope.items() for row in self.all(sql, (scope, _json(rest)))
        ]

    def put_feed(self, rows: Sequence[Tuple]) -> None:
        self.run("SELECT put_feed(?)", (_json(rows),))

    def put_members(self, rows: Sequence[Tuple]) -> None:
        if rows:
            self.run("SELECT put_members(?)", (_json(rows),))

    def memberships(self, keys: Collection[Tuple]) -> list[Tuple]:
        return self.all("SELECT * FROM memberships(?)", (_json(keys),)) if keys else []

    def last_byte_in(self, column: str) -> str:
        return f"right({column}::text, 2) = ANY (string_to_array(?, ','))"

    def hex_list(self, numbers: Iterable[int]) -> str:
        return ",".join(f"{number:02x}" for number in numbers)

    def chain_lock(self) -> None:
        self.run("SELECT pg_advisory_xact_lock(hashtext('jewelcrm audit_log'))")

    def widen(self, scopes: Mapping[str, int | None]) -> None:
        if self._scopes is None:
            return
        self._scopes.update(scopes)
        if not self._scopes:
            return  # it sees none, as every transaction does that was not told otherwise
        numbers = ",".join(str(number) for number in self._scopes.values() if number is not None)
        branches = ",".join(name[2:] for name in self._scopes if name.startswith("B:"))
        self.run(
            "SELECT set_config('app.scopes', ?, true), set_config('app.branches', ?, true)",
            (numbers, branches),
        )

    def guard(self) -> None:
        """From here on the transaction has scopes: none, until it is widened."""
        self._scopes = {}

    def scopes_made(self, numbers: Mapping[str, int]) -> None:
        if self._scopes is not None:
            mine = {name: number for name, number in numbers.items() if name in self._scopes}
            if mine:
                self.widen(mine)

    def bind(self, value: Id | None) -> Any:
        return None if value is None else value.hex()


@lru_cache(maxsize=512)
def _percent(sql: str) -> bytes:
    return sql.replace("%", "%%").replace("?", "%s").encode()


def _json(rows: Iterable[Sequence[Any]]) -> str:
    """Rows as JSON objects with letters for names; what is empty is left out, as it costs too."""
    return _encode(
        [
            {
                at: value.hex() if value.__class__ is bytes else value
                for at, value in zip(_names(len(row)), row, strict=True)
                if value is not None
            }
            for row in rows
        ]
    ).decode()


@lru_cache(maxsize=64)
def _names(width: int) -> tuple[str, ...]:
    return tuple(
        _LETTERS[n] if n < 26 else f"{_LETTERS[n // 26 - 1]}{n % 26}" for n in range(width)
    )


def _listed(values: Collection[Stored]) -> tuple[Any, str]:
    if all(isinstance(value, bytes) for value in values):
        keys = ",".join(value.hex() for value in values if isinstance(value, bytes))
        return keys, "string_to_array(?, ',')::uuid[]"
    kind = "bigint" if all(isinstance(value, int) for value in values) else "text"
    return list(values), f"?::{kind}[]"


@lru_cache(maxsize=256)
def _shape(table: Table, names: tuple[str, ...]) -> str:
    """The columns of `json_to_recordset` for these columns of the table."""
    kinds = [_kind(table, name) for name in names]
    return ", ".join(f"{at} {kind}" for at, kind in zip(_names(len(names)), kinds, strict=True))


_KINDS: tuple[tuple[type, str], ...] = (
    (Key, "uuid"),
    (Boolean, "boolean"),
    (SmallInteger, "smallint"),
    (BigInteger, "bigint"),
    (Integer, "bigint"),
    (LargeBinary, "text"),
)


def _kind(table: Table, name: str) -> str:
    column = table.columns[name].type
    known = [kind for kinds, kind in _KINDS if isinstance(column, kinds)]
    if known:
        return known[0]
    impl = getattr(column, "impl_instance", None)  # instants and scaled decimals are whole numbers
    return "bigint" if isinstance(impl, BigInteger) else "text"


def _value(table: Table, name: str, at: str) -> str:
    """A column out of the JSON; bytes travel as hexadecimal."""
    binary = isinstance(table.columns[name].type, LargeBinary)
    return f"decode(r.{at}, 'hex')" if binary else f"r.{at}"


@lru_cache(maxsize=128)
def _insert(table: Table) -> str:
    names = tuple(column.name for column in table.columns)
    letters = _names(len(names))
    values = (_value(table, name, at) for name, at in zip(names, letters, strict=True))
    listed = ", ".join(f'"{name}"' for name in names)
    return (
        f'INSERT INTO "{table.name}"({listed}) SELECT {", ".join(values)}'
        f" FROM json_to_recordset(?) AS r({_shape(table, names)})"
    )


@lru_cache(maxsize=128)
def _overwrite(table: Table) -> str:
    keys = [column.name for column in table.primary_key.columns]
    sets = ", ".join(
        f'"{c.name}" = excluded."{c.name}"' for c in table.columns if c.name not in keys
    )
    return f" ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {sets}"


@lru_cache(maxsize=128)
def _update(table: Table) -> str:
    names = tuple(column.name for column in table.columns)
    letters = dict(zip(names, _names(len(names)), strict=True))
    sets = ", ".join(f'"{n}" = {_value(table, n, at)}' for n, at in letters.items() if n != "id")
    return (
        f'UPDATE "{table.name}" t SET {sets} FROM json_to_recordset(?)'
        f" AS r({_shape(table, names)}) WHERE t.id = r.{letters['id']}"
    )
