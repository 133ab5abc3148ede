"""Keeping the index in step with the records, in the transaction that changes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sqlcipher3 import dbapi2 as cipher

from db.shop.search import sources
from db.shop.search.entry import Entry, keys_of
from db.shop.search.tables import CUSTOMER, KINDS, WORDED, rows_of
from db.types import Id

Progress = Callable[[int, int], None]
"""Told how many records of how many are done."""

_BATCH = 500
_BY_HAND = ("automerge", "deletemerge")
_Old = tuple[int, str]  # row number, text


def refresh(raw: cipher.Connection, batch: int = _BATCH) -> int:
    """Index every record that was marked dirty, `batch` at a time; returns how many there were.

    Runs inside the write transaction, just before its commit. With nothing to do it costs one
    look at an empty table.
    """
    return _drain(raw, batch, renew=False)


def touch(raw: cipher.Connection, kind: str, row_id: Id) -> None:
    """Make a record the newest of its kind, at once (about 0.7 ms for a customer)."""
    _drain(raw, _BATCH, renew=False)
    raw.execute("INSERT INTO search_dirty(kind, row_id) VALUES (?, ?)", (kind, row_id))
    _drain(raw, _BATCH, renew=True)


def catch_up(raw: cipher.Connection, limit: int = 200) -> int:
    """Make customers with new business the newest ones; returns how many there were.

    For idle moments, in a write transaction of its own. Orders and payments only note their
    customer in `search_later`, because moving her up costs twice what saving the order does.
    """
    rows = raw.execute("SELECT row_id FROM search_later LIMIT ?", (limit,)).fetchall()
    if rows:
        _merge_by_hand(raw)
        _drain(raw, _BATCH, renew=False)
        raw.executemany(f"INSERT INTO search_dirty(kind, row_id) VALUES ('{CUSTOMER}', ?)", rows)
        raw.executemany("DELETE FROM search_later WHERE row_id = ?", rows)
        _drain(raw, _BATCH, renew=True)
    return len(rows)


def forget(raw: cipher.Connection) -> None:
    """Leave no token of removed or changed records in the file (about 10 s for a million).

    For the erasing of a person, after her records are gone or changed and `refresh` has run. The
    log must be emptied afterwards (`PRAGMA wal_checkpoint(TRUNCATE)`), outside the transaction.
    """
    _drain(raw, _BATCH, renew=False)
    raw.execute("INSERT INTO search_index(search_index) VALUES ('optimize')")


def tidy(raw: cipher.Connection, pages: int = 100, *, whole: bool = False) -> bool:
    """Join the parts of the index a little, about 20 ms; False when there is nothing left to join.

    For idle moments, in a write transaction of its own. Parts are joined with others of their size,
    so that an order at the counter never makes the whole index be written again; `whole` joins all
    into one, for after a large import: until then a question costs two to four times as much.
    """
    _merge_by_hand(raw)
    before = raw.total_changes
    raw.execute(
        "INSERT INTO search_index(search_index, rank) VALUES ('merge', ?)",
        (-pages if whole else pages,),
    )
    return bool(raw.total_changes - before > 1)


def _merge_by_hand(raw: cipher.Connection) -> None:
    """From now on parts are joined by `tidy` alone, a little at a time.

    FTS5 joins while records are saved, 64 pages for every part there ever was; and once a tenth of
    a part is out of date it writes all of that part anew, and at the end overwrites the old one in
    one go: 15 s of a million customers, while nobody else can write.
    """
    known = raw.execute("SELECT 1 FROM search_index_config WHERE k = ?", (_BY_HAND[-1],))
    if known.fetchone() is None:
        for setting in _BY_HAND:
            raw.execute("INSERT INTO search_index(search_index, rank) VALUES (?, 0)", (setting,))


def rebuild(raw: cipher.Connection, progress: Progress | None = None) -> int:
    """Make the whole index anew from the records, oldest first; returns how many there are."""
    raw.execute("INSERT INTO search_index(search_index) VALUES ('delete-all')")
    for table in ("search_entry", "search_number", "search_dirty"):
        raw.execute(f"DELETE FROM {table}")
    total, done = sum(_live(raw, kind) for kind in KINDS), 0
    for kind in KINDS:
        last = b""
        while marked := _mark_next(raw, kind, last):
            last = marked[-1][0]
            done += _drain(raw, len(marked), renew=False)
            if progress is not None:
                progress(done, total)
    return done


def _mark_next(raw: cipher.Connection, kind: str, last: Id) -> list[tuple[Id]]:
    """Mark the next records of a kind, in the order in which they were made."""
    rows: list[tuple[Id]] = raw.execute(
        f"SELECT id FROM {sources.LIVE[kind]} AND id > ? ORDER BY id LIMIT 2000", (last,)
    ).fetchall()
    raw.executemany(f"INSERT INTO search_dirty(kind, row_id) VALUES ('{kind}', ?)", rows)
    return rows


def _live(raw: cipher.Connection, kind: str) -> int:
    return int(raw.execute(f"SELECT count(*) FROM {sources.LIVE[kind]}").fetchone()[0])


def _drain(raw: cipher.Connection, batch: int, *, renew: bool) -> int:
    """Empty `search_dirty`; `renew` gives unchanged records a new row number too."""
    done = 0
    while rows := raw.execute(
        "SELECT kind, row_id FROM search_dirty ORDER BY kind, row_id LIMIT ?", (batch,)
    ).fetchall():
        for kind in dict.fromkeys(row[0] for row in rows):
            _index(raw, kind, [row[1] for row in rows if row[0] == kind], renew=renew)
        if len(rows) < batch:
            raw.execute("DELETE FROM search_dirty")
            return done + len(rows)
        raw.executemany("DELETE FROM search_dirty WHERE kind = ? AND row_id = ?", rows)
        done += len(rows)
    return done


def _index(raw: cipher.Connection, kind: str, ids: list[Id], *, renew: bool) -> None:
    """Bring the entries of the records `ids`, which are sorted, in step with the records."""
    old = _old_entries(raw, kind, ids)
    fresh = dict(sources.entries(raw, kind, ids[0], ids[-1]))
    same = set()
    if not renew:
        same = {i for i, e in fresh.items() if i in old and old[i][1] == e.text}
    take_out(raw, kind, [entry for row_id, entry in old.items() if row_id not in same])
    put_in(raw, kind, [(i, fresh[i]) for i in ids if i in fresh and i not in same])


def _old_entries(raw: cipher.Connection, kind: str, ids: list[Id]) -> dict[Id, _Old]:
    if len(ids) == 1:
        sql = "SELECT row_id, rowid, text FROM search_entry WHERE row_id = ?"
        return {row[0]: (row[1], row[2]) for row in raw.execute(sql, ids)}
    sql = (
        "SELECT e.row_id, e.rowid, e.text FROM search_dirty d JOIN search_entry e"
        " ON e.row_id = d.row_id WHERE d.kind = ? AND d.row_id BETWEEN ? AND ?"
    )
    return {row[0]: (row[1], row[2]) for row in raw.execute(sql, (kind, ids[0], ids[-1]))}


def take_out(raw: cipher.Connection, kind: str, old: Iterable[_Old]) -> None:
    """Take entries of a kind out of the index, by their row number and text."""
    old = list(old)
    if not old:
        return
    numbers = [(n,) for n, _ in old]
    if kind in WORDED:
        raw.executemany("DELETE FROM search_index WHERE rowid = ?", numbers)
    raw.executemany(
        "DELETE FROM search_number WHERE kind = ? AND key = ? AND entry = ?",
        ((kind, key, n) for n, text in old for key in keys_of(kind not in WORDED, text)),
    )
    raw.executemany("DELETE FROM search_entry WHERE rowid = ?", numbers)


def put_in(raw: cipher.Connection, kind: str, entries: list[tuple[Id, Entry]]) -> None:
    """Put entries of a kind into the index, as its newest."""
    if not entries:
        return
    first, last = rows_of(kind)
    newest = raw.execute("SELECT max(rowid) FROM search_entry WHERE rowid <= ?", (last,))
    start = max(first, (newest.fetchone()[0] or 0) + 1)
    numbered = [(start + place, row_id, e) for place, (row_id, e) in enumerate(entries)]
    raw.executemany(
        "INSERT INTO search_entry(rowid, kind, row_id, text) VALUES (?, ?, ?, ?)",
        ((n, kind, row_id, e.text) for n, row_id, e in numbered),
    )
    raw.executemany(
        "INSERT INTO search_number(kind, key, entry) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        ((kind, key, n) for n, _, e in numbered for key in e.keys),
    )
    if kind in WORDED:
        raw.executemany(
            "INSERT INTO search_index(rowid, t) VALUES (?, ?)",
            ((n, e.tokens) for n, _, e in numbered),
        )
