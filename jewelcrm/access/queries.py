"""Reading the audit log: who did what, when; names of things and never their values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select

from db.shop.local import audit_log
from db.tables.people import staff
from db.types import Id
from jewelcrm.access.doors import query
from jewelcrm.context import Context


@dataclass(frozen=True, slots=True)
class Act:
    """One entry of the audit log; `who` is empty for somebody unknown."""

    seq: int
    at: dt.datetime
    who: str
    action: str
    subject: Id | None
    columns: tuple[str, ...]
    reason: str | None
    outcome: str


@query("audit.view")
def acts(ctx: Context, *, limit: int = 200, before: int | None = None) -> list[Act]:
    """The newest acts first; `before` (an entry's number) gives the page after it."""
    log = audit_log.c
    statement = (
        select(audit_log, staff.c.name)
        .outerjoin(staff, staff.c.id == log.actor)
        .order_by(log.seq.desc())
        .limit(limit)
    )
    if before is not None:
        statement = statement.where(log.seq < before)
    with ctx.read() as conn:
        return [
            Act(
                row.seq,
                row.at,
                row.name or "",
                row.action,
                row.subject,
                tuple(row.columns.split()),
                row.reason,
                row.outcome,
            )
            for row in conn.execute(statement)
        ]
