"""One scope's news, one transaction: rows, cursor, lease and check sum together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass

import msgspec
from sqlcipher3 import dbapi2 as cipher

from db.decoding import convert
from db.shop import syncmembers, syncstate
from db.shop.syncmembers import Cursor
from db.shop.syncrows import plan
from db.store import Store
from db.tables import NAMES
from db.types import Id, to_millis
from db.work import Work
from jewelcrm.log import log
from jewelcrm.sync.applying import Applying
from jewelcrm.sync.staging import DROPPING, first_stage
from jewelcrm.wire import digest
from jewelcrm.wire.messages import Alarm, Feed

_DROP_STEP = 4_000


@dataclass(frozen=True, slots=True)
class Read:
    """What a page of news was: `mend` and `reset` are scopes that need repair."""

    rows: int = 0
    more: bool = False
    mend: str | None = None
    reset: str | None = None


def take_in(store: Store, feed: Feed, now: dt.datetime) -> Read:
    """Apply a page; one that does not begin where we stand is not for us (a late reply)."""
    cursor = _cursor(store, feed.s)
    if cursor is None or cursor.stage is not None or feed.start != cursor.seq:
        return Read()
    if feed.drop:
        begin_drop(store, [cursor], now)
        return Read(more=True)
    if _must_mend(feed):
        return Read(reset=feed.s)
    if _says_something(feed, cursor):
        with store.apply(now=now) as work:
            cursor = _apply(work, cursor, feed)
    return Read(len(feed.items), more=feed.count is None, mend=_differs(feed, cursor))


def _must_mend(feed: Feed) -> bool:
    """The news since `start` are gone, there or here: only the difference tells."""
    return (feed.reset and feed.more) or feed.cursor < feed.start


def _says_something(feed: Feed, cursor: Cursor) -> bool:
    lease = (" ".join(feed.mask), feed.until)
    return bool(feed.items) or feed.cursor != cursor.seq or lease != (cursor.mask, cursor.until)


def _apply(work: Work, cursor: Cursor, feed: Feed) -> Cursor:
    syncmembers.set_lease(work.raw, cursor.no, " ".join(feed.mask), feed.until)
    applying = Applying(work)
    if feed.reset:
        _sweep(work, applying, cursor.no, feed)
    applying.page(cursor.no, feed.items)
    applying.close()
    syncmembers.set_seq(work.raw, cursor.no, feed.cursor)
    work.touched.add("sync")
    return next(c for c in syncmembers.cursors(work.raw) if c.no == cursor.no)


def _sweep(work: Work, applying: Applying, no: int, feed: Feed) -> None:
    """A whole listing: what is not in it is no longer in the scope."""
    there = {(item.t, item.id) for item in feed.items}
    gone: dict[str, list[Id]] = {}
    for name, row_id, *_ in list(syncmembers.whole(work.raw, no)):
        if (name, row_id.hex()) not in there:
            gone.setdefault(name, []).append(row_id)
    for name, ids in gone.items():
        table = plan(name)
        if table is not None:
            applying.remove(no, table, ids)


def _differs(feed: Feed, cursor: Cursor) -> str | None:
    """The scope's name when count or sum are not what head office has."""
    if feed.count is None or feed.sum is None:
        return None
    same = feed.count == cursor.count and digest.from_text(feed.sum) == digest.from_text(cursor.sum)
    return None if same else feed.s


def differs_by_kinds_only(store: Store, feed: Feed) -> bool:
    """True when all is as an older head office has it, whose sums take stubs for whole rows."""
    with store.look() as raw:
        cursor = syncmembers.cursor_of(raw, feed.s)
        if cursor is None or feed.sum is None:
            return False
        here = digest.without_kinds(digest.from_text(cursor.sum), syncmembers.stubs(raw, cursor.no))
    return (feed.count, digest.from_text(feed.sum)) == (cursor.count, here)


def alarm(store: Store, feed: Feed, now: dt.datetime) -> None:
    """Keep that a scope differed, for the status and whoever looks into it."""
    cursor = _cursor(store, feed.s)
    if cursor is None:
        return
    log.warning("sync sums differ", here=cursor.count, there=feed.count)
    facts: dict[str, object] = {
        "at": to_millis(now),
        "scope": feed.s,
        "here": [cursor.count, cursor.sum],
        "there": [feed.count, feed.sum],
    }
    with store.apply(now=now) as work:
        syncstate.alarm(work.raw, facts)
        work.touched.add("sync")


def untold_alarms(raw: cipher.Connection) -> list[Alarm]:
    """Sums that differed of which head office does not know yet."""
    untold = [facts for facts in syncstate.alarms(raw) if "told" not in facts]
    found: list[Alarm] = []
    for facts in untold:
        with suppress(msgspec.ValidationError):
            found.append(convert({**facts, "s": facts["scope"]}, Alarm))
    return found


def alarms_told(store: Store, told: Sequence[Alarm], now: dt.datetime) -> None:
    """Head office knows of these now."""
    with store.apply(now=now) as work:
        syncstate.alarms_told(work.raw, {alarm.at for alarm in told})


def follow_grants(store: Store, grants: Collection[str], now: dt.datetime) -> bool:
    """Begin with scopes that are new to this PC, end those it may no longer see."""
    with store.look() as raw:
        known = syncmembers.cursors(raw)
    names = {c.scope for c in known}
    fresh = [name for name in grants if name not in names]
    lost = [c for c in known if c.scope not in grants and c.stage != DROPPING]
    begin_drop(store, lost, now)
    if fresh:
        with store.apply(now=now) as work:
            for name in fresh:
                syncmembers.add_cursor(work.raw, name, first_stage(name))
            work.touched.add("sync")
    return bool(fresh or lost)


def begin_drop(store: Store, cursors: Collection[Cursor], now: dt.datetime) -> None:
    """Mark scopes as going; `drop_step` takes their rows away."""
    if cursors:
        with store.apply(now=now) as work:
            for cursor in cursors:
                syncmembers.set_stage(work.raw, cursor.no, DROPPING)
            work.touched.add("sync")


def drop_step(store: Store, now: dt.datetime) -> bool:
    """Take away some rows of scopes that are going; False when there are none."""
    with store.look() as raw:
        cursors = syncmembers.cursors(raw)
    going = next((c for c in cursors if c.stage == DROPPING), None)
    if going is None:
        return False
    with store.apply(now=now) as work:
        _drop_some(work, going.no)
    return True


def _drop_some(work: Work, no: int) -> None:
    some = syncmembers.some_of(work.raw, no, _DROP_STEP)
    applying = Applying(work)
    for number in sorted({number for number, _ in some}):
        table = plan(NAMES[number])
        if table is not None:
            applying.remove(no, table, [row_id for at, row_id in some if at == number])
    applying.close()
    if len(some) < _DROP_STEP:
        syncmembers.drop_cursor(work.raw, no)
    work.touched.add("sync")


def end_leases(store: Store, moment: int, now: dt.datetime) -> bool:
    """Begin to take away what leases brought that have ended by `moment`; True if there are any."""
    with store.look() as raw:
        cursors = syncmembers.cursors(raw)
    ended = [c for c in cursors if c.until is not None and c.until <= moment]
    begin_drop(store, [c for c in ended if c.stage != DROPPING], now)
    return bool(ended)


def _cursor(store: Store, scope: str) -> Cursor | None:
    with store.look() as raw:
        return syncmembers.cursor_of(raw, scope)
