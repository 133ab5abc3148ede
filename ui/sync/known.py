"""Since when head office knows an order; said on the order itself."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jewelcrm.sync.queries import known_since
from ui.customers.parts import Glyph
from ui.format import moment
from ui.i18n import bind, t
from ui.shell.desk import Desk
from ui.widgets import Label, Row

if TYPE_CHECKING:
    from db.types import Id


class KnownLine(QWidget):
    """A quiet line with a picture; follows what head office answers."""

    def __init__(self, desk: Desk, order_id: Id) -> None:
        super().__init__()
        self._desk, self._order = desk, order_id
        self._since: dt.datetime | None = None
        self._read = False
        self._yes, self._no = Glyph("cloud-check", "ok", 18), Glyph("clock-outline", "muted", 18)
        self.words = Label(look="muted", wrap=True)
        row = Row(self._yes, self._no, self.words, spacing=8)
        row.setStretch(2, 1)
        self.setLayout(row)
        bind(self._say, lambda: "")
        desk.line.changed.connect(self.look)
        self.look()

    def look(self) -> None:
        """Read whether it is known."""
        order = self._order
        self._desk.read(self, lambda ctx: known_since(ctx, [order]), self._show, key="known")

    def _show(self, found: dict[Id, dt.datetime | None]) -> None:
        self._since, self._read = found.get(self._order), True
        self._say()

    def _say(self, _text: str = "") -> None:
        ctx = self._desk.ctx
        self._yes.setVisible(self._since is not None)
        self._no.setVisible(self._read and self._since is None)
        if ctx is None or not self._read:
            return
        if self._since is None:
            self.words.raw(t("Not sent to head office yet"))
        else:
            at = moment(self._since, ctx.branch.time_zone, ctx.today())
            self.words.raw(t("Known at head office since {time}", time=at))
