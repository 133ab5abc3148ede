"""One answer about marketing on paper: for the customer, and as the shop's evidence."""

from __future__ import annotations

from db.types import Id
from jewelcrm.context import Context
from jewelcrm.customers.queries import Evidence, consent_evidence
from ui.i18n import N_
from ui.payments.preview import Preview, paper_of
from ui.shell.desk import Desk


def show(desk: Desk, *, consent_id: Id) -> None:
    """Read the answer with its wording, then open the preview."""

    def read(ctx: Context) -> Evidence:
        return consent_evidence(ctx, consent_id)

    desk.read(desk, read, lambda found: EvidencePreview(desk, found).open())


class EvidencePreview(Preview):
    """What she was asked, what she said, to whom and in which words."""

    help = "customer-card#Consent"

    def __init__(self, desk: Desk, found: Evidence) -> None:
        super().__init__(desk, N_("Consent on paper"), found.number)
        self._evidence = found

    def make(self, ctx: Context, paper: str, language: str) -> bytes:
        from jewelcrm.payments.receipts.consent_slip import render  # brings the PDF writer along

        return render(self._evidence, paper_of(paper), language)
