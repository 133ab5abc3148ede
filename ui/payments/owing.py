"""Money that is due: by how long it has been waiting, with one press to take it or to follow up."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from db.types import Id
from jewelcrm.money import Money
from jewelcrm.payments.model import DueRow
from ui.format import day_words, money
from ui.i18n import N_, bind, later, tn
from ui.orders.words import customer_word, today_at
from ui.payments.words import kind_word
from ui.shell.desk import Desk
from ui.widgets import (
    Button,
    Card,
    Chips,
    Column,
    EmptyState,
    Label,
    LazyTable,
    PersonCell,
    PillCell,
    Row,
    TextCell,
    heading,
)

_AGES = (
    ("all", N_("All")),
    ("coming", N_("Coming")),
    ("week", N_("Up to 7 days late")),
    ("month", N_("8 to 30 days late")),
    ("old", N_("More than 30 days late")),
)


def age_of(due: DueRow, today: dt.date) -> str:
    """Which of the ages a due belongs to."""
    days = (today - due.due_on).days
    if days <= 0:
        return "coming"
    if days <= 7:
        return "week"
    return "month" if days <= 30 else "old"


def late_words(due: DueRow, today: dt.date) -> str:
    """3 days late; or the day it is due."""
    days = (today - due.due_on).days
    if days <= 0:
        return day_words(due.due_on, today)
    return tn("{n} days late", days, one=N_("{n} day late"))


class OwingTable(Card):
    """Rows of money due, the longest overdue first; Enter takes the money."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(spacing=10)
        self.desk = desk
        self._rows: dict[Id, DueRow] = {}
        self._ages: list[str] = []  # of the rows
        self.age = Chips(_AGES, N_("How long it has been due"))
        self.sum = Label(look="value")
        self.table = self._table()
        self.empty = EmptyState(
            "check-circle-outline",
            N_("Nothing is due here"),
            N_("Paid dues leave this list by themselves."),
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self._arrange()
        self.age.chosen.connect(lambda _age: self._narrow())
        self.table.selected.connect(self._offer)
        self.table.opened.connect(self._take)

    def _arrange(self) -> None:
        self.pay = Button(
            N_("Take payment"), "payment", lambda: self._take(self.table.current_id())
        )
        self.follow = Button(N_("Follow-up"), "bell-ring", self._follow_up)
        self.order = Button(N_("Open order"), "order", self._open_order)
        self.box.addLayout(Row(heading(N_("Money due")), None, self.sum))
        self.box.addWidget(self.age)
        self.box.addWidget(self.stack, 1)
        self.box.addLayout(Row(self.pay, self.follow, self.order, None, spacing=8))
        self._offer(b"")

    def _table(self) -> LazyTable[DueRow]:
        def today() -> dt.date:
            return today_at(self.desk)

        person = PersonCell[DueRow](
            lambda row: row.customer_name or customer_word(None, row.customer_name_zh),
            lambda row: row.customer_name_zh,
            lambda row: row.order_number,
        )
        when = PillCell[DueRow](
            lambda row: late_words(row, today()),
            lambda row: "danger" if row.due_on < today() else "muted",
        )
        owed = TextCell[DueRow](
            lambda row: money(row.outstanding),
            lambda row: kind_word(row.kind),
            strong=True,
            right=True,
        )
        columns: list[Column[DueRow]] = [
            Column(N_("Customer"), person, width=200, stretch=3),
            Column(N_("Due"), when, width=132),
            Column(N_("Outstanding"), owed, width=152),
        ]
        return LazyTable(columns, self._fetch, self.desk.background, N_("Money due"))

    def _fetch(self, ids: Sequence[bytes]) -> list[DueRow]:
        return [self._rows[one] for one in ids if one in self._rows]

    def show_rows(self, rows: Sequence[DueRow]) -> None:
        """Show these."""
        self._rows = {row.due_id: row for row in rows}
        today = today_at(self.desk)
        self._ages = [age_of(row, today) for row in self._rows.values()]
        self._count()
        self._narrow()

    def _count(self) -> None:
        """Each age says how many it has."""
        found = Counter(self._ages)
        for age, words in _AGES:
            n = len(self._ages) if age == "all" else found[age]
            bind(self.age.button(age).setText, _counted(words, n))

    def _narrow(self) -> None:
        age = self.age.value()
        aged = zip(self._rows.values(), self._ages, strict=True)
        shown = [row for row, its in aged if age in ("all", its)]
        self.table.show_ids([row.due_id for row in shown], keep=True)
        self.stack.setCurrentWidget(self.table if shown else self.empty)
        currency = self.desk.context().branch.currency if self.desk.ctx else "HKD"
        ours = [row.outstanding for row in shown if row.outstanding.currency == currency]
        self.sum.raw(money(Money.total(ours, currency)))
        self._offer(self.table.current_id() or b"")

    def _offer(self, due: bytes) -> None:
        row = self._rows.get(due)
        self.pay.setEnabled(row is not None and self.desk.allows("payments.take"))
        self.follow.setEnabled(row is not None and self.desk.allows("followups.edit"))
        self.order.setEnabled(row is not None)

    def _row(self) -> DueRow | None:
        return self._rows.get(self.table.current_id() or b"")

    def _take(self, due: Id | None) -> None:
        row = self._rows.get(due or b"")
        if row is not None and self.desk.allows("payments.take"):
            self.desk.open("payments.take", order_id=row.order_id, kind=row.kind)

    def _follow_up(self) -> None:
        if (row := self._row()) is not None:
            self.desk.open("followups.add", customer_id=row.customer_id, order_id=row.order_id)

    def _open_order(self) -> None:
        if (row := self._row()) is not None:
            self.desk.open("orders", order_id=row.order_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """O opens the order of the marked row, F makes a follow-up."""
        if event.key() == Qt.Key.Key_O and self._row() is not None:
            self._open_order()
        elif event.key() == Qt.Key.Key_F and self._row() is not None:
            self._follow_up()
        else:
            super().keyPressEvent(event)


def _counted(words: str, n: int) -> Callable[[], str]:
    return lambda: f"{later(words)}  {n}" if n else later(words)
