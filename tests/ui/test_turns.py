"""Work in short steps leaves the window free between them."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from pytestqt.qtbot import QtBot

from ui import turns

STEPS = 6
PAUSE_MS = turns.PAUSE_MS  # of the program; other tests wait for less


class Painted(QObject):
    """Stands for what a step changes: painted in the next round of the event loop."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            time.sleep(0.01)
        return super().event(event)


def _order(qtbot: QtBot, late: float = 0.0) -> str:
    """The letters s for a step and o for whatever else waits for its turn, as they came.

    `late`: milliseconds for which the first turn is kept waiting.
    """
    came: list[str] = []
    owner = Painted()

    def step() -> None:
        time.sleep(0.01)
        came.append("s")
        QCoreApplication.postEvent(owner, QEvent(QEvent.Type.User))
        if came.count("s") == STEPS:
            timer.stop()

    other = QTimer(owner, interval=1, timerType=Qt.TimerType.PreciseTimer)
    other.timeout.connect(lambda: came.append("o"))
    timer = turns.turns(owner, step)
    other.start()
    timer.start()
    time.sleep(late / 1000)
    qtbot.waitUntil(lambda: not timer.isActive())
    return "".join(came)


def test_no_two_steps_run_before_whatever_else_waits_has_its_turn(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "PAUSE_MS", PAUSE_MS)

    assert "ss" not in _order(qtbot)


def test_nor_when_the_first_of_them_comes_late(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "PAUSE_MS", PAUSE_MS)

    for late in range(30, 50):
        assert "ss" not in _order(qtbot, late / 10)
