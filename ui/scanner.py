"""The barcode scanner, heard wherever the focus is.

A keyboard-wedge scanner types like a very fast person: keys at most `gap` milliseconds apart, at
least six, ended by Return. Slow keys pass as typing. What the burst put into the field in focus is
taken out again and its Return is swallowed. Password fields are left alone: a scan there would be
somebody's password typed by a password manager.
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from ui.windows import Ears

GAP_MS = 35
SHORTEST = 6
LONGEST = 64
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PRESS = QEvent.Type.KeyPress
_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFTED = (_PLAIN, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier)


class Scanner(QObject):
    """Listens to the keys of all our windows; tells `scanned(text)`."""

    scanned = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.on = True
        self.gap_ms = GAP_MS
        self._burst = ""
        self._clock = QElapsedTimer()
        self._clock.start()
        self._field: QWidget | None = None
        self._before: tuple[str, int] = ("", 0)
        self._ears = Ears(self)

    def listen(self) -> None:
        """Hear every key of the program."""
        self._ears.open()

    def stop(self) -> None:
        """Hear nothing more."""
        self._ears.close()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        # On the QWindow, not on the widget, or every key would be heard twice.
        if isinstance(event, QKeyEvent) and self.on:
            return event.type() == _PRESS and self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        late = self._clock.restart() > self.gap_ms
        if event.key() in _ENDS:
            return not late and self._end()
        if late:
            self._burst = ""
        text = event.text()
        if not text.isprintable() or not text or event.modifiers() not in _SHIFTED:
            if event.key() != Qt.Key.Key_Shift:
                self._burst = ""
            return False
        if not self._burst:
            self._remember()
        self._burst = (self._burst + text)[: LONGEST + 1]
        return False

    def _end(self) -> bool:
        burst, self._burst = self._burst.strip(), ""
        if not SHORTEST <= len(burst) <= LONGEST or self._in_secret():
            return False
        self._put_back()
        self.scanned.emit(burst)
        return True

    def _remember(self) -> None:
        self._field = field = QApplication.focusWidget()
        if isinstance(field, QLineEdit):
            self._before = (field.text(), field.cursorPosition())
        elif isinstance(field, QPlainTextEdit | QTextEdit):
            self._before = (field.toPlainText(), field.textCursor().position())
        else:
            self._field = None

    def _put_back(self) -> None:
        field, (text, place) = self._field, self._before
        if field is None or field is not QApplication.focusWidget():
            return
        if isinstance(field, QLineEdit):
            field.setText(text)
            field.setCursorPosition(place)
            field.textEdited.emit(text)
        elif isinstance(field, QPlainTextEdit | QTextEdit):
            field.setPlainText(text)
            cursor = field.textCursor()
            cursor.setPosition(place)
            field.setTextCursor(cursor)

    def _in_secret(self) -> bool:
        field = QApplication.focusWidget()
        return isinstance(field, QLineEdit) and field.echoMode() != QLineEdit.EchoMode.Normal
