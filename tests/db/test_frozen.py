"""A store's main file stands still while it is copied, whoever moves the log meanwhile."""

import itertools
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from db import checkpoint
from db.backup import frozen
from db.backup.stopping import Stopped
from db.cipher import connect
from db.errors import Busy
from jewelcrm.context import Context

KEY = bytes(32)
_MOVING = 121  # the byte of the -shm file that a checkpoint locks (sqlite.org/walformat.html 2.2.4)

posix = pytest.mark.skipif(os.name != "posix", reason="the lock of another program is taken so")


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "store.db"
    with closing(connect(path, KEY)) as raw:
        raw.execute("CREATE TABLE t(n INTEGER)")
        raw.execute("INSERT INTO t VALUES (1)")
        yield path


@contextmanager
def somebody_moving(path: Path) -> Iterator[None]:
    """Another program is in the middle of a checkpoint."""
    script = (
        "import fcntl, sys; file = open(sys.argv[1], 'r+b');"
        f" fcntl.lockf(file, fcntl.LOCK_EX, 1, {_MOVING}); print(flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", script, f"{path}-shm"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        other.stdout.readline()
        try:
            yield
        finally:
            other.stdin.close()


@posix
def test_no_copy_begins_while_another_moves_the_log(path, monkeypatch):
    monkeypatch.setattr(frozen, "_PATIENCE_S", 0.2)
    with somebody_moving(path), pytest.raises(Busy), frozen.frozen(path, KEY):
        pass


def test_the_file_is_held_still_while_others_write_and_move(path):
    with frozen.frozen(path, KEY) as still, closing(connect(path, KEY)) as raw:
        before = path.read_bytes()
        raw.execute("INSERT INTO t VALUES (2)")
        raw.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        still.check()
        assert path.read_bytes() == before
        assert still.raw.execute("SELECT count(*) FROM t").fetchone() == (1,)


def a_write(ctx: Context, seconds: float) -> None:
    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.raw.execute(
            "INSERT INTO setting(key, value) VALUES ('n', '1')"
            " ON CONFLICT(key) DO UPDATE SET value = value + 1"
        )
        time.sleep(seconds)


def a_read(ctx: Context, seconds: float) -> None:
    with ctx.store.look() as raw:
        raw.execute("SELECT count(*) FROM setting").fetchone()
        time.sleep(seconds)


@contextmanager
def without_a_pause(act: Callable[[], None], people: int) -> Iterator[list[int]]:
    """So many people do it over and over; the list has an entry for each time."""
    over, done = threading.Event(), list[int]()

    def go_on(who: int) -> None:
        while not over.is_set():
            act()
            done.append(who)

    with ThreadPoolExecutor(people) as hands:
        going = [hands.submit(go_on, who) for who in range(people)]
        try:
            while len({*done}) < people:  # everybody is at it
                time.sleep(0.001)
            yield done
        finally:
            over.set()
    for one in going:
        one.result()


def test_a_copy_comes_next_beside_two_who_write_without_a_pause(ctx):
    with without_a_pause(lambda: a_write(ctx, 0.004), 2) as writes:
        for _ in range(5):
            before = len(writes)
            with frozen.frozen(ctx.store.path, ctx.store.key) as still:
                assert (
                    len(writes) - before < 150
                )  # it was thousands: SQLite looks ten times a second
                still.check()


def test_a_copy_begins_beside_four_who_read_old_moments_while_one_writes(ctx):
    with (
        without_a_pause(lambda: a_write(ctx, 0), 1),
        without_a_pause(lambda: a_read(ctx, 0.1), 4),
        frozen.frozen(ctx.store.path, ctx.store.key) as still,
    ):
        still.check()


@pytest.fixture
def nobody_waits(monkeypatch) -> None:
    def refuse(_path: Path) -> None:
        raise AssertionError("waits while others wait for it")

    monkeypatch.setattr(checkpoint.TO_READ, "wait", refuse)


def test_who_writes_reads_on_while_a_copy_begins(ctx, nobody_waits):
    with ctx.store.apply(now=ctx.clock.now()):
        a_read(ctx, 0)


def test_who_reads_reads_further_while_a_copy_begins(ctx, monkeypatch):
    with ctx.store.read():
        monkeypatch.setattr(checkpoint.TO_READ, "_most_s", None)  # for ever
        with checkpoint.TO_READ.closed(ctx.store.path):
            a_read(ctx, 0)


def test_people_go_on_when_a_copy_hangs_as_it_begins(ctx, monkeypatch):
    for gate in (checkpoint.TO_WRITE, checkpoint.TO_READ):
        monkeypatch.setattr(gate, "_most_s", 0.01)
    path = ctx.store.path
    with checkpoint.TO_WRITE.closed(path), checkpoint.TO_READ.closed(path):
        a_write(ctx, 0)


def test_a_gate_that_was_closed_is_open_again(path):
    gate = checkpoint.Gate(None)
    with ThreadPoolExecutor(1) as one:
        with gate.closed(path):
            waiting = one.submit(gate.wait, path)
            assert not waiting.done()
        waiting.result()
    gate.wait(path)


def test_the_trial_sees_that_a_file_stands_still_here_and_leaves_nothing(tmp_path):
    assert frozen.works_in(tmp_path)
    assert not list(tmp_path.iterdir())


def test_the_trial_sees_where_a_file_does_not_stand_still(tmp_path, monkeypatch):
    monkeypatch.setattr(frozen, "_pin", lambda *_: None)
    assert not frozen.works_in(tmp_path)
    assert not list(tmp_path.iterdir())


def test_the_trial_fails_where_nothing_can_be_written(tmp_path):
    assert not frozen.works_in(tmp_path / "away")


def after(calls: int) -> Callable[[], bool]:
    """Somebody cancels when she was asked so many times."""
    asked = itertools.count()
    return lambda: next(asked) >= calls


def test_whoever_waits_for_a_reader_of_an_old_moment_can_stop(path, monkeypatch):
    monkeypatch.setattr(frozen, "_PATIENCE_S", 5)
    with closing(connect(path, KEY)) as writer, closing(connect(path, KEY)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM t").fetchone()
        writer.execute("INSERT INTO t VALUES (2)")
        with pytest.raises(Stopped), frozen.frozen(path, KEY, after(3)):
            pass
        writer.execute("INSERT INTO t VALUES (3)")  # nobody is held up by who has gone


def test_a_second_file_is_made_beside_somebody_who_writes_at_every_step(path, monkeypatch):
    """Without a reader that holds the moment it would begin anew at every step."""
    monkeypatch.setattr(frozen, "_STEP_PAGES", 1)
    asked = []
    with closing(connect(path, KEY)) as writer:
        writer.executemany("INSERT INTO t VALUES (?)", ((n,) for n in range(5_000)))

        def writes() -> bool:
            asked.append(writer.execute("INSERT INTO t VALUES (0)").rowcount)
            return False

        with frozen.copied(path, KEY, path.parent, writes) as still:
            assert still.raw.execute("SELECT count(*) FROM t").fetchone() == (5_001,)
            assert 5 < len(asked) <= still.size // 4096 + 1


def test_a_second_file_is_given_up_between_two_steps(path, monkeypatch):
    monkeypatch.setattr(frozen, "_STEP_PAGES", 1)
    before = sorted(path.parent.iterdir())
    with closing(connect(path, KEY)) as writer:
        writer.executemany("INSERT INTO t VALUES (?)", ((n,) for n in range(5_000)))
    steps = []

    def asked() -> bool:
        steps.append("asked")
        return len(steps) >= 3

    with pytest.raises(Stopped), frozen.copied(path, KEY, path.parent, asked):
        pass
    assert len(steps) == 3
    assert sorted(path.parent.iterdir()) == before
