"""What a restored PC had not sent: found in the store that was set aside, offered again as it was.

Whoever restores may want exactly that the last hours are gone, so nothing comes back by itself.
First head office is heard ("sync before edit"): what others did since stands in the store. Then the
transactions of before come on top under their own ids, times and persons, as if this PC had been
off line; head office knows them by their ids when they did arrive, and what clashes goes to the
inbox.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from sqlcipher3 import dbapi2 as cipher

from db.errors import StoreError
from db.shop import anew, erasures, keys, putting, rekeying, sessions, syncchanges, syncrows
from db.shop.among import among
from db.shop.connect import FILE_NAME, connect
from db.shop.sessions import Begun, Stamp
from db.shop.syncchanges import Change
from db.types import Id, from_millis
from db.work import Work
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.log import log
from jewelcrm.sync.shadows import Shown, own_image

HANDLED = "sync.reoffered"
"""Key in `setting` that is not for anybody to set: the folders that were decided on."""
RIGHT = "backup.targets"
FIRST = (
    "Connect this PC to head office first, and wait until everything is sent: what others did since"
    " comes before what is brought back."
)
NOTHING = "There is nothing from before a restore that was not sent."


@dataclass(frozen=True, slots=True)
class Offer:
    """What the store that was set aside last had not sent, and this one does not know."""

    folder: Path
    acts: int
    """Transactions: an order with its lines and its deposit is one."""
    customers: int
    orders: int
    """Added in them."""
    since: dt.datetime
    until: dt.datetime


@dataclass(frozen=True, slots=True)
class _Unsent:
    """Transactions in their order, and what proves who made them."""

    folder: Path
    acts: tuple[tuple[Change, ...], ...]
    stamps: dict[Id, Stamp]
    sessions: Sequence[Begun]


def offer(ctx: Context) -> Offer | None:
    """What could be brought back; None where there is nothing, or it was decided on."""
    ctx.require(RIGHT)
    found = _unsent(ctx)
    if found is None:
        return None
    changes = [change for act in found.acts for change in act]
    added = [change.tbl for change in changes if change.op == "I"]
    return Offer(
        found.folder,
        len(found.acts),
        added.count("customer"),
        added.count("sales_order"),
        from_millis(min(change.at for change in changes)),
        from_millis(max(change.at for change in changes)),
    )


def bring_back(ctx: Context) -> int:
    """Put the transactions on top of what the store knows now; how many. They are sent next.

    Raises:
        CanFix: head office was not heard since the restore, or there is nothing. Denied.
    """
    ctx.require(RIGHT)
    _require_heard(ctx)
    found = _unsent(ctx)
    if found is None:
        raise CanFix(NOTHING)
    with ctx.store.apply(now=ctx.clock.now()) as work:
        taken = _put(work, found)
        _decided(work, found.folder)
        work.audit("restore.brought_back", ctx.store.pc.id)
    log.info("unsent brought back", acts=taken)
    return taken


def let_go(ctx: Context) -> None:
    """It stays in the store that was set aside, and is not offered any more.

    Raises:
        CanFix: there is nothing. Denied.
    """
    ctx.require(RIGHT)
    found = _unsent(ctx)
    if found is None:
        raise CanFix(NOTHING)
    with ctx.store.apply(now=ctx.clock.now()) as work:
        _decided(work, found.folder)
        work.audit("restore.let_go", ctx.store.pc.id)


def _require_heard(ctx: Context) -> None:
    with ctx.read() as conn:
        raw = conn.connection.driver_connection
        if anew.is_waiting(raw) or syncchanges.any_waiting(raw):
            raise CanFix(FIRST)


def _unsent(ctx: Context) -> _Unsent | None:
    if not ctx.in_chain:
        return None
    with ctx.read() as conn:
        raw = conn.connection.driver_connection
        handled = set(_handled(raw))
        for folder in sorted(ctx.store.folder.glob(f"{putting.ASIDE}*"), reverse=True):
            if folder.name in handled or not (folder / FILE_NAME).exists():
                continue
            with suppress(StoreError, cipher.Error):
                found = _in_folder(ctx, folder, raw)
                return found if found.acts else None
    return None


def _in_folder(ctx: Context, folder: Path, here: cipher.Connection) -> _Unsent:
    with closing(_opened(ctx, folder)) as there:
        waiting = (change for change in syncchanges.waiting(there) if not change.is_husk)
        acts = [tuple(act) for _, act in groupby(waiting, key=attrgetter("tx"))]
        known = _known(here, [act[0].tx for act in acts])
        erased = {bytes.fromhex(row) for _, row, _ in erasures.ledger(here)}
        fresh = tuple(_allowed(act, erased) for act in acts if act[0].tx not in known)
        fresh = tuple(act for act in fresh if act)
        stamps = sessions.stamps(there, {act[0].tx for act in fresh})
        begun = sessions.sessions(there, {stamp.session for stamp in stamps.values()})
        return _Unsent(folder, fresh, stamps, begun)


def _allowed(act: Sequence[Change], erased: set[Id]) -> tuple[Change, ...]:
    """Nothing of somebody who was erased since."""
    return () if any(change.id in erased for change in act) else tuple(act)


def _opened(ctx: Context, folder: Path) -> cipher.Connection:
    """The store that was set aside, under this store's key or one of before.

    Raises:
        StoreError: none opens it.
    """
    former = rekeying.former(keys.load(ctx.store.folder), ctx.store.key)
    for key in reversed(former):
        with suppress(StoreError):
            return connect(folder / FILE_NAME, key, read_only=True)
    return connect(folder / FILE_NAME, ctx.store.key, read_only=True)


def _known(raw: cipher.Connection, txs: Sequence[Id]) -> set[Id]:
    return {row[0] for row in among(raw, "SELECT tx FROM change WHERE tx IN ", txs)}


def _put(work: Work, found: _Unsent) -> int:
    """The changes into this store's log, and their rows shown with them on top."""
    raw = work.raw
    added = {change.id for act in found.acts for change in act if change.op == "I"}
    taken = [act for act in found.acts if all(_can_stand(raw, one, added) for one in act)]
    syncchanges.put_again(raw, (change for act in taken for change in act))
    _prove(raw, found, {act[0].tx for act in taken})
    _show(work, [change for act in taken for change in act])
    return len(taken)


def _can_stand(raw: cipher.Connection, change: Change, added: set[Id]) -> bool:
    """An edit needs its record: one that is here, or that comes back too."""
    table = syncrows.plan(change.tbl)
    if table is None:
        return False
    if change.op == "I" or change.id in added:
        return True
    return bool(syncrows.shown_revs(raw, table, [change.id]))


def _prove(raw: cipher.Connection, found: _Unsent, txs: set[Id]) -> None:
    stamps = {tx: stamp for tx, stamp in found.stamps.items() if tx in txs}
    wanted = {stamp.session for stamp in stamps.values()}
    here = {begun.id for begun in sessions.sessions(raw, wanted)}
    for begun in found.sessions:
        if begun.id in wanted - here:
            sessions.add_ended(raw, begun)
    for tx, stamp in stamps.items():
        sessions.put_stamp(raw, tx, stamp)


def _show(work: Work, changes: Sequence[Change]) -> None:
    shown = Shown(work.raw, work.touched)
    for name, ids in _by_table(changes):
        table = syncrows.plan(name)
        if table is None:
            continue
        there = shown.images(table, ids)
        shown.put(table, [one for one in there if one[1]])
        own = set(ids) - {row_id for row_id, _, _ in there}
        waiting = syncchanges.waiting_for(work.raw, name, own)
        syncrows.put(work.raw, table, [own_image(table, i, ops) for i, ops in waiting.items()])
        work.touched.add(name)


def _by_table(changes: Sequence[Change]) -> Iterator[tuple[str, list[Id]]]:
    tables: dict[str, dict[Id, None]] = {}
    for change in changes:
        tables.setdefault(change.tbl, {})[change.id] = None
    return ((name, list(ids)) for name, ids in tables.items())


def _handled(raw: cipher.Connection) -> list[str]:
    row = raw.execute("SELECT value FROM setting WHERE key = ?", (HANDLED,)).fetchone()
    return [str(name) for name in json.loads(row[0])] if row else []


def _decided(work: Work, folder: Path) -> None:
    names = json.dumps([*_handled(work.raw), folder.name][-20:])
    work.raw.execute(
        "INSERT INTO setting(key, value) VALUES (?, ?)"
        " ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        (HANDLED, names),
    )
    work.touched.add("setting")
