"""The page Customers: the list, and the card of the one that is marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from jewelcrm.customers import queries
from ui import theme
from ui.customers.listing import FILTERS, ORDERS, columns, filter_for
from ui.customers.parts import me_of, today_of, zone_of
from ui.customers.place import CardPlace
from ui.i18n import N_, bind, tn
from ui.shell.page import Page
from ui.widgets import (
    Card,
    Chips,
    Choice,
    EmptyState,
    Label,
    LazyTable,
    LinkButton,
    Row,
    VBox,
    title,
)

if TYPE_CHECKING:
    from db.types import Id
    from jewelcrm.context import Context
    from jewelcrm.customers.model import CustomerRow
    from jewelcrm.customers.queries.listing import Order
    from ui.customers.card.panel import CustomerPanel
    from ui.shell.desk import Desk

_TABLES = frozenset(
    {
        "customer",
        "customer_share",
        "contact_point",
        "occasion",
        "relation",
        "ring_size",
        "preference",
        "wish",
        "note",
        "consent",
        "household",
        "sales_order",
        "order_line",
        "order_step",
        "payment",
        "payment_due",
        "followup",
    }
)
_LIST = frozenset({"customer", "contact_point", "sales_order", "preference", "consent"})
_OVERLAY_BELOW = 1100  # of the window: the card then lies over the list
_CARD_WIDTH = 452
_PAUSE_MS = 70


class CustomersPage(Page):
    name = "customers"
    icon = "customers"
    title = N_("Customers")
    help = "customers"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.filters = Chips(FILTERS, N_("Which customers"))
        self.order = Choice(ORDERS, N_("Sorted by"))
        self.count = Label(look="muted")
        self.table: LazyTable[CustomerRow] = LazyTable(
            columns(lambda: today_of(self.desk), lambda: zone_of(self.desk)),
            self._rows,
            desk.background,
            N_("Customers"),
        )
        self.place = CardPlace(desk)
        self._wanted: Id | None = None
        self._lay()
        self._listen()

    def _lay(self) -> None:
        self._empty = EmptyState(
            "customers",
            N_("No customers here"),
            N_("Choose another filter, or add a customer."),
            N_("New customer"),
            self._add,
        )
        inside = QWidget()
        self._stack = QStackedLayout(inside)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self._sheet = Card(inside, margins=1)
        self._sheet.setMinimumWidth(320)
        self.place.setFixedWidth(_CARD_WIDTH)
        self.elsewhere = LinkButton(
            N_("Look up elsewhere"), "account-search", lambda: self.desk.open("sync.lookup")
        )
        self.elsewhere.hide()
        head = Row(title(N_("Customers")), self.count, None, self.elsewhere, self.order)
        self._body = Row(spacing=16)
        self._body.addWidget(self._sheet, 1)
        self._body.addWidget(self.place)
        self.setLayout(VBox(head, self.filters, self._body, spacing=14))

    def _listen(self) -> None:
        self._wait = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._wait.timeout.connect(self._show_marked)
        self.filters.chosen.connect(lambda _key: self._list(left=self._wanted))
        self.order.chosen.connect(lambda _key: self._list())
        self.table.selected.connect(self._marked)
        self.table.opened.connect(self._opened)
        self.place.closed.connect(self._close_card)
        self.desk.themeChanged.connect(self._fit)
        self.desk.line.changed.connect(self._show_line)
        self.desk.signedIn.connect(self._seated)

    # The page ------------------------------------------------------------------------------

    def enter(self, **where: object) -> None:
        """Show the list, and the card of `customer_id` at its `tab`."""
        if not self.table.ids() and not self.desk.background.awaits(self, "ids"):
            self._list()
        wanted = where.get("customer_id")
        if isinstance(wanted, bytes):
            self._wanted = wanted
            self.place.card.show_customer(wanted, str(where.get("tab") or ""))
            self._reveal()
            self.table.select(wanted)
        self._fit()
        self._show_line()

    def _show_line(self) -> None:
        """Other branches' customers can be looked up where there is a head office."""
        may = self.desk.line.enrolled and self.desk.allows("customers.lookup")
        self.elsewhere.setVisible(may)
        if self.place.made is not None:
            self.place.made.show_line()

    def subject(self) -> dict[str, object]:
        """The customer whose card lies open."""
        shown = self._shown()
        return {} if shown is None or self.place.isHidden() else {"customer_id": shown}

    def refresh(self, tables: frozenset[str]) -> None:
        """Read again what a commit has touched."""
        if self.place.made is not None and (not tables or tables & _TABLES):
            self.place.made.reload()
        if not tables or tables & _LIST:
            self._list(keep=True)

    def _seated(self) -> None:
        """Somebody is at the desk: read all of it. A method, which Qt lets go of with the page."""
        self.refresh(frozenset())

    def clear(self) -> None:
        """Another person: nothing of the last one's stays."""
        self.table.show_ids([])
        if self.place.made is not None:
            self.place.made.clear()

    def _shown(self) -> Id | None:
        """Whose card lies there."""
        return self.place.made.customer_id if self.place.made is not None else None

    # The list ------------------------------------------------------------------------------

    def _rows(self, ids: Sequence[Id]) -> Sequence[CustomerRow]:
        ctx = self.desk.ctx
        return queries.rows(ctx, ids) if ctx is not None else []

    def _list(self, *, keep: bool = False, left: Id | None = None) -> None:
        """Whom the chip asks for; `left`: who was marked before it was pressed."""
        wanted = filter_for(self.filters.value(), me_of(self.desk))
        order = cast("Order", self.order.value())

        def work(ctx: Context) -> Sequence[Id]:
            return queries.ids(ctx, wanted, order)

        def show(ids: Sequence[Id]) -> None:
            if not ids and left is not None and left == self._wanted:
                self._show_nobody()
            self._show_ids(ids, keep=keep)

        self.desk.read(self, work, show, key="ids")

    def _show_nobody(self) -> None:
        """No card beside a list without anybody."""
        self._wanted = None
        if self.place.made is not None:
            self.place.made.clear()
        if self._overlay():
            self.place.hide()

    def _show_ids(self, ids: Sequence[Id], *, keep: bool) -> None:
        wanted = self._wanted  # what stays marked must not call the last card back
        self.table.show_ids(ids, keep=keep)
        self._wanted = wanted
        self._stack.setCurrentIndex(0 if ids else 1)
        more = "+" if len(ids) > queries.MOST else ""
        bind(self.count.setText, lambda: _how_many(min(len(ids), queries.MOST), more))
        if wanted is not None:
            if not self.table.select(wanted):
                self.table.clearSelection()
        elif not self._overlay() and self._shown() is None:
            if ids:
                self.table.select_row(0)
            else:
                self.place.when_made(lambda _card: None)  # which says what will stand there

    def _marked(self, customer_id: bytes) -> None:
        if customer_id:
            self._wanted = customer_id
            self._wait.start()

    def _show_marked(self) -> None:
        """The mark has rested: show her card, beside the list only."""
        shown = not self._overlay() or self.place.isVisible()
        if shown and self._wanted is not None and self._wanted != self._shown():
            self.place.when_made(self._show_wanted)

    def _show_wanted(self, card: CustomerPanel) -> None:
        if self._wanted is not None and self._wanted != card.customer_id:
            card.show_customer(self._wanted)

    def _opened(self, customer_id: bytes) -> None:
        self.place.card.show_customer(customer_id)
        self._reveal()
        self.place.card.setFocus()

    def _add(self) -> None:
        self.desk.open("customers.add")

    # Beside the list, or over it -----------------------------------------------------------

    def _overlay(self) -> bool:
        return self.window().width() < _OVERLAY_BELOW

    def _fit(self) -> None:
        """Place the card: beside the list where there is room, else over it when it is wanted."""
        over = self._overlay()
        self.place.set_closable(closable=over)
        if over and self._body.indexOf(self.place) >= 0:
            self._body.removeWidget(self.place)
            self.place.setVisible(False)
        elif not over and self._body.indexOf(self.place) < 0:
            self._body.addWidget(self.place)
            self.place.setVisible(True)
        if over:
            self._lay_over()
        else:
            wanted = theme.px(_CARD_WIDTH if self.width() > 900 else 400)
            self.place.setFixedWidth(min(wanted, max(320, self.width() // 2)))

    def _lay_over(self) -> None:
        width = min(theme.px(_CARD_WIDTH + 40), self.width())
        self.place.setFixedWidth(width)
        top = self.filters.y() - 4
        self.place.setGeometry(self.width() - width, top, width, self.height() - top)
        self.place.raise_()

    def _reveal(self) -> None:
        if self._overlay():
            self._fit()
            self.place.show()
            self.place.raise_()

    def _close_card(self) -> None:
        if self._overlay():
            self.place.hide()
        self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the card that lies over the list."""
        if event.key() == Qt.Key.Key_Escape and self._overlay() and self.place.isVisible():
            self._close_card()
            return
        super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 300)


def _how_many(count: int, more: str) -> str:
    return tn("{n}{more} customers", count, one="{n}{more} customer", more=more)


PAGE = CustomersPage
