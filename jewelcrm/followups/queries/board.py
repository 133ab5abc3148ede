"""The Today page: what is due, promised, ready and owed, and who has a birthday soon."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Select, or_, select

from db.tables.followups import followup
from db.tables.orders import sales_order
from db.tables.payments import payment_due
from db.types import Id
from jewelcrm.access.doors import query
from jewelcrm.context import Context
from jewelcrm.followups.looks import IN_WORK
from jewelcrm.followups.model import FollowUp, MoneyDue, OrderBrief, Section, TodayBoard
from jewelcrm.followups.owing import owed
from jewelcrm.followups.queries.counting import COUNTED, SHOWN, count
from jewelcrm.followups.queries.days import celebrations
from jewelcrm.followups.queries.facts import orders
from jewelcrm.followups.queries.items import COLUMNS, items
from jewelcrm.followups.rules import OPEN
from jewelcrm.orders.rules.stages import CANCELLED, WAITING

_LOOK_BACK = 92
"""Days: older debts are in the list of receivables, not on the day's page."""


@query("followups.view")
def today(ctx: Context, *, mine: bool = False) -> TodayBoard:
    """Everything for today; with `mine`, only this person's follow-ups and nobody's."""
    day, zone = ctx.today(), ctx.zone()
    whose = ctx.staff.id if mine else None
    with ctx.read() as conn:
        return TodayBoard(
            on=day,
            overdue=_section(conn, _open(whose).where(followup.c.due_on < day), day, zone),
            due=_section(conn, _open(whose).where(followup.c.due_on == day), day, zone),
            promised_today=_promised(conn, day, zone),
            ready_waiting=_waiting(conn, day, zone),
            money_due=_money(conn, day, zone),
            birthdays=celebrations(conn, day),
            unread=_unread(conn, ctx.staff.id, day),
        )


def _open(whose: Id | None) -> Select[Any]:
    f = followup.c
    rows = COLUMNS.where(f.state == OPEN, f.archived_at.is_(None))
    if whose is not None:
        rows = rows.where(or_(f.assignee_id == whose, f.assignee_id.is_(None)))
    return rows.order_by(f.due_on, f.id)


def _section(
    conn: Connection, rows: Select[Any], day: dt.date, zone: ZoneInfo
) -> Section[FollowUp]:
    total, more = count(conn, rows)
    found = conn.execute(rows.limit(SHOWN)).all()
    return Section(items(conn, found, today=day, zone=zone), total, more)


def _unread(conn: Connection, me: Id, day: dt.date) -> int:
    f = followup.c
    rows = select(f.id).where(
        f.state == OPEN, f.due_on <= day, f.assignee_id == me, f.seen_at.is_(None)
    )
    return count(conn, rows)[0]


def _promised(conn: Connection, day: dt.date, zone: ZoneInfo) -> Section[OrderBrief]:
    """Open orders promised for today, those not ready yet first."""
    o = sales_order.c
    rows = select(o.id).where(
        o.stage.in_((*IN_WORK, *WAITING)), o.promised_on == day, o.archived_at.is_(None)
    )
    return _orders(conn, rows.order_by(o.stage.in_(WAITING), o.rush.desc(), o.id), day, zone)


def _waiting(conn: Connection, day: dt.date, zone: ZoneInfo) -> Section[OrderBrief]:
    """Orders that wait for their customer, the longest first."""
    o = sales_order.c
    rows = select(o.id).where(o.stage.in_(WAITING), o.archived_at.is_(None))
    return _orders(conn, rows.order_by(o.stage_since, o.id), day, zone)


def _orders(
    conn: Connection, rows: Select[Any], day: dt.date, zone: ZoneInfo
) -> Section[OrderBrief]:
    total, more = count(conn, rows)
    ids: Sequence[Id] = conn.scalars(rows.limit(SHOWN)).all()
    briefs = orders(conn, ids, today=day, zone=zone)
    return Section(tuple(briefs[one] for one in ids), total, more)


def _money(conn: Connection, day: dt.date, zone: ZoneInfo) -> Section[MoneyDue]:
    """What is due today or overdue, the newest first: old debts are hard, today's is easy.

    A paid order's dues are put away, so that nearly everything read here is really owed.
    """
    d, o = payment_due.c, sales_order.c
    rows = conn.execute(
        select(d.order_id)
        .join(sales_order, o.id == d.order_id)
        .where(
            d.due_on.between(day - dt.timedelta(days=_LOOK_BACK), day),
            d.archived_at.is_(None),
            o.archived_at.is_(None),
            o.stage.not_in((CANCELLED, "draft")),
        )
        .order_by(d.due_on.desc(), d.id)
        .limit(COUNTED + 1)
    ).all()
    left = owed(conn, list(dict.fromkeys(row.order_id for row in rows)))
    dues = sorted(
        (due for of in left.values() for due in of if due.due_on <= day),
        key=lambda due: (due.due_on, due.order_id),
        reverse=True,
    )
    shown = dues[:SHOWN]
    briefs = orders(conn, {due.order_id for due in shown}, today=day, zone=zone)
    found = tuple(
        MoneyDue(briefs[due.order_id], due.kind, due.due_on, due.left, (day - due.due_on).days)
        for due in shown
    )
    return Section(found, min(len(dues), COUNTED), len(rows) > COUNTED)
