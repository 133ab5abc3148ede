"""The job envelope of an order: look at it, print it, keep it as PDF."""

from __future__ import annotations

from db.types import Id
from jewelcrm.context import Context
from jewelcrm.orders.envelope import Envelope, envelope
from ui.i18n import N_
from ui.payments.preview import Preview, paper_of
from ui.shell.desk import Desk


def show(desk: Desk, *, order_id: Id) -> None:
    """Read the order, then open the preview."""

    def read(ctx: Context) -> Envelope:
        return envelope(ctx, order_id)

    desk.read(desk, read, lambda found: EnvelopePreview(desk, found).open())


class EnvelopePreview(Preview):
    """A paper that goes with the piece through the workshop."""

    help = "receipts#Job envelope"

    def __init__(self, desk: Desk, found: Envelope) -> None:
        super().__init__(desk, N_("Job envelope"), found.order.number)
        self._envelope = found

    def make(self, ctx: Context, paper: str, language: str) -> bytes:
        from jewelcrm.payments.receipts.envelope import render  # brings the PDF writer along

        return render(self._envelope, paper_of(paper), language)
