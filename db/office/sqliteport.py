"""A transaction on the encrypted file, in SQLite's words: a list is one parameter, as JSON."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, Self

from sqlalchemy import Connection, Table
from sqlcipher3 import dbapi2 as cipher

from db.office.kinds import Row, Stored
from db.office.port import Answered, Asked, Tuple
from db.types import Id


class SqlitePort:
    """One transaction on the file."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn
        self._raw: cipher.Connection = conn.connection.driver_connection

    def all(self, sql: str, params: Sequence[Any] = ()) -> list[Tuple]:
        return self._raw.execute(sql, params).fetchall()  # type: ignore[no-any-return]

    def ask(self, sql: str, params: Sequence[Any] = ()) -> Asked:
        return Answered(self.all(sql, params))

    def run(self, sql: str, params: Sequence[Any] = ()) -> None:
        self._raw.execute(sql, params)

    def pick(self, table: Table, columns: Sequence[str], keys: Collection[Tuple]) -> list[Tuple]:
        names = _key_names(table)
        what = ", ".join(f't."{name}"' for name in columns)
        return self._each(f"SELECT {what} FROM", table, names, keys)

    def ask_pick(self, table: Table, columns: Sequence[str], keys: Collection[Tuple]) -> Asked:
        return Answered(self.pick(table, columns, keys))

    def ask_where(
        self, table: Table, column: str, values: Collection[Stored], *, lock: bool
    ) -> Asked:
        return Answered(self.where(table, column, values, lock=lock))

    def where(
        self, table: Table, column: str, values: Collection[Stored], *, lock: bool
    ) -> list[Tuple]:
        listed, value = _listed(values)
        on = f't."{column}" = {value}'
        return self.all(
            f'SELECT {_columns(table)} FROM json_each(?) j CROSS JOIN "{table.name}" t ON {on}',
            (listed,),
        )

    def add(self, table: Table, rows: Sequence[Tuple]) -> None:
        marks = ", ".join("?" * len(table.columns))
        self._raw.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', rows)

    def put(self, table: Table, rows: Sequence[Tuple]) -> None:
        if rows:
            self._raw.executemany(_upsert(table), rows)

    def put_records(
        self,
        table: Table,
        rows: Sequence[Row],
        fresh: Collection[Id] = (),
        there: Collection[Id] = (),
    ) -> None:
        """A new row whose key is taken fails, as on PostgreSQL: cheaper than an overwrite."""
        cells = itemgetter(*(column.name for column in table.columns))
        new = [cells(row) for row in rows if row["id"] in fresh]
        self._raw.executemany(_insert(table), new)
        self.put(table, [cells(row) for row in rows if row["id"] not in fresh])

    def together(self) -> AbstractContextManager[object]:
        return nullcontext()  # nothing here has to be waited for

    def drop(self, table: Table, keys: Collection[Tuple]) -> None:
        where = " AND ".join(f'"{name}" = ?' for name in _key_names(table))
        self._raw.executemany(f'DELETE FROM "{table.name}" WHERE {where}', keys)

    def lock_heads(self, scopes: Sequence[int]) -> Asked:
        sql = "SELECT scope, seq, cnt, sum128, floor FROM scope_head WHERE scope = ?"
        return Answered([self.all(sql, (scope,))[0] for scope in scopes])

    def feed_entries(self, keys: Collection[Tuple]) -> list[Asked]:
        what = "SELECT t.scope, t.tbl, t.id, t.kind, t.rev FROM"
        return [Answered(self._each(what, "scope_feed", ("scope", "tbl", "id"), keys))]

    def put_feed(self, rows: Sequence[Tuple]) -> None:
        self._raw.executemany(
            "INSERT INTO scope_feed(scope, tbl, id, seq, kind, rev, at) VALUES (?,?,?,?,?,?,?)"
            " ON CONFLICT(scope, tbl, id) DO UPDATE SET seq = excluded.seq,"
            " kind = excluded.kind, rev = excluded.rev, at = excluded.at",
            rows,
        )

    def put_members(self, rows: Sequence[Tuple]) -> None:
        if rows:
            self._raw.executemany(
                "INSERT INTO scope_member(tbl, id, scope, kind) VALUES (?,?,?,?)"
                " ON CONFLICT(tbl, id, scope) DO UPDATE SET kind = excluded.kind",
                rows,
            )

    def memberships(self, keys: Collection[Tuple]) -> Asked:
        what = "SELECT t.tbl, t.id, t.scope, t.kind FROM"
        return Answered(self._each(what, "scope_member", ("tbl", "id"), keys))

    def last_byte_in(self, column: str) -> str:
        return f"hex(substr({column}, 16, 1)) IN (SELECT value FROM json_each(?))"

    def hex_list(self, numbers: Iterable[int]) -> str:
        return json.dumps([f"{number:02X}" for number in numbers])

    def chain_lock(self) -> None:
        """The file has one writer."""

    def widen(self, scopes: Mapping[str, int | None]) -> None:
        """The file has no second wall."""

    def scopes_made(self, numbers: Mapping[str, int]) -> None:
        """The file has no second wall."""

    def wait_at_most(self, ms: int) -> None:
        """The file has one writer."""

    def beside(self) -> Self:
        return self

    def bind(self, value: Id | None) -> Any:
        return value

    def _each(
        self, what: str, table: Table | str, names: Sequence[str], keys: Collection[Tuple]
    ) -> list[Tuple]:
        """The rows of composite keys: a statement for each beginning, the last part as a list."""
        fixed = "".join(f' AND t."{name}" = ?' for name in names[:-1])
        found: list[Tuple] = []
        for start, group in groupby(sorted(keys), key=lambda key: key[:-1]):
            listed, value = _listed([key[-1] for key in group])
            sql = (
                f'{what} json_each(?) j CROSS JOIN "{table}" t ON t."{names[-1]}" = {value}{fixed}'
            )
            found += self.all(sql, (listed, *start))
        return found


def _listed(values: Collection[Stored]) -> tuple[str, str]:
    """The values as one JSON parameter, and how the statement reads each of them back."""
    keys = [value for value in values if isinstance(value, bytes)]
    if len(keys) == len(values):
        return '["' + '","'.join(key.hex() for key in keys) + '"]', "unhex(j.value)"
    return json.dumps(list(values)), "j.value"


@lru_cache(maxsize=128)
def _key_names(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.primary_key.columns)


@lru_cache(maxsize=128)
def _columns(table: Table) -> str:
    return ", ".join(f't."{column.name}"' for column in table.columns)


@lru_cache(maxsize=128)
def _insert(table: Table) -> str:
    names = [column.name for column in table.columns]
    listed = ", ".join(f'"{name}"' for name in names)
    return f'INSERT INTO "{table.name}"({listed}) VALUES ({", ".join("?" * len(names))})'


@lru_cache(maxsize=128)
def _upsert(table: Table) -> str:
    keys = _key_names(table)
    names = [column.name for column in table.columns if column.name not in keys]
    sets = ", ".join(f'"{name}" = excluded."{name}"' for name in names)
    return f"{_insert(table)} ON CONFLICT({', '.join(keys)}) DO UPDATE SET {sets}"
