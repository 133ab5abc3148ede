"""Work of the UI thread in short steps, one in each turn of the event loop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from shiboken6 import isValid

PAUSE_MS = 2
"""From the end of one step to the next.

A timer of 0 ms goes before every other: two steps, and the painting that the first of them asked
for, would run together before anything else has its turn. So would a timer that counts from the
beginning of a step and is late: all that came due during a step goes before the next.
"""


def turns(owner: QObject, step: Callable[[], object]) -> QTimer:
    """A timer that calls `step` in each turn from its start() to its stop()."""
    timer = QTimer(owner, interval=PAUSE_MS, timerType=Qt.TimerType.PreciseTimer)

    def turn() -> None:
        step()
        if isValid(timer) and timer.isActive():
            timer.start()

    timer.timeout.connect(turn)
    return timer
