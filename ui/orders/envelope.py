"""The job envelope of an order: look at it, print it, keep it as PDF."""

from __future__ import annotations

from db.types import Id
from jewelcrm.context import Context
from jewelcrm.customers import queries as customers
from jewelcrm.orders import queries
from jewelcrm.payments.receipts import Paper
from ui.format import day_text
from ui.i18n import N_
from ui.orders.envelope_pdf import Envelope, render
from ui.payments.preview import Preview
from ui.shell.desk import Desk


def show(desk: Desk, *, order_id: Id) -> None:
    """Read the order, then open the preview."""

    def read(ctx: Context) -> Envelope:
        return envelope_of(ctx, order_id)

    desk.read(desk, read, lambda found: EnvelopePreview(desk, found).open())


def envelope_of(ctx: Context, order_id: Id) -> Envelope:
    """What the envelope of an order says."""
    order = queries.order(ctx, order_id)
    phone = ""
    if order.customer_id is not None:
        contacts = customers.card(ctx, order.customer_id).contacts
        phone = next((one.masked for one in contacts if one.kind == "phone"), "")
    placed = order.placed_at.astimezone(ctx.zone()).date()
    shop = " ".join(filter(None, (ctx.branch.name, ctx.branch.name_zh)))
    return Envelope(order, shop, phone, day_text(placed), day_text(order.promised_on))


class EnvelopePreview(Preview):
    """A paper that goes with the piece through the workshop."""

    def __init__(self, desk: Desk, envelope: Envelope) -> None:
        super().__init__(desk, N_("Job envelope"), envelope.order.number)
        self._envelope = envelope

    def make(self, ctx: Context, paper: Paper, language: str) -> bytes:
        return render(self._envelope, paper, language)
