"""Words in passing at the foot of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from ui.widgets.frames import Row
from ui.widgets.labels import Label

_SECONDS, _SECONDS_WITH_BUTTON = 4.0, 9.0
_FOOT = 28


class Toast(QFrame):
    """One message at a time; a new one takes the place of the old one."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("toast")
        self.words = Label(wrap=False)
        self.button = QPushButton()
        self._then: Callable[[], None] | None = None
        row = Row(self.words, self.button)
        row.setContentsMargins(18, 10, 14, 10)
        self.setLayout(row)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.button.clicked.connect(lambda _checked=False: self._press())
        window.installEventFilter(self)
        self.hide()

    def tell(self, text: str, action: str = "", then: Callable[[], None] | None = None) -> None:
        """Show a text, perhaps with one thing to press."""
        self._then = then
        room = max(200, self._window.width() - 260)
        self.words.setWordWrap(self.words.fontMetrics().horizontalAdvance(text) > room)
        self.words.setMaximumWidth(room)
        self.words.setMinimumWidth(room if self.words.wordWrap() else 0)
        self.words.raw(text)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.button.setMinimumHeight(38)
        self._place()
        self.show()
        self.raise_()
        seconds = _SECONDS_WITH_BUTTON if action else _SECONDS + len(text) / 30
        self._timer.start(int(seconds * 1000))
        self.setAccessibleName(text)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _press(self) -> None:
        self.hide()
        if self._then is not None:
            self._then()

    def _place(self) -> None:
        window = self._window
        self.adjustSize()
        self.move((window.width() - self.width()) // 2, window.height() - self.height() - _FOOT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        elif event.type() == QEvent.Type.WindowStateChange and self._window.isMinimized():
            self.hide()
        return super().eventFilter(watched, event)
