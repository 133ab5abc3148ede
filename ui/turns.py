"""Work of the UI thread in short steps, one in each turn of the event loop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

PAUSE_MS = 2
"""From one step to the next.

A timer of 0 ms goes before every other: two steps, and the painting that the first of them asked
for, would run together before anything else has its turn.
"""


def turns(owner: QObject, step: Callable[[], object]) -> QTimer:
    """A timer that calls `step` in each turn from its start() to its stop()."""
    timer = QTimer(owner, interval=PAUSE_MS, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(step)
    return timer
