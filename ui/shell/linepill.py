"""The pill in the top bar that always says how this PC stands with head office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton

from ui import icons
from ui.i18n import bind, say, t
from ui.shell.linewords import LineWords, line_words
from ui.widgets.buttons import restyle

if TYPE_CHECKING:
    from ui.shell.desk import Desk


class LinePill(QToolButton):
    """Words and a picture; a press opens the page. Not there in a shop that stands alone."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._short = False
        self.setProperty("look", "line")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(18, 18))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        say(self.setAccessibleName, "Head office")
        bind(self._say, lambda: "")
        desk.line.changed.connect(self._say)
        self.clicked.connect(lambda _checked=False: desk.open("sync"))
        self.hide()

    def set_short(self, *, short: bool) -> None:
        """Where there is little room it says less; the tool tip says all."""
        self._short = short
        self._say()

    def words(self) -> LineWords | None:
        """What it says now."""
        line, ctx = self._desk.line, self._desk.ctx
        if line.status is None or ctx is None:
            return None
        return line_words(line.status, line.trouble, ctx.branch.time_zone, ctx.today())

    def _say(self, _text: str = "") -> None:
        said = self.words()
        self.setVisible(said is not None)
        if said is None:
            return
        self.setText(said.short if self._short else said.text)
        self.setIcon(icons.icon(said.icon, said.tone))
        self.setAccessibleName(t("Head office: {state}", state=said.text))
        self.setToolTip(said.text)
        restyle(self, tone=said.tone)
