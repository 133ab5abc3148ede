"""A screen is unplugged: the window comes back to one that is still there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_SETTLE_MS = 600  # the system moves windows itself, sometimes
_GRIP = 80  # so much of the title bar must be in reach


class Screens(QObject):
    """Watches the screens of the computer for one window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._soon)
            app.primaryScreenChanged.connect(self._soon)

    def _soon(self, _screen: object) -> None:
        QTimer.singleShot(_SETTLE_MS, self, self.look)

    def look(self) -> None:
        """Bring the window back, if it is out of reach."""
        rooms = [one.availableGeometry() for one in QGuiApplication.screens()]
        place = back_in_reach(self._window.frameGeometry(), rooms)
        if place is not None and not self._window.isMaximized():
            self._window.resize(place.size())
            self._window.move(place.topLeft())


def back_in_reach(frame: QRect, rooms: Sequence[QRect]) -> QRect | None:
    """Where the window goes; None when it may stay, or no screen is left at all."""
    if not rooms or any(_reached(frame, room) for room in rooms):
        return None
    room = rooms[0]
    made = QRect(frame)
    made.setSize(frame.size().boundedTo(room.size()))
    made.moveCenter(room.center())
    return made


def _reached(frame: QRect, room: QRect) -> bool:
    title = QRect(frame.left(), frame.top(), frame.width(), _GRIP)
    seen = title.intersected(room)
    return seen.width() >= _GRIP and seen.height() >= _GRIP // 2
