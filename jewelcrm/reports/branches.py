"""The branches a report may be asked of: those this PC knows, closed ones too."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from db.tables.people import branch
from db.types import Id
from jewelcrm.access.doors import query
from jewelcrm.context import Context


@dataclass(frozen=True, slots=True)
class Known:
    """A branch by what people call it; `closed` when no more is written there."""

    id: Id
    code: str
    name: str
    name_zh: str | None
    closed: bool


@query("reports.ask")
def branches(ctx: Context) -> tuple[Known, ...]:
    """Open ones first, by their codes."""
    c = branch.c
    wanted = select(c.id, c.code, c.name, c.name_zh, c.archived_at).order_by(
        c.archived_at.is_not(None), c.code
    )
    with ctx.read() as conn:
        return tuple(
            Known(row.id, row.code, row.name, row.name_zh, row.archived_at is not None)
            for row in conn.execute(wanted)
        )
