"""Whether a person changed something in a form; what the program fills in does not count."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

Typed = QLineEdit | QPlainTextEdit
_BY_HAND = (QEvent.Type.KeyPress, QEvent.Type.Wheel, QEvent.Type.MouseButtonPress)


class Changes(QObject):
    """Qt itself marks what was typed by hand; choices are marked when they are pressed."""

    def __init__(self, form: QWidget) -> None:
        super().__init__(form)
        self._form = form
        self._chosen = False
        self._before: dict[QObject, str] = {}

    def begin(self) -> None:
        """The form is open: what is in it now is no change."""
        self._before = {box: _text(box) for box in self._typed()}
        for button in self._form.findChildren(QAbstractButton):
            if button.isCheckable():
                button.clicked.connect(self._choose)
        for choice in self._form.findChildren(QComboBox):
            choice.activated.connect(self._choose)
        for box in self._form.findChildren(QAbstractSpinBox):
            box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A number turned by its arrows, the wheel or a key: Qt does not mark it as typed."""
        if event.type() in _BY_HAND and isinstance(watched, QAbstractSpinBox):
            box, before = watched, watched.text()
            QTimer.singleShot(0, box, lambda: self._turned(box, before))
        return super().eventFilter(watched, event)

    def _turned(self, box: QAbstractSpinBox, before: str) -> None:
        self._chosen = self._chosen or box.text() != before

    def _choose(self, *_what: object) -> None:
        self._chosen = True

    def any(self) -> bool:
        """Whether something would be lost."""
        return self._chosen or any(
            _by_hand(box) and _text(box) != self._before.get(box, "") for box in self._typed()
        )

    def _typed(self) -> list[Typed]:
        lines: list[Typed] = [*self._form.findChildren(QLineEdit)]
        return [*lines, *self._form.findChildren(QPlainTextEdit)]


def refill(box: QLineEdit, text: str) -> None:
    """Write nicely what was typed: it stays typed by hand."""
    by_hand = box.isModified()
    box.setText(text)
    box.setModified(by_hand)


def _text(box: Typed) -> str:
    return box.text() if isinstance(box, QLineEdit) else box.toPlainText()


def _by_hand(box: Typed) -> bool:
    return box.isModified() if isinstance(box, QLineEdit) else box.document().isModified()
