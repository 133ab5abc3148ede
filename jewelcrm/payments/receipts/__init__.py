"""Receipts: what one says (`model`), and how it is drawn on A5 and on an 80 mm roll (`render`).

Drawing brings a quarter of a second of libraries along: `render` is imported by whoever draws.
"""

from jewelcrm.payments.receipts.model import LANGUAGES, PAPERS, Paper, PrintedReceipt, Receipt, Shop

__all__ = ["LANGUAGES", "PAPERS", "Paper", "PrintedReceipt", "Receipt", "Shop"]
