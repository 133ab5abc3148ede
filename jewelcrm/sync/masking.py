"""What is left of a row on this PC when it may see less of it than before.

Head office masks before anything leaves it; this is for what is here already when a lease ends or
a customer moves away, and does the same.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Column, String

from db.tables import metadata

STUB_COLUMNS = frozenset({"branch_id", "number", "tier", "created_at", "updated_at"})
"""What a stub of a customer keeps as it is, besides the initials."""

COVERED = "•••"
_WORD = re.compile(r"[^\W\d_]+")


def initials(name: str) -> str:
    """The first letters of a name: `C. T. M.` for Chan Tai Man; one character of a Chinese one."""
    words = _WORD.findall(name)
    letters = [word[0].upper() for word in words if word[0].isascii()]
    if letters:
        return " ".join(f"{letter}." for letter in letters)
    return f"{words[0][0]}○" if words else COVERED


def stub(image: Mapping[str, Any]) -> dict[str, Any]:
    """A customer as somebody may see her who only has business with her."""
    kept = {name: value for name, value in image.items() if name in STUB_COLUMNS}
    return kept | {"name": initials(str(image.get("name", "")))}


def masked(table: str, image: Mapping[str, Any], classes: Collection[str]) -> dict[str, Any]:
    """The image without the columns of these classes; a text that must be there is covered."""
    hidden = [c for c in metadata.tables[table].columns if c.info.get("class") in classes]
    shown = {name: v for name, v in image.items() if name not in {c.name for c in hidden}}
    return shown | {c.name: _cover(c) for c in hidden if not c.nullable}


def _cover(column: Column[Any]) -> str | int:
    return COVERED if isinstance(column.type, String) else 0
