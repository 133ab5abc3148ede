"""Money with a new order: taken along and paid, a deposit, and when the rest is paid."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QToolButton, QWidget

from jewelcrm.money import Money
from jewelcrm.payments.model import NewDue, NewPayment
from ui.customers.parts import Flow
from ui.format import day_words, money
from ui.i18n import N_, bind, say
from ui.payments.dues import DuesEditor
from ui.payments.paybox import PayBox
from ui.widgets import Button, Label, Row, VBox

_SHARES = ((30, N_("30 %")), (50, N_("50 %")), (100, N_("All of it")))


class Paying(QWidget):
    """The amount taken now, and the schedule of what is left."""

    changed = Signal()

    def __init__(self, today: dt.date, currency: str) -> None:
        super().__init__()
        self._today, self._total = today, Money.zero(currency)
        self._promised: dt.date | None = None
        self.take_now = QCheckBox()
        say(self.take_now.setText, "Paid in full and taken along now")
        self.take_now.setChecked(True)
        self.pay = PayBox(currency, N_("Paid now"))
        self.shares = Flow(spacing=8)
        for share, words in _SHARES:
            self.shares.add(Button(words, pressed=partial(self._share, share)))
        self.plan_words = Label(look="muted", wrap=True)
        self.agree = QToolButton()
        self.agree.setCheckable(True)
        self.agree.setProperty("look", "chip")
        say(self.agree.setText, "Agree on instalments")
        self.dues = DuesEditor(today, currency)
        self.dues.hide()
        plan = Row(self.plan_words, self.agree)
        plan.setStretch(0, 1)
        plan.setAlignment(self.agree, Qt.AlignmentFlag.AlignRight)
        self.setLayout(VBox(self.take_now, self.shares, self.pay, plan, self.dues, spacing=10))
        self._listen()
        bind(self._say, lambda: "")

    def _listen(self) -> None:
        self.take_now.toggled.connect(self._take)
        self.agree.toggled.connect(self._agree)
        self.pay.changed.connect(self._live)

    def set_kind(self, kind: str) -> None:
        """Only a sale is taken along at once."""
        self.take_now.setVisible(kind == "sale")
        if kind != "sale":
            self.take_now.setChecked(False)
        self._follow()

    def set_total(self, total: Money, promised: dt.date | None) -> None:
        """The lines or the promised day changed."""
        self._total, self._promised = total, promised
        self._follow()

    def taken_along(self) -> bool:
        """Whether it is a sale that is paid and taken along."""
        return self.take_now.isChecked() and not self.take_now.isHidden()

    def _follow(self) -> None:
        along = self.taken_along()
        self.shares.setVisible(not along)
        self.pay.amount.input.setEnabled(not along)
        if along:
            self.agree.setChecked(False)
            self.pay.put_amount(self._total or None)
        self.dues.set_total(self._total)
        self._live()

    def _take(self, on: bool) -> None:  # noqa: FBT001 - the slot of a toggle
        if not on:
            self.pay.put_amount(None)  # nobody typed it, so nobody may have paid it
        self._follow()

    def _share(self, percent: int) -> None:
        self.pay.put_amount(self._total.percent(percent))
        self.pay.method.setFocus()

    def _agree(self, on: bool) -> None:  # noqa: FBT001 - the slot of a toggle
        if on:
            self.dues.put(self._usual(), self._total)
        self.dues.setVisible(on)
        self._live()

    def _usual(self) -> list[NewDue]:
        """The deposit now, the rest on the promised day."""
        paid, left = self.paid(), self.balance()
        day = self._promised or self._today
        deposit = [NewDue("deposit", self._today, paid)] if paid else []
        return [*deposit, *([NewDue("balance", day, left)] if left.cents > 0 else [])]

    def paid(self) -> Money:
        """What is paid now, as far as it is typed."""
        return self.pay.money() or Money.zero(self._total.currency)

    def balance(self) -> Money:
        """What is left to pay."""
        return self._total - self.paid()

    def _live(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self, _text: str = "") -> None:
        left = self.balance()
        self.agree.setVisible(left.cents > 0 and not self.taken_along())
        self.plan_words.setVisible(self.agree.isVisibleTo(self) and not self.agree.isChecked())
        day = self._promised or self._today
        bind(self.plan_words.setText, lambda: _plan(left, day))

    def payment(self) -> NewPayment | None:
        """The money taken now. Raises CanFix naming the field."""
        return self.pay.payment()

    def schedule(self) -> list[NewDue] | None:
        """The schedule agreed on; None for the usual one."""
        return self.dues.dues() if self.agree.isChecked() else None


def _plan(left: Money, day: dt.date) -> str:
    from ui.i18n import t

    return t("{balance} is to be paid by {day}.", balance=money(left), day=day_words(day))
