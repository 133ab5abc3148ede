"""Lists of follow-ups: the open ones by page, a customer's, and the rules themselves."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select, tuple_

from db.tables.followups import followup
from db.types import Id
from jewelcrm.access.doors import query
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.followups.model import FollowUp, OpenFilter, Page, RuleSetting
from jewelcrm.followups.plans import plans
from jewelcrm.followups.queries.counting import count
from jewelcrm.followups.queries.items import COLUMNS, read_items
from jewelcrm.followups.rules import DONE, OPEN

_EVERYTHING = OpenFilter()


@query("followups.view")
def open(  # noqa: A001 - the door's name is fixed; it is always called as queries.open
    ctx: Context,
    wanted: OpenFilter = _EVERYTHING,
    *,
    limit: int = 100,
    after: tuple[dt.date, Id] | None = None,
) -> Page:
    """Open follow-ups, the most overdue first, `limit` of them behind `after`."""
    today = ctx.today()
    rows = _filtered(wanted, today, ctx.staff.id)
    c = followup.c
    with ctx.read() as conn:
        total, _ = count(conn, rows)
        if after is not None:
            rows = rows.where(tuple_(c.due_on, c.id) > after)
        found = conn.execute(rows.order_by(c.due_on, c.id).limit(limit)).all()
        shown = read_items(conn, found, today=today, zone=ctx.zone())
    full = len(found) == limit
    return Page(shown, total, (found[-1].due_on, found[-1].id) if full and found else None)


@query("followups.view")
def closed(
    ctx: Context, *, mine: bool = False, limit: int = 100, after: tuple[dt.date, Id] | None = None
) -> Page:
    """Follow-ups that somebody closed with an outcome, the latest first, `limit` behind `after`."""
    c = followup.c
    rows = COLUMNS.where(c.closed_at.is_not(None), c.state == DONE, c.archived_at.is_(None))
    if mine:
        rows = rows.where(c.closed_by == ctx.staff.id)
    with ctx.read() as conn:
        total, _ = count(conn, rows)
        if after is not None:
            moment = select(c.closed_at).where(c.id == after[1]).scalar_subquery()
            rows = rows.where(tuple_(c.closed_at, c.id) < tuple_(moment, after[1]))
        found = conn.execute(rows.order_by(c.closed_at.desc(), c.id.desc()).limit(limit)).all()
        shown = read_items(conn, found, today=ctx.today(), zone=ctx.zone())
    full = len(found) == limit
    return Page(shown, total, (found[-1].due_on, found[-1].id) if full and found else None)


def _filtered(wanted: OpenFilter, today: dt.date, me: Id) -> Select[Any]:
    f = followup.c
    rows = COLUMNS.where(f.state == OPEN, f.archived_at.is_(None))
    if wanted.standings:
        rows = rows.where(or_(*(_standing(one, today) for one in wanted.standings)))
    if wanted.mine:
        rows = rows.where(f.assignee_id == me)
    if wanted.rules:
        rows = rows.where(f.rule.in_(wanted.rules))
    if wanted.by_hand:
        rows = rows.where(f.rule.is_(None))
    if wanted.unread:
        rows = rows.where(f.seen_at.is_(None))
    return rows


def _standing(name: str, today: dt.date) -> ColumnElement[bool]:
    f = followup.c
    match name:
        case "overdue":
            return f.due_on < today
        case "due":
            return f.due_on == today
        case "snoozed":
            return and_(f.due_on > today, f.snoozed_from.is_not(None))
        case "coming":
            return and_(f.due_on > today, f.snoozed_from.is_(None))
        case _:
            raise ValueError(f"no such standing: {name}")


@query("followups.view")
def of_customer(ctx: Context, customer_id: Id, *, limit: int = 200) -> list[FollowUp]:
    """A customer's follow-ups: the open ones by their day, then the others, newest first."""
    f = followup.c
    with ctx.read() as conn:
        mine = COLUMNS.where(f.customer_id == customer_id, f.archived_at.is_(None))
        still_open = conn.execute(mine.where(f.state == OPEN).order_by(f.due_on, f.id)).all()
        over = conn.execute(
            mine.where(f.state != OPEN).order_by(f.closed_at.desc(), f.id.desc()).limit(limit)
        ).all()
        rows = [*still_open, *over]
        return list(read_items(conn, rows, today=ctx.today(), zone=ctx.zone()))


@query("followups.view")
def one(ctx: Context, followup_id: Id) -> FollowUp:
    """One follow-up.

    Raises:
        CanFix: it is not there.
    """
    with ctx.read() as conn:
        rows = conn.execute(COLUMNS.where(followup.c.id == followup_id)).all()
        if not rows:
            raise CanFix("This follow-up is no longer there. Refresh the list.")
        return read_items(conn, rows, today=ctx.today(), zone=ctx.zone())[0]


@query("followups.view")
def rules(ctx: Context) -> list[RuleSetting]:
    """Every rule as this shop has it."""
    with ctx.read() as conn:
        return [
            RuleSetting(
                key=key,
                name=plan.rule.name,
                active=plan.active,
                days=plan.days,
                declared_days=plan.rule.days,
                marketing=plan.rule.marketing,
                to_manager=plan.for_manager(plan.days[-1]),
            )
            for key, plan in plans(conn).items()
        ]
