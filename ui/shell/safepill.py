"""The light of the backups in the top bar: green only for what was restored and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.i18n import N_, t
from ui.shell.pill import Said, StatePill
from ui.shell.safewords import Here, SafeWords, safe_words

if TYPE_CHECKING:
    from ui.shell.desk import Desk


class SafePill(StatePill):
    """Not there before the backups were looked at."""

    page = "backup"
    about = N_("Backups")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        desk.safe.changed.connect(self._say)

    def words(self) -> SafeWords | None:
        """What it says now."""
        status, ctx = self._desk.safe.status, self._desk.ctx
        if status is None or ctx is None:
            return None
        here = Here(ctx.branch.time_zone, ctx.today(), ctx.clock.now())
        return safe_words(status, here)

    def said(self) -> Said | None:
        words = self.words()
        if words is None:
            return None
        name = t("Backups: {state}", state=words.text)
        return Said(words.forms, words.icon, words.tone, name, f"{words.text}\n{words.rest}")
