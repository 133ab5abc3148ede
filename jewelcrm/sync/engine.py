"""The engine: pushes, pulls, copies and repairs, each step cut off or repeated without harm.

It owns no thread and no timer: the service calls it. One exchange at a time; an answer to any but
the newest question is dropped.
"""

from __future__ import annotations

import datetime as dt
import math
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from db.shop import anew, syncmembers, syncstate
from db.store import Store
from db.types import to_millis
from db.work import Work
from jewelcrm.context import Clock
from jewelcrm.log import log
from jewelcrm.sync import (
    acking,
    audited,
    doubting,
    first_copy,
    forgetting,
    looking,
    outbox,
    presenting,
    pulling,
    repair,
    sending,
    upgrading,
)
from jewelcrm.sync.keepsake import BackedUp
from jewelcrm.sync.line import Refused, Transport, Unreachable
from jewelcrm.sync.pace import Pace
from jewelcrm.sync.pulling import Read
from jewelcrm.wire import digest
from jewelcrm.wire.messages import Feed, PullAnswer, PullAsk, PushAnswer, PushAsk

T = TypeVar("T")
Progress = Callable[[int, int], None]

_REQUESTS = 256  # request numbers reserved with one commit
_MEND_PAUSE = 600.0  # seconds until a scope that still differs is repaired again
_PUSHES_IN_A_ROW, _ROWS_OF_PUSHES = 10, 20  # in a round
_ENDS = {"revoked": "revoked", "closed": "closed"}


@dataclass(frozen=True, slots=True)
class Round:
    """What a round moved; `more`: there is something left to do at once."""

    pushed: int
    pulled: int
    copied: bool
    more: bool
    backoff: float


class Engine:
    """This PC's half of the protocol, over any line to head office."""

    def __init__(
        self,
        store: Store,
        transport: Transport,
        clock: Clock,
        *,
        rng: type[random.Random] = random.Random,
        overlap: bool = False,
    ) -> None:
        """`overlap`: head office works while this PC does; the line is used in a thread then."""
        self._store = store
        self._line = transport
        self._clock = clock
        self._overlap = overlap
        self._copying = first_copy.Copying(transport, overlap=overlap)
        self.rng = rng()
        self._turn = store.exchanging
        self._req, self._reserved = 0, 0
        self.pace = Pace()
        self._backed_up = BackedUp()
        self._mended: dict[str, float] = {}
        self._contact: tuple[int, float] | None = None
        self.backoff = 0.0
        """Seconds that head office asks to wait."""
        self.orders: list[str] = []
        """What head office asked for besides rows, at the last pull."""
        self.pushed = 0
        self.pulled = 0
        self._greeted = False

    def push(self) -> bool:
        """Send what waits, one batch; True while there is more to send.

        The first push of a process goes even when nothing waits: head office then finds out that
        this PC was put back to an older state, before paper gets a number that was given before.
        A branch's first copy is begun before anything is sent into it: of a row that was sent
        earlier and has gone since, neither the copy nor the news after it would tell.

        Raises:
            Unreachable, Refused: nothing was lost; what was sent is sent again.
        """
        with self._turn:
            batch = self.gather()
            return batch is not None and self.accept(batch, self.send(batch))

    def push_some(self, most: int = _PUSHES_IN_A_ROW) -> bool:
        """Send up to so many batches; True while there is more. Raises what `push` raises."""
        with self._turn:
            if self._overlap:
                return sending.in_a_row(self, most)
            return all(self.push() for _ in range(most))

    def gather(self, behind: outbox.Sent | None = None) -> outbox.Batch | None:
        """The next push, behind a transaction that is under way; None when nothing is to go."""
        if behind is None and (looking.copies_first(self._store) or not self._has_to_say()):
            return None
        if behind is not None and not looking.waits(self._store, behind.last):
            return None
        req = self._next_request()
        with self._store.look() as raw:
            batch = outbox.gather(raw, req, txs=self.pace.txs, behind=behind)
            batch.ask.life = presenting.life(raw)
            batch.ask.audit = audited.head(raw)
            if behind is None and (not self._greeted or presenting.untold(raw)):
                batch.ask.standing = presenting.of(raw)
        return batch

    def send(self, batch: outbox.Batch) -> PushAnswer:
        """Head office's answer to a push."""
        return self._asked(lambda: self._line.push(batch.ask))

    def accept(self, batch: outbox.Batch, answer: PushAnswer) -> bool:
        """Keep the answer to this very push; True while there is more to send."""
        if answer.req != batch.ask.req:
            return False
        self.pace.sent()
        self.backoff = answer.backoff
        now = self._clock.now()
        with self._store.apply(now=now) as work:
            taken = acking.accept(work, batch, answer, local_now=to_millis(now))
            self._was_heard(work, batch.ask, answer, taken)
        self._heard(answer.now)
        self.pushed += taken.acked
        if taken.new_epoch:
            log.warning("sync new epoch")
            self._store.look_again()
        anew = answer.life != batch.ask.life
        return (taken.moved or anew) and self._has_to_say()

    def pull(self) -> bool:
        """Read one page of news of each scope; True while there is more to read.

        Raises:
            Unreachable, Refused: the pages that were applied stay applied.
        """
        with self._turn:
            self._store.reserve.require_room()
            if pulling.drop_step(self._store, self._clock.now()):
                return True
            ask = looking.pull_ask(
                self._store, self._next_request(), self.pace.rows, self._backed_up
            )
            answer = self._asked(lambda: self._line.pull(ask))
            if answer.req != ask.req:
                return False
            started = time.monotonic()
            more = self._take_in(ask, answer)
            if answer.life != ask.life:
                self.push()
            self.pace.applied(time.monotonic() - started)
            if ask.alarms:
                pulling.alarms_told(self._store, ask.alarms, self._clock.now())
            self._backed_up.told(ask.backed_up)
            return more

    def first_copy(self, progress: Progress | None = None) -> None:
        """Copy what is new to this PC to the end, sending what is made here in between."""
        while self.copy_step():
            if progress is not None and (done := looking.copied(self._store)) is not None:
                progress(*done)
            self.push()

    def copy_step(self) -> bool:
        """One chunk of a first copy, or some of its index; False when nothing is left."""
        with self._turn:
            self._store.reserve.require_room()
            now = self._clock.now()
            if looking.usable(self._store) and first_copy.index_step(self._store, now):
                return True
            copied = self._asked(lambda: self._copying.step(self._store, now))
            return copied or first_copy.index_step(self._store, now)

    def repair(self, scope: str) -> int:
        """Make a scope what it is at head office; waiting changes are not touched."""
        with self._turn:
            now = self._clock.now()
            return self._asked(lambda: repair.mend(self._store, self._line, scope, now=now))

    def round(self) -> Round:
        """Everything there is to do now: send, read, copy a chunk, clear up."""
        with self._turn:
            sent, read = self.pushed, self.pulled
            self.clear_up()
            more = all(self.push_some() for _ in range(_ROWS_OF_PUSHES))
            more = self.pull() or more
            copied = self.copy_step()
            return Round(
                self.pushed - sent, self.pulled - read, copied, more or copied, self.backoff
            )

    def clear_up(self) -> None:
        """What needs no line: ended leases and scopes, traces of erased people."""
        with self._turn:
            now = self._clock.now()
            pulling.end_leases(self._store, self.moment(), now)
            while pulling.drop_step(self._store, now):
                pass
            forgetting.forget(self._store, now)

    def prune(self, keep_days: int = forgetting.KEPT_DAYS) -> int:
        """Forget some changes that head office has known for long; returns how many."""
        with self._turn:
            return forgetting.prune(self._store, self._clock.now(), keep_days)

    def moment(self) -> int:
        """The time as head office has it, in milliseconds, whatever this PC's clock says."""
        now = to_millis(self._clock.now())
        with self._store.look() as raw:
            offset, office = syncstate.state(raw).clock_offset, syncstate.office(raw)
        told = (office.last_contact if office else None) or 0
        if self._contact is not None:
            told = self._contact[0] + int((time.monotonic() - self._contact[1]) * 1000)
        return max(now + offset, told)

    def _take_in(self, ask: PullAsk, answer: PullAnswer) -> bool:
        """The feeds that were asked for come first; behind them what is sent again."""
        now, asked = self._clock.now(), len(ask.scopes)
        changed = pulling.follow_grants(self._store, answer.grants, now)
        kinds = answer.schema >= digest.KINDS_SINCE
        reads = [self._take_in_feed(feed, now, kinds=kinds) for feed in answer.feeds[:asked]]
        more = changed or bool(answer.backfill) or any(read.more for read in reads)
        self.pulled += sum(read.rows for read in reads)
        again = answer.feeds[asked:]
        whole = not more and len(answer.feeds) >= asked and not looking.copied(self._store)
        to_show = self._note(ask, answer, again, complete=whole)
        forgetting.forget(self._store, now)
        return more or to_show or not self._greeted

    def _take_in_feed(self, feed: Feed, now: dt.datetime, *, kinds: bool) -> Read:
        """`kinds`: head office's sums tell stubs from whole rows, as those here do."""
        read = pulling.take_in(self._store, feed, now)
        if read.mend is not None:
            same = not kinds and pulling.differs_by_kinds_only(self._store, feed)
            if same or looking.learns(self._store):
                return read
            return Read(read.rows, more=self._mend_soon(feed, now))
        if read.reset is not None:
            self._start_over(feed.s, now)
            return Read(more=True)
        return read

    def _mend_soon(self, feed: Feed, now: dt.datetime) -> bool:
        """Repair a scope that differs; not again and again when that does not help."""
        since = time.monotonic() - self._mended.get(feed.s, -math.inf)
        if since < _MEND_PAUSE:
            return False
        self._mended[feed.s] = time.monotonic()
        pulling.alarm(self._store, feed, now)
        self.repair(feed.s)
        return True

    def _start_over(self, scope: str, now: dt.datetime) -> None:
        """The news since our cursor are gone: take the difference, go on from there."""
        seq = self.repair(scope)
        with self._store.apply(now=now) as work:
            for cursor in syncmembers.cursors(work.raw):
                if cursor.scope == scope:
                    syncmembers.set_seq(work.raw, cursor.no, seq)

    def _note(
        self, ask: PullAsk, answer: PullAnswer, again: Sequence[Feed], *, complete: bool
    ) -> bool:
        """True when there is a new watchword, which is shown at once."""
        now = self._clock.now()
        self.backoff, self.orders = answer.backoff, answer.orders
        with self._store.apply(now=now) as work:
            acking.hear(work, hlc=answer.hlc, now=answer.now, local_now=to_millis(now))
            syncstate.set_lease(work.raw, answer.lease_until)
            upgrading.take_in(work, again, answer.backfill)
            if presenting.take_in(work.raw, answer):
                self._greeted = False
            if complete:
                syncstate.all_read(work.raw, answer.now)
            to_show = presenting.next_watchword(work.raw, ask.watchword, answer.watchword)
        self._heard(answer.now)
        return to_show

    def _was_heard(self, work: Work, ask: PushAsk, answer: PushAnswer, taken: acking.Taken) -> None:
        """What head office now knows of this PC."""
        if taken.new_epoch:
            anew.settled(work.raw)
        same = answer.life == ask.life
        if ask.standing is not None:
            presenting.answered(work.raw, ask.standing, answer)
            if not same:
                new = taken.new_epoch or syncstate.state(work.raw).acked_n == 0
                doubting.begin(work.raw, new_writer=new)
        said = ask.standing is not None or (self._greeted and same)
        self._greeted = said and not taken.new_epoch

    def _has_to_say(self) -> bool:
        return not self._greeted or looking.has_to_say(self._store)

    def _next_request(self) -> int:
        """A number no question of this store had before, after a kill neither."""
        if self._req == self._reserved:
            with self._store.apply(now=self._clock.now()) as work:
                self._req = syncstate.reserve_requests(work.raw, _REQUESTS) - 1
            self._reserved = self._req + _REQUESTS
        self._req += 1
        return self._req

    def _asked(self, ask: Callable[[], T]) -> T:
        """Ask; smaller pieces after no answer; an end to this PC's part is kept."""
        try:
            return ask()
        except Unreachable:
            self._greeted = False  # it may be put up anew meanwhile
            self.pace.unanswered()
            raise
        except Refused as no:
            if no.code == "too_big":
                self.pace.too_big()
            self._ended(no.code)
            raise

    def _ended(self, code: str) -> None:
        if code in _ENDS:
            with self._store.apply(now=self._clock.now()) as work:
                syncstate.set_state(work.raw, _ENDS[code])
                work.touched.add("sync")

    def _heard(self, now: int) -> None:
        self._contact = (now, time.monotonic())
