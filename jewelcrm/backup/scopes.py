"""Whether what a store holds of each scope adds up to the sum that head office agreed to.

Every exchange compares a scope's sum with head office's. A backup that is put back for trial must
come to its own sum again, row by row; and to the sum of today where nothing came since.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlcipher3 import dbapi2 as cipher

from db import digest
from db.shop import syncmembers
from db.shop.syncmembers import Cursor

UNLIKE = "what it holds of {scope} does not add up"
OTHER = "what it holds of {scope} is not what head office has agreed to"


def faults(restored: cipher.Connection, present: cipher.Connection) -> list[str]:
    """What is wrong with the scopes of a restored store; nothing on a PC without head office."""
    agreed = {cursor.scope: cursor for cursor in syncmembers.cursors(present)}
    whole = [cursor for cursor in syncmembers.cursors(restored) if cursor.stage is None]
    return [words for cursor in whole for words in _of(restored, cursor, agreed.get(cursor.scope))]


def _of(raw: cipher.Connection, cursor: Cursor, agreed: Cursor | None) -> Iterator[str]:
    rows = list(syncmembers.whole(raw, cursor.no))
    if (len(rows), digest.as_text(digest.total(rows))) != (cursor.count, cursor.sum):
        yield UNLIKE.format(scope=cursor.scope)
    elif agreed is not None and agreed.seq == cursor.seq and agreed.sum != cursor.sum:
        yield OTHER.format(scope=cursor.scope)
