"""Edit order: what was promised; the pieces and the schedule have dialogs of their own."""

from __future__ import annotations

from collections.abc import Callable

from jewelcrm.context import Context
from jewelcrm.orders import commands
from jewelcrm.orders.model import OrderDetail
from ui.customers.forms import Form
from ui.customers.picker import CustomerPicker, Picked
from ui.i18n import N_, t
from ui.orders.new.terms import TermsFields
from ui.orders.words import over
from ui.shell.desk import Desk
from ui.widgets import Label


def show(desk: Desk, *, order: OrderDetail) -> EditOrder:
    """Open the dialog for one order."""
    dialog = EditOrder(desk, order)
    dialog.open()
    return dialog


class EditOrder(Form):
    """Only what was changed is written."""

    help = "orders#One order"

    def __init__(self, desk: Desk, order: OrderDetail) -> None:
        super().__init__(desk, N_("Edit order"), width=940)
        self._order = order
        self.customer = CustomerPicker(desk, N_("Customer"), name="customer_id")
        self.terms = TermsFields(desk.context().today())
        self.box.addWidget(Label(look="muted").raw(f"{order.number}  ·  {order.summary}"))
        self.add(self.customer, self.terms)
        self._fill(order)

    def _fill(self, order: OrderDetail) -> None:
        if order.customer_id is not None:
            who = (order.customer_number or "", order.customer_name or "", order.customer_name_zh)
            self.customer.put(Picked(order.customer_id, *who))
        self.terms.put(order)
        done = over(order.stage)
        for field in (self.customer, self.terms.promised, self.terms.pickup, self.terms.channel):
            field.setEnabled(not done)
        self.terms.rush.setEnabled(not done)

    def work(self) -> Callable[[Context], object]:
        order, terms = self._order, self.terms.values()
        who = self.customer.required() if self.customer.text() else None
        asked = {**terms, "customer_id": who.id if who is not None else None}
        changes = {name: value for name, value in asked.items() if getattr(order, name) != value}
        return lambda ctx: commands.edit_order(ctx, order.id, **changes) if changes else None

    def saved(self, _answer: object) -> None:
        """Say so."""
        self.accept()
        self.desk.toast(t("Order changed"))
