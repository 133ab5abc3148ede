"""Captured changes as the way to head office: waiting, acknowledged, taken back, pruned.

A change that waits has no `pushed_at`. Of an erased person's changes that wait only a husk stays,
without table, id or words, so that a transaction that may be under way keeps its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sqlcipher3 import dbapi2 as cipher

from db.shop.among import among
from db.types import Id

_COLUMNS = "n, tx, hlc, actor, at, tbl, id, op, base, cols, old, reason"
_STEP = 500
_EXACT = 5_000  # changes that wait are counted one by one up to here


class Change(NamedTuple):
    """One captured change, as it is kept: moments in milliseconds, columns as JSON."""

    n: int
    tx: Id
    hlc: int
    actor: Id
    at: int
    tbl: str
    id: Id
    op: str
    base: int
    cols: str | None
    old: str | None
    reason: str | None

    @property
    def is_husk(self) -> bool:
        """True when nothing of it is left to say."""
        return not self.tbl


def waiting(raw: cipher.Connection, after: int = 0) -> Iterator[Change]:
    """The changes still to be sent behind number `after`, oldest first; read as asked for."""
    last = after
    while True:
        rows = raw.execute(
            f"SELECT {_COLUMNS} FROM change WHERE pushed_at IS NULL AND n > ? ORDER BY n LIMIT ?",
            (last, _STEP),
        ).fetchall()
        yield from map(Change._make, rows)
        if len(rows) < _STEP:
            return
        last = rows[-1][0]


def put_again(raw: cipher.Connection, found: Iterable[Change]) -> None:
    """Changes of this PC's earlier life wait here again, in the order in which they come."""
    raw.executemany(
        "INSERT INTO change(tx, hlc, actor, at, tbl, id, op, base, cols, old, reason)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (change[1:] for change in found),
    )


def tx_before(raw: cipher.Connection, n: int) -> Id | None:
    """The transaction of the change before change number `n`."""
    sql = "SELECT tx FROM change WHERE n < ? ORDER BY n DESC LIMIT 1"
    row = raw.execute(sql, (n,)).fetchone()
    return row[0] if row else None


def any_waiting(raw: cipher.Connection, after: int = 0) -> bool:
    """True when something is still to be sent, behind change number `after`."""
    sql = "SELECT 1 FROM change WHERE pushed_at IS NULL AND n > ? LIMIT 1"
    return raw.execute(sql, (after,)).fetchone() is not None


def how_many_wait(raw: cipher.Connection) -> tuple[int, int | None]:
    """How many changes are still to be sent, and when the oldest was made.

    It is asked after every commit, and a shop without a head office keeps all it ever captured:
    many are told from the first and the last one's number, since they are sent in that order.
    """
    some = f"SELECT n FROM change WHERE pushed_at IS NULL LIMIT {_EXACT}"
    count = raw.execute(f"SELECT count(*) FROM ({some})").fetchone()[0]
    oldest = _end_of_waiting(raw, "ASC")
    if oldest is None:
        return 0, None
    newest = _end_of_waiting(raw, "DESC") or oldest
    return count if count < _EXACT else newest[0] - oldest[0] + 1, oldest[1]


def acts_that_wait(raw: cipher.Connection, changes: int) -> int:
    """How many acts of people the changes that wait are: what was saved at once is one act.

    Many are told from the oldest of them, as if the others were alike.
    """
    some = f"SELECT tx FROM change WHERE pushed_at IS NULL ORDER BY n LIMIT {_EXACT}"
    looked_at, acts = raw.execute(f"SELECT count(*), count(DISTINCT tx) FROM ({some})").fetchone()
    return int(acts) if looked_at < _EXACT else int(acts) * changes // int(looked_at)


def unsent_since(raw: cipher.Connection, at: int) -> tuple[int, int | None]:
    """How many acts after a moment (ms) were not sent yet, and when the oldest was."""
    sql = "SELECT count(DISTINCT tx), min(at) FROM change WHERE pushed_at IS NULL AND at > ?"
    acts, oldest = raw.execute(sql, (at,)).fetchone()
    return acts, oldest


def _end_of_waiting(raw: cipher.Connection, way: str) -> tuple[int, int] | None:
    """The number and the moment of the first or the last change that waits."""
    sql = f"SELECT n, at FROM change WHERE pushed_at IS NULL ORDER BY n {way} LIMIT 1"
    found: tuple[int, int] | None = raw.execute(sql).fetchone()
    return found


def waiting_for(raw: cipher.Connection, table: str, ids: Iterable[Id]) -> dict[Id, list[Change]]:
    """The changes still to be sent of these rows, oldest first."""
    sql = (
        f"SELECT {_COLUMNS} FROM change INDEXED BY ix_change_id"
        " WHERE pushed_at IS NULL AND tbl = ? AND id IN "
    )
    found: dict[Id, list[Change]] = {}
    for row in sorted(among(raw, sql, ids, (table,))):
        found.setdefault(row[6], []).append(Change._make(row))
    return found


def created(raw: cipher.Connection, table: str, ids: Iterable[Id]) -> dict[Id, int]:
    """When these rows were made."""
    return dict(among(raw, f"SELECT id, created_at FROM {table} WHERE id IN ", ids))


def acknowledge(raw: cipher.Connection, done: Iterable[tuple[int, int, int]], at: int) -> None:
    """Head office knows these transactions: their n there, first and last change here."""
    spans = list(done)
    raw.executemany(
        "UPDATE change SET pushed_n = ?, pushed_at = ? WHERE n BETWEEN ? AND ?",
        ((n, at, first, last) for n, first, last in spans),
    )
    raw.executemany(
        "DELETE FROM change WHERE n BETWEEN ? AND ? AND tbl = ''",
        ((first, last) for _, first, last in spans),
    )


def take_back(raw: cipher.Connection, pushed_from: int) -> int:
    """Changes that head office knew as `pushed_from` or later must be sent again."""
    return int(
        raw.execute(
            "UPDATE change SET pushed_n = NULL, pushed_at = NULL WHERE pushed_n >= ?",
            (pushed_from,),
        ).rowcount
    )


def doubt(raw: cipher.Connection) -> None:
    """Of what others wrote, no change is known to have seen any."""
    raw.execute("UPDATE change SET base = 1 WHERE base > 1")


def forget_known(raw: cipher.Connection, ids: Iterable[Id]) -> None:
    """Forget what head office has of these rows, which this PC may no longer see."""
    raw.executemany(
        "DELETE FROM change WHERE id = ? AND pushed_at IS NOT NULL", ((i,) for i in ids)
    )


def erase(raw: cipher.Connection, ids: Iterable[Id]) -> None:
    """Leave nothing of these rows among the changes but husks of those that wait."""
    keys = list(ids)
    forget_known(raw, keys)
    raw.executemany(
        "UPDATE change SET tbl = '', id = x'', cols = NULL, old = NULL, reason = NULL WHERE id = ?",
        ((row_id,) for row_id in keys),
    )


def empty(
    raw: cipher.Connection,
    ids: Iterable[Id],
    *,
    known: Iterable[str],
    waiting: Iterable[str] = (),
) -> None:
    """Take these columns out of what was captured of the rows: known at head office, or waiting."""
    keys = list(ids)
    for names, which in ((known, "NOT NULL"), (waiting, "NULL")):
        paths = ", ".join(f"'$.{name}'" for name in names)
        if not paths:
            continue
        raw.executemany(
            f"UPDATE change SET cols = json_remove(cols, {paths}), reason = NULL,"
            f" old = json_remove(old, {paths}) WHERE id = ? AND pushed_at IS {which}",
            ((row_id,) for row_id in keys),
        )


def outlived(raw: cipher.Connection, before: int, *, keep: int, limit: int) -> list[int]:
    """Some changes known at head office since `before`, but no record's newest `keep`.

    It looks through every old change, so that it is asked of a reader.
    """
    rows = raw.execute(
        "SELECT c.n FROM change c WHERE c.pushed_at < ?"
        " AND c.n < (SELECT k.n FROM change k WHERE k.id = c.id"
        " ORDER BY k.n DESC LIMIT 1 OFFSET ?) ORDER BY c.n LIMIT ?",
        (before, keep - 1, limit),
    )
    return [row[0] for row in rows]


def transactions(raw: cipher.Connection, numbers: Iterable[int]) -> set[Id]:
    """The transactions that these changes are of."""
    sql = "SELECT tx FROM change WHERE n = ?"
    rows = (raw.execute(sql, (n,)).fetchone() for n in numbers)
    return {row[0] for row in rows if row}


def prune(raw: cipher.Connection, numbers: Iterable[int]) -> None:
    """Forget these changes."""
    raw.executemany("DELETE FROM change WHERE n = ?", ((n,) for n in numbers))
