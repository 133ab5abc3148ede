"""After an order was saved: its number, large enough to be copied onto a bag, and the papers."""

from __future__ import annotations

from PySide6.QtCore import Qt

from jewelcrm.orders.model import PlacedOrder
from ui.customers.forms import Form
from ui.customers.parts import Flow
from ui.i18n import N_
from ui.payments.notices import line_of
from ui.shell.desk import Desk
from ui.widgets import Button, Label


class Placed(Form):
    """Order and receipt number, notices, and what can be printed."""

    help = "new-order#Payment"

    def __init__(self, desk: Desk, placed: PlacedOrder, kind: str) -> None:
        super().__init__(desk, N_("Order saved"), save=N_("Done"), width=520)
        self.placed = placed
        self.cancel_button.hide()
        self.number = Label(look="big").raw(placed.number)
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.box.addWidget(self.number)
        if placed.receipt_number:
            receipt = Label(look="muted").words(
                N_("Receipt {number}"), number=placed.receipt_number
            )
            self.box.addWidget(receipt)
        for notice in placed.notices:
            self.box.addWidget(line_of(notice))
        self.box.addWidget(self._papers(kind))

    def _papers(self, kind: str) -> Flow:
        papers = Flow(spacing=8)
        if self.placed.payment_id is not None:
            papers.add(Button(N_("Receipt"), "receipt", self._receipt))
        if kind != "sale":
            papers.add(Button(N_("Job envelope"), "printer", self._envelope))
        papers.add(Button(N_("Show the order"), "order", self._show))
        return papers

    def save(self) -> None:
        """Done."""
        self.accept()

    def _receipt(self) -> None:
        self.desk.open("payments.receipt", payment_id=self.placed.payment_id)

    def _envelope(self) -> None:
        self.desk.open("orders.envelope", order_id=self.placed.id)

    def _show(self) -> None:
        self.accept()
        self.desk.open("orders", order_id=self.placed.id)
