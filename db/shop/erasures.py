"""Whom head office had erased: ids only, kept as long as a backup may live that still knows her.

After a restore the ledger of the newest backup, and of the store that was replaced, says who must
be erased again before anybody sees the store.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from sqlcipher3 import dbapi2 as cipher

from db.types import Id

LEDGER = "sync.erased"
"""Key in `setting` that is not for anybody to set."""
KEPT_MS = 120 * 86_400_000

Erased = tuple[str, str, int]
"""Table, id in hexadecimal, and when, in milliseconds."""


def note(raw: cipher.Connection, table: str, ids: Iterable[Id], at: int) -> None:
    """These rows were erased."""
    add(raw, [(table, row_id.hex(), at) for row_id in ids], at)


def add(raw: cipher.Connection, erased: Sequence[Erased], now: int) -> None:
    """Take another ledger's entries in; what no backup can know any more is left out."""
    known = {(table, row): at for table, row, at in ledger(raw)}
    for table, row, at in erased:
        known[table, row] = max(at, known.get((table, row), 0))
    kept = [[table, row, at] for (table, row), at in known.items() if now - at < KEPT_MS]
    raw.execute(
        "INSERT INTO setting(key, value) VALUES (?, ?)"
        " ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        (LEDGER, json.dumps(kept)),
    )


def ledger(raw: cipher.Connection) -> list[Erased]:
    """Who was erased, as far as a backup may still know her."""
    row = raw.execute("SELECT value FROM setting WHERE key = ?", (LEDGER,)).fetchone()
    if row is None:
        return []
    return [(str(table), str(row_id), int(at)) for table, row_id, at in json.loads(row[0])]
