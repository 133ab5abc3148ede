"""Take payment (Ctrl+P): the order, the amount, how it is paid, the change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from db.types import Id
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.orders import queries
from jewelcrm.orders.model import OrderDetail, OrderRow
from jewelcrm.payments import commands
from jewelcrm.payments.model import NewPayment, Taken
from ui.customers.forms import Form
from ui.format import money, names
from ui.i18n import N_, bind, t
from ui.orders.parts import Sum
from ui.payments.paybox import PayBox
from ui.payments.taken import TakenDialog
from ui.payments.words import TAKEN_KINDS
from ui.shell.desk import Desk
from ui.widgets import Card, Chips, Choice, Field, Label, VBox

_PAUSE_MS = 180
_NOT_OWED = ("draft", "cancelled")
Then = Callable[[Taken], None]


def show(
    desk: Desk,
    *,
    order_id: Id | None = None,
    customer_id: Id | None = None,
    kind: str = "",
    then: Then | None = None,
) -> TakePayment:
    """Open it for an order, for what a customer owes, or to look one up.

    `then` is told what was taken.
    """
    dialog = TakePayment(desk, then, kind)
    if order_id is not None:
        dialog.use_order(order_id)
    elif customer_id is not None:
        dialog.use_customer(customer_id)
    dialog.open()
    return dialog


class TakePayment(Form):
    """The amount begins as the balance; more than that is refused, with words."""

    help = "payments#Take payment"

    def __init__(self, desk: Desk, then: Then | None = None, kind: str = "") -> None:
        super().__init__(desk, N_("Take payment"), save=N_("Take payment"), width=680)
        self._then, self._wanted_kind = then, kind
        self.order: OrderDetail | None = None
        self.number = Field(
            N_("Order, job or receipt number"), name="order", example=N_("HK01-A-000123-7, or scan")
        )
        self.kind = Chips(TAKEN_KINDS, N_("What it is"))
        self.pay = PayBox(desk.context().branch.currency)
        self.remark = Field(N_("Remark"), name="remark")
        self.owed = Choice(name=N_("Her unpaid orders"), raw=True)
        self._owed = Field(N_("Her unpaid orders"), self.owed)
        self._owed.hide()
        self._arrange()
        self.owed.chosen.connect(lambda key: self.use_order(bytes.fromhex(key)))
        self._wait = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._wait.timeout.connect(self._look_up)
        self.number.changed.connect(self._typed)
        self._show_order(None)
        self.number.input.setFocus()

    def _arrange(self) -> None:
        self._who, self._what = Label(look="strong"), Label(look="muted", wrap=True)
        self._sums = VBox(spacing=2)
        self._sheet = Card(self._who, self._what, self._sums, margins=14, spacing=4)
        what = Field(N_("What it is"), self.kind, name="kind")
        self.add(self._owed, self.number, self._sheet, what, self.pay, self.remark)

    # Which order -----------------------------------------------------------------------------

    def scanned(self, text: str) -> None:
        """The scanner was heard while this dialog was in front."""
        self.number.set_text(text)
        self._look_up()

    def _typed(self) -> None:
        if self.order is None or self.number.text() != self.order.number:
            self._show_order(None)
            self._wait.start()

    def _look_up(self) -> None:
        self._wait.stop()
        text = self.number.text()
        if not text:
            return

        def read(ctx: Context) -> OrderDetail | None:
            found = queries.find_by_number(ctx, text)
            return None if found is None else queries.order(ctx, found.id)

        self.desk.read(self, read, self._found, key="order")

    def _found(self, order: OrderDetail | None) -> None:
        if order is not None:
            self._show_order(order)
        elif len(self.number.text()) >= 8:
            self.number.error(N_("No order has this number."))

    def use_order(self, order_id: Id) -> None:
        """Take money for this order."""

        def read(ctx: Context) -> OrderDetail:
            return queries.order(ctx, order_id)

        self.desk.read(self, read, self._show_order, self.show_error, key="order")

    def use_customer(self, customer_id: Id) -> None:
        """Take money for the newest of her unpaid orders; the others can be chosen."""
        self.desk.read(self, lambda ctx: _unpaid(ctx, customer_id), self._offer, self.show_error)

    def _offer(self, unpaid: list[OrderRow]) -> None:
        if not unpaid or self.order is not None or self.number.text():
            return
        self.owed.offer([(row.id.hex(), f"{row.number}  ·  {row.summary}") for row in unpaid])
        self._owed.setVisible(len(unpaid) > 1)
        self.use_order(unpaid[0].id)

    def _show_order(self, order: OrderDetail | None) -> None:
        self.order = order
        self._sheet.setVisible(order is not None)
        self.save_button.setEnabled(order is not None)
        if order is None:
            return
        if self.number.text() != order.number:
            self.number.set_text(order.number)
            self.order = order
        self._tell(order)
        self.kind.choose(self._wanted_kind or _usual_kind(order))
        self.pay.put_amount(order.balance if order.balance.cents > 0 else None)
        self.pay.amount.input.setFocus()

    def _tell(self, order: OrderDetail) -> None:
        from ui.customers.filling import fill

        name, name_zh = order.customer_name, order.customer_name_zh
        bind(
            self._who.setText,
            lambda: "  ·  ".join(filter(None, names(name, name_zh))) or t("Walk-in customer"),
        )
        self._what.raw(order.summary)
        fill(
            self._sums,
            (
                Sum(N_("Total"), money(order.total)),
                Sum(N_("Paid"), money(order.paid + order.returned)),
                Sum(N_("Balance"), money(order.balance), "value"),
            ),
        )

    # Taking it -------------------------------------------------------------------------------

    def work(self) -> Callable[[Context], object]:
        order, kind = self.order, self.kind.value()
        if order is None:
            raise CanFix(N_("Look up the order first."), field="order")
        paid = self.pay.payment()
        if paid is None:
            raise CanFix(N_("The amount must be more than nothing."), field="amount")
        return _take(order.id, kind, paid, self.remark.text() or None)

    def saved(self, answer: object) -> None:
        """Receipt number, what is left, notices, the receipt itself."""
        assert isinstance(answer, Taken)
        change = self.pay.change_due() if self.pay.method.value() == "cash" else None
        self.accept()
        shown = TakenDialog(self.desk, answer, change)
        if self._then is not None:
            then = self._then
            shown.finished.connect(lambda _result: then(answer))
        shown.open()


def _take(
    order_id: Id, kind: str, paid: NewPayment, remark: str | None
) -> Callable[[Context], Taken]:
    return lambda ctx: commands.take_payment(
        ctx,
        order_id,
        kind,
        paid.method,
        paid.amount,
        reference=paid.reference,
        remark=remark,
    )


def _unpaid(ctx: Context, customer_id: Id) -> list[OrderRow]:
    rows = queries.of_customer(ctx, customer_id)
    return [row for row in rows if row.balance.cents > 0 and row.stage not in _NOT_OWED]


def _usual_kind(order: OrderDetail) -> str:
    """A deposit comes first; after that it is the balance."""
    return "balance" if order.paid.cents > 0 or order.kind in ("sale", "repair") else "deposit"
