"""Cells that a spreadsheet would take for a formula: guarded when written, released when read.

A guard is one leading apostrophe. Text that already has apostrophes before such a sign gets one
more, so that guarding and releasing are exact opposites (ASVS 1.2.10).
"""

from __future__ import annotations

import re

_SIGNS = "=+\\-@\t\r\n\0＝＋－＠"
_RISKY = re.compile(f"'*[{_SIGNS}]")
_GUARDED = re.compile(f"'+[{_SIGNS}]")


def guarded(cell: str) -> str:
    """The text as it may stand in a spreadsheet."""
    return f"'{cell}" if _RISKY.match(cell) else cell


def released(cell: str) -> str:
    """The text as it was before `guarded`."""
    return cell[1:] if _GUARDED.match(cell) else cell
