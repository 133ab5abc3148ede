"""Money at the counter: how much, how it is paid, what was handed over and what goes back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from jewelcrm.errors import CanFix
from jewelcrm.money import Money
from jewelcrm.payments.model import NewPayment
from ui.customers.forms import MoneyField
from ui.i18n import N_
from ui.payments.words import METHODS
from ui.widgets import Choice, Field, Label


class PayBox(QWidget):
    """Amount, method, reference; for cash what was handed over, and the change."""

    changed = Signal()

    def __init__(self, currency: str, amount_label: str = N_("Amount")) -> None:
        super().__init__()
        self._currency = currency
        self.amount = MoneyField(amount_label, currency, name="amount")
        self.method = Choice(METHODS)
        self.reference = Field(
            N_("Reference"), name="reference", example=N_("Slip or transfer number")
        )
        self.received = MoneyField(N_("Cash handed over"), currency, name="received")
        self.change = Label(look="tip", wrap=True)
        self._lay()
        self.amount.changed.connect(self._live)
        self.received.changed.connect(self._live)
        self.method.currentIndexChanged.connect(lambda _index: self._live())
        self._live()

    def _lay(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        grid.addWidget(self.amount, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(
            Field(N_("Paid by"), self.method, name="method"), 0, 1, Qt.AlignmentFlag.AlignTop
        )
        grid.addWidget(self.reference, 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.received, 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.change, 1, 0, 1, 3, Qt.AlignmentFlag.AlignTop)
        for column in range(3):
            grid.setColumnStretch(column, 1)

    def _live(self) -> None:
        cash = self.method.value() == "cash"
        self.received.setVisible(cash)
        self.reference.setVisible(not cash)
        back = self.change_due() if cash else None
        self.change.setVisible(back is not None)
        if back is not None:
            words = (
                N_("Change to give back: {amount}")
                if back.cents >= 0
                else N_("Still missing: {amount}")
            )
            self.change.words(words, amount=str(abs(back)))
        self.changed.emit()

    def change_due(self) -> Money | None:
        """What goes back over the counter; None while it cannot be told."""
        try:
            received, amount = self.received.money(), self.amount.money()
        except CanFix:
            return None
        return None if received is None or amount is None else received - amount

    def put_amount(self, amount: Money | None) -> None:
        """Fill in the amount."""
        self.amount.edit.set_money(amount)

    def money(self) -> Money | None:
        """The amount as far as it is typed; None while it is not one."""
        try:
            return self.amount.money()
        except CanFix:
            return None

    def payment(self) -> NewPayment | None:
        """What was typed; None when there is no amount. Raises CanFix naming the field."""
        amount = self.amount.money()
        if not amount:
            return None
        back = self.change_due() if self.method.value() == "cash" else None
        if back is not None and back.cents < 0:
            raise CanFix(N_("Less was handed over than the amount."), field="received")
        shown = not self.reference.isHidden()
        return NewPayment(
            method=self.method.value(),
            amount=amount,
            reference=(self.reference.text() or None) if shown else None,
        )
