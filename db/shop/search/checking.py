"""Is the index in step with the records? For the doctor: quick, by sample."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2 as cipher

from db.shop.search import sources
from db.shop.search.tables import KINDS, WORDED, rows_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

SAMPLE = 20  # records of each kind that are compared


def check(conn: Connection, *, sample: int = SAMPLE) -> list[str]:
    """What is wrong, in words; an empty list when nothing is. Reads only.

    Counts every kind, and looks whether random entries belong to living records and are found by
    a token of their own.
    """
    raw: cipher.Connection = conn.connection.driver_connection
    faults = []
    for kind in KINDS:
        first, last = rows_of(kind)
        indexed, newest = raw.execute(
            "SELECT count(*), max(rowid) FROM search_entry WHERE rowid BETWEEN ? AND ?",
            (first, last),
        ).fetchone()
        living = raw.execute(f"SELECT count(*) FROM {sources.LIVE[kind]}").fetchone()[0]
        if indexed != living:
            faults.append(f"{kind}: {indexed} of {living} records are in the search index")
        lost = sum(_is_lost(raw, kind, newest) for _ in range(sample if indexed else 0))
        if lost:
            faults.append(f"{kind}: {lost} of {sample} records were not found")
    return faults


def _is_lost(raw: cipher.Connection, kind: str, newest: int) -> bool:
    """Take a random entry and look for it."""
    at = random.randint(rows_of(kind)[0], newest)
    entry, row_id, text = raw.execute(
        "SELECT rowid, row_id, text FROM search_entry WHERE rowid >= ? ORDER BY rowid LIMIT 1",
        (at,),
    ).fetchone()
    alive = raw.execute(f"SELECT 1 FROM {sources.LIVE[kind]} AND id = ?", (row_id,)).fetchone()
    if alive is None:
        return True
    words = text.split("\n")[0].split()
    if kind not in WORDED or not words:
        return False
    found = raw.execute(
        "SELECT 1 FROM search_index WHERE search_index MATCH ? AND rowid = ?",
        (f'"{words[0]}"', entry),
    ).fetchone()
    return found is None
