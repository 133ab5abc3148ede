"""A row as it leaves head office: whole, masked, or as a stub; in the columns a PC knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import String

from db.office.kinds import HELD, FeedEntry, Key, Row
from db.office.work import OfficeWork
from db.types import Id
from jewelcrm.office.grants import Grants
from jewelcrm.office.merging.plans import PLANS
from jewelcrm.office.skew import columns_unknown_to, knows_table
from jewelcrm.wire.messages import Item
from jewelcrm.wire.values import to_image

COVERED = "•••"
STUB_COLUMNS = ("branch_id", "number", "tier", "created_at", "updated_at")


def image_of(
    table: str, row: Row, kind: str, *, schema: int, hidden: frozenset[str] = frozenset()
) -> dict[str, Any]:
    """The image of a row that stands as `kind` (P or S), without what is not to be seen."""
    if kind == "S":
        row = _stub(table, row)
    elif hidden:
        row = masked(table, row, hidden)
    image = to_image(PLANS[table].table, row)
    for name in columns_unknown_to(table, schema):
        image.pop(name, None)
    return image


def masked(table: str, row: Row, hidden: frozenset[str]) -> Row:
    """The row without the columns of these classes; a text that must be there is covered."""
    left_out, covered = _masks(table, hidden)
    shown = {name: value for name, value in row.items() if name not in left_out}
    shown.update(covered)
    return shown


def initials(name: str) -> str:
    """A person's initials: "C. T. M."; of a Chinese name the first character."""
    words = re.findall(r"[^\W\d_]+", name)
    letters = [word[0].upper() for word in words if word[0].isascii()]
    if letters:
        return " ".join(f"{letter}." for letter in letters)
    return f"{words[0][0]}○" if words else COVERED


def _stub(table: str, row: Row) -> Row:
    if table != "customer":
        return row
    return {
        **{name: row[name] for name in STUB_COLUMNS},
        "name": initials(str(row["name"])),
    }


@lru_cache(maxsize=256)
def _masks(table: str, hidden: frozenset[str]) -> tuple[frozenset[str], Row]:
    columns = [c for c in PLANS[table].table.columns if c.info.get("class") in hidden]
    covered: Row = {
        c.name: COVERED if isinstance(c.type, String) else 0 for c in columns if not c.nullable
    }
    return frozenset(c.name for c in columns), covered


def items_of(
    work: OfficeWork, grants: Grants, scope: str, entries: Sequence[FeedEntry], schema: int
) -> list[Item]:
    """Feed entries with their rows as they are now, read a table at a time.

    Each row shows all that the PC may see of it, also what it sees by another scope: two leases
    with different masks, or a stub of somebody who is open here, would hide from each other what
    the PC has been shown.
    """
    rows = _rows(work, entries)
    plain = {kind: grants.sight({scope: kind}) for kind in HELD}
    sights = _sights(work, grants, scope, entries)
    items = []
    for seq, table, row_id, kind, rev in entries:
        if not knows_table(table, schema):
            continue
        row = rows.get((table, row_id)) if kind in HELD else None
        image = None
        if row is not None:
            seen, hidden = sights.get((table, row_id)) or plain[kind]
            image = image_of(table, row, seen, schema=schema, hidden=hidden)
        items.append(Item(table, row_id.hex(), kind, seq, rev, image))  # type: ignore[arg-type]
    return items


def _sights(
    work: OfficeWork, grants: Grants, scope: str, entries: Sequence[FeedEntry]
) -> dict[Key, tuple[str, frozenset[str]]]:
    """How those of the rows look of which another scope may show more than this one."""
    if not grants.leases:
        return {}
    masked_here = bool(grants.hidden(scope))
    unsure = [(e.table, e.id) for e in entries if e.kind == "S" or (masked_here and e.kind == "P")]
    return {key: grants.sight(places) for key, places in work.members(unsure).items()}


def _rows(work: OfficeWork, entries: Sequence[FeedEntry]) -> dict[Key, Row]:
    wanted: dict[str, list[Id]] = {}
    for entry in entries:
        if entry.kind in HELD:
            wanted.setdefault(entry.table, []).append(entry.id)
    return {
        (table, row_id): row
        for table, ids in wanted.items()
        for row_id, row in work.rows(table, ids).items()
    }
