"""The Today page: what is due, promised, ready and owed, and who has a birthday soon."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Select, case, or_, select

from db.tables.followups import followup
from db.tables.orders import sales_order
from db.tables.payments import payment_due
from db.types import Id
from jewelcrm.access.doors import query
from jewelcrm.context import Context
from jewelcrm.followups.consent import willing
from jewelcrm.followups.looks import IN_WORK
from jewelcrm.followups.model import MoneyDue, OrderBrief, Section, TodayBoard
from jewelcrm.followups.owing import Owed, open_by, owed
from jewelcrm.followups.queries.counting import COUNTED, SHOWN, count
from jewelcrm.followups.queries.days import celebrations, coming
from jewelcrm.followups.queries.facts import Facts, gather
from jewelcrm.followups.queries.items import COLUMNS, items
from jewelcrm.followups.rules import MARKETING_RULES, OPEN
from jewelcrm.orders.rules.stages import CANCELLED, WAITING

_LOOK_BACK = 92
"""Days: older debts are in the list of receivables, not on the day's page."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Found(Generic[T]):
    """A section before its facts are read: what comes first, and how many there are."""

    first: Sequence[T]
    total: int
    more: bool


@query("followups.view")
def today(ctx: Context, *, mine: bool = False) -> TodayBoard:
    """Everything for today; with `mine`, only this person's follow-ups and nobody's."""
    day = ctx.today()
    rows = _open(ctx.staff.id if mine else None)
    with ctx.read() as conn:
        overdue = _found(conn, rows.where(followup.c.due_on < day))
        due = _found(conn, rows.where(followup.c.due_on == day))
        promised, waiting = _promised(conn, day), _waiting(conn)
        money, days = _money(conn, day), coming(conn, day)
        facts = gather(
            conn,
            today=day,
            zone=ctx.zone(),
            followups=[*overdue.first, *due.first],
            order_ids=[*promised.first, *waiting.first, *(one.order_id for one in money.first)],
            customer_ids=days.customers(),
        )
        agreed = willing(conn, days.customers())
        unread = _unread(conn, ctx.staff.id, day)
    return TodayBoard(
        on=day,
        overdue=Section(items(overdue.first, facts), overdue.total, overdue.more),
        due=Section(items(due.first, facts), due.total, due.more),
        promised_today=_briefs(promised, facts),
        ready_waiting=_briefs(waiting, facts),
        money_due=_dues(money, facts),
        birthdays=celebrations(days, facts.people, agreed, day),
        unread=unread,
    )


def _open(whose: Id | None) -> Select[Any]:
    """The latest first; of one day, what somebody waits for comes before greetings."""
    f = followup.c
    rows = COLUMNS.where(f.state == OPEN, f.archived_at.is_(None))
    if whose is not None:
        rows = rows.where(or_(f.assignee_id == whose, f.assignee_id.is_(None)))
    greeting = case((f.rule.in_(MARKETING_RULES), 1), else_=0)
    return rows.order_by(f.due_on, greeting, f.id)


def _found(conn: Connection, rows: Select[Any]) -> _Found[Any]:
    """The first rows; they are counted only when there are more than shown."""
    first = conn.execute(rows.limit(SHOWN)).all()
    total, more = (len(first), False) if len(first) < SHOWN else count(conn, rows)
    return _Found(first, total, more)


def _ids(conn: Connection, rows: Select[Any]) -> _Found[Id]:
    found = _found(conn, rows)
    return _Found([row.id for row in found.first], found.total, found.more)


def _unread(conn: Connection, me: Id, day: dt.date) -> int:
    f = followup.c
    rows = select(f.id).where(
        f.state == OPEN, f.due_on <= day, f.assignee_id == me, f.seen_at.is_(None)
    )
    return count(conn, rows)[0]


def _promised(conn: Connection, day: dt.date) -> _Found[Id]:
    """Open orders promised for today, those not ready yet first."""
    o = sales_order.c
    rows = select(o.id).where(
        o.stage.in_((*IN_WORK, *WAITING)), o.promised_on == day, o.archived_at.is_(None)
    )
    return _ids(conn, rows.order_by(o.stage.in_(WAITING), o.rush.desc(), o.id))


def _waiting(conn: Connection) -> _Found[Id]:
    """Orders that wait for their customer, the longest first."""
    o = sales_order.c
    rows = select(o.id).where(o.stage.in_(WAITING), o.archived_at.is_(None))
    return _ids(conn, rows.order_by(o.stage_since, o.id))


def _money(conn: Connection, day: dt.date) -> _Found[Owed]:
    """What is due today or overdue, the newest first: old debts are hard, today's is easy.

    A paid order's dues are put away, so that nearly everything read here is really owed.
    """
    rows = conn.execute(_with_dues(day)).all()
    left = owed(conn, list(dict.fromkeys(row.order_id for row in rows if row.open)))
    dues = sorted(
        (due for of in left.values() for due in of if due.due_on <= day),
        key=lambda due: (due.due_on, due.order_id),
        reverse=True,
    )
    return _Found(dues[:SHOWN], min(len(dues), COUNTED), len(rows) > COUNTED)


def _with_dues(day: dt.date) -> Select[Any]:
    """The orders of the newest dues, and whether anything of theirs is open by now."""
    d, o = payment_due.c, sales_order.c
    newest = (
        select(d.order_id, d.due_on, d.id)
        .join(sales_order, o.id == d.order_id)
        .where(
            d.due_on.between(day - dt.timedelta(days=_LOOK_BACK), day),
            d.archived_at.is_(None),
            o.archived_at.is_(None),
            o.stage.not_in((CANCELLED, "draft")),
        )
        .order_by(d.due_on.desc(), d.id)
        .limit(COUNTED + 1)
        .subquery()
    )
    return select(newest.c.order_id, open_by(day).label("open")).join(
        sales_order, o.id == newest.c.order_id
    )


def _briefs(found: _Found[Id], facts: Facts) -> Section[OrderBrief]:
    briefs = tuple(facts.orders[one] for one in found.first)
    return Section(briefs, found.total, found.more)


def _dues(found: _Found[Owed], facts: Facts) -> Section[MoneyDue]:
    dues = tuple(
        MoneyDue(
            order=facts.orders[due.order_id],
            kind=due.kind,
            due_on=due.due_on,
            amount=due.left,
            days_late=(facts.today - due.due_on).days,
        )
        for due in found.first
    )
    return Section(dues, found.total, found.more)
