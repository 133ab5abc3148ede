"""The first copy of everything this PC may see: chunk by chunk, each in a transaction of its own.

The search index is left alone meanwhile and built in steps afterwards: once when the branch's open
business is here, and again at the end.
"""

from __future__ import annotations

import datetime as dt
import hashlib

import msgspec

from db.decoding import decode
from db.migrations import SCHEMA
from db.shop import syncmembers, syncrows, syncstate
from db.shop.search import KINDS
from db.shop.syncmembers import Cursor
from db.store import Store
from db.work import Work
from jewelcrm.sync import staging
from jewelcrm.sync.ahead import Soon
from jewelcrm.sync.applying import Applying
from jewelcrm.sync.line import Transport, Unreachable
from jewelcrm.sync.staging import DROPPING, Indexing, Stage
from jewelcrm.wire.messages import SnapshotAnswer, SnapshotAsk

_INDEX_STEP = 1_000


class Copying:
    """Copies chunk by chunk. With `overlap`, the next one comes while this one is written down."""

    def __init__(self, line: Transport, *, overlap: bool = False) -> None:
        self._line = line
        self._overlap = overlap
        self._ahead: tuple[SnapshotAsk, Soon[SnapshotAnswer]] | None = None

    def step(self, store: Store, now: dt.datetime) -> bool:
        """Copy the next chunk; False when no scope is left to copy.

        Raises:
            Unreachable: no chunk, or one that was damaged on the way.
        """
        cursor = _next(store)
        if cursor is None or cursor.stage is None:
            return False
        stage = staging.stage(cursor.stage)
        ask = SnapshotAsk(SCHEMA, cursor.scope, stage.part, at=stage.at, after=stage.after)
        answer = self._answer(ask)
        _require_whole(answer)
        self._look_ahead(ask, answer)
        with store.apply(now=now) as work:
            _load(work, cursor, answer)
            _move_on(work, cursor, stage, answer)
        return True

    def _answer(self, ask: SnapshotAsk) -> SnapshotAnswer:
        ahead, self._ahead = self._ahead, None
        if ahead is not None and ahead[0] == ask:
            return ahead[1].result()
        return self._line.snapshot(ask)

    def _look_ahead(self, ask: SnapshotAsk, answer: SnapshotAnswer) -> None:
        if self._overlap and answer.after is not None:
            at = answer.at if ask.at is None else min(ask.at, answer.at)
            after = SnapshotAsk(SCHEMA, ask.s, ask.stage, at=at, after=answer.after)
            self._ahead = after, Soon(lambda: self._line.snapshot(after))


def index_step(store: Store, now: dt.datetime) -> bool:
    """Index some of what was copied; False when there is nothing left to index."""
    with store.look() as raw:
        kept = syncstate.indexing(raw)
    if kept is None:
        return False
    place = decode(kept, Indexing)
    with store.apply(now=now) as work:
        last = syncrows.mark_for_index(
            work.raw, KINDS[place.kind], bytes.fromhex(place.last), _INDEX_STEP
        )
        syncstate.set_indexing(work.raw, _further(place, last))
        work.touched.add("sync")
    return True


def progress(cursors: list[Cursor]) -> tuple[int, int] | None:
    """Rows copied, of how many; None when nothing is left to copy."""
    stages = [staging.stage(c.stage) for c in cursors if c.stage and c.stage != DROPPING]
    if not stages:
        return None
    done = sum(stage.done for stage in stages)
    return done, max(done, sum(stage.total for stage in stages))


def usable(cursors: list[Cursor]) -> bool:
    """True when people, catalogue and the branch's open business are here."""
    stages = [(c.scope, staging.stage(c.stage)) for c in cursors if c.stage and c.stage != DROPPING]
    return bool(cursors) and all(s.startswith("B:") and p.part == "rest" for s, p in stages)


def not_begun(cursors: list[Cursor]) -> bool:
    """True while a branch's copy is still to be begun, or head office was never read."""
    stages = [c.stage for c in cursors if c.stage and c.stage != DROPPING]
    return not cursors or any(map(staging.is_first, stages))


def _next(store: Store) -> Cursor | None:
    with store.look() as raw:
        cursors = syncmembers.cursors(raw)
    left = [c for c in cursors if c.stage and c.stage != DROPPING]
    return min(left, key=lambda c: staging.turn(c.scope, c.stage or ""), default=None)


def _require_whole(answer: SnapshotAnswer) -> None:
    if hashlib.sha256(msgspec.json.encode(answer.items)).hexdigest() != answer.sha256:
        raise Unreachable


def _load(work: Work, cursor: Cursor, answer: SnapshotAnswer) -> None:
    applying = Applying(work)
    applying.page(cursor.no, answer.items, guard=True)
    applying.close()
    syncrows.without_index(work.raw)


def _move_on(work: Work, cursor: Cursor, stage: Stage, answer: SnapshotAnswer) -> None:
    at = answer.at if stage.at is None else min(stage.at, answer.at)
    done = stage.done + len(answer.items)
    if answer.after is not None:
        total = stage.before + answer.total if answer.total else stage.total
        kept = Stage(stage.part, at, answer.after, done, total, stage.before)
        syncmembers.set_stage(work.raw, cursor.no, staging.text(kept))
    elif stage.part == "open":
        rest = Stage("rest", at, None, done, before=done)
        syncmembers.set_stage(work.raw, cursor.no, staging.text(rest))
        syncstate.set_indexing(work.raw, staging.text(Indexing()))
    else:
        syncmembers.set_stage(work.raw, cursor.no, None)
        syncmembers.set_seq(work.raw, cursor.no, at)
        syncstate.set_indexing(work.raw, staging.text(Indexing()))
    work.touched.add("sync")


def _further(place: Indexing, last: bytes | None) -> str | None:
    if last is not None:
        return staging.text(Indexing(place.kind, last.hex()))
    return staging.text(Indexing(place.kind + 1)) if place.kind + 1 < len(KINDS) else None
