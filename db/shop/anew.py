"""A store that was put back to an older state goes on in a new series of paper numbers.

What it gave after its backup, nobody knows here: the papers are with the customers. So the running
number jumps to one that no earlier life of this store can have reached: the minutes since 2026, or
ten thousand beyond the highest number known, whichever is more. A PC would have had to give more
than a number a minute, day and night, to come there. Restoring the same backup twice jumps twice,
each time further. Head office then gives a letter of its own (`PUT_BACK` waits for that), and the
running number begins at 1 again under it.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable

from sqlcipher3 import dbapi2 as cipher

from db.shop.mark import Reached
from db.types import to_millis

PUT_BACK = "sync.put_back"
"""Key in `setting` that is not for anybody to set: the store was put back, and when that was
noticed. It stays until head office has given a new letter; on a stand-alone PC for good."""

BEYOND = 10_000
_BEGAN = to_millis(dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
_MINUTE_MS = 60_000


def reached(raw: cipher.Connection) -> Reached:
    """How far the store has come."""
    row = raw.execute(
        "SELECT p.id, s.last_hlc, p.letter, p.next_number FROM pc p, sync_state s"
    ).fetchone()
    return Reached(*row)


def begin(raw: cipher.Connection, at: int, marks: Iterable[Reached] = ()) -> int:
    """Begin a new series; returns its first number. `at`: now, in milliseconds.

    `marks` are what is known of the store's later life.
    """
    here = reached(raw)
    known = [here, *(mark for mark in marks if mark.pc == here.pc)]
    highest = max(mark.next_number for mark in known)
    first = max((at - _BEGAN) // _MINUTE_MS, highest + BEYOND)
    raw.execute("UPDATE pc SET next_number = ?", (first,))
    hlc = max(mark.hlc for mark in known)
    raw.execute("UPDATE sync_state SET last_hlc = max(last_hlc, ?)", (hlc,))
    told = json.dumps({"at": at, "letter": here.letter, "first": first})
    raw.execute(
        "INSERT INTO setting(key, value) VALUES (?, ?)"
        " ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        (PUT_BACK, told),
    )
    return first


def is_waiting(raw: cipher.Connection) -> bool:
    """True while the store was put back and head office has not given it a letter since."""
    found = raw.execute("SELECT 1 FROM setting WHERE key = ?", (PUT_BACK,)).fetchone()
    return found is not None


def settled(raw: cipher.Connection) -> None:
    """Head office has given a new letter."""
    raw.execute("DELETE FROM setting WHERE key = ?", (PUT_BACK,))
