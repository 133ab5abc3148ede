"""Which rows each scope holds on this PC, and how far each scope has been read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlcipher3 import dbapi2 as cipher

from db.digest import Summed
from db.names import NAMES, NUMBERS
from db.shop.among import among
from db.types import Id

Member = tuple[int, int, Id, int, str]
"""Scope number, table number, id, revision, kind (P or S)."""


@dataclass(slots=True)
class Cursor:
    """One scope this PC may see; `stage` is JSON while its first copy is not complete."""

    no: int
    scope: str
    seq: int
    count: int
    sum: str
    mask: str
    until: int | None
    stage: str | None


_COLUMNS = 'no, scope, seq, count, sum, mask, "until", stage'


def cursors(raw: cipher.Connection) -> list[Cursor]:
    """Every scope this PC may see, oldest first."""
    return [Cursor(*row) for row in raw.execute(f"SELECT {_COLUMNS} FROM sync_cursor ORDER BY no")]


def cursor_of(raw: cipher.Connection, scope: str) -> Cursor | None:
    """How far one scope has been read; None: this PC may not see it."""
    row = raw.execute(f"SELECT {_COLUMNS} FROM sync_cursor WHERE scope = ?", (scope,)).fetchone()
    return None if row is None else Cursor(*row)


def add_cursor(raw: cipher.Connection, scope: str, stage: str | None) -> None:
    """Begin with a scope; nothing when it is there already."""
    raw.execute(
        "INSERT INTO sync_cursor(scope, seq, count, sum, stage) VALUES (?, 0, 0, ?, ?)"
        " ON CONFLICT(scope) DO NOTHING",
        (scope, "0" * 32, stage),
    )


def set_seq(raw: cipher.Connection, no: int, seq: int) -> None:
    """The scope has been read up to `seq`."""
    raw.execute("UPDATE sync_cursor SET seq = ? WHERE no = ?", (seq, no))


def set_stage(raw: cipher.Connection, no: int, stage: str | None) -> None:
    """How far the scope's first copy is; nothing: complete."""
    raw.execute("UPDATE sync_cursor SET stage = ? WHERE no = ?", (stage, no))


def set_lease(raw: cipher.Connection, no: int, mask: str, until: int | None) -> None:
    """What is masked in a lease, and its end."""
    raw.execute('UPDATE sync_cursor SET mask = ?, "until" = ? WHERE no = ?', (mask, until, no))


def set_digest(raw: cipher.Connection, no: int, count: int, total: str) -> None:
    """The scope's number of rows and check sum."""
    raw.execute("UPDATE sync_cursor SET count = ?, sum = ? WHERE no = ?", (count, total, no))


def drop_cursor(raw: cipher.Connection, no: int) -> None:
    """The scope is no longer this PC's."""
    raw.execute("DELETE FROM sync_cursor WHERE no = ?", (no,))


def in_scope(
    raw: cipher.Connection, no: int, table: int, ids: Iterable[Id]
) -> dict[Id, tuple[int, str]]:
    """Revision and kind of those rows that are in the scope."""
    sql = "SELECT id, rev, kind FROM sync_member WHERE scope = ? AND tbl = ? AND id IN "
    return {row[0]: (row[1], row[2]) for row in among(raw, sql, ids, (no, table))}


def everywhere(
    raw: cipher.Connection, table: int, ids: Iterable[Id]
) -> dict[Id, list[tuple[int, int, str]]]:
    """Scope number, revision and kind of every membership of the rows; no entry for none."""
    sql = "SELECT id, scope, rev, kind FROM sync_member WHERE tbl = ? AND id IN "
    found: dict[Id, list[tuple[int, int, str]]] = {}
    for row_id, *membership in among(raw, sql, ids, (table,)):
        found.setdefault(row_id, []).append((membership[0], membership[1], membership[2]))
    return found


def some_of(raw: cipher.Connection, no: int, limit: int) -> list[tuple[int, Id]]:
    """Table number and id of some rows of the scope."""
    sql = "SELECT tbl, id FROM sync_member WHERE scope = ? LIMIT ?"
    return raw.execute(sql, (no, limit)).fetchall()  # type: ignore[no-any-return]


def whole(raw: cipher.Connection, no: int) -> Iterator[Summed]:
    """Every row of the scope."""
    rows = raw.execute("SELECT tbl, id, rev, kind FROM sync_member WHERE scope = ?", (no,))
    return ((NAMES[tbl], *row) for tbl, *row in rows)


def stubs(raw: cipher.Connection, no: int) -> Iterator[tuple[str, Id, int]]:
    """Table, id and revision of the scope's stubs, which are customers."""
    rows = raw.execute(
        "SELECT id, rev FROM sync_member WHERE scope = ? AND tbl = ? AND kind = 'S'",
        (no, NUMBERS["customer"]),
    )
    return (("customer", *row) for row in rows)


def put(raw: cipher.Connection, members: Iterable[Member]) -> None:
    """Rows are in their scopes, at these revisions."""
    raw.executemany(
        "INSERT INTO sync_member(scope, tbl, id, rev, kind) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET rev = excluded.rev, kind = excluded.kind",
        members,
    )


def doubt(raw: cipher.Connection) -> None:
    """No row is known to be as head office has it."""
    raw.execute("UPDATE sync_member SET rev = 0")


def take(raw: cipher.Connection, keys: Iterable[tuple[int, int, Id]]) -> None:
    """Rows (scope number, table number, id) are no longer in their scopes."""
    raw.executemany("DELETE FROM sync_member WHERE scope = ? AND tbl = ? AND id = ?", keys)
