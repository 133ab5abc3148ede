"""Head office's rows on a shop's PC, written and taken away as they are, many at once.

Statements are compiled once a table and run over tuples: a pull may bring thousands of rows while
somebody is serving a customer. Only inside `Store.apply`, where change capture stands aside.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import String, Table
from sqlcipher3 import dbapi2 as cipher

from db.columns import Key
from db.shop.among import among, marks
from db.shop.search.sources import LIVE
from db.tables import NAMES, NUMBERS, metadata
from db.types import Id

Stored = bytes | int | str | None
Image = Mapping[str, Any]
Bound = tuple[Stored, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """How rows of one table are written: its columns but `id` and `rev`, and what is empty."""

    name: str
    number: int
    columns: tuple[str, ...]
    keys: tuple[int, ...]
    """Places of columns that hold keys."""
    key_names: tuple[str, ...]
    blanks: tuple[Stored, ...]
    """What stands in a column that head office left out."""
    put: str
    read: str

    def bind(self, row_id: Id, rev: int, image: Image) -> Bound:
        """The row as the statement wants it: id, columns, revision."""
        get = image.get
        values: list[Any] = [
            get(name, blank) for name, blank in zip(self.columns, self.blanks, strict=True)
        ]
        for place in self.keys:
            if isinstance(values[place], str):
                values[place] = bytes.fromhex(values[place])
        return (row_id, *values, rev)

    def image(self, values: Sequence[Stored]) -> dict[str, Any]:
        """The image of a row's columns, read in the order of `columns`."""
        return {
            name: value.hex() if isinstance(value, bytes) else value
            for name, value in zip(self.columns, values, strict=True)
            if value is not None
        }


@lru_cache(maxsize=64)
def plan(name: str) -> Plan | None:
    """How to write rows of the table; None for one that this release does not know."""
    table = metadata.tables.get(name)
    if table is None or name not in NUMBERS:
        return None
    columns = [c for c in table.columns if c.name not in ("id", "rev")]
    return Plan(
        name=name,
        number=NUMBERS[name],
        columns=tuple(c.name for c in columns),
        key_names=tuple(c.name for c in columns if isinstance(c.type, Key)),
        keys=tuple(n for n, c in enumerate(columns) if isinstance(c.type, Key)),
        blanks=tuple(_blank(c) for c in columns),
        put=_put_statement(table, [c.name for c in columns]),
        read=f"SELECT id, rev, {_listed([c.name for c in columns])} FROM {name} WHERE id IN ",
    )


def put(raw: cipher.Connection, to: Plan, rows: Iterable[Bound]) -> None:
    """Write whole rows over what is there."""
    raw.executemany(to.put, rows)


def set_revs(raw: cipher.Connection, of: Plan, revs: Iterable[tuple[int, Id]]) -> None:
    """Rows stay as they are under another revision."""
    raw.executemany(f"UPDATE {of.name} SET rev = ? WHERE id = ?", revs)


def doubt(raw: cipher.Connection) -> None:
    """Which state of a row its revision stands for is not known; only that head office had it."""
    for name in (*NAMES.values(), "sync_shadow"):
        raw.execute(f"UPDATE {name} SET rev = 1 WHERE rev > 1")


def read(raw: cipher.Connection, of: Plan, ids: Iterable[Id]) -> dict[Id, tuple[int, Bound]]:
    """Revision and columns of rows, by id."""
    return {row[0]: (row[1], row[2:]) for row in among(raw, of.read, ids)}


def take(raw: cipher.Connection, of: Plan, ids: Iterable[Id]) -> None:
    """Take rows away."""
    raw.executemany(f"DELETE FROM {of.name} WHERE id = ?", ((row_id,) for row_id in ids))


def shown_revs(raw: cipher.Connection, of: Plan, ids: Iterable[Id]) -> dict[Id, int]:
    """The revision that each row shows, by id."""
    return dict(among(raw, f"SELECT id, rev FROM {of.name} WHERE id IN ", ids))


def without_index(raw: cipher.Connection) -> None:
    """Rows of this transaction are not looked at by the search index; it is built after."""
    raw.execute("DELETE FROM search_dirty")
    raw.execute("DELETE FROM search_later")


def mark_for_index(raw: cipher.Connection, kind: str, last: Id, limit: int) -> Id | None:
    """Have the next records of a kind indexed at commit; the last of them, None at the end."""
    rows = raw.execute(
        f"SELECT id FROM {LIVE[kind]} AND id > ? ORDER BY id LIMIT ?", (last, limit)
    ).fetchall()
    raw.executemany(f"INSERT INTO search_dirty(kind, row_id) VALUES ('{kind}', ?)", rows)
    return rows[-1][0] if len(rows) == limit else None


def never_sent(raw: cipher.Connection, of: Plan, column: str, owner: Id) -> list[Id]:
    """Records of this owner that head office has never seen."""
    sql = f"SELECT id FROM {of.name} WHERE {column} = ? AND rev = 0"
    return [row[0] for row in raw.execute(sql, (owner,))]


def papers_of(raw: cipher.Connection, owners: Iterable[Id]) -> dict[str, list[Id]]:
    """The orders of these customers with their parts, and the customers' payments, by table.

    Also orders that head office has sent without her before it told that she was erased: only what
    was captured here still says whose they were.
    """
    keys = list(owners)
    orders = _ids(raw, "SELECT id FROM sales_order WHERE customer_id IN ", keys)
    orders += [i for key in keys for i in _orders_once_of(raw, key)]
    found = {"sales_order": orders}
    for name in ("order_line", "order_step", "payment"):
        found[name] = _ids(raw, f"SELECT id FROM {name} WHERE order_id IN ", orders)
    found["payment"] += _ids(raw, "SELECT id FROM payment WHERE customer_id IN ", keys)
    return found


def _orders_once_of(raw: cipher.Connection, owner: Id) -> list[Id]:
    """Orders that were written down here as this customer's, and are nobody's now."""
    sql = (
        "SELECT DISTINCT o.id FROM change c JOIN sales_order o ON o.id = c.id"
        " WHERE c.tbl = 'sales_order' AND o.customer_id IS NULL AND c.cols LIKE ?"
    )
    return [row[0] for row in raw.execute(sql, (f'%"customer_id":"{owner.hex()}"%',))]


def _ids(raw: cipher.Connection, sql: str, keys: Iterable[Id]) -> list[Id]:
    return [row[0] for row in among(raw, sql, keys)]


# Shadows: head office's image of a row that has changes still to be sent.


def put_shadows(raw: cipher.Connection, rows: Iterable[tuple[int, Id, int, str]]) -> None:
    """Keep images: table number, id, revision, JSON."""
    raw.executemany(
        "INSERT INTO sync_shadow(tbl, id, rev, image) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET rev = excluded.rev, image = excluded.image",
        rows,
    )


def shadows(raw: cipher.Connection, of: Plan, ids: Iterable[Id]) -> dict[Id, tuple[int, str]]:
    """Revision and JSON image of shadows, by id."""
    sql = "SELECT id, rev, image FROM sync_shadow WHERE tbl = ? AND id IN "
    return {row[0]: (row[1], row[2]) for row in among(raw, sql, ids, (of.number,))}


def drop_shadows(raw: cipher.Connection, of: Plan, ids: Iterable[Id]) -> None:
    """Forget the shadows of these rows."""
    raw.executemany(
        "DELETE FROM sync_shadow WHERE tbl = ? AND id = ?", ((of.number, i) for i in ids)
    )


def has_shadows(raw: cipher.Connection) -> bool:
    """True when any row has a shadow."""
    return raw.execute("SELECT 1 FROM sync_shadow LIMIT 1").fetchone() is not None


def _blank(column: Any) -> Stored:
    """Nothing, or what stands for it where a column may not be empty (stubs, masked columns)."""
    if column.nullable:
        return None
    if isinstance(column.type, Key):
        return bytes(16)
    return "" if isinstance(column.type.dialect_impl(_dialect()), String) else 0


@lru_cache(maxsize=1)
def _dialect() -> Any:
    from sqlalchemy.dialects.sqlite import dialect

    return dialect()


def _put_statement(table: Table, columns: Sequence[str]) -> str:
    sets = ", ".join(f'"{c}" = excluded."{c}"' for c in [*columns, "rev"])
    return (
        f"INSERT INTO {table.name}(id, {_listed(columns)}, rev)"
        f" VALUES ({marks(len(columns) + 2)}) ON CONFLICT(id) DO UPDATE SET {sets}"
    )


def _listed(columns: Sequence[str]) -> str:
    return ", ".join(f'"{c}"' for c in columns)
