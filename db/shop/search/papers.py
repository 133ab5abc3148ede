"""Taking a person's new orders and receipts into the index, from what was captured of them.

A customer waits for it: what was written just now is not read again.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlcipher3 import dbapi2 as cipher

from db.shop.captured import Captured
from db.shop.search.entry import of_paper
from db.shop.search.keeping import put_in, take_out
from db.shop.search.tables import BUSINESS, WATCHED, Watched, mark, mark_later

_PAPERS = {watched.table: watched for watched in WATCHED if watched.table in BUSINESS}
_THERE = "SELECT rowid, text FROM search_entry WHERE row_id = ?"


def take_in(raw: cipher.Connection, found: Sequence[Captured]) -> None:
    """Index the papers that a unit of work added; those it changed are marked for `refresh`."""
    for table, watched in _PAPERS.items():
        of_it = [one for one in found if one.table == table]
        new = [one for one in of_it if one.new]
        if new:
            _add(raw, watched, new)
        changed = [(one.id,) for one in of_it if not one.new and one.changes(watched.columns)]
        raw.executemany(mark(watched.kind, "?"), changed)


def _add(raw: cipher.Connection, watched: Watched, new: Sequence[Captured]) -> None:
    number, key, archived = watched.columns
    old = [there for one in new if (there := raw.execute(_THERE, (one.id,)).fetchone())]
    take_out(raw, watched.kind, old)
    papers = [
        (one.id, of_paper((one.cols[number], one.cols.get(key))))
        for one in new
        if archived not in one.cols
    ]
    put_in(raw, watched.kind, papers)
    customers = {key for one in new for key in one.keys("customer_id")}
    raw.executemany(mark_later("?"), [(customer,) for customer in customers])
