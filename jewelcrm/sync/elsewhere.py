"""Other branches as this PC knows them: their names, whose customers are here and how much of them.

What belongs to whom is head office's to say; this only reads what came from there.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select

from db.shop import syncmembers
from db.tables import NUMBERS
from db.tables.customers import customer
from db.tables.people import branch
from db.tables.review import customer_share
from db.types import Id, from_millis
from jewelcrm.access.doors import query
from jewelcrm.context import Context


@dataclass(frozen=True, slots=True)
class BranchName:
    """A shop of the company."""

    id: Id
    code: str
    name: str
    name_zh: str | None


@dataclass(frozen=True, slots=True)
class Guest:
    """Another branch's customer on this PC: on loan until a moment, shared, or only a stub."""

    how: Literal["loan", "shared", "stub"]
    branch: BranchName | None
    until: dt.datetime | None = None
    hides: bool = False
    """True when some fields are not shown."""


@query("sync.view")
def branches(ctx: Context) -> list[BranchName]:
    """Every branch by its code; a shop that stands alone has one."""
    c = branch.c
    statement = select(c.id, c.code, c.name, c.name_zh).where(c.archived_at.is_(None))
    with ctx.read() as conn:
        return [BranchName(*row) for row in conn.execute(statement.order_by(c.code))]


@query("customers.view")
def guest(ctx: Context, customer_id: Id) -> Guest | None:
    """How another branch's customer is here; None for one of our own."""
    with ctx.read() as conn:
        home = conn.scalar(select(customer.c.branch_id).where(customer.c.id == customer_id))
        if home is None or home == ctx.branch.id:
            return None
        raw = conn.connection.driver_connection
        cursors = {cursor.no: cursor for cursor in syncmembers.cursors(raw)}
        held = syncmembers.everywhere(raw, NUMBERS["customer"], [customer_id])
        c = branch.c
        row = conn.execute(select(c.id, c.code, c.name, c.name_zh).where(c.id == home)).first()
    where = BranchName(*row) if row is not None else None
    scopes = [cursors[no] for no, _, kind in held.get(customer_id, ()) if kind == "P"]
    if any(not scope.scope.startswith("L:") for scope in scopes):
        return Guest("shared", where)
    if not scopes:
        return Guest("stub", where, hides=True)
    last = max(scopes, key=lambda scope: scope.until or 0)
    return Guest("loan", where, from_millis(last.until) if last.until else None, bool(last.mask))


@query("customers.view")
def shared_with(ctx: Context, customer_id: Id) -> list[BranchName]:
    """Branches that see the customer besides her home, by their codes."""
    c, share = branch.c, customer_share.c
    statement = (
        select(c.id, c.code, c.name, c.name_zh)
        .join(customer_share, share.branch_id == c.id)
        .where(share.customer_id == customer_id, share.archived_at.is_(None))
        .order_by(c.code)
    )
    with ctx.read() as conn:
        return [BranchName(*row) for row in conn.execute(statement)]
