"""Receipts: what one says, and how it is drawn on A5 and on an 80 mm roll."""

from jewelcrm.payments.receipts.model import PrintedReceipt, Receipt, Shop
from jewelcrm.payments.receipts.render import LANGUAGES, PAPERS, render

__all__ = ["LANGUAGES", "PAPERS", "PrintedReceipt", "Receipt", "Shop", "render"]
