"""The payments page: the day's money by method, and what is still to come in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from jewelcrm.context import Context
from jewelcrm.payments import queries
from jewelcrm.payments.model import DayTotal, DueRow, MethodTotal, Payment
from ui.customers.filling import Filler, fill
from ui.customers.parts import Glyph
from ui.format import long_day, money, number, parse_day
from ui.i18n import N_, bind, language, t, tn
from ui.orders.words import today_at
from ui.payments.entry import entry_line
from ui.payments.owing import OwingTable
from ui.payments.words import method_icon, method_word
from ui.shell.desk import Desk
from ui.shell.page import Page
from ui.widgets import (
    Button,
    Card,
    DayEdit,
    EmptyState,
    IconButton,
    Label,
    LinkButton,
    Row,
    Scroll,
    Tile,
    VBox,
    heading,
    line,
    title,
)

_OURS = frozenset({"payment", "payment_due", "sales_order", "order_line", "customer"})
_ROOM_FOR_BOTH = 1000
_BETWEEN = 14
_ALONE = 460  # pixels for each where one stands under the other
_FIRST = 15  # entries of a day, before all are asked for
_AHEAD = 30  # days of money due that are shown


class MethodLine(QWidget):
    """One way of paying: how many entries, in, out, and what stays."""

    def __init__(self, total: MethodTotal) -> None:
        super().__init__()
        name, small = Label(look="strong"), Label(look="muted")
        bind(name.setText, lambda: method_word(total.method))
        bind(small.setText, lambda: _entries(total))
        row = Row(Glyph(method_icon(total.method), "accent_text"), VBox(name, small, spacing=0))
        row.setStretch(1, 1)
        row.addWidget(Label(look="value").raw(money(total.net)))
        self.setLayout(row)
        self.setMinimumHeight(48)


def _entries(total: MethodTotal) -> str:
    words = tn("{n} entries", total.count, one=N_("{n} entry"))
    if not total.given_back:
        return words
    back = t("given back {amount}", amount=money(total.given_back))
    return f"{words}  ·  {back}"


class Day(Card):
    """A day's money at this shop."""

    rearranged = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(spacing=12)
        self.desk = desk
        today = desk.context().today()
        self.day = DayEdit(today)
        self.day.set_day(today)
        self.day.setMaximumWidth(190)
        bind(self.day.setAccessibleName, lambda: t("The day"))
        self.name = Label(look="muted")
        self._net, self._in, self._out = (
            Tile(N_("Stays in the shop")),
            Tile(N_("Taken")),
            Tile(N_("Given back")),
        )
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self._receipts = Label(look="muted", wrap=True)
        self._entries = VBox(spacing=12)
        self._filler = Filler(self, self._entries)
        self._found: Sequence[Payment] = ()
        self._all, self._shown = False, today
        self._said: tuple[object, ...] = ()
        self.more = LinkButton("", "chevron-down", self._unfold)
        self.more.hide()
        bind(self.more.setText, lambda: t("Show all {n}", n=len(self._found)))
        self._arrange()
        self.day.picked.connect(lambda _day: self.reload())
        self._unsaid = False  # in the language in force
        desk.languageChanged.connect(self._spoken)

    def _spoken(self) -> None:
        """In another language: now, or when it is seen again."""
        self._unsaid = not self.isVisible()
        if not self._unsaid:
            self.reload()

    def event(self, event: QEvent) -> bool:
        """Other figures may be wider ones."""
        heard = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.rearranged.emit()
        return heard

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._unsaid:
            self._unsaid = False
            self.reload()

    def _arrange(self) -> None:
        back = IconButton("chevron-left", N_("The day before"), lambda: self._step(-1))
        on = IconButton("chevron-right", N_("The day after"), lambda: self._step(1))
        self.box.addLayout(Row(heading(N_("The day")), None, back, self.day, on, spacing=6))
        self.box.addWidget(self.name)
        tiles = Row(self._net, self._in, self._out, spacing=8)
        for place in range(3):
            tiles.setStretch(place, 1)
        self.box.addLayout(tiles)
        self.box.addWidget(line())
        inside = QWidget()
        inside.setLayout(
            VBox(self._lines, self._receipts, self._entries, self.more, None, spacing=12)
        )
        self.box.addWidget(Scroll(inside), 1)

    def _step(self, days: int) -> None:
        self.day.set_day(self._day() + dt.timedelta(days=days))
        self.reload()

    def _day(self) -> dt.date:
        today = today_at(self.desk)
        return parse_day(self.day.text(), today) or today

    def reload(self) -> None:
        """Read the day again."""
        if self.desk.ctx is None:
            return
        day = self._day()

        def read(ctx: Context) -> tuple[DayTotal, list[Payment]]:
            return queries.day_total(ctx, day), queries.of_day(ctx, day)

        self.desk.read(self, read, lambda found: self._show(*found), key="day")

    def _show(self, total: DayTotal, entries: Sequence[Payment]) -> None:
        bind(self.name.setText, lambda: long_day(total.day))
        self._net.show_value(money(total.net))
        self._in.show_value(money(total.taken))
        self._out.show_value(money(total.given_back))
        lines: list[QWidget] = [MethodLine(one) for one in total.methods]
        fill(self._lines, lines or [EmptyState("payment", N_("No payments on this day"))])
        bind(self._receipts.setText, lambda: _receipts(total))
        self._all = self._all and self._shown == total.day
        self._found, self._shown = entries, total.day
        self._list()

    def _list(self) -> None:
        """The first entries of the day; all of them once she has asked."""
        ctx, day = self.desk.ctx, self._shown
        zone = ctx.branch.time_zone if ctx is not None else "UTC"
        shown = self._found if self._all else self._found[:_FIRST]
        said = (language(), day, *shown)
        if said != self._said:
            self._said = said
            self._filler.fill(entry_line(self.desk, one, zone, day) for one in shown)
        self.more.setVisible(len(self._found) > len(shown))
        self.more.setText(t("Show all {n}", n=len(self._found)))

    def _unfold(self) -> None:
        self._all = True
        self._list()

    def clear(self) -> None:
        """Another person: the single entries go."""
        self._found, self._all = (), False
        self._list()


def _receipts(total: DayTotal) -> str:
    if not total.first_receipt:
        return ""
    if total.first_receipt == total.last_receipt:
        return t("Receipt {number}", number=total.first_receipt)
    return t(
        "Receipts {first} to {last}, {count} entries",
        first=total.first_receipt,
        last=total.last_receipt,
        count=number(total.count),
    )


class PaymentsPage(Page):
    name = "payments"
    icon = "payment"
    title = N_("Payments")
    help = "payments"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.day = Day(desk)
        self.owing = OwingTable(desk)
        self.take = Button(N_("Take payment"), "payment", lambda: self.desk.open("payments.take"))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(_BETWEEN)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.addWidget(self.day, 4)
        self._columns.addWidget(self.owing, 6)
        head = Row(title(N_("Payments")), None, self.take)
        inside = QWidget()
        inside.setLayout(self._columns)
        column = VBox(head, Scroll(inside), spacing=12)
        column.setStretch(1, 1)
        self.setLayout(column)
        self.day.rearranged.connect(self._fit)

    def enter(self, **_where: object) -> None:
        """Read the day and what is due."""
        self.take.setVisible(self.desk.allows("payments.take"))
        self.reload()

    def reload(self) -> None:
        """Read everything again."""
        self.day.reload()
        until = self.desk.context().today() + dt.timedelta(days=_AHEAD)

        def read(ctx: Context) -> list[DueRow]:
            return queries.money_due(ctx, until)

        self.desk.read(self, read, self.owing.show_rows, key="due")

    def refresh(self, tables: frozenset[str]) -> None:
        """Money came in or an order changed."""
        if not tables or tables & _OURS:
            self.reload()

    def clear(self) -> None:
        """Nothing of the last person stays."""
        self.day.clear()
        self.owing.show_rows([])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Side by side where neither cuts an amount, else one under the other."""
        needed = sum(part.minimumSizeHint().width() for part in (self.day, self.owing))
        wide = self.width() >= max(_ROOM_FOR_BOTH, needed + _BETWEEN)
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        for part in (self.day, self.owing):
            part.setMinimumHeight(0 if wide else _ALONE)


PAGE = PaymentsPage
