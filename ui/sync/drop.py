"""Giving up work that was put aside: a reason, kept for good."""

from __future__ import annotations

from jewelcrm.sync import commands
from jewelcrm.sync.model import PutAside
from ui.i18n import N_, t
from ui.shell.desk import Desk
from ui.sync.words import aside_why
from ui.widgets import Area, Dialog, Field, Label, note


def show(desk: Desk, *, aside: PutAside) -> Drop:
    """Open the question for one put-aside piece of work."""
    dialog = Drop(desk, aside)
    dialog.open()
    return dialog


class Drop(Dialog):
    help = "sync#Put aside"

    def __init__(self, desk: Desk, aside: PutAside) -> None:
        super().__init__(desk, N_("Give it up?"), save=N_("Give it up"), width=520, danger=True)
        self._aside = aside
        told = "  ·  ".join(part for part in (aside.subject, aside.who) if part)
        self.box.addWidget(Label(look="strong", wrap=True).raw(told))
        self.box.addWidget(note().raw(aside_why(aside)))
        self.box.addWidget(
            Label(N_("Head office will not have it. What was written stays in the log."), wrap=True)
        )
        self.reason = Field(
            N_("Reason"), Area(2), name="reason", example=N_("Done anew on the order's page")
        )
        self.box.addWidget(self.reason)

    def save(self) -> None:
        """Give it up."""
        aside, reason = self._aside.id, self.reason.text()
        self.submit(lambda ctx: commands.drop(ctx, aside, reason), self._dropped)

    def _dropped(self, _done: object) -> None:
        self.desk.toast(t("Given up. The reason is kept."))
        self.accept()
