"""Erasing again whom head office had erased, in a store that was put back from a backup."""

from __future__ import annotations

import time
from collections.abc import Sequence

from sqlcipher3 import dbapi2 as cipher

from db.shop import erasures, search, syncstate
from db.shop.erasures import Erased
from db.shop.syncrows import Plan, plan
from db.store import Store
from db.tables import NAMES
from db.types import Id, from_millis
from jewelcrm.backup import ports
from jewelcrm.sync.applying import Applying


def again(store: Store, ledger: Sequence[Erased]) -> int:
    """Leave nothing of these rows in the store; returns how many of them were there.

    The search index is emptied of them too, and the log, so that the file holds no trace.
    """
    now = max((at for _, _, at in ledger), default=int(time.time() * 1000))
    with store.apply(now=from_millis(now)) as work:
        applying = Applying(work)
        groups = _by_table(ledger)
        there = sum(_there(work.raw, table, ids) for table, ids in groups)
        for table, ids in groups:
            applying.erase(table, ids)
        applying.close()
        erasures.add(work.raw, ledger, now)
    with store.apply(now=from_millis(now)) as work:
        search.forget(work.raw)
    if store.empty_log():
        with store.apply(now=from_millis(now)) as work:
            syncstate.forgotten(work.raw)
    return there


def _by_table(ledger: Sequence[Erased]) -> list[tuple[Plan, list[Id]]]:
    found: dict[str, list[Id]] = {}
    for table, row_id, _ in ledger:
        found.setdefault(table, []).append(bytes.fromhex(row_id))
    known = [(plan(name), found[name]) for name in NAMES.values() if name in found]
    return [(table, ids) for table, ids in known if table is not None]


def _there(raw: cipher.Connection, table: Plan, ids: Sequence[Id]) -> int:
    sql = f"SELECT count(*) FROM {table.name} WHERE id = ?"  # noqa: S608 - a table of ours
    return sum(raw.execute(sql, (one,)).fetchone()[0] for one in ids)


ports.erases_with(again)
