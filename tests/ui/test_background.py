"""Work off the UI thread: order, newest answers, interruption, owners that are gone."""

from __future__ import annotations

import threading
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jewelcrm.context import Context
from jewelcrm.customers.queries import header
from tests.builders import a_kept_customer
from ui.background import Background, Cancelled, Progress
from ui.shell.desk import Desk


def test_an_answer_comes_back_on_the_ui_thread(background: Background, qtbot: QtBot) -> None:
    owner, seen = QObject(), []
    worker = threading.current_thread

    background.ask(owner, lambda: worker().name, lambda name: seen.append((name, worker().name)))
    qtbot.waitUntil(lambda: bool(seen))

    assert seen[0][0].startswith("read")
    assert seen[0][1] == threading.main_thread().name


def test_writes_run_one_after_the_other_in_the_order_they_were_asked(
    background: Background, qtbot: QtBot
) -> None:
    owner, done = QObject(), []

    for number in range(20):
        background.ask(owner, lambda n=number: n, done.append, lane="write")
    qtbot.waitUntil(lambda: len(done) == 20)

    assert done == list(range(20))


def test_only_the_newest_answer_of_a_key_is_delivered(background: Background, qtbot: QtBot) -> None:
    owner, seen, gate = QObject(), [], threading.Event()

    def slow() -> str:
        gate.wait(5)
        return "old"

    background.ask(owner, slow, seen.append, key="search")
    background.ask(owner, lambda: "new", seen.append, key="search")
    qtbot.waitUntil(lambda: seen == ["new"])
    gate.set()
    qtbot.waitUntil(lambda: not background.busy())

    assert seen == ["new"]


def test_one_can_ask_whether_an_answer_is_still_to_come(
    background: Background, qtbot: QtBot
) -> None:
    owner, seen, gate = QObject(), [], threading.Event()

    background.ask(owner, lambda: gate.wait(5), seen.append, key="list")
    assert background.awaits(owner, "list")
    assert not background.awaits(owner, "card")
    assert not background.awaits(QObject(), "list")
    gate.set()
    qtbot.waitUntil(lambda: bool(seen))

    assert not background.awaits(owner, "list")


def test_keys_of_two_owners_do_not_disturb_each_other(background: Background, qtbot: QtBot) -> None:
    one, two, seen = QObject(), QObject(), []

    background.ask(one, lambda: "one", seen.append, key="same")
    background.ask(two, lambda: "two", seen.append, key="same")
    qtbot.waitUntil(lambda: len(seen) == 2)

    assert sorted(seen) == ["one", "two"]


def test_an_older_read_is_interrupted_on_its_own_thread(
    background: Background, qtbot: QtBot
) -> None:
    owner, seen, stopped, started = QObject(), [], [], threading.Event()
    gate = threading.Event()
    idents: list[int] = []

    def interrupt(thread: int) -> None:
        stopped.append(thread)
        gate.set()

    def slow() -> str:
        idents.append(threading.get_ident())
        started.set()
        gate.wait(5)
        return "old"

    background.interrupt = interrupt
    background.ask(owner, slow, seen.append, key="search")
    assert started.wait(30)
    background.ask(owner, lambda: "new", seen.append, key="search")
    qtbot.waitUntil(lambda: seen == ["new"])

    assert stopped == idents


def test_a_failure_goes_to_whoever_asked(background: Background, qtbot: QtBot) -> None:
    owner, failed = QObject(), []

    def broken() -> None:
        raise ValueError("no")

    background.ask(owner, broken, lambda _a: None, failed.append)
    qtbot.waitUntil(lambda: bool(failed))

    assert isinstance(failed[0], ValueError)


def test_a_failure_nobody_handles_is_told_in_one_place(
    background: Background, qtbot: QtBot
) -> None:
    owner, told = QObject(), []
    background.on_error = told.append

    background.ask(owner, lambda: 1 / 0, lambda _a: None)
    qtbot.waitUntil(lambda: bool(told))

    assert isinstance(told[0], ZeroDivisionError)


def test_nothing_is_delivered_to_an_owner_that_is_gone(
    background: Background, qtbot: QtBot
) -> None:
    owner, seen, gate = QObject(), [], threading.Event()

    background.ask(owner, lambda: gate.wait(5), seen.append)
    owner.deleteLater()
    qtbot.wait(20)
    gate.set()
    qtbot.waitUntil(lambda: not background.busy())

    assert seen == []


def test_long_work_tells_its_progress(background: Background, qtbot: QtBot) -> None:
    owner, told, done, heard = QObject(), [], [], threading.Event()

    def work(progress: Progress) -> str:
        heard.wait(5)
        for number in range(3):
            progress(number, 3, "rows")
        return "ready"

    job = background.run_long(owner, work, done.append)
    job.progressed.connect(lambda *told_now: told.append(told_now))
    heard.set()
    qtbot.waitUntil(lambda: done == ["ready"])

    assert told[-1] == (2, 3, "rows")


def test_long_work_stops_at_its_next_step_when_cancelled(
    background: Background, qtbot: QtBot
) -> None:
    owner, failed, started = QObject(), [], threading.Event()

    def work(progress: Progress) -> None:
        started.set()
        while True:
            progress(0)
            threading.Event().wait(0.002)

    job = background.run_long(owner, work, lambda _a: None, failed.append)
    assert started.wait(30)
    job.cancel()
    qtbot.waitUntil(lambda: bool(failed))

    assert isinstance(failed[0], Cancelled)


def test_closing_finishes_writes_and_delivers_nothing(qtbot: QtBot) -> None:
    background, owner, written, seen = Background(), QObject(), [], []

    background.ask(owner, lambda: written.append(1), seen.append, lane="write")
    background.close()
    qtbot.wait(20)

    assert written == [1]
    assert seen == []
    assert not background.busy()


@pytest.mark.parametrize("lane", ["read", "write", "slow"])
def test_an_answer_that_was_on_its_way_when_all_closed_is_not_delivered(
    qtbot: QtBot, lane: str
) -> None:
    background, owner, seen, answered = Background(), QObject(), [], threading.Event()
    background._finished.ring, ring = lambda n: (ring(n), answered.set()), background._finished.ring

    background.ask(owner, lambda: 1, seen.append, lane=lane)
    assert answered.wait(30)
    background.close()
    qtbot.wait(20)

    assert seen == []
    assert not background.busy()


@pytest.mark.parametrize("lane", ["read", "write", "slow"])
def test_after_closing_nothing_is_asked_any_more(qtbot: QtBot, lane: str) -> None:
    background, seen = Background(), []
    background.close()

    background.ask(QObject(), lambda: 1, seen.append, lane=lane)
    qtbot.wait(10)

    assert seen == []


def test_what_long_work_holds_dies_on_the_ui_thread(background: Background, qtbot: QtBot) -> None:
    died: list[str] = []

    class Held:
        def __del__(self) -> None:
            died.append(threading.current_thread().name)

    def ended(_held: Held, _answer: object) -> None:
        return

    def begin(fails: bool) -> None:
        held = Held()

        def work(_progress: Progress) -> Held:
            if fails:
                raise ValueError(held)
            return held

        background.run_long(owner, work, partial(ended, held), partial(ended, held))

    owner = QObject()
    for number in range(200):
        begin(fails=number % 2 == 0)
    qtbot.waitUntil(lambda: not background.busy(), timeout=20_000)
    qtbot.waitUntil(lambda: len(died) == 200)

    assert set(died) == {threading.main_thread().name}


def test_long_work_under_way_is_stopped_and_awaited_when_all_closes(qtbot: QtBot) -> None:
    background, ended, started = Background(), threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        started.set()
        try:
            while True:
                progress(2**40, 2**41)
        finally:
            ended.set()

    background.run_long(QObject(), work, lambda _a: None)
    assert started.wait(30)
    background.close()

    assert ended.is_set()


def test_counts_of_bytes_may_be_large(background: Background, qtbot: QtBot) -> None:
    owner, told, heard = QObject(), [], threading.Event()

    def work(progress: Progress) -> None:
        heard.wait(5)
        progress(2**40, 2**41, "bytes")

    job = background.run_long(owner, work, lambda _a: None)
    job.progressed.connect(lambda *now: told.append(now))
    heard.set()
    qtbot.waitUntil(lambda: not background.busy())

    assert told == [(2**40, 2**41, "bytes")]


def test_long_work_that_outlives_the_window_ends_without_a_word(
    qapp: QApplication, capfd: pytest.CaptureFixture[str]
) -> None:
    window, told, gate = QObject(), [], threading.Event()
    background = Background(window)

    def work(progress: Progress) -> None:
        progress(1)
        gate.wait(30)
        progress(2)
        told.append(threading.current_thread())

    background.run_long(QObject(), work, lambda _a: None)
    [long] = background._long.values()
    shiboken6.delete(window)
    gate.set()
    long.thread.join(30)

    assert told == [long.thread]
    assert "deleted" not in capfd.readouterr().err


def test_long_work_that_does_not_stop_in_time_ends_without_a_fault(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    background, gate, faults = Background(), threading.Event(), []
    monkeypatch.setattr(threading, "excepthook", faults.append)

    background.run_long(QObject(), lambda _progress: gate.wait(30), lambda _a: None)
    [long] = background._long.values()
    background.close(wait=0.01)
    gate.set()
    long.thread.join(30)

    assert not faults


def test_windows_may_go_while_their_long_work_tells_how_far_it_is(qapp: QApplication) -> None:
    """It crashed: the one who told was deleted while it did, on another thread."""
    for _ in range(300):
        window, gate, over = QObject(), threading.Event(), threading.Event()
        background = Background(window)

        def work(progress: Progress, begun: threading.Event, over: threading.Event) -> None:
            for done in range(10**9):
                if over.is_set():
                    return
                progress.newest()  # so that the next is told as well
                progress(done)
                begun.set()

        background.run_long(QObject(), partial(work, begun=gate, over=over), lambda _a: None)
        [long] = background._long.values()
        assert gate.wait(30)
        shiboken6.delete(window)
        over.set()
        long.thread.join(30)


def test_what_is_saved_after_the_window_is_gone_is_saved(qapp: QApplication, ctx: Context) -> None:
    desk = Desk()
    desk.seat(ctx)
    desk.background.close()
    shiboken6.delete(desk)

    customer_id = a_kept_customer(ctx)

    assert header(ctx, [customer_id])


def test_bytes_beyond_what_a_bar_can_count_are_told_in_thousandths() -> None:
    progress = Progress(lambda: None)
    progress.step("check", 3_000_000_000, 6_000_000_000)
    assert progress.newest() == (500, 1000, "check")
    progress.step("check", 0, 0)
    assert progress.newest() == (0, 0, "check")


def test_work_that_asks_by_itself_is_not_told_by_an_error_that_it_was_stopped() -> None:
    progress = Progress(lambda: None)
    progress.stop()
    progress.step("check", 1, 2)
    assert progress.newest() == (0, 0, "")
