"""How much of a row this PC may see: all of it, without some classes of columns, or a stub.

Each membership of a row in a scope lets it see so much; together they show what any of them shows.
Head office masks before anything leaves it, by all it has let this PC see; this is for what is here
already when a lease ends or a customer moves away, and does the same.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Column, String

from db.tables import metadata

STUB_COLUMNS = frozenset({"branch_id", "number", "tier", "created_at", "updated_at"})
"""What a stub of a customer keeps as it is, besides the initials."""

COVERED = "•••"


class View(NamedTuple):
    """So much of a row is to be seen: a stub, or the row without these classes of columns."""

    hidden: frozenset[str]
    stub: bool = False


WHOLE = View(frozenset())
STUB = View(frozenset(), stub=True)
_WORD = re.compile(r"[^\W\d_]+")


def together(views: Iterable[View]) -> View:
    """What is to be seen by several memberships: all that any of them shows."""
    whole = [view.hidden for view in views if not view.stub]
    return View(frozenset.intersection(*whole)) if whole else STUB


def narrowed(table: str, image: Mapping[str, Any], view: View) -> Mapping[str, Any]:
    """What the view leaves of an image."""
    if view.stub:
        return stub(image)
    return masked(table, image, view.hidden) if view.hidden else image


def hidden_columns(table: str, view: View) -> list[str]:
    """The names of the columns that the view does not show as they are."""
    columns = metadata.tables[table].columns
    if view.stub:
        return [c.name for c in columns if c.name not in STUB_COLUMNS]
    return [c.name for c in columns if c.info.get("class") in view.hidden]


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
