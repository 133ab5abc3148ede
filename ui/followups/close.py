"""Closing a follow-up: what came of it, and a word about it."""

from __future__ import annotations

from collections.abc import Callable

from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.followups import commands
from jewelcrm.followups.model import FollowUp
from jewelcrm.followups.rules import OUTCOMES
from ui.customers.forms import Form, area
from ui.customers.order_words import followup_title
from ui.customers.words import joined
from ui.followups.who import who_words
from ui.i18n import N_, t
from ui.shell.desk import Desk
from ui.widgets import Chips, Field, Label


def show(desk: Desk, *, followup: FollowUp) -> CloseFollowUp:
    """Open the dialog for one follow-up."""
    dialog = CloseFollowUp(desk, followup)
    dialog.open()
    return dialog


class CloseFollowUp(Form):
    help = "followups#What to do with one"

    def __init__(self, desk: Desk, followup: FollowUp) -> None:
        super().__init__(desk, N_("What came of it?"), save=N_("Close follow-up"), width=560)
        self._followup = followup
        what = Label(look="strong", wrap=True).raw(followup_title(followup))
        who = Label(look="muted", wrap=True).raw(joined(*who_words(followup.customer)))
        self.outcome = Chips(tuple(OUTCOMES.items()), N_("Outcome"))
        self.note = area(
            N_("A word about it"), 3, name="note", example=N_("Comes on Saturday with the family")
        )
        self.add(what, who, Field(N_("Outcome"), self.outcome, name="outcome"), self.note)
        self.outcome.button("reached").setFocus()

    def work(self) -> Callable[[Context], object]:
        outcome, note, known = self.outcome.value(), self.note.text(), self._followup.id
        if not outcome:
            raise CanFix(N_("Choose what came of it."), field="outcome")
        return lambda ctx: commands.close(ctx, known, outcome=outcome, note=note or None)

    def saved(self, _answer: object) -> None:
        self.accept()
        told_closed(self.desk, self._followup)


def told_closed(desk: Desk, followup: FollowUp) -> None:
    """Say that it is closed, and offer to take that back."""
    known = followup.id

    def back() -> None:
        desk.write(desk, lambda ctx: commands.reopen(ctx, known), lambda _done: None)

    desk.toast(t("Follow-up closed"), t("Undo"), back)
