"""What both sides take out of the papers of an erased person, which are kept by law.

Orders and payments stay without her; their free text does not (sync.md 2.10).
"""

from __future__ import annotations

from collections.abc import Mapping

EMPTIED: Mapping[str, tuple[str, ...]] = {
    "sales_order": ("remark",),
    "order_line": ("condition",),
    "order_step": ("reason",),
    "payment": ("remark",),
}
"""Tables of papers, and their columns of free text."""
