"""Putting a customer away, with the reason, and bringing her back."""

from __future__ import annotations

from collections.abc import Callable

from jewelcrm.context import Context
from jewelcrm.customers import commands
from jewelcrm.customers.model import CustomerCard
from ui.customers.forms import Form
from ui.format import names
from ui.i18n import N_, t
from ui.shell.desk import Desk
from ui.widgets import Field, Label


def show(
    desk: Desk, *, card: CustomerCard, then: Callable[[], object] = lambda: None
) -> PutAway | None:
    """Ask for the reason; somebody who is away already is brought back at once."""
    customer = card.id
    if card.archived_at is None:
        dialog = PutAway(desk, card, then)
        dialog.open()
        return dialog

    def back(_answer: object) -> None:
        desk.toast(t("The customer is back"))
        then()

    desk.write(desk, lambda ctx: commands.restore_customer(ctx, customer), back)
    return None


class PutAway(Form):
    help = "customer-card#Parts of the card"

    def __init__(self, desk: Desk, card: CustomerCard, then: Callable[[], object]) -> None:
        super().__init__(
            desk, N_("Put this customer away?"), save=N_("Put the customer away"), width=480
        )
        self._card, self._then = card, then
        self.reason = Field(
            N_("Why"), name="reason", example=N_("Moved abroad, asked to be taken off")
        )
        self.add(
            Label(look="strong").raw(names(card.name, card.name_zh)[0]),
            Label(N_("No longer shown in lists; the records stay."), "muted", wrap=True),
            self.reason,
        )
        self.reason.input.setFocus()

    def work(self) -> Callable[[Context], object]:
        customer, reason = self._card.id, self.reason.text()
        return lambda ctx: commands.archive_customer(ctx, customer, reason=reason)

    def saved(self, _answer: object) -> None:
        self.accept()
        self.desk.toast(t("The customer has been put away"))
        self._then()
