"""Putting a follow-up off: until when, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.followups import commands
from jewelcrm.followups.model import FollowUp
from ui.customers.forms import DayField, Form
from ui.customers.order_words import followup_title
from ui.customers.words import joined
from ui.followups.who import who_words
from ui.i18n import N_, later, t
from ui.shell.desk import Desk
from ui.widgets import Chips, Field, Label

_DAYS = (
    ("1", N_("Tomorrow")),
    ("3", N_("In 3 days")),
    ("7", N_("In a week")),
    ("14", N_("In two weeks")),
)
_REASONS = (
    ("asked", N_("The customer asked for it")),
    ("no_answer", N_("Nobody answered")),
    ("waiting", N_("Waiting for the workshop")),
    ("busy", N_("No time today")),
)


def show(desk: Desk, *, followup: FollowUp) -> SnoozeFollowUp:
    """Open the dialog for one follow-up."""
    dialog = SnoozeFollowUp(desk, followup)
    dialog.open()
    return dialog


class SnoozeFollowUp(Form):
    help = "followups#What to do with one"

    def __init__(self, desk: Desk, followup: FollowUp) -> None:
        super().__init__(desk, N_("Put off"), save=N_("Put off"), width=540)
        self._followup, self._today = followup, desk.context().today()
        what = Label(look="strong", wrap=True).raw(followup_title(followup))
        who = Label(look="muted", wrap=True).raw(joined(*who_words(followup.customer)))
        self.days = Chips(_DAYS, N_("Until when"))
        self.until = DayField(N_("Until"), self._today, name="until")
        self.reasons = Chips(_REASONS, N_("Why"))
        self.reason = Field(N_("Why"), name="reason")
        self.add(what, who, self.days, self.until, self.reasons, self.reason)
        self.days.chosen.connect(self._set_day)
        self.reasons.chosen.connect(self._set_reason)
        self._set_day("1")
        self._set_reason("asked")
        self.days.button("1").setFocus()

    def _set_day(self, days: str) -> None:
        self.until.edit.set_day(self._today + dt.timedelta(days=int(days)))

    def _set_reason(self, key: str) -> None:
        self.reason.set_text(later(dict(_REASONS)[key]))

    def work(self) -> Callable[[Context], object]:
        until, reason, known = self.until.day(), self.reason.text(), self._followup.id
        if until is None:
            raise CanFix(N_("Say until when."), field="until")
        return lambda ctx: commands.snooze(ctx, known, until=until, reason=reason)

    def saved(self, _answer: object) -> None:
        self.accept()
        self.desk.toast(t("Put off"))
