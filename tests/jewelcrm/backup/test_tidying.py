"""What the backups no longer need goes a pack at a time; whoever stops it loses nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from db.backup import gathering, steps
from db.backup.adding import Adding
from db.backup.stopping import Stopped
from jewelcrm.backup import commands as backup
from jewelcrm.backup import queries
from jewelcrm.backup.model import silent
from jewelcrm.backup.schedule import Schedule
from jewelcrm.context import Context
from tests.jewelcrm.backup.builders import a_customer, packs, vault_of

ALL = 1 << 60
"""Later than anything: whatever is dead is old enough to go."""


@pytest.fixture
def points(ctx: Context, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Four backups, of which the second is about to go; each pack is written anew by itself."""
    monkeypatch.setattr(gathering, "PACK_BYTES", 1)
    made: list[str] = []
    for n in range(4):
        for m in range(15):
            a_customer(ctx, f"Person {n} {m}")
        made.append(backup.back_up(ctx).point.id)
    with vault_of(ctx.store.folder) as vault:
        gathering.dropped(vault, made[0])
        gathering.dropped(vault, made[1])
    return made[2:]


def gathered(ctx: Context, cancelled: Callable[[], bool] = lambda: False) -> int:
    with vault_of(ctx.store.folder) as vault:
        return gathering.gather(vault, oldest=ALL, cancelled=cancelled)


def dead(ctx: Context) -> list[str]:
    """Packs that hold something that no point names."""
    with vault_of(ctx.store.folder) as vault:
        vault.look()
        every = gathering._packs(vault, gathering._live(vault)).values()
        return [held.path.name for held in every if held.dead_bytes]


class Word:
    """Somebody says stop after so many chunks; counts those that are taken up after it."""

    def __init__(self, chunks: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self.said, self.after = threading.Event(), 0
        self._left, self._moves = chunks, Adding.move

        def move(adding: Adding, name: bytes, chunk: bytes) -> None:
            self.after += self.said.is_set()
            self._moves(adding, name, chunk)
            self._count()

        monkeypatch.setattr(Adding, "move", move)

    def _count(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self.said.set()


@pytest.mark.parametrize("chunks", [1, 4, 12])
def test_no_chunk_is_written_again_after_the_word_and_every_backup_is_whole(
    chunks: int, ctx: Context, points: list[str], monkeypatch: pytest.MonkeyPatch
):
    word = Word(chunks, monkeypatch)
    with pytest.raises(Stopped, match="goes the next time"):
        gathered(ctx, word.said.is_set)
    assert word.after == 0
    assert [path.name for path in packs(ctx.store.folder)[0].parent.glob("*.part")] == []
    for point in points:
        assert backup.verify(ctx, point, deep=True).whole


def test_what_was_stopped_is_done_the_next_time(
    ctx: Context, points: list[str], monkeypatch: pytest.MonkeyPatch
):
    with pytest.raises(Stopped):
        gathered(ctx, Word(4, monkeypatch).said.is_set)
    assert gathered(ctx) > 0
    assert dead(ctx) == []
    for point in points:
        assert backup.verify(ctx, point, deep=True).whole


def test_what_was_done_when_it_was_stopped_stays_done(ctx: Context, points: list[str]):
    gone, before = threading.Event(), dead(ctx)
    steps.watch(lambda step: gone.set() if step == "pack gone" else None)
    try:
        with pytest.raises(Stopped):
            gathered(ctx, gone.is_set)
    finally:
        steps.watch(None)
    assert len(before) > 1
    assert dead(ctx) == before[1:]


def test_packs_that_are_written_anew_together_make_one(
    ctx: Context, points: list[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(gathering, "PACK_BYTES", ALL)
    again = dead(ctx)
    before = {path.name for path in packs(ctx.store.folder)}
    gathered(ctx)
    after = {path.name for path in packs(ctx.store.folder)}
    assert before - after == set(again)
    assert len(after - before) == 1


def test_a_person_stops_it_and_hears_what_becomes_of_the_rest(
    ctx: Context, points: list[str], monkeypatch: pytest.MonkeyPatch
):
    with pytest.raises(Stopped, match="What the backups no longer need goes the next time"):
        backup.prune(ctx, cancelled=lambda: True)
    assert [point.id for point in queries.points(ctx)] == points[::-1]


def test_whoever_closes_without_waiting_has_the_days_last_backup_all_the_same(
    ctx: Context, monkeypatch: pytest.MonkeyPatch
):
    """It is made and checked; only what is no longer needed stays till the next."""
    tidying = threading.Event()

    def gather(*_: object, cancelled: Callable[[], bool], **__: object) -> int:
        tidying.set()
        assert cancelled()
        raise Stopped(gathering.LATER)

    monkeypatch.setattr(gathering, "gather", gather)
    assert Schedule(lambda: ctx).at_close(silent, tidying.is_set)
    assert [(one.why, one.state) for one in queries.points(ctx)] == [("close", "checked")]
