"""The light of the backups in the top bar: green only for what was restored and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton

from ui import icons
from ui.i18n import bind, say, t
from ui.shell.safewords import Here, SafeWords, safe_words
from ui.widgets.buttons import restyle

if TYPE_CHECKING:
    from ui.shell.desk import Desk


class SafePill(QToolButton):
    """A picture and, where there is room, words; a press opens the page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._short = False
        self.setProperty("look", "line")
        self.setIconSize(QSize(18, 18))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        say(self.setAccessibleName, "Backups")
        bind(self._say, lambda: "")
        desk.safe.changed.connect(self._say)
        self.clicked.connect(lambda _checked=False: desk.open("backup"))
        self.hide()

    def set_short(self, *, short: bool) -> None:
        """Where there is little room it is a picture; the tool tip says all."""
        self._short = short
        self._say()

    def words(self) -> SafeWords | None:
        """What it says now."""
        status, ctx = self._desk.safe.status, self._desk.ctx
        if status is None or ctx is None:
            return None
        here = Here(ctx.branch.time_zone, ctx.today(), ctx.clock.now())
        return safe_words(status, here)

    def _say(self, _text: str = "") -> None:
        said = self.words()
        self.setVisible(said is not None)
        if said is None:
            return
        quiet = self._short or said.tone == "ok"  # all is well: a green picture is enough
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(
            style.ToolButtonIconOnly if quiet else style.ToolButtonTextBesideIcon
        )
        self.setText(said.text)
        self.setIcon(icons.icon(said.icon, said.tone))
        self.setAccessibleName(t("Backups: {state}", state=said.text))
        self.setToolTip(f"{said.text}\n{said.rest}")
        restyle(self, tone=said.tone)
