"""Work beside one's own: nobody leaves before it has ended, whenever Ctrl+C is pressed."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from db.backup.beside import Beside, unattended


class Endless:
    """Work that ends when it is told to."""

    def __init__(self) -> None:
        self.told, self.ended = threading.Event(), False

    def __call__(self) -> None:
        self.told.wait()
        self.ended = True


@pytest.fixture
def endless() -> Endless:
    return Endless()


def pressed(*_: object) -> None:
    raise KeyboardInterrupt


def test_ctrl_c_while_one_waits_ends_it(endless: Endless) -> None:
    with (
        pytest.raises(KeyboardInterrupt),
        Beside("backup", endless, endless.told.set) as working,
    ):
        working.result(pressed)
    assert endless.ended


@pytest.mark.parametrize("late", [True, False])
def test_ctrl_c_as_it_begins_ends_it_or_it_never_begins(
    late: bool, endless: Endless, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[threading.Thread] = []
    start: Callable[[threading.Thread], None] = threading.Thread.start

    def interrupted(thread: threading.Thread) -> None:
        if late:
            start(thread)
        started.append(thread)
        raise KeyboardInterrupt

    working = Beside("backup", endless, endless.told.set)
    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", interrupted)
        with pytest.raises(KeyboardInterrupt):
            working.__enter__()
    assert not started[0].is_alive()
    assert endless.ended == late


def test_what_the_system_is_slow_to_begin_does_nothing_when_nobody_waits(endless: Endless) -> None:
    working = Beside("backup", endless, endless.told.set)
    working.__exit__()
    working.start()
    working._thread.join()
    assert not endless.ended


def test_a_question_nobody_waits_for_any_more_ends_by_itself(endless: Endless) -> None:
    with pytest.raises(KeyboardInterrupt):
        unattended("backup question", endless, pressed)
    assert not endless.ended
    endless.told.set()
