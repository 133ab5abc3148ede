"""Locks the desk when nobody has touched it for a while."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QInputEvent

from ui.windows import Ears

_TOUCHES = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    )
)
_LOOK_MS = 5_000
_REST_MS = 20_000


class IdleWatch(QObject):
    """Tells `idle` once nobody has touched a key or the mouse for so many minutes."""

    idle = Signal()
    resting = Signal()  # again and again while nobody has touched anything for a short while

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.minutes = 3.0
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._ears = Ears(self)

    def start(self) -> None:
        """From now on: somebody signed in."""
        self._since.start()
        self._timer.start()
        self._ears.open()

    def stop(self) -> None:
        """The desk is locked already."""
        self._timer.stop()
        self._ears.close()

    def look(self) -> None:
        """Is it time?"""
        self._ears.look_round()
        if self._since.elapsed() >= self.minutes * 60_000:
            self.idle.emit()
        elif self._since.elapsed() >= _REST_MS:
            self.resting.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputEvent) and event.type() in _TOUCHES:
            self._since.restart()
        return False
