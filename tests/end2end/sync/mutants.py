"""The protocol, broken on purpose in one place each: the histories must notice every one.

The first eleven are those of the executable model.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from db.office import feed
from db.shop import syncchanges, syncmembers
from jewelcrm.office import companies, counting, images, push, scoping
from jewelcrm.office.grants import Grants
from jewelcrm.office.merging import clocks, columns, placing
from jewelcrm.office.reviewing import Desk
from jewelcrm.office.visiting import subject
from jewelcrm.office.writers import Writers
from jewelcrm.sync import acking, doubting, first_copy, looking, pulling, shadows, upgrading
from jewelcrm.sync.applying import Applying
from jewelcrm.sync.members import Members
from tests.end2end.sync.line import NUMBERED, Line

Patch = pytest.MonkeyPatch
MUTANTS: dict[str, Callable[[Patch], None]] = {}


def mutant(break_it: Callable[[Patch], None]) -> Callable[[Patch], None]:
    MUTANTS[break_it.__name__] = break_it
    return break_it


def nothing(*_: Any, **__: Any) -> None:
    """Left out."""


@mutant
def noimage(patch: Patch) -> None:
    """What became of a row through a push is not applied."""
    patch.setattr(Applying, "answers", nothing)


@mutant
def nodedupe(patch: Patch) -> None:
    """Head office does not remember which transactions it has seen."""
    patch.setattr(push.Push, "_states", lambda self: {})


@mutant
def nomove(patch: Patch) -> None:
    """A moved customer does not leave the old branch."""
    whole = scoping.differences
    patch.setattr(
        scoping, "differences", lambda *a: (mark for mark in whole(*a) if mark.kind != "R")
    )


@mutant
def noscrub(patch: Patch) -> None:
    """An erasure forgets what was put aside."""
    patch.setattr(subject, "_aside", nothing)


@mutant
def gcnofloor(patch: Patch) -> None:
    """Tombstones are collected without a word."""
    whole = feed.collect

    def collect(work: Any, scope: str, before: int) -> None:
        whole(work, scope, before)
        work.port.run("UPDATE scope_head SET floor = 0")

    patch.setattr(feed, "collect", collect)


@mutant
def keepoutbox(patch: Patch) -> None:
    """What waits of an erased person is kept."""
    patch.setattr(syncchanges, "erase", nothing)


@mutant
def seqdedupe(patch: Patch) -> None:
    """Repeats are told by the running number."""
    whole, order = push.Push._states, push.order

    def states(self: Any) -> dict[bytes, str]:
        last = self.work.last_n(self.grants.device.id, self.ask.epoch)
        seen = {bytes.fromhex(tx.id): "ok" for tx in self.ask.tx if tx.n <= last}
        return seen | whole(self)

    patch.setattr(push.Push, "_states", states)
    patch.setattr(
        push,
        "order",
        lambda txs, known, *, last, acked, **more: order(txs, known, last=last, acked=last, **more),
    )


@mutant
def nononce(patch: Patch) -> None:
    """A late answer to an older question is taken for the answer."""
    whole = Line._exchange

    def exchange(self: Line, name: str, ask: Any) -> Any:
        answer = whole(self, name, ask)
        if name in NUMBERED:
            answer.req = ask.req
        return answer

    patch.setattr(Line, "_exchange", exchange)


@mutant
def orphan(patch: Patch) -> None:
    """An answer to a push does not say in which scopes a row is."""
    patch.setattr(Applying, "_answered", lambda self, table, arrivals: self._show(table, arrivals))


@mutant
def silentlww(patch: Patch) -> None:
    """The losing value is thrown away."""
    patch.setattr(Desk, "clash", nothing)


@mutant
def same_record_abreast(patch: Patch) -> None:
    """Pushes that touch the same record share a transaction."""
    patch.setattr(companies, "_reach", lambda sent: {sent.device})


@mutant
def noclamp(patch: Patch) -> None:
    """A clock that is ahead is believed."""
    patch.setattr(clocks, "clamp", lambda hlc, at, now: clocks.Moment(hlc, at, clamped=False))


@mutant
def order_not_at_home(patch: Patch) -> None:
    """An order of another branch's customer is not in her home branch."""
    patch.setattr(placing, "_order", lambda row, home_of: placing._branches(row))


@mutant
def cursor_before_page(patch: Patch) -> None:
    """How far was read is kept before what was read."""
    whole = pulling.take_in

    def take_in(store: Any, news: Any, now: Any) -> Any:
        cursor = pulling._cursor(store, news.s)
        if cursor and cursor.stage is None and news.start == cursor.seq and not news.drop:
            with store.apply(now=now) as work:
                syncmembers.set_seq(work.raw, cursor.no, news.cursor)
            news.start = news.cursor
        return whole(store, news, now)

    patch.setattr(pulling, "take_in", take_in)


@mutant
def epoch_forgotten(patch: Patch) -> None:
    """A PC that was put back counts as the writer it was before."""

    def own(self: Writers, numbers: Any, device: bytes, epoch: int) -> set[int]:
        return {n for n, (key, _) in self._pairs(numbers).items() if key == device}

    patch.setattr(Writers, "own", own)


@mutant
def acks_too_much(patch: Patch) -> None:
    """An answer settles the change behind it, too."""
    whole = syncchanges.acknowledge
    patch.setattr(
        syncchanges,
        "acknowledge",
        lambda raw, done, at: whole(raw, [(n, first, last + 1) for n, first, last in done], at),
    )


@mutant
def pending_not_on_top(patch: Patch) -> None:
    """Head office's image hides what waits to be sent."""
    whole = shadows.over
    patch.setattr(shadows, "over", lambda table, image, waiting: whole(table, image, ()))


@mutant
def sum_without_removals(patch: Patch) -> None:
    """A removal is not taken out of the check sum."""

    def leave(self: Members, no: int, table: Any, known: Any) -> None:
        syncmembers.take(self._raw, ((no, table.number, row_id) for row_id in known))

    patch.setattr(Members, "leave", leave)


@mutant
def lease_kept(patch: Patch) -> None:
    """A lease that ended while off line is not purged."""
    patch.setattr(pulling, "end_leases", lambda *_: False)


@mutant
def dropped_scope_kept(patch: Patch) -> None:
    """A scope that is no longer granted leaves its rows behind."""
    patch.setattr(pulling, "_drop_some", lambda work, no: syncmembers.drop_cursor(work.raw, no))


@mutant
def stub_whole(patch: Patch) -> None:
    """A stub shows the whole customer."""
    patch.setattr(images, "_stub", lambda table, row: row)


@mutant
def maskless(patch: Patch) -> None:
    """A lease hides nothing."""
    patch.setattr(Grants, "hidden", lambda self, scope: frozenset())


@mutant
def sent_before_copied(patch: Patch) -> None:
    """A PC sends into a branch before it has begun to copy it."""
    patch.setattr(first_copy, "not_begun", lambda cursors: False)


@mutant
def late_of_erased(patch: Patch) -> None:
    """New records of an erased person are dropped, but what follows of them is put aside."""
    patch.setattr(push.Push, "_bury", nothing)


@mutant
def aside_lost(patch: Patch) -> None:
    """What cannot be applied is answered, but not kept."""
    patch.setattr(Desk, "put_aside", nothing)


@mutant
def clocks_before_knowledge(patch: Patch) -> None:
    """Of two values the clock decides, though one was written after seeing the other."""
    patch.setattr(columns, "concurrent", lambda draft, version, base: not draft.own(version[1]))


@mutant
def no_stub(patch: Patch) -> None:
    """Business with another branch's customer comes without her initials."""
    patch.setattr(scoping, "_add_stubs", nothing)


@mutant
def order_parts_stay(patch: Patch) -> None:
    """An order goes where its customer is at home; its payments do not."""
    patch.setattr(scoping, "_ORDER_PARTS", ("order_line",))


@mutant
def each_scope_shows_its_own(patch: Patch) -> None:
    """A row comes by a lease, or as a stub, without what another scope shows of it."""
    patch.setattr(images, "_sights", lambda *_: {})


@mutant
def new_columns_sent(patch: Patch) -> None:
    """A PC of an older program is sent columns that it does not have."""
    patch.setattr(images, "columns_unknown_to", lambda table, schema: ())


@mutant
def new_tables_counted(patch: Patch) -> None:
    """Sums count tables that a PC of an older program is not sent."""
    patch.setattr(counting, "_unknown", lambda *_: iter(()))


@mutant
def not_sent_again(patch: Patch) -> None:
    """After an update nobody asks for what the older program could not read."""
    patch.setattr(upgrading, "wanted", lambda raw: [])


@mutant
def alarm_while_learning(patch: Patch) -> None:
    """Sums are compared before what is new has been sent again."""
    patch.setattr(looking, "learns", lambda store: False)


@mutant
def nothing_doubted(patch: Patch) -> None:
    """After head office was put back, a PC goes on with the revisions of before."""
    patch.setattr(doubting, "begin", nothing)


@mutant
def not_asked_for_again(patch: Patch) -> None:
    """What an earlier life of head office answered is not sent to the one that is back."""
    patch.setattr(acking, "_send_again", lambda work, expect: 0)
