"""Which old system a file is from, when nobody named it: told by the shape of its header."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from jewelcrm.imports.rules.words import normal_heading

OURS = "jewelcrm_number"
_KNOWN = (
    ("uci-retail", frozenset(["invoiceno", "stockcode", "invoicedate", "customerid"])),
    ("adventureworks", frozenset(["customerkey", "maritalstatus", "annualincome"])),
    ("shopify", frozenset(["customerid", "acceptsemailmarketing", "totalspent"])),
)
_LETTERS = str.maketrans("0123456789abcdef", "bcdfghjkmnpqrstv")


def shape(columns: Sequence[str]) -> str:
    """A name for files of this header; empty for our own export, whose old numbers are whole.

    The order of the columns, their case, and the reason in a file of rejected rows do not count.
    """
    if OURS in columns:
        return ""
    words = {normal_heading(column) for column in columns} - {"reason", ""}
    for name, header in _KNOWN:
        if header <= words:
            return name
    digest = sha256("\n".join(sorted(words)).encode()).hexdigest()[:8]
    return f"file-{digest.translate(_LETTERS)}"
