"""A transaction on PostgreSQL, in its own words.

Many values travel as one JSON parameter, which costs the client least of all ways and lets one
statement write a table (limits.md 8). Keys come back as bytes and booleans as 0 or 1, as stored.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, Self

import msgspec
from sqlalchemy import BigInteger, Boolean, Connection, Integer, LargeBinary, SmallInteger, Table

from db.columns import Key
from db.office.kinds import Row, Stored
from db.office.pgpipe import Pipe
from db.office.port import NOTHING, Asked, Tuple
from db.types import Id

_PIPE = "pipe"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
FEW = 8
"""So many changed records are looked up one by one."""
_KEY_BYTES = 16
_encode = msgspec.json.Encoder().encode


Words = tuple[str, str]
"""What a transaction is told that it may see: numbers of scopes, and branches, with commas."""


class _Wall:
    """What a connection's transaction may see just now, of those who share it."""

    def __init__(self, pipe: Pipe) -> None:
        self._pipe = pipe
        self._told: Words = ("", "")

    def let(self, words: Words) -> None:
        """Only this may be seen by what is asked from here on."""
        if words != self._told:
            self._told = words
            self._pipe.ask(
                "SELECT set_config('app.scopes', ?, true), set_config('app.branches', ?, true)",
                words,
            )


class PgPort:
    """One transaction, or the part of it that one PC has.

    `_scopes` are those it may see, None for head office's own jobs.
    """

    def __init__(self, conn: Connection, wall: _Wall | None = None) -> None:
        self._conn = conn
        self._pipe = _pipe_of(conn)
        self._wall = wall or _Wall(self._pipe)
        self._writing_together = 0
        self._scopes: dict[str, int | None] | None = None
        self._words: Words | None = None

    @classmethod
    def begun(cls, conn: Connection, begin: str) -> PgPort:
        """A transaction of its own, which begins with this statement."""
        port = cls(conn)
        port._pipe.ask(begin)
        return port

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """What is still on its way is heard out, so that the connection can be used by others."""
        self._pipe.forget()

    @property
    def conn(self) -> Connection:
        """SQLAlchemy's connection, once all that was asked before has been sent."""
        if self._words is not None:
            self._wall.let(self._words)
        self._pipe.flush()
        return self._conn

    def ask(self, sql: str, params: Sequence[Any] = ()) -> Asked:
        if self._words is not None:
            self._wall.let(self._words)
        return self._pipe.ask(sql, params)

    def all(self, sql: str, params: Sequence[Any] = ()) -> list[Tuple]:
        return self.ask(sql, params).rows()

    def run(self, sql: str, params: Sequence[Any] = ()) -> None:
        self.ask(sql, params)
        if not self._writing_together:
            self._pipe.flush()

    @contextmanager
    def together(self) -> Iterator[None]:
        self._writing_together += 1
        try:
            yield
        finally:
            self._writing_together -= 1

    def commit(self) -> None:
        """Keep it all, with what still waits to be sent."""
        self._pipe.ask("COMMIT")
        self._pipe.flush()

    def pick(self, table: Table, columns: Sequence[str], keys: Collection[Tuple]) -> list[Tuple]:
        return self.ask_pick(table, columns, keys).rows()

    def ask_pick(self, table: Table, columns: Sequence[str], keys: Collection[Tuple]) -> Asked:
        if not keys:
            return NOTHING
        names = [column.name for column in table.primary_key.columns]
        what = ", ".join(f't."{name}"' for name in columns)
        if len(keys) == 1:
            return self._pick_one(table, what, next(iter(keys)))
        join = " AND ".join(
            f't."{name}" = k.{letter}' for name, letter in zip(names, _LETTERS, strict=False)
        )
        return self.ask(
            f"SELECT {what} FROM json_to_recordset(?) AS k({_shape(table, tuple(names))})"
            f' JOIN "{table.name}" t ON {join}',
            (_json(keys),),
        )

    def _pick_one(self, table: Table, what: str, key: Tuple) -> Asked:
        columns = list(table.primary_key.columns)[: len(key)]
        where = " AND ".join(f't."{column.name}" = ?' for column in columns)
        values = [
            value.hex() if isinstance(column.type, Key) else value
            for column, value in zip(columns, key, strict=True)
        ]
        return self.ask(f'SELECT {what} FROM "{table.name}" t WHERE {where}', values)

    def where(
        self, table: Table, column: str, values: Collection[Stored], *, lock: bool
    ) -> list[Tuple]:
        return self.ask_where(table, column, values, lock=lock).rows()

    def ask_where(
        self, table: Table, column: str, values: Collection[Stored], *, lock: bool
    ) -> Asked:
        end = " ORDER BY id FOR UPDATE" if lock else ""
        only = next(iter(values)) if len(values) == 1 else None
        if isinstance(only, bytes) and len(only) == _KEY_BYTES:  # planned once a connection
            return self.ask(f'{_all_of(table)} WHERE "{column}" = ?{end}', (only.hex(),))
        listed, wanted = _listed(values)
        return self.ask(f'{_all_of(table)} WHERE "{column}" = ANY ({wanted}){end}', (listed,))

    def add(self, table: Table, rows: Sequence[Tuple]) -> None:
        if rows:
            self.run(_insert(table), (_json(rows),))

    def put(self, table: Table, rows: Sequence[Tuple]) -> None:
        if rows:
            self.run(_insert(table) + _overwrite(table), (_json(rows),))

    def put_records(
        self,
        table: Table,
        rows: Sequence[Row],
        fresh: Collection[Id] = (),
        there: Collection[Id] = (),
    ) -> None:
        """Overwrite what is there and can be seen, insert the rest.

        `ON CONFLICT` would ask that a new row can already be seen, which it cannot before it is
        marked. A row that another scope hides is a key that is taken: the insert fails.
        """
        names = [column.name for column in table.columns]
        tuples = {row["id"]: tuple(row.get(name) for name in names) for row in rows}
        unsure = [i for i in tuples if i not in fresh and i not in there]
        known = self._known(table, unsure).union(there)
        self._change(table, [row for row_id, row in tuples.items() if row_id in known])
        self.add(table, [row for row_id, row in tuples.items() if row_id not in known])

    def _change(self, table: Table, rows: Sequence[Tuple]) -> None:
        """Few are found one by one: the planner would read the whole table for any number."""
        if len(rows) > FEW:
            self.run(_update(table), (_json(rows),))
            return
        with self.together():
            for row in rows:
                self.run(_update(table) + " AND t.id = ?", (_json([row]), row[0].hex()))

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

    def lock_heads(self, scopes: Sequence[int]) -> Asked:
        what = "SELECT scope, seq, cnt, sum128, floor FROM scope_head WHERE scope"
        if len(scopes) == 1:
            return self.ask(f"{what} = ? FOR UPDATE", scopes)
        return self.ask(f"{what} = ANY (?) ORDER BY scope FOR UPDATE", (list(scopes),))

    def feed_entries(self, keys: Collection[Tuple]) -> list[Asked]:
        """A statement for each scope, so that it looks into one part of the feeds only."""
        by_scope: dict[int, list[Tuple]] = {}
        for scope, *rest in keys:
            by_scope.setdefault(scope, []).append(tuple(rest))
        sql = "SELECT * FROM feed_entries(?, ?)"
        return [self.ask(sql, (scope, _json(rest))) for scope, rest in by_scope.items()]

    def put_feed(self, rows: Sequence[Tuple]) -> None:
        self.run("SELECT put_feed(?)", (_json(rows),))

    def put_members(self, rows: Sequence[Tuple]) -> None:
        if rows:
            self.run("SELECT put_members(?)", (_json(rows),))

    def memberships(self, keys: Collection[Tuple]) -> Asked:
        return self.ask("SELECT * FROM memberships(?)", (_json(keys),)) if keys else NOTHING

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
        numbers = ",".join(str(number) for number in self._scopes.values() if number is not None)
        branches = ",".join(name[2:] for name in self._scopes if name.startswith("B:"))
        self._words = (numbers, branches)

    def guard(self) -> None:
        """From here on it has scopes: none, until it is widened."""
        self._scopes, self._words = {}, ("", "")

    def scopes_made(self, numbers: Mapping[str, int]) -> None:
        if self._scopes is not None:
            mine = {n: no for n, no in numbers.items() if self._scopes.get(n, no) is None}
            if mine:
                self.widen(mine)

    def wait_at_most(self, ms: int) -> None:
        self.ask("SELECT set_config('lock_timeout', ?, true)", (str(ms),))

    def beside(self) -> PgPort:
        port = PgPort(self._conn, self._wall)
        if self._scopes is not None:
            port.guard()
        return port

    def bind(self, value: Id | None) -> Any:
        return None if value is None else value.hex()


def _pipe_of(conn: Connection) -> Pipe:
    """The connection's pipe, which knows what is prepared on it."""
    kept: dict[str, Any] = conn.connection.info
    if _PIPE not in kept:
        kept[_PIPE] = Pipe(conn.connection.driver_connection)  # type: ignore[arg-type]
    pipe: Pipe = kept[_PIPE]
    return pipe


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
def _all_of(table: Table) -> str:
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    return f'SELECT {names} FROM "{table.name}"'


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
