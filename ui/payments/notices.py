"""Notices: what the person at the counter should be told after something was saved."""

from __future__ import annotations

from collections.abc import Sequence

from jewelcrm.payments.model import Notice
from ui.customers.forms import Form
from ui.i18n import N_, later
from ui.shell.desk import Desk
from ui.widgets import Label, note

# What the shop's rules say in a Notice (jewelcrm/payments/rules.py, jewelcrm/orders), marked here.
SAID = (
    N_(
        "Cash of {total} is at or above {threshold}, linked payments together. Check the shop's "
        "dealer registration (category B) and the customer's identity before going on."
    ),
    N_(
        "Payments of {total} are at or above {threshold}. Check the shop's dealer registration "
        "(category A or B)."
    ),
    N_("{paid} has been paid on this order. Refund it or agree what happens to it."),
    N_("Line {line} came in at {weight_in} and goes out at {weight_out}. Explain the difference."),
)


class Notices(Form):
    """Shows notices until they were read."""

    help = "payments#Take payment"

    def __init__(self, desk: Desk, notices: Sequence[Notice]) -> None:
        super().__init__(desk, N_("Please note"), save=N_("Understood"), width=520)
        self.cancel_button.hide()
        for notice in notices:
            self.box.addWidget(line_of(notice))

    def save(self) -> None:
        """They were read."""
        self.accept()


def line_of(notice: Notice) -> Label:
    """One notice as a coloured line that follows the language."""
    made = note()
    values = {key: _said(value) for key, value in notice.values.items()}
    made.words(notice.template, **values)
    return made


def _said(value: object) -> object:
    return later(value) if isinstance(value, str) else value


def tell(desk: Desk, notices: Sequence[Notice]) -> None:
    """Show them, if there are any."""
    if notices:
        Notices(desk, notices).open()
