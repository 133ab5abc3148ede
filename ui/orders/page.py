"""The orders page: a board of what is under way, a list of everything, one order at the right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QWidget

from db.types import Id
from jewelcrm.context import Context
from jewelcrm.orders import queries
from jewelcrm.orders.model import Moved, OrderFilter, OrderRow
from jewelcrm.orders.rules.stages import KINDS, WAITING
from ui import theme
from ui.customers.parts import Flow, LineChips
from ui.i18n import N_, bind, say, tn
from ui.orders.board import Board
from ui.orders.listing import order_table
from ui.orders.moving import start_move, step_menu, usual_step
from ui.orders.panel import OrderPanel
from ui.orders.words import KINDS as KIND_WORDS
from ui.orders.words import in_order
from ui.shell.desk import Desk
from ui.shell.page import Page
from ui.widgets import Button, Card, EmptyState, Label, Row, Tabs, VBox, title

PANEL = 430
_ROOM_FOR_BOTH = 940
_OURS = frozenset({"sales_order", "order_line", "order_step", "payment", "payment_due", "customer"})
_STATES = (
    ("open", N_("Under way")),
    ("late", N_("Late")),
    ("ready", N_("Ready")),
    ("all", N_("All")),
)
State = Literal["open", "late", "ready", "all"]


class Filters(QWidget):
    """Chips that narrow what is shown: kind, mine, and for the list open, late or ready."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind = LineChips((("", N_("All kinds")), *KIND_WORDS), N_("Kind of order"))
        self.state = LineChips(_STATES, N_("Which orders"))
        self.mine = QToolButton()
        self.mine.setCheckable(True)
        self.mine.setProperty("look", "chip")
        say(self.mine.setText, "Mine")
        say(self.mine.setToolTip, "Only orders I took")
        self.setLayout(VBox(Flow(self.kind, self.mine, self.state, spacing=14)))
        self.kind.chosen.connect(lambda _key: self.changed.emit())
        self.state.chosen.connect(lambda _key: self.changed.emit())
        self.mine.toggled.connect(lambda _on: self.changed.emit())

    def kinds(self) -> tuple[str, ...]:
        """The kinds wanted."""
        chosen = self.kind.value()
        return (chosen,) if chosen else KINDS


class OrdersPage(Page):
    name = "orders"
    icon = "orders"
    title = N_("Orders")
    help = "orders"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view = Tabs((("board", N_("Board")), ("list", N_("List"))), N_("Board or list"))
        self.count = Label(look="muted")
        self.filters = Filters()
        self.board = Board(lambda row: desk.line.elsewhere(row.branch_id))
        desk.line.changed.connect(self.board.paint_again)
        self.table = order_table(desk)
        self.empty = EmptyState(
            "orders",
            N_("No orders here"),
            N_("Take one with Ctrl+O, or choose another filter."),
        )
        self.panel = OrderPanel(desk)
        self.panel.hide()
        self.stack = QStackedWidget()
        self._table_card = Card(self.table, margins=1)
        for part in (self.board, self._table_card, self.empty):
            self.stack.addWidget(part)
        self._lay()
        self._listen()
        self._counted = 0
        bind(self.count.setText, lambda: tn("{n} orders", self._counted, one=N_("{n} order")))

    def _lay(self) -> None:
        self.new = Button(N_("New order"), "plus", lambda: self.desk.open("orders.add"))
        head = Row(title(N_("Orders")), self.count, None, self.view, self.new)
        self._main = QHBoxLayout()
        self._main.setSpacing(14)
        self._main.addWidget(self.stack, 1)
        self._main.addWidget(self.panel)
        column = VBox(head, self.filters, self._main, spacing=12)
        column.setStretch(2, 1)
        self.setLayout(column)

    def _listen(self) -> None:
        self.view.chosen.connect(lambda _view: self.reload())
        self.filters.changed.connect(self.reload)
        self.board.opened.connect(self.show_order)
        self.board.move_wanted.connect(self._move)
        self.board.menu_wanted.connect(self._menu)
        self.table.selected.connect(lambda order: self.show_order(order) if order else None)
        self.table.opened.connect(self.show_order)
        self.panel.closed.connect(self.close_order)
        self.desk.themeChanged.connect(self._share)

    # The shell's calls ---------------------------------------------------------------------

    def enter(self, **where: object) -> None:
        """With order_id: show that order; with kind or state: narrow to it."""
        self.new.setVisible(self.desk.allows("orders.add"))
        if isinstance(kind := where.get("kind"), str):
            self.filters.kind.choose(kind)
        if isinstance(state := where.get("state"), str):
            self.view.choose("list")
            self.filters.state.choose(state)
        if isinstance(order_id := where.get("order_id"), bytes):
            self.show_order(order_id)
        self.reload()

    def subject(self) -> dict[str, object]:
        """The order at the right."""
        return {} if self.panel.isHidden() else _named(order_id=self.panel.order_id())

    def refresh(self, tables: frozenset[str]) -> None:
        """Read again what may have changed."""
        if not tables or tables & _OURS:
            self.reload()
            self.panel.reload()

    def clear(self) -> None:
        """Nothing of the last person stays."""
        self.close_order()
        self.board.show_board({}, dt.date.min)
        self.table.show_ids([])

    # Reading -------------------------------------------------------------------------------

    def reload(self) -> None:
        """Show what the chips ask for."""
        listed = self.view.value() == "list"
        self.filters.state.setVisible(listed)
        if listed:
            self._read_list()
        else:
            self._read_board()

    def _read_board(self) -> None:
        kinds, mine = self.filters.kinds(), self.filters.mine.isChecked()

        def read(ctx: Context) -> dict[str, list[OrderRow]]:
            return queries.board(ctx, kinds, mine)

        self.desk.read(self, read, self._show_board, key="orders")

    def _show_board(self, columns: dict[str, list[OrderRow]]) -> None:
        shown = {
            stage: columns[stage]
            for stage in in_order(columns)
            if columns[stage] or stage != "draft"
        }
        self.board.show_board(shown, self.desk.context().today())
        self._count(self.board.count(), self.board)

    def _read_list(self) -> None:
        state, which = self.filters.state.value(), self._wanted()

        def read(ctx: Context) -> list[Id]:
            return _late(ctx, which) if state == "late" else queries.listing(ctx, which)

        self.desk.read(self, read, self._show_list, key="orders")

    def _wanted(self) -> OrderFilter:
        state = self.filters.state.value()
        mine = self.desk.context().staff.id if self.filters.mine.isChecked() else None
        return OrderFilter(
            kinds=self.filters.kinds(),
            staff_id=mine,
            open_only=state == "open",
            stages=tuple(WAITING) if state == "ready" else (),
        )

    def _show_list(self, ids: Sequence[Id]) -> None:
        self.table.show_ids(ids, keep=True)
        self._count(len(ids), self._table_card)

    def _count(self, n: int, part: QWidget) -> None:
        self._counted = n
        self.count.setText(tn("{n} orders", n, one=N_("{n} order")))
        self.stack.setCurrentWidget(part if n else self.empty)

    # One order -----------------------------------------------------------------------------

    def show_order(self, order_id: Id) -> None:
        """Show an order at the right."""
        self.panel.show_order(order_id)
        self.panel.show()
        self._share()

    def close_order(self) -> None:
        """Put the order away; the keys go back to the board or the list."""
        had = self.panel.isVisible()
        self.panel.hide()
        self.panel.forget()
        self._share()
        if had and self.view.value() == "board":
            self.board.focus_cards()
        elif had:
            self.table.setFocus()

    def _move(self, order_id: Id, stage: str) -> None:
        row = self.board.current()
        if not stage and row is not None and row.id == order_id:
            stage = usual_step(self.desk, row.kind, row.stage)
        if stage:
            start_move(self.desk, self, order_id, stage, self._moved)

    def _moved(self, _moved: Moved) -> None:
        self.reload()
        self.panel.reload()

    def _menu(self, order_id: Id, at: QPoint) -> None:
        row = self.board.current()
        if row is not None and row.id == order_id:
            step_menu(
                self.desk, self, (row.kind, row.stage), lambda step: self._move(order_id, step), at
            )

    # Room ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the order away."""
        if event.key() == Qt.Key.Key_Escape and self.panel.isVisible():
            self.close_order()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Where there is no room for both, the open order takes the place of the board."""
        both = self.width() >= theme.px(_ROOM_FOR_BOTH)
        opened = not self.panel.isHidden()
        self.stack.setVisible(both or not opened)
        self.panel.setMaximumWidth(theme.px(PANEL) if both else 16_777_215)
        self.panel.setMinimumWidth(theme.px(PANEL) if both else 0)


def _named(**ids: Id | None) -> dict[str, object]:
    return {name: one for name, one in ids.items() if one is not None}


def _late(ctx: Context, which: OrderFilter) -> list[Id]:
    """The late ones, the longest overdue first."""
    return [
        row.id
        for row in queries.late(ctx, limit=5000)
        if row.kind in which.kinds and which.staff_id in (None, row.staff_id)
    ]


PAGE = OrdersPage
