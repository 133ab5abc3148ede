"""Papers of an erased person that are sent again: what was taken out of their history.

Her words are taken out of what was captured of her orders and payments, with every other text of
theirs. A head office that was put back to an older state needs them again: what a record cannot be
without is then read from the record itself, as head office had left it without her.
"""

from __future__ import annotations

import json
from functools import lru_cache

from sqlcipher3 import dbapi2 as cipher

from db.shop import syncrows
from db.shop.syncchanges import Change
from db.tables import metadata
from jewelcrm.wire.papers import EMPTIED

_BOOKKEEPING = frozenset({"id", "created_at", "updated_at", "rev"})


def completed(raw: cipher.Connection, tx: list[Change]) -> list[Change]:
    """The changes of a transaction, added papers with all that they cannot be without."""
    if not any(_lacks(change) for change in tx):
        return tx
    return [_completed(raw, change) if _lacks(change) else change for change in tx]


def _lacks(change: Change) -> bool:
    if change.op != "I" or change.tbl not in EMPTIED:
        return False
    cols = change.cols or ""
    return any(f'"{name}"' not in cols for name in _needed(change.tbl))


def _completed(raw: cipher.Connection, change: Change) -> Change:
    table = syncrows.plan(change.tbl)
    if table is None:
        return change
    shown = syncrows.read(raw, table, [change.id]).get(change.id)
    if shown is None:
        return change
    image = table.image(shown[1])
    left = json.loads(change.cols or "{}")
    missing = {name: image[name] for name in _needed(change.tbl) if name not in left}
    return change._replace(cols=json.dumps(left | missing))


@lru_cache(maxsize=16)
def _needed(table: str) -> frozenset[str]:
    columns = metadata.tables[table].columns
    return frozenset(c.name for c in columns if not c.nullable) - _BOOKKEEPING
