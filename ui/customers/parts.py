"""Small pieces the card, Today and Follow-ups are made of: glyphs, lines, bars of buttons."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QWidget

from ui import icons, theme
from ui.i18n import t
from ui.widgets import Chips, FlowLayout, Label, Row, VBox

if TYPE_CHECKING:
    from db.types import Id
    from ui.shell.desk import Desk


class Glyph(QWidget):
    """An icon that follows the theme, with words for the mouse and for screen readers."""

    def __init__(self, name: str, tone: str = "muted", size: int = 20, words: str = "") -> None:
        super().__init__()
        self._name, self._tone = name, tone
        self.setFixedSize(size, size)
        self.setToolTip(words)
        self.setAccessibleName(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        icons.paint(painter, QRect(0, 0, self.width(), self.height()), self._name, self.ink())
        painter.end()

    def ink(self) -> QColor:
        """The colour of the theme in force."""
        return theme.color(self._tone)


class Flow(QWidget):
    """Things in a row that wraps."""

    def __init__(self, *parts: QWidget, spacing: int = 8, at_right: bool = False) -> None:
        super().__init__()
        self._flow = FlowLayout(self, spacing, at_right=at_right)
        # Never Minimum: that would ask for the height of one thing in each line, whatever the room.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for part in parts:
            self._flow.addWidget(part)

    def add(self, part: QWidget) -> None:
        """One more."""
        self._flow.addWidget(part)


class LineChips(Chips):
    """Chips that stay in one line, for the head of a page."""

    def _lay(self) -> None:
        self.setLayout(Row(spacing=8))


class Line(QFrame):
    """An icon, a line of text, a quiet line under it, and what can be pressed, at the right."""

    def __init__(
        self,
        icon: str,
        text: str,
        small: str = "",
        *actions: QWidget,
        tone: str = "muted",
        strong: bool = True,
        marks: Iterable[QWidget] = (),
    ) -> None:
        super().__init__()
        self.words = Label(look="strong" if strong else "", wrap=True).raw(text)
        self.small = Label(look="muted", wrap=True).raw(small)
        self.small.setVisible(bool(small))
        column = VBox(self.words, self.small, spacing=3)
        marked = list(marks)
        if marked:
            column.addSpacing(4)
            column.addWidget(Flow(*marked, spacing=6))
        row = Row(spacing=10)
        row.addWidget(Glyph(icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        for action in actions:
            row.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(row)
        self.setMinimumHeight(36)


def today_of(desk: Desk) -> dt.date:
    """The branch's date. Locked meanwhile, any will do: what shows it is read again on return."""
    return desk.ctx.today() if desk.ctx is not None else dt.datetime.now(dt.UTC).date()


def zone_of(desk: Desk) -> str:
    """The branch's time zone; any while the desk is locked."""
    return desk.ctx.branch.time_zone if desk.ctx is not None else "UTC"


def me_of(desk: Desk) -> Id | None:
    """Who is signed in; nobody while the desk is locked."""
    return desk.ctx.staff.id if desk.ctx is not None else None


def copy_text(text: str, toast: Callable[[str], None]) -> None:
    """Put a text on the clipboard and say so."""
    QApplication.clipboard().setText(text)
    toast(t("Copied: {text}", text=text))
