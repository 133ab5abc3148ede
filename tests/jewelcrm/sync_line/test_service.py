"""The background thread against an engine that fails in every way: it waits, says so, goes on."""

import time

import pytest

from db.errors import DiskFull
from db.shop import syncoffice
from db.types import to_millis
from jewelcrm.sync import service, tries
from jewelcrm.sync.engine import Round
from jewelcrm.sync.line import Absent, Refused, Unreachable
from jewelcrm.sync.queries import status
from jewelcrm.sync.service import Syncing
from tests.jewelcrm.sync_line.world import QUICK, until

DAY_MS = 86_400_000


class Scripted:
    """An engine that does what a test says; the last word stays."""

    def __init__(self):
        self.calls, self.rounds, self.backoff = [], [], 0.0
        self.push_says = self.prune_says = None

    def round(self):
        self.calls.append("round")
        said = self.rounds.pop(0) if len(self.rounds) > 1 else (self.rounds or [None])[0]
        if isinstance(said, Exception):
            raise said
        return Round(0, 0, copied=False, more=False, backoff=0.0)

    def push_some(self):
        self.calls.append("push")
        if self.push_says is not None:
            raise self.push_says
        return False

    def pull(self):
        self.calls.append("pull")
        return False

    def prune(self, _days):
        self.calls.append("prune")
        if self.prune_says is not None:
            raise self.prune_says
        return 0


class Deaf:
    """Ears that hear nothing."""

    streams = hears = True

    def __init__(self, *_words):
        self.begun_anew = 0

    def start(self):
        pass

    def stop(self, _timeout=0.0):
        pass

    def again(self):
        self.begun_anew += 1


class Longest:
    """Chance at its worst."""

    def uniform(self, _least, most):
        return most


@pytest.fixture
def engine(monkeypatch):
    made = Scripted()
    monkeypatch.setattr(service, "Engine", lambda *_, **_more: made)
    monkeypatch.setattr(service, "Ears", Deaf)
    return made


@pytest.fixture
def joined(ctx):
    """A store that belongs to a head office."""
    where = syncoffice.Address("https://x", "", b"s" * 16, b"", b"", b"k" * 32, b"k" * 32)
    now = to_millis(ctx.clock.now())
    with ctx.store.apply(now=ctx.clock.now()) as work:
        until_then = now + 14 * DAY_MS
        syncoffice.join(work.raw, where, letter="A", now=now, at=now, lease_until=until_then)
    ctx.store.look_again()
    return ctx


@pytest.fixture
def syncing(joined, engine):
    made = Syncing(joined.store, clock=joined.clock, waits=QUICK)
    yield made
    made.stop()
    assert not (made._thread and made._thread.is_alive())


def test_a_stand_alone_pc_has_nothing_to_keep_in_step(ctx):
    assert not Syncing(ctx.store).start()


def test_a_commit_is_sent_at_once(syncing, engine, joined):
    syncing.start()
    until(lambda: syncing.state.word == "on_line")
    began = time.monotonic()
    with joined.work():
        pass
    with joined.work() as work:
        work.touched.add("customer")
    until(lambda: "push" in engine.calls)
    assert time.monotonic() - began < 1.0


def test_its_own_commits_do_not_wake_it(syncing, engine):
    syncing.start()
    until(lambda: syncing.state.word == "on_line")
    time.sleep(0.1)
    assert "push" not in engine.calls


def test_it_waits_as_long_as_head_office_asks(syncing, engine):
    engine.rounds = [Unreachable(0.3), None]
    began = time.monotonic()
    syncing.start()
    until(lambda: syncing.state.word == "on_line")
    assert time.monotonic() - began >= 0.3


def test_failures_are_counted_and_told_and_one_success_ends_them(syncing, engine):
    told = []
    syncing.on_state(told.append)
    engine.rounds = [Unreachable(), Unreachable(), None]
    syncing.start()
    until(lambda: syncing.state.word == "on_line")
    assert [(s.word, s.failures) for s in told] == [
        ("starting", 0),
        ("off_line", 1),
        ("off_line", 2),
        ("on_line", 0),
    ]


def test_a_program_that_is_too_old_to_read_still_sends(syncing, engine, joined):
    engine.rounds = [Refused("update")]
    syncing.start()
    until(lambda: syncing.state.why == "update")
    with joined.work() as work:
        work.touched.add("customer")
    until(lambda: "push" in engine.calls)
    assert syncing.state.why == "update"


def test_a_full_disk_here_is_said_and_tried_again(syncing, engine):
    engine.rounds = [DiskFull("The disk is full."), None]
    told = []
    syncing.on_state(told.append)
    syncing.start()
    until(lambda: syncing.state.word == "on_line")
    assert [s.why for s in told if s.word == "refused"] == ["disk_full_here"]


@pytest.fixture
def unlucky(monkeypatch):
    """The next try is as far away as it gets."""
    monkeypatch.setattr(service.waiting, "retry", lambda *_, **_how: 120.0)
    monkeypatch.setattr(service.waiting, "idle", lambda *_, **_how: 120.0)


def saved(ctx):
    """Somebody's change found room."""
    with ctx.work() as work:
        work.touched.add("customer")


def test_what_is_saved_after_the_disk_was_full_goes_at_once(unlucky, syncing, engine, joined):
    engine.rounds = [DiskFull("The disk is full."), None]
    syncing.start()
    until(lambda: syncing.state.why == "disk_full_here")
    saved(joined)
    until(lambda: syncing.state.word == "on_line")


def test_a_disk_that_stays_almost_full_is_not_tried_at_each_change(
    unlucky, syncing, engine, joined
):
    engine.rounds = [DiskFull("The disk is full.")]
    syncing.start()
    until(lambda: syncing.state.why == "disk_full_here")
    for _ in range(20):
        saved(joined)
    until(lambda: len(engine.calls) == 2)
    saved(joined)
    time.sleep(0.2)
    assert engine.calls == ["round", "round"]
    syncing._hurried -= 60.0
    saved(joined)
    until(lambda: len(engine.calls) == 3)


@pytest.fixture
def short(joined, monkeypatch):
    """The disk has room for what people do, and for nothing else."""
    room = [0]
    monkeypatch.setattr(joined.store.reserve, "_free", lambda: room[0])
    return room


def test_while_there_is_room_for_people_only_what_they_do_is_sent_at_once(
    unlucky, short, syncing, engine, joined
):
    engine.rounds = [DiskFull("The disk is full."), None]
    syncing.start()
    until(lambda: syncing.state.why == "disk_full_here")
    for sent in (1, 2, 3):
        saved(joined)
        until(lambda: engine.calls.count("push") == sent)  # noqa: B023 - asked within the turn
    syncing._heard("news")
    time.sleep(0.2)
    assert (syncing.state.why, engine.calls) == ("disk_full_here", ["round", *["push"] * 3])
    short[0] = 2**40
    saved(joined)
    until(lambda: syncing.state.word == "on_line")


def test_a_disk_without_room_even_for_what_was_sent_is_not_tried_at_each_change(
    unlucky, short, syncing, engine, joined
):
    engine.rounds = [DiskFull("The disk is full.")]
    engine.push_says = DiskFull("The disk is full.")
    syncing.start()
    until(lambda: syncing.state.why == "disk_full_here")
    for _ in range(20):
        saved(joined)
    until(lambda: engine.calls == ["round", "push"])
    saved(joined)
    time.sleep(0.2)
    assert engine.calls == ["round", "push"]


def test_another_fault_here_is_not_hurried_by_what_is_saved(unlucky, syncing, engine, joined):
    engine.rounds = [RuntimeError("a fault of ours")]
    syncing.start()
    until(lambda: syncing.state.why == "here")
    saved(joined)
    time.sleep(0.2)
    assert engine.calls == ["round"]


@pytest.mark.parametrize("code", ["waiting", "disk_full", "limit", "signature", "clock"])
def test_every_no_has_a_sentence(syncing, engine, code):
    engine.rounds = [Refused(code)]
    syncing.start()
    until(lambda: syncing.state.why == code)
    assert len(syncing.state.text) > 20


@pytest.mark.parametrize("first", [Unreachable(), Refused("limit"), Refused("busy")])
def test_a_pc_that_head_office_does_not_know_asks_until_it_is_answered(
    syncing, engine, monkeypatch, first
):
    asked = []

    def ask_back(_store, _line):
        asked.append(1)
        if len(asked) == 1:
            raise first
        return True

    monkeypatch.setattr(service.returning, "ask_back", ask_back)
    engine.rounds = [Refused("signature")]
    syncing.start()
    until(lambda: len(asked) == 2)
    tried = len(engine.calls)
    until(lambda: len(engine.calls) > tried + 2)
    assert len(asked) == 2  # somebody at head office has it before them
    engine.rounds = [None, Refused("signature")]
    syncing.poke()
    until(lambda: syncing.state.word == "on_line")
    syncing.poke()  # head office was put back once more
    until(lambda: len(asked) == 3)


def test_whoever_listens_badly_does_not_stop_the_line(syncing, engine):
    syncing.on_state(lambda _state: 1 / 0)
    engine.rounds = [RuntimeError("a fault of ours"), None]
    syncing.start()
    until(lambda: syncing.state.word == "on_line")


def test_a_fault_in_the_quiet_moment_waits_longer_each_time(syncing, engine, monkeypatch):
    in_a_row = []

    def retry(_waits, failures, _rng, **_how):
        in_a_row.append(failures)
        return 0.01

    monkeypatch.setattr(service.waiting, "retry", retry)
    monkeypatch.setattr(service, "_DAY_S", 0.0)
    engine.prune_says = RuntimeError("a fault of ours")
    syncing.start()
    until(lambda: len(in_a_row) >= 4)
    engine.prune_says = None
    assert in_a_row[:4] == [1, 2, 3, 4]
    until(lambda: syncing._faults == 0)


@pytest.mark.parametrize(("said", "most"), [(Absent(), 60.0), (Unreachable(), 300.0)])
def test_a_pc_is_back_within_a_minute_of_a_head_office_that_was_not_there(syncing, said, most):
    syncing._waits, syncing._rng = service.Waits(), Longest()
    syncing._failures = 40

    assert syncing._refused(said) == most


def test_a_line_that_is_lost_is_seen_soon_also_when_nothing_is_written(syncing, engine):
    syncing.start()
    until(lambda: syncing.state.word == "on_line" and not syncing._jobs)
    engine.rounds = [Unreachable(5.0)]
    syncing._heard("lost")
    until(lambda: syncing.state.word == "off_line")
    tried = len(engine.calls)
    syncing._heard("lost")
    time.sleep(0.2)
    assert len(engine.calls) == tried  # it waits as long as it was told


def test_no_storm_while_the_line_is_cut(syncing, engine, joined):
    engine.rounds = [Unreachable(5.0)]
    syncing.start()
    until(lambda: syncing.state.word == "off_line")
    for _ in range(20):
        with joined.work() as work:
            work.touched.add("customer")
    time.sleep(0.2)
    assert engine.calls == ["round"]
    syncing.poke()
    until(lambda: engine.calls == ["round", "round"])


def test_after_sleep_everything_is_begun_anew(syncing, engine, monkeypatch):
    syncing.start()
    until(lambda: syncing.state.word == "on_line")
    monkeypatch.setattr(service, "SLEPT_S", -1.0)
    syncing.poke()
    until(lambda: syncing._ears.begun_anew)


def test_old_changes_are_forgotten_in_a_quiet_moment(syncing, engine):
    syncing.start()
    until(lambda: "prune" in engine.calls)


def test_who_left_has_no_way_in_after_the_next_turn(syncing, engine, joined, shop):
    from db.shop import keys
    from db.tables.people import staff

    syncing.start()
    with joined.read() as conn:
        [ann] = conn.exec_driver_sql("SELECT id FROM staff WHERE login = 'ann'").scalars()
    with joined.work() as work:
        work.update(staff, ann, active=False)
    until(lambda: keys.staff_slot(keys.load(shop.folder), "ann") is None)
    assert keys.staff_slot(keys.load(shop.folder), "wing") is not None


def test_how_the_last_try_went_is_kept_for_when_nothing_runs(syncing, engine, joined):
    engine.rounds = [Refused("update"), Unreachable(), None]
    syncing.start()
    until(lambda: status(joined).failed_why in {"update", "away"})
    until(lambda: len(engine.calls) >= 3 or syncing.poke())
    until(lambda: status(joined).failed_at is None)


def test_a_refusal_needs_attention_and_a_line_that_is_cut_is_off_line(joined):
    for error, state in ((Refused("update"), "attention"), (Unreachable(), "off_line")):
        tries.note(joined.store, joined.clock, error)
        assert (status(joined).state, status(joined).line_up) == (state, False)
    tries.went_well(joined.store, joined.clock)
    assert status(joined).failed_why == ""
