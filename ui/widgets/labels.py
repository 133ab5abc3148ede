"""Words on the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.i18n import bind, later, say, unbind


class Label(QLabel):
    """A label that translates itself. `look`: title, heading, strong, value, muted, error, note."""

    def __init__(self, text: str = "", look: str = "", *, wrap: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)  # a customer called <b> stays a customer
        self.setWordWrap(wrap)
        if look:
            self.setProperty("look", look)
        if text:
            say(self.setText, text)

    def words(self, text: str, /, **values: object) -> Label:
        """Say another text, following the language."""
        return self.tell(lambda: later(text, values))

    def tell(self, make: Callable[[], str]) -> Label:
        """Say what `make` makes, now and after every switch of the language."""
        bind(self.setText, make)
        return self

    def raw(self, text: str) -> Label:
        """Show something that is not translated: a name, a number."""
        unbind(self.setText, text)
        return self


class ElidedLabel(Label):
    """A one-line label that ends in … where there is no room, with the whole text as tool tip."""

    def __init__(self, text: str = "", look: str = "") -> None:
        super().__init__(text, look)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(40)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )
        self.setToolTip(self.text() if shown != self.text() else "")
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(
            self.contentsRect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown
        )


def title(text: str) -> Label:
    """The name of a page."""
    return Label(text, "title")


def heading(text: str) -> Label:
    """The name of a part of a page."""
    return Label(text, "heading")


def muted(text: str = "", *, wrap: bool = True) -> Label:
    """Something said quietly."""
    return Label(text, "muted", wrap=wrap)


def note(text: str = "", look: str = "note") -> Label:
    """A coloured line: note (gold), bad (red), fine (green), tip (blue)."""
    return Label(text, look, wrap=True)


def buddy(label: QLabel, widget: QWidget) -> None:
    """Let a label name a widget for the keyboard and for screen readers."""
    label.setBuddy(widget)
