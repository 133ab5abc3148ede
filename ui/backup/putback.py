"""Before a backup is put back: what would be gone, in plain words, and one yes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.backup import work
from ui.backup.words import here_of, point_words
from ui.format import listed
from ui.i18n import N_, t, tn
from ui.widgets import Dialog, Label, note

if TYPE_CHECKING:
    from pathlib import Path

    from jewelcrm.backup.model import Point
    from ui.backup.work import Since
    from ui.shell.desk import Desk


def show(desk: Desk, point: Point) -> PutBack:
    """Open it."""
    dialog = PutBack(desk, point)
    dialog.open()
    return dialog


class PutBack(Dialog):
    help = "backup#Putting a backup back"

    def __init__(self, desk: Desk, point: Point) -> None:
        super().__init__(desk, N_("Put a backup back?"), save=N_("Go on"), width=560, danger=True)
        self.point = point
        self.what = Label(look="value", wrap=True).raw(point_words(point, here_of(desk)))
        self.gone = note("", "bad")
        self.gone.hide()
        self.unsent = note("", "bad")
        self.unsent.hide()
        for part in (
            Label(N_("The store of this computer goes back to this moment:"), wrap=True),
            self.what,
            self.gone,
            self.unsent,
            Label(
                N_(
                    "The store as it is now is set aside first, whole, so that this can be undone. "
                    "You are signed out, give your password, and see how far it is."
                ),
                "muted",
                wrap=True,
            ),
        ):
            self.box.addWidget(part)
        desk.read(self, lambda ctx: work.since(ctx, point.made_at), self._tell, key="since")

    def _tell(self, since: Since) -> None:
        if since.changes:
            self.gone.raw(_gone(since))
            self.gone.show()
        if since.unsent:
            self.unsent.raw(
                tn(
                    "{n} changes were not sent to head office: they are on this computer only.",
                    since.unsent,
                    one="{n} change was not sent to head office: it is on this computer only.",
                )
            )
            self.unsent.show()

    def save(self) -> None:
        """Out of the store; the way in takes over."""
        point = self.point
        self.desk.read(self, lambda ctx: work.source_of(ctx, point), self._go)

    def _go(self, source: Path) -> None:
        self.accept()
        self.desk.putBackWanted.emit(self.point, source)


def _gone(since: Since) -> str:
    changes = tn("{n} changes", since.changes, one="{n} change")
    parts = []
    if since.customers:
        parts.append(tn("{n} new customers", since.customers, one="{n} new customer"))
    if since.orders:
        parts.append(tn("{n} new orders", since.orders, one="{n} new order"))
    if not parts:
        return t("What was done since then goes: {changes}.", changes=changes)
    among = listed(parts)
    return t(
        "What was done since then goes: {changes}, among them {what}.", changes=changes, what=among
    )
