"""The pill in the top bar that always says how this PC stands with head office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.i18n import N_, t
from ui.shell.linewords import LineWords, line_words
from ui.shell.pill import Said, StatePill

if TYPE_CHECKING:
    from ui.shell.desk import Desk


class LinePill(StatePill):
    """Not there in a shop that stands alone."""

    page = "sync"
    about = N_("Head office")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        desk.line.changed.connect(self._say)

    def words(self) -> LineWords | None:
        """What it says now."""
        line, ctx = self._desk.line, self._desk.ctx
        if line.status is None or ctx is None:
            return None
        return line_words(line.status, line.trouble, ctx.branch.time_zone, ctx.today())

    def said(self) -> Said | None:
        words = self.words()
        if words is None:
            return None
        name = t("Head office: {state}", state=words.text)
        return Said(words.forms, words.icon, words.tone, name, words.text)
