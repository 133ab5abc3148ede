"""Finding and mending what differs between a scope here and at head office (sync.md 2.13).

The 256 sums say which buckets differ, a listing of those which rows; only they are fetched or
removed. Changes that wait, shadows and drafts are never touched. It also brings a PC back that was
away for longer than head office remembers removals: then nearly everything is the same, too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from db.migrations import SCHEMA
from db.shop import syncmembers
from db.shop.syncrows import plan
from db.store import Store
from db.types import Id
from jewelcrm.log import log
from jewelcrm.sync.applying import Applying
from jewelcrm.sync.line import Transport
from jewelcrm.wire import digest
from jewelcrm.wire.messages import BucketsAnswer, BucketsAsk, FetchAsk, ListingAnswer, ListingAsk

_BUCKETS_AT_ONCE = 16
_ROWS_AT_ONCE = 500

T = TypeVar("T")
Key = tuple[str, Id]


def mend(store: Store, line: Transport, scope: str, *, now: dt.datetime) -> int:
    """Bring a scope to what head office has; returns the feed's place that it is at least at."""
    there = line.buckets(BucketsAsk(scope, SCHEMA))
    kinds = there.schema >= digest.KINDS_SINCE
    bad = _differing(there, _sums(store, scope, kinds=kinds))
    log.warning("sync repair", buckets=len(bad))
    for some in _pieces(bad, _BUCKETS_AT_ONCE):
        listing = line.listing(ListingAsk(scope, list(some), SCHEMA))
        wanted = _sort_out(store, listing, set(some), now, kinds=kinds)
        for piece in _pieces(wanted, _ROWS_AT_ONCE):
            _fetch(store, line, scope, piece, now)
    _add_up(store, scope, now)
    return there.seq


def _add_up(store: Store, scope: str, now: dt.datetime) -> None:
    """The sum anew from the rows, should it have been the sum that was wrong."""
    with store.apply(now=now) as work:
        for cursor in syncmembers.cursors(work.raw):
            if cursor.scope == scope:
                rows = list(syncmembers.whole(work.raw, cursor.no))
                total = digest.as_text(digest.total(rows))
                syncmembers.set_digest(work.raw, cursor.no, len(rows), total)


def _sums(store: Store, scope: str, *, kinds: bool) -> list[tuple[int, int]]:
    """Sum and count of each bucket here."""
    found = [(0, 0)] * 256
    for row in _members(store, scope, kinds=kinds):
        at = digest.bucket(row[1])
        total, count = found[at]
        found[at] = digest.plus(total, *row), count + 1
    return found


def _members(store: Store, scope: str, *, kinds: bool) -> Iterator[digest.Summed]:
    """What the scope holds; without `kinds` as an older head office has it: all of it whole."""
    with store.read() as conn:
        raw = conn.connection.driver_connection
        numbers = {c.scope: c.no for c in syncmembers.cursors(raw)}
        for name, row_id, rev, kind in syncmembers.whole(raw, numbers.get(scope, 0)):
            yield name, row_id, rev, kind if kinds else "P"


def _differing(there: BucketsAnswer, here: Sequence[tuple[int, int]]) -> list[int]:
    return [
        at
        for at, (total, count) in enumerate(here)
        if digest.from_text(there.sums[at]) != total or there.counts[at] != count
    ]


def _sort_out(
    store: Store, listing: ListingAnswer, buckets: set[int], now: dt.datetime, *, kinds: bool
) -> list[Key]:
    """Remove what is not in the listing; the rows of it that are not here, or are others."""
    stubs = set(listing.stubs)
    there = {
        (name, bytes.fromhex(row_id)): (rev, "S" if at in stubs else "P")
        for at, (name, row_id, rev) in enumerate(listing.rows)
    }
    here = {
        (name, row_id): (rev, kind)
        for name, row_id, rev, kind in _members(store, listing.s, kinds=kinds)
        if digest.bucket(row_id) in buckets
    }
    _remove(store, listing.s, [key for key in here if key not in there], now)
    return [key for key, told in there.items() if here.get(key) != told]


def _remove(store: Store, scope: str, keys: Sequence[Key], now: dt.datetime) -> None:
    if not keys:
        return
    with store.apply(now=now) as work:
        applying = Applying(work)
        for name, ids in _by_table(keys):
            table = plan(name)
            if table is not None:
                applying.remove(applying.members.numbers[scope], table, ids)
        applying.close()


def _fetch(
    store: Store, line: Transport, scope: str, keys: Sequence[Key], now: dt.datetime
) -> None:
    """Take single rows as head office has them, whatever was here; those gone since go."""
    asked = [(name, row_id.hex()) for name, row_id in keys]
    answer = line.fetch(FetchAsk(SCHEMA, scope, asked))
    with store.apply(now=now) as work:
        applying = Applying(work)
        applying.page(applying.members.numbers[scope], answer.items)
        applying.close()


def _by_table(keys: Iterable[Key]) -> list[tuple[str, list[Id]]]:
    groups: dict[str, list[Id]] = {}
    for name, row_id in keys:
        groups.setdefault(name, []).append(row_id)
    return list(groups.items())


def _pieces(things: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for start in range(0, len(things), size):
        yield things[start : start + size]
