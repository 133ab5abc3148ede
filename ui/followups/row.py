"""One task in a list: who, what, phone, amount, and everything that can be done, by mouse and keys.

Up and Down walk from row to row, Enter does the first thing, the letters in the tips the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui import theme
from ui.customers.parts import Flow, Glyph
from ui.format import names
from ui.widgets import Avatar, Button, IconButton, Label, Row, VBox, bring_into_sight

if TYPE_CHECKING:
    from jewelcrm.followups.model import Who

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MAIN = 112  # pixels of the main button, as wide as three small ones
_WALK = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True)
class Deed:
    """Something to do with a task: its English name, icon, key and what it does."""

    name: str
    icon: str
    key: str
    run: Callable[[], object]
    allowed: bool = True


class TaskRow(QFrame):
    """A row with a face or an icon, who, what, the rest, pills, the main button and small ones."""

    def __init__(
        self,
        text: str,
        small: str,
        deeds: Sequence[Deed],
        *,
        who: Who | None = None,
        icon: str = "bell",
        tone: str = "muted",
        marks: Sequence[QWidget] = (),
        unread: bool = False,
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.deeds = [deed for deed in deeds if deed.allowed]
        self.words = Label(wrap=True).raw(text)
        self.small = Label(look="muted", wrap=True).raw(small)
        name = self._name(who, unread=unread)
        below = (4, Flow(*marks, spacing=6)) if marks else ()
        told_of = (name,) if name is not None else ()
        column = VBox(None, *told_of, self.words, self.small, *below, None, spacing=3)
        told = name.text() if name is not None else ""
        self.setAccessibleName(" ".join(part for part in (told, text, small) if part))
        row = Row(_picture(who, icon, tone), spacing=12)
        row.setContentsMargins(10, 8, 6, 8)
        row.addLayout(column, 1)
        row.addLayout(self._buttons())
        self.setLayout(row)

    def _name(self, who: Who | None, *, unread: bool) -> Label | None:
        """Whom it is about, in strong letters, with a dot while it is unread."""
        if who is None:
            self.words.setProperty("look", "strong")
            return None
        large, small = names(who.name, who.name_zh)
        dot = "• " if unread else ""
        return Label(look="strong", wrap=True).raw(f"{dot}{large}  {small}".strip())

    def _buttons(self) -> VBox:
        """The main button over the small ones: the words beside them keep their room."""
        column = VBox(spacing=0)
        if not self.deeds:
            return column
        first, *others = self.deeds
        main = Button(first.name, pressed=first.run)
        small = [
            IconButton(deed.icon, deed.name, deed.run, look="bare", tone="muted") for deed in others
        ]
        for button, deed in zip([*small, main], [*others, first], strict=True):
            button.setAccessibleDescription(self.words.text())
            button.setToolTip(f"{button.toolTip()} ({deed.key})".strip())
        main.setMinimumWidth(theme.px(_MAIN))
        column.addWidget(main, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(Row(None, *small, spacing=0))
        column.addStretch(1)
        return column

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, do the first thing, or the thing of a letter."""
        if event.key() in _ENTER and self.deeds:
            self.deeds[0].run()
        elif event.key() in _WALK:
            self._walk(_WALK[Qt.Key(event.key())])
        elif not self._letter(event.text().upper()):
            super().keyPressEvent(event)

    def _letter(self, letter: str) -> bool:
        for deed in self.deeds:
            if letter and deed.key == letter:
                deed.run()
                return True
        return False

    def _walk(self, step: int) -> None:
        window = self.window()
        rows = [row for row in window.findChildren(TaskRow) if row.isVisible()]
        place = rows.index(self) + step
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
        """A quiet ground under the mouse, a frame when the keyboard is here, a line below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(1, 1, -1, -2)
        if self.hasFocus() or self.underMouse():
            painter.setPen(theme.color("focus") if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("sel" if self.hasFocus() else "surface2"))
            painter.drawRoundedRect(box, 8, 8)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
        painter.end()


def _picture(who: Who | None, icon: str, tone: str) -> QWidget:
    if who is None:
        return Glyph(icon, tone, 28)
    face = Avatar(36)
    face.show_name(who.name, who.name_zh)
    face.setToolTip(names(who.name, who.name_zh)[0])
    return face
