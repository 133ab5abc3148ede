"""What the rows of the three lists share: focus, walking with the arrows, letters, a value box."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui import theme
from ui.customers.filling import Filler
from ui.customers.parts import Flow, Glyph
from ui.i18n import N_, bind, t
from ui.shell.desk import Desk
from ui.sync.words import When
from ui.widgets import (
    Button,
    EmptyState,
    Label,
    LinkButton,
    Pill,
    Row,
    VBox,
    bring_into_sight,
)

_WALK = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_PAGE = 20
LEAST = 170
"""Pixels of such a list that are seen in the lowest window: one row, and that there are more."""


@dataclass(frozen=True)
class Deed:
    """Something to do with a row: its English name, icon, key and what it does."""

    name: str
    icon: str
    key: str
    run: Callable[[], object]


class SyncRow(QFrame):
    """Picture, a strong line, quiet lines, anything more, and buttons at the end."""

    def __init__(self, icon: str, tone: str, head: str, *parts: QWidget) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.deeds: Sequence[Deed] = ()
        self.column = VBox(Label(look="strong", wrap=True).raw(head), *parts, spacing=4)
        told = [part.text() for part in parts if isinstance(part, Label)]
        self.setAccessibleName(" ".join((head, *told)))
        row = Row(spacing=12)
        row.setContentsMargins(10, 12, 10, 12)
        row.addWidget(Glyph(icon, tone, 24), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self.column, 1)
        self.setLayout(row)

    def offer(self, deeds: Sequence[Deed], *before: QWidget) -> None:
        """Buttons below; the last word of the row."""
        self.deeds = deeds
        made = [self._button(deed) for deed in deeds]
        self.column.addSpacing(4)
        self.column.addLayout(Row(*before, *made, None, spacing=8))

    def _button(self, deed: Deed) -> Button:
        button = Button(deed.name, deed.icon, deed.run)
        button.setAccessibleDescription(self.accessibleName())
        button.setToolTip(f"({deed.key})")
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from row to row, or do the thing of a letter."""
        if event.key() in _WALK:
            self._walk(_WALK[Qt.Key(event.key())])
            return
        for deed in self.deeds:
            if deed.key == event.text().upper():
                deed.run()
                return
        super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        rows = [row for row in self.window().findChildren(SyncRow) if row.isVisible()]
        place = rows.index(self) + step if self in rows else -1
        if 0 <= place < len(rows):
            rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        bring_into_sight(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A frame when the keyboard is here, a line below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(theme.color("focus"))
            painter.setBrush(theme.color("sel"))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -2), 8, 8)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
        painter.end()


class ValueBox(QFrame):
    """One of two values: what it is called, the value, who wrote it and when."""

    def __init__(self, name: str, value: str, who: str, when: str, *, chosen: bool) -> None:
        super().__init__()
        self.setProperty("look", "tile")
        shown = Label(look="value" if chosen else "strong", wrap=True).raw(value or "–")
        told = "  ·  ".join(part for part in (who, when) if part)
        parts = [Label(name, "muted"), shown, Label(look="muted", wrap=True).raw(told)]
        self.setLayout(VBox(*parts, None, spacing=2, margins=12))


class Listing(QWidget):
    """A list of any length, made a page at a time; words for when there is nothing."""

    def __init__(self, icon: str, nothing: str, hint: str) -> None:
        super().__init__()
        self._made = 0
        self._makers: Sequence[Callable[[], QWidget]] = ()
        self.rows = VBox(spacing=0)
        self._filler = Filler(self, self.rows)
        self.nothing = EmptyState(icon, nothing, hint)
        self.more = LinkButton("", "chevron-down", self._more)
        bind(self.more.setText, self._more_words)
        column = VBox(self.rows, Row(self.more, None), self.nothing, None, spacing=4)
        self.setLayout(column)
        self.more.hide()

    def show_all(self, makers: Iterable[Callable[[], QWidget]]) -> None:
        """Show these; as many as were unfolded before."""
        self._makers = list(makers)
        self._made = min(len(self._makers), max(_PAGE, self._made))
        self._filler.fill(make() for make in self._makers[: self._made])
        self._settle()

    def _more(self) -> None:
        start, self._made = self._made, min(len(self._makers), self._made + _PAGE)
        self._filler.add(make() for make in self._makers[start : self._made])
        self._settle()

    def _settle(self) -> None:
        self.more.setVisible(self._made < len(self._makers))
        self.more.setText(self._more_words())
        self.nothing.setVisible(not self._makers)

    def _more_words(self) -> str:
        return t("Show {n} more", n=min(_PAGE, len(self._makers) - self._made))


def when_of(desk: Desk) -> When:
    """Zone, date and name of the branch."""
    ctx = desk.context()
    return When(ctx.branch.time_zone, ctx.today(), ctx.branch.name)


def for_a_manager() -> Flow:
    """Says who may settle a row."""
    return Flow(Pill(N_("For a manager"), "gold"))


def open_subject(desk: Desk, customer_id: bytes | None) -> list[Deed]:
    """A way to whom it is about."""
    if customer_id is None:
        return []
    return [
        Deed(
            N_("Open card"),
            "account",
            "O",
            lambda: desk.open("customers", customer_id=customer_id),
        )
    ]
