"""The receipt of a payment: look at it, print it, keep it as PDF."""

from __future__ import annotations

from db.types import Id
from jewelcrm.context import Context
from jewelcrm.payments.printing import preview, print_receipt, receipt
from jewelcrm.payments.receipts import Receipt
from ui.i18n import N_, bind, later, t
from ui.payments.preview import Preview, paper_of
from ui.shell.desk import Desk

# What a receipt must say (jewelcrm/orders/rules/disclosures.py), marked here.
MISSING = (
    N_("The shop's name and address are missing."),
    N_("Give the fineness of the gold (333 to 999.9 per mille)."),
    N_("足金 / Chuk Kam is 999 per mille or more. Correct the description or the fineness."),
    N_("白金 is platinum: white gold is called 白色黃金. Correct the description."),
    N_("Give the weight of the metal."),
    N_("Give the fineness of the platinum (850 or more; 足鉑金 990 or more)."),
    N_("Say whether the fei cui is natural, and how it was treated."),
    N_("Treated jade is not natural. Correct the description."),
    N_("Give the total weight of the diamonds in carats."),
    N_("Say whether the diamond is natural or laboratory-grown, in the description too."),
    N_("Say how the stone was treated, or that it was not."),
    N_("Say whether the stone is natural or laboratory-grown."),
)


def show(desk: Desk, *, payment_id: Id) -> None:
    """Read what the receipt says, then open its preview."""

    def read(ctx: Context) -> Receipt:
        return receipt(ctx, payment_id)

    desk.read(desk, read, lambda found: ReceiptPreview(desk, payment_id, found).open())


class ReceiptPreview(Preview):
    """Printing it is written to the audit log; looking is not."""

    def __init__(self, desk: Desk, payment_id: Id, found: Receipt) -> None:
        super().__init__(desk, N_("Receipt"), found.number)
        self._payment_id, self._receipt = payment_id, found
        if found.missing:
            bind(self.warning.setText, self._missing)
            self.warning.show()

    def _missing(self) -> str:
        """What the law wants on it and nobody filled in."""
        lines = [
            later(one.words) if one.line is None else f"{one.line}. {later(one.words)}"
            for one in self._receipt.missing
        ]
        return "\n".join([t("Before it can be printed, fill in:"), *lines])

    def make(self, ctx: Context, paper: str, language: str) -> bytes:
        return preview(ctx, self._payment_id, paper=paper_of(paper), language=language)

    def for_printer(self, ctx: Context, paper: str, language: str) -> bytes:
        kind = paper_of(paper)
        return print_receipt(ctx, self._payment_id, paper=kind, language=language).pdf
