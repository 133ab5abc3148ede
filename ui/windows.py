"""Hearing keys and the mouse of every window without standing in the way of everything else.

A filter on the application is asked about every event of every widget: a page of five hundred
widgets brings thousands of them, each a call of Python. Keys and the mouse come to a QWindow
first, so a filter there hears each of them once and nothing else to speak of.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid


class Ears:
    """Keeps the event filter of `listener` on every window there is; a new one is met by focus."""

    def __init__(self, listener: QObject) -> None:
        self._listener = listener
        self._deaf: Callable[[], object] | None = None

    def open(self) -> None:
        """From now on, windows that come later included."""
        app = QGuiApplication.instance()
        if self._deaf is None and isinstance(app, QGuiApplication):
            link = app.focusWindowChanged.connect(lambda _window: self.look_round())
            self._deaf = lambda: QObject.disconnect(link)
        self.look_round()

    def look_round(self) -> None:
        """Windows that have come without taking the focus: a menu, a calendar."""
        if not isValid(self._listener):
            self.close()
            return
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self._listener)  # a second time does no harm

    def close(self) -> None:
        """Hear nothing more."""
        if self._deaf is not None:
            self._deaf()
            self._deaf = None
        if isValid(self._listener):
            for window in QGuiApplication.topLevelWindows():
                window.removeEventFilter(self._listener)
