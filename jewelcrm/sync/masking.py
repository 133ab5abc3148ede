"""What is left of a row on this PC when it may see less of it than before.

Head office masks before anything leaves it; this is for what is here already when a lease ends or
a customer moves away.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from db.tables import metadata

STUB_COLUMNS = frozenset({"number", "tier", "created_at", "updated_at"})
"""What a stub of a customer keeps as it is, besides the initials."""


def initials(name: str) -> str:
    """The first letters of a name: `C. T. M.` for Chan Tai Man."""
    return " ".join(f"{word[0].upper()}." for word in name.split())


def stub(image: Mapping[str, Any]) -> dict[str, Any]:
    """A customer as somebody may see her who only has business with her."""
    kept = {name: value for name, value in image.items() if name in STUB_COLUMNS}
    return kept | {"name": initials(str(image.get("name", "")))}


def masked(table: str, image: Mapping[str, Any], classes: Collection[str]) -> dict[str, Any]:
    """The image without the columns of these classes."""
    columns = metadata.tables[table].columns
    return {n: v for n, v in image.items() if columns[n].info.get("class") not in classes}
