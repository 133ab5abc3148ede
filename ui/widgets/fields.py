"""A label, something to fill in, and the words for what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ui import icons
from ui.i18n import bind, later, say, unbind
from ui.widgets.buttons import restyle
from ui.widgets.frames import bring_into_sight
from ui.widgets.labels import Label, buddy


class Area(QPlainTextEdit):
    """Several lines of text; Tab goes on to the next field."""

    def __init__(self, lines: int = 3) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self._lines = lines
        self.setMinimumHeight(self.sizeHint().height())
        self.setMaximumHeight(self.sizeHint().height() * 2)

    def sizeHint(self) -> QSize:
        return QSize(200, self.fontMetrics().lineSpacing() * self._lines + 26)


def secret() -> QLineEdit:
    """A box for a password, with an eye to look at what was typed."""
    edit = QLineEdit()
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    edit.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
    eye = QAction(icons.icon("eye", "muted"), "", edit)
    say(eye.setText, "Show or hide what is typed")
    say(eye.setToolTip, "Show or hide what is typed")
    eye.triggered.connect(lambda _checked=False: _toggle(edit, eye))
    edit.addAction(eye, QLineEdit.ActionPosition.TrailingPosition)
    return edit


def _toggle(edit: QLineEdit, eye: QAction) -> None:
    hidden = edit.echoMode() == QLineEdit.EchoMode.Password
    edit.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
    eye.setIcon(icons.icon("eye-off" if hidden else "eye", "muted"))


class Field(QWidget):
    """A named input. `name` is the one a CanFix speaks of, so that its words land here.

    phone = Field("Phone", name="phone")            # a line edit
    note = Field("Note", Area(), name="text", hint="Only staff see this")
    phone.text(), phone.set_text("9123 4567"), phone.error("…"), phone.input.setFocus()
    """

    changed = Signal()

    def __init__(
        self,
        label: str,
        widget: QWidget | None = None,
        *,
        name: str = "",
        hint: str = "",
        example: str = "",
        optional: bool = False,
    ) -> None:
        super().__init__()
        self.field_name = name
        self.input: QWidget = widget if widget is not None else QLineEdit()
        self.label = Label(label, "muted")
        self.hint = Label(hint, "muted", wrap=True)
        self.wrong = Label(look="error", wrap=True)
        self._lay(optional=optional)
        say(self.input.setAccessibleName, label)
        if example and isinstance(self.input, QLineEdit | QPlainTextEdit):
            say(self.input.setPlaceholderText, example)
        self._listen()

    def _lay(self, *, optional: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.label, self.input, self.hint, self.wrong):
            column.addWidget(part)
        buddy(self.label, self.input)
        self.setFocusProxy(self.input)
        self.hint.setVisible(bool(self.hint.text()))
        self.wrong.hide()
        self.input.setProperty("optional", optional)

    def _listen(self) -> None:
        inside = self.input
        if isinstance(inside, QLineEdit | QPlainTextEdit):
            inside.textChanged.connect(self._edited)
        elif isinstance(inside, QComboBox):
            inside.currentIndexChanged.connect(self._edited)
        elif isinstance(inside, QSpinBox):
            inside.valueChanged.connect(self._edited)
        elif isinstance(inside, QDateEdit):
            inside.dateChanged.connect(self._edited)

    def _edited(self, *_value: object) -> None:
        self.clear_error()
        self.changed.emit()

    def text(self) -> str:
        """What was typed, without blanks at its ends."""
        inside = self.input
        if isinstance(inside, QPlainTextEdit):
            return inside.toPlainText().strip()
        if isinstance(inside, QComboBox):
            return inside.currentText().strip()
        return inside.text().strip() if isinstance(inside, QLineEdit | QSpinBox) else ""

    def set_text(self, text: str | None) -> None:
        """Fill it in."""
        inside = self.input
        if isinstance(inside, QPlainTextEdit):
            inside.setPlainText(text or "")
        elif isinstance(inside, QLineEdit):
            inside.setText(text or "")
        elif isinstance(inside, QComboBox):
            inside.setCurrentText(text or "")

    def error(self, text: str, /, **values: object) -> None:
        """Say in red what is wrong; gone as soon as something is changed."""
        self.tell(lambda: later(text, values))

    def tell(self, make: Callable[[], str]) -> None:
        """Like error(), for words that are made: they follow the language."""
        self.wrong.tell(make)
        self.wrong.show()
        bind(self.input.setAccessibleDescription, make)
        restyle(self.input, wrong="true")

    def clear_error(self) -> None:
        """It is all right again."""
        if not self.wrong.isHidden():
            self.wrong.hide()
            unbind(self.input.setAccessibleDescription, "")
            restyle(self.input, wrong="false")


def mark_error(inside: QWidget, name: str, make: Callable[[], str]) -> bool:
    """Put the words that `make` makes under the field of that name; False when there is none.

    It gets the keyboard, and is scrolled into sight once there is room for the words.
    """
    for field in inside.findChildren(Field):
        if field.field_name == name and name:
            field.tell(make)
            field.input.setFocus()
            QTimer.singleShot(0, field, partial(bring_into_sight, field))
            return True
    return False


def clear_errors(inside: QWidget) -> None:
    """Take all red words away."""
    for field in inside.findChildren(Field):
        field.clear_error()
