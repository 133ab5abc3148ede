"""Giving a follow-up to somebody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from jewelcrm.followups import commands
from jewelcrm.people.queries import Person, everyone
from ui.customers.forms import Form
from ui.customers.order_words import followup_title
from ui.followups.people import person_choice
from ui.i18n import N_, t
from ui.widgets import Field, Label

if TYPE_CHECKING:
    from jewelcrm.context import Context
    from jewelcrm.followups.model import FollowUp
    from ui.shell.desk import Desk


def show(desk: Desk, *, followup: FollowUp) -> None:
    """Read who works here and open the dialog."""
    desk.read(
        desk, everyone, lambda people: AssignFollowUp(desk, followup, people).open(), key="assign"
    )


class AssignFollowUp(Form):
    help = "followups#What to do with one"

    def __init__(self, desk: Desk, followup: FollowUp, people: Sequence[Person]) -> None:
        super().__init__(desk, N_("Who does it?"), save=N_("Give it"), width=440)
        self._followup = followup
        self.who = person_choice(people, followup.assignee_id)
        what = Label(look="strong", wrap=True).raw(followup_title(followup))
        self.add(what, Field(N_("Who does it"), self.who, name="assignee"))
        self.who.setFocus()

    def work(self) -> Callable[[Context], object]:
        known, who = self._followup.id, bytes.fromhex(self.who.value()) or None
        return lambda ctx: commands.assign(ctx, known, who)

    def saved(self, _answer: object) -> None:
        self.accept()
        self.desk.toast(t("Given to {name}", name=self.who.currentText()))
