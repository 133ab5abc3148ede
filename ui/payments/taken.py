"""After money was taken or given back: the receipt number, what is left, the receipt."""

from __future__ import annotations

from PySide6.QtCore import Qt

from jewelcrm.money import Money
from jewelcrm.payments.model import Taken
from ui.customers.forms import Form
from ui.format import money
from ui.i18n import N_
from ui.orders.parts import Sum
from ui.payments.notices import line_of
from ui.shell.desk import Desk
from ui.widgets import Button, Label, Row


class TakenDialog(Form):
    """The receipt is one key away."""

    help = "payments#Take payment"

    def __init__(
        self,
        desk: Desk,
        taken: Taken,
        change: Money | None = None,
        title: str = N_("Payment taken"),
    ) -> None:
        super().__init__(desk, title, save=N_("Done"), width=480)
        self.taken = taken
        self.cancel_button.hide()
        self.number = Label(look="big").raw(taken.receipt_number)
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.box.addWidget(self.number)
        if change is not None and change.cents > 0:
            self.box.addWidget(Sum(N_("Change due"), money(change), "value"))
        self.box.addWidget(Sum(N_("Left to pay"), money(taken.balance), "value"))
        for notice in taken.notices:
            self.box.addWidget(line_of(notice))
        self.box.addLayout(Row(Button(N_("Receipt"), "receipt", self._receipt), None))

    def save(self) -> None:
        """Done."""
        self.accept()

    def _receipt(self) -> None:
        self.desk.open("payments.receipt", payment_id=self.taken.payment_id)
