"""A schedule of payments: what is to be paid by when; it must add up to the total."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jewelcrm.errors import CanFix
from jewelcrm.money import Money
from jewelcrm.payments.model import NewDue
from ui.customers.forms import at
from ui.format import money
from ui.i18n import N_, say
from ui.payments.words import TAKEN_KINDS
from ui.widgets import Choice, DayEdit, IconButton, Label, LinkButton, MoneyEdit, Row, VBox

MONTH = dt.timedelta(days=30)


class _DueRow(QWidget):
    changed = Signal()
    gone = Signal(object)

    def __init__(self, due: NewDue, today: dt.date) -> None:
        super().__init__()
        self.kind = Choice(TAKEN_KINDS, N_("What it is"))
        self.kind.choose(due.kind)
        self.day = DayEdit(today)
        self.day.set_day(due.due_on)
        say(self.day.setAccessibleName, "To be paid by")
        self.amount = MoneyEdit(due.amount.currency)
        self.amount.set_money(due.amount or None)
        say(self.amount.setAccessibleName, "Amount")
        remove = IconButton(
            "close", N_("Remove this payment"), lambda: self.gone.emit(self), look="bare"
        )
        row = Row(self.kind, self.day, self.amount, remove, spacing=8)
        for place in range(3):
            row.setStretch(place, 1)
        self.setLayout(row)
        self.amount.textChanged.connect(lambda _text: self.changed.emit())

    def money(self) -> Money | None:
        """The amount as far as it is typed."""
        try:
            return self.amount.money()
        except CanFix:
            return None

    def due(self) -> NewDue:
        """What was typed. Raises CanFix naming the schedule."""
        day, amount = at("dues", self.day.day), at("dues", self.amount.money)
        if day is None or amount is None:
            raise CanFix(N_("Give each payment its day and amount."), field="dues")
        return NewDue(self.kind.value(), day, amount)


class DuesEditor(QWidget):
    """Rows of kind, day and amount, and whether they add up."""

    changed = Signal()

    def __init__(self, today: dt.date, currency: str) -> None:
        super().__init__()
        self._today, self._total = today, Money.zero(currency)
        self._rows: list[_DueRow] = []
        self._box = QVBoxLayout()
        self._box.setSpacing(8)
        self.state = Label(look="muted")
        add = LinkButton(N_("Add an instalment"), "plus", self.add_rest)
        self.setLayout(VBox(self._box, Row(add, None, self.state), spacing=8))

    def put(self, dues: Sequence[NewDue], total: Money) -> None:
        """Show this schedule for a total."""
        for row in list(self._rows):
            self._drop(row)
        self._total = total
        for due in dues:
            self._add(due)
        self._live()

    def set_total(self, total: Money) -> None:
        """The order's total changed."""
        self._total = total
        self._live()

    def add_rest(self) -> None:
        """One more payment, a month after the last, of what is not yet planned."""
        days = [day for row in self._rows if (day := _day(row)) is not None]
        due_on = max(days, default=self._today) + (MONTH if days else dt.timedelta())
        left = self._total - self.planned()
        amount = left if left.cents > 0 else Money.zero(left.currency)
        self._add(NewDue("instalment", due_on, amount))
        self._live()

    def planned(self) -> Money:
        """What the rows add up to."""
        amounts = (row.money() for row in self._rows)
        return Money.total((amount for amount in amounts if amount), self._total.currency)

    def dues(self) -> list[NewDue]:
        """What was typed. Raises CanFix naming "dues"."""
        return [row.due() for row in self._rows]

    def _add(self, due: NewDue) -> None:
        row = _DueRow(due, self._today)
        row.changed.connect(self._live)
        row.gone.connect(self._remove)
        self._rows.append(row)
        self._box.addWidget(row)

    def _remove(self, row: _DueRow) -> None:
        self._drop(row)
        self._live()

    def _drop(self, row: _DueRow) -> None:
        self._rows.remove(row)
        self._box.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _live(self) -> None:
        left = self._total - self.planned()
        if not left:
            self.state.words(N_("Adds up to {total}."), total=money(self._total))
        elif left.cents > 0:
            self.state.words(N_("{left} is not planned yet."), left=money(left))
        else:
            self.state.words(N_("{over} too much is planned."), over=money(-left))
        self.changed.emit()


def _day(row: _DueRow) -> dt.date | None:
    try:
        return row.day.day()
    except CanFix:
        return None
