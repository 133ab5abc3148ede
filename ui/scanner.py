"""The barcode scanner, heard wherever the focus is.

A keyboard-wedge scanner types like a very fast person: keys at most `gap` milliseconds apart, at
least six, ended by Return. Slow keys pass as typing, and so does what cannot be a code: a text
expander or a remote desk types whole sentences as fast. What the burst put into the field in focus
is taken out again and its Return is swallowed; when nothing has that number it is given back.
Password fields are left alone: a scan there would be somebody's password typed by a password
manager.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from ui.windows import Ears

GAP_MS = 35
SHORTEST = 6
LONGEST = 64
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PRESS = QEvent.Type.KeyPress
_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFTED = (_PLAIN, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier)
_CODE = re.compile(r"(?=.*[0-9])[A-Za-z0-9][A-Za-z0-9.$/+%:#?=&_~-]*")
_OURS = re.compile(r"[A-Z0-9]{1,8}-[A-Z]{1,2}-[0-9]{6,}-[0-9]")
_GOODS = re.compile(r"[0-9]{12,13}")


def can_be_code(text: str) -> bool:
    """Numbers and item codes can: one word of what bars hold, a digit among it."""
    return _CODE.fullmatch(text) is not None


def is_code(text: str) -> bool:
    """Surely scanned: a number of ours, or an EAN or UPC whose check digit is right."""
    if _GOODS.fullmatch(text):
        return sum(int(c) * (3 if n % 2 else 1) for n, c in enumerate(text[::-1])) % 10 == 0
    return _OURS.fullmatch(text) is not None


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
        self._taken = ""
        self._ears = Ears(self)

    def listen(self) -> None:
        """Hear every key of the program."""
        self._ears.open()

    def stop(self) -> None:
        """Hear nothing more."""
        self._ears.close()

    def give_back(self, text: str) -> None:
        """Nothing has the number `text`: unless it was surely scanned, it was typed after all."""
        field, (before, place) = self._field, self._before
        if text != self._taken or is_code(text) or field is None or not isValid(field):
            return
        self._taken = ""
        if _text(field)[:place] != before[:place]:
            return
        if isinstance(field, QLineEdit):
            cursor = field.cursorPosition()
            field.setCursorPosition(place)
            field.insert(text)
            field.setCursorPosition(cursor + len(text))
        elif isinstance(field, QPlainTextEdit | QTextEdit):
            there = QTextCursor(field.document())
            there.setPosition(place)
            there.insertText(f"{text}\n")

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
        if not SHORTEST <= len(burst) <= LONGEST or not can_be_code(burst) or self._in_secret():
            return False
        self._taken = burst if self._put_back() else ""
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

    def _put_back(self) -> bool:
        """Take the burst out of the field; False where it had not gone into one."""
        field, (text, place) = self._field, self._before
        if field is None or field is not QApplication.focusWidget() or _text(field) == text:
            return False
        if isinstance(field, QLineEdit):
            field.setText(text)
            field.setCursorPosition(place)
            field.textEdited.emit(text)
        elif isinstance(field, QPlainTextEdit | QTextEdit):
            field.setPlainText(text)
            cursor = field.textCursor()
            cursor.setPosition(place)
            field.setTextCursor(cursor)
        return True

    def _in_secret(self) -> bool:
        field = QApplication.focusWidget()
        return isinstance(field, QLineEdit) and field.echoMode() != QLineEdit.EchoMode.Normal


def _text(field: QWidget) -> str:
    if isinstance(field, QLineEdit):
        return field.text()
    return field.toPlainText() if isinstance(field, QPlainTextEdit | QTextEdit) else ""
