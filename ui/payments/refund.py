"""Refund: give back money of one payment, with a reason; or undo an entry made by mistake."""

from __future__ import annotations

from collections.abc import Callable

from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.payments import commands
from jewelcrm.payments.model import Payment, Taken
from ui.customers.forms import Form, MoneyField, area
from ui.format import money
from ui.i18n import N_, bind
from ui.payments.taken import TakenDialog
from ui.payments.words import METHODS, kind_word, method_word
from ui.shell.desk import Desk
from ui.widgets import Chips, Choice, Field, Label, Row

_WAYS = (
    ("refund", N_("Money is given back")),
    ("reverse", N_("The entry was a mistake")),
)


def show(desk: Desk, *, payment: Payment) -> RefundDialog:
    """Open the dialog for one payment."""
    dialog = RefundDialog(desk, payment)
    dialog.open()
    return dialog


class RefundDialog(Form):
    """The payment stays in the ledger; a second entry takes it back."""

    help = "payments#Take payment"

    def __init__(self, desk: Desk, payment: Payment) -> None:
        super().__init__(desk, N_("Refund"), save=N_("Give back"), width=560, danger=True)
        self._payment = payment
        what = Label(look="muted", wrap=True)
        bind(what.setText, self._what)
        self.way = Chips(_WAYS, N_("What happened"))
        self.amount = MoneyField(N_("Amount"), payment.amount.currency, name="amount")
        self.amount.edit.set_money(payment.amount)
        self.method = Choice(METHODS)
        self.method.choose(payment.method)
        self.reason = area(N_("Reason"), 2, name="reason")
        self.add(what, self.way)
        self.box.addLayout(Row(self.amount, Field(N_("Given back by"), self.method, name="method")))
        self.add(self.reason)
        self.way.chosen.connect(lambda _way: self._choose())
        self.reason.input.setFocus()

    def _what(self) -> str:
        paid = self._payment
        words = (
            paid.receipt_number,
            kind_word(paid.kind),
            method_word(paid.method),
            money(paid.amount),
        )
        return "  ·  ".join(words)

    def _choose(self) -> None:
        mistake = self.way.value() == "reverse"
        self.amount.setEnabled(not mistake)
        self.method.setEnabled(not mistake)
        if mistake:
            self.amount.edit.set_money(self._payment.amount)
            self.method.choose(self._payment.method)

    def work(self) -> Callable[[Context], object]:
        payment_id, reason = self._payment.id, self.reason.text()
        amount, method = self.amount.money(), self.method.value()
        if not reason:
            raise CanFix(N_("Say why the money is given back."), field="reason")
        if self.way.value() == "reverse":
            return lambda ctx: commands.reverse(ctx, payment_id, reason)
        if amount is None:
            raise CanFix(N_("The amount must be more than nothing."), field="amount")
        return lambda ctx: commands.refund(ctx, payment_id, amount, reason, method)

    def saved(self, answer: object) -> None:
        """The number of the entry, and what is now left to pay."""
        assert isinstance(answer, Taken)
        self.accept()
        TakenDialog(self.desk, answer, title=N_("Money given back")).open()
