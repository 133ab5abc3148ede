"""What is paid when: the schedule of an order, agreed anew."""

from __future__ import annotations

from collections.abc import Callable

from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.orders import commands
from jewelcrm.orders.model import OrderDetail
from jewelcrm.payments.model import NewDue
from ui.customers.forms import Form
from ui.i18n import N_, t
from ui.payments.dues import DuesEditor
from ui.shell.desk import Desk
from ui.widgets import Field, Label


def show(desk: Desk, *, order: OrderDetail) -> DuesDialog:
    """Open the dialog for one order."""
    dialog = DuesDialog(desk, order)
    dialog.open()
    return dialog


class DuesDialog(Form):
    """Deposit, instalments and balance; they must add up to the total."""

    help = "orders#One order"

    def __init__(self, desk: Desk, order: OrderDetail) -> None:
        super().__init__(desk, N_("What is paid when"), width=720)
        self._order = order
        today = desk.context().today()
        self.dues = DuesEditor(today, order.currency)
        known = [NewDue(due.kind, due.due_on, due.amount) for due in order.dues]
        self.dues.put(
            known or [NewDue("balance", order.promised_on or today, order.total)], order.total
        )
        self.box.addWidget(Label(look="muted").raw(f"{order.number}  ·  {order.summary}"))
        self.add(Field(N_("The schedule"), self.dues, name="dues"))

    def work(self) -> Callable[[Context], object]:
        dues, order_id = self.dues.dues(), self._order.id
        if not dues:
            raise CanFix(N_("Give each payment its day and amount."), field="dues")
        return lambda ctx: commands.set_dues(ctx, order_id, dues)

    def saved(self, _answer: object) -> None:
        """Say so."""
        self.accept()
        self.desk.toast(t("Schedule changed"))
