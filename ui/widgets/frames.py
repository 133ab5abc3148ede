"""Surfaces and how things stand on them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui import icons
from ui.widgets.buttons import Button
from ui.widgets.labels import Label

_RESTYLED = QEvent.Type.StyleChange
_Part = QWidget | QLayout | int | None


def _fill(box: QVBoxLayout | QHBoxLayout, parts: tuple[_Part, ...]) -> None:
    for part in parts:
        if part is None:
            box.addStretch(1)
        elif isinstance(part, int):
            box.addSpacing(part)
        elif isinstance(part, QLayout):
            box.addLayout(part)
        else:
            box.addWidget(part)


class Row(QHBoxLayout):
    """Things side by side: Row(a, b, None, c); None stretches, a number is a gap."""

    def __init__(self, *parts: _Part, spacing: int = 12, margins: int = 0) -> None:
        super().__init__()
        self.setContentsMargins(margins, margins, margins, margins)
        self.setSpacing(spacing)
        _fill(self, parts)


class Column(QVBoxLayout):
    """Things one under the other: Column(a, b, None); None stretches, a number is a gap."""

    def __init__(self, *parts: _Part, spacing: int = 12, margins: int = 0) -> None:
        super().__init__()
        self.setContentsMargins(margins, margins, margins, margins)
        self.setSpacing(spacing)
        _fill(self, parts)


VBox = Column
"""Its name where a list has columns too."""


class Card(QFrame):
    """A white sheet with round corners; put things in `.box`."""

    def __init__(self, *parts: _Part, margins: int = 20, spacing: int = 12) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.box = Column(*parts, spacing=spacing, margins=margins)
        self.setLayout(self.box)


class Tile(QFrame):
    """A small fact: what it is, and its value in strong letters."""

    def __init__(self, name: str, value: str = "") -> None:
        super().__init__()
        self.setProperty("look", "tile")
        self.value = Label(look="value")
        self.value.raw(value)
        self.setLayout(Column(Label(name, "muted"), self.value, spacing=2, margins=12))

    def show_value(self, text: str) -> None:
        """Put a value into the tile."""
        self.value.raw(text)


class Section(QWidget):
    """A part of a page: its name, something to press at the right, and `.box` under it."""

    def __init__(self, name: str, *actions: QWidget, spacing: int = 10) -> None:
        super().__init__()
        self.name = Label(name, "heading")
        self.box = QVBoxLayout()
        self.box.setSpacing(spacing)
        self.setLayout(Column(Row(self.name, None, *actions), self.box, spacing=8))

    def add(self, part: QWidget) -> None:
        """One more line."""
        self.box.addWidget(part)

    def empty(self) -> None:
        """Take everything out."""
        while (item := self.box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()


class EmptyState(QWidget):
    """What a page says when there is nothing to show, and what can be done about it."""

    def __init__(
        self,
        icon: str,
        text: str,
        hint: str = "",
        action: str = "",
        pressed: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._icon = icon
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text, self.hint = Label(text, "heading", wrap=True), Label(hint, "muted", wrap=True)
        column = Column(None, self._picture, self.text, self.hint, spacing=8, margins=24)
        for label in (self.text, self.hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        if action and pressed is not None:
            column.addLayout(Row(None, Button(action, pressed=pressed), None))
        column.addStretch(1)
        self.setLayout(column)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == _RESTYLED and getattr(self, "_picture", None) is not None:
            self._draw()

    def _draw(self) -> None:
        self._picture.setPixmap(icons.pixmap(self._icon, 44, "edge"))


def bring_into_sight(part: QWidget) -> None:
    """Scroll what it stands in, if that scrolls, until the whole of it is seen."""
    above = part.parentWidget()
    while above is not None and not isinstance(above, Scroll):
        above = above.parentWidget()
    if above is not None:
        above.ensureWidgetVisible(part, 0, 24)


class Scroll(QScrollArea):
    """Scrolls up and down only; what is in it is as wide as there is room.

    shrink: as tall as what is in it, where there is room. least: pixels that are always to be seen
    of it, and no more than these are asked for.
    """

    def __init__(self, inside: QWidget | QLayout, *, shrink: bool = False, least: int = 0) -> None:
        super().__init__()
        body = inside if isinstance(inside, QWidget) else QWidget()
        if isinstance(inside, QLayout):
            body.setLayout(inside)
        body.setProperty("look", "plain")
        self._body = body
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._shrink = shrink
        self._least = least
        if shrink:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        if self._least:
            return QSize(super().sizeHint().width(), self._least)
        return self._body.sizeHint() + QSize(16, 2) if self._shrink else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        if self._least:
            return QSize(super().minimumSizeHint().width(), self._least)
        least = super().minimumSizeHint()  # of any list that scrolls, so three lines of text
        return least.boundedTo(self.sizeHint()) if self._shrink else least

    def resizeEvent(self, event: QResizeEvent) -> None:
        # The event is the viewport's. To ask for the viewport itself has Qt for Python learn all
        # kinds of widgets, to know which one it is: 10 ms before the first paint.
        self._body.setMaximumWidth(event.size().width())
        super().resizeEvent(event)


def line() -> QFrame:
    """A thin line between two things."""
    made = QFrame()
    made.setProperty("look", "line")
    return made
