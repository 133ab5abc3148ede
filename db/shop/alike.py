"""Whether two encrypted files hold the same: asked of SQLite, table by table, row beside row.

Every row is looked up in the other file by its own key and compared column by column there; as many
rows on both sides, and all of them found alike, is the same content.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlcipher3 import dbapi2 as cipher

_TABLES = (
    "SELECT name FROM main.sqlite_master WHERE type = 'table' AND rootpage > 0"
    " AND name NOT LIKE 'sqlite@_%' ESCAPE '@' ORDER BY name"
)
_SHAPE = "SELECT type, name, tbl_name, coalesce(sql, '') FROM {}.sqlite_master"
Told = Callable[[int, int], None]


def unlike(raw: cipher.Connection, other: Path, key: bytes, told: Told) -> str | None:
    """The first table that is not the same in the file `other`; None when all are.

    "" stands for tables and indexes themselves.
    """
    raw.execute(f"ATTACH DATABASE ? AS other KEY \"x'{key.hex()}'\"", (str(other),))
    try:
        if _shape(raw, "main") != _shape(raw, "other"):
            return ""
        tables = [str(row[0]) for row in raw.execute(_TABLES)]
        for done, name in enumerate(tables):
            told(done, len(tables))
            if not _same(raw, name):
                return name
        return None
    finally:
        raw.execute("DETACH DATABASE other")


def _shape(raw: cipher.Connection, side: str) -> list[tuple[object, ...]]:
    return sorted(raw.execute(_SHAPE.format(side)).fetchall())


def _same(raw: cipher.Connection, table: str) -> bool:
    columns = raw.execute(f'PRAGMA main.table_info("{table}")').fetchall()
    names = [f'"{row[1]}"' for row in columns]
    keys = [f'"{row[1]}"' for row in columns if row[5]] if _is_rowless(raw, table) else ["rowid"]
    at = " AND ".join(f"b.{name} = a.{name}" for name in keys)
    alike = " AND ".join(f"a.{name} IS b.{name} COLLATE BINARY" for name in names)
    # CROSS JOIN: this file is read in its order, the other looked up; never the other way round
    joined = f'FROM main."{table}" a CROSS JOIN other."{table}" b ON {at} WHERE {alike}'
    found = [_count(raw, f'FROM {side}."{table}"') for side in ("main", "other")]
    return [_count(raw, joined)] * 2 == found


def _is_rowless(raw: cipher.Connection, table: str) -> bool:
    sql = "SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?"
    return bool(raw.execute(sql, (table,)).fetchone()[0])


def _count(raw: cipher.Connection, of: str) -> int:
    return int(raw.execute(f"SELECT count(*) {of}").fetchone()[0])
