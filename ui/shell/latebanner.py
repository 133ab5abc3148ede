"""The line above the page when there has been no checked backup for 26 hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from ui.i18n import bind
from ui.shell.safewords import Here, safe_words
from ui.widgets.buttons import Button, restyle
from ui.widgets.frames import Row
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.shell.desk import Desk


class LateBanner(QFrame):
    """Says it, and offers to make one; goes by itself once there is one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("look", "banner")
        self.said = Label(look="strong", wrap=True)
        self.more = Label(look="muted", wrap=True)
        self.make = Button("Back up now", "content-save", self._make)
        row = Row(self.said, self.more, self.make, spacing=12)
        row.setContentsMargins(16, 8, 10, 8)
        row.setStretch(1, 1)
        self.setLayout(row)
        bind(self._say, lambda: "")
        desk.safe.changed.connect(self._say)
        self.hide()

    def _say(self, _text: str = "") -> None:
        status, ctx = self._desk.safe.status, self._desk.ctx
        late = status is not None and ctx is not None and status.overdue is not None
        self.setVisible(late)
        if not late:
            return
        assert status is not None
        assert ctx is not None
        words = safe_words(status, Here(ctx.branch.time_zone, ctx.today(), ctx.clock.now()))
        self.said.raw(words.text)
        self.more.raw(words.rest)
        self.make.setVisible(self._desk.allows("backup.make"))
        restyle(self, tone=words.tone)

    def _make(self) -> None:
        self._desk.open("backup", begin=True)
