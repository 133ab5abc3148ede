"""What a person does with follow-ups: add, put off, close, reopen, assign; and the rules' run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import select

from db.tables.customers import customer
from db.tables.followups import followup, followup_rule
from db.tables.orders import sales_order
from db.tables.people import staff
from db.types import Id
from db.work import Work
from jewelcrm.access.doors import command
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.followups import checks, running
from jewelcrm.followups.making import stop
from jewelcrm.followups.rules import DONE, OPEN, RULES


@command("followups.edit")
def add(
    ctx: Context,
    *,
    title: str,
    due_on: dt.date,
    customer_id: Id | None = None,
    order_id: Id | None = None,
    body: str | None = None,
    assignee_id: Id | None = None,
) -> Id:
    """Add a follow-up by hand, for oneself unless it is for somebody else; returns its id.

    With an order and no customer, it is about the order's customer.

    Raises:
        CanFix: there is no title, the day has passed, or somebody is not there.
    """
    kept = checks.title(title)
    checks.coming_day(due_on, ctx.today(), field="due_on")
    with ctx.work("follow-up added") as work:
        return work.insert(
            followup,
            customer_id=_customer(work, customer_id, order_id),
            order_id=order_id,
            title=kept,
            body=(body or "").strip() or None,
            due_on=due_on,
            assignee_id=working(work, assignee_id) or ctx.staff.id,
            state=OPEN,
            seen_at=None if assignee_id not in (None, ctx.staff.id) else work.now,
        )


@command("followups.edit")
def snooze(ctx: Context, followup_id: Id, *, until: dt.date, reason: str) -> None:
    """Put an open follow-up off to a later day, and say why.

    Raises:
        CanFix: the day is not later than today, no reason is given, or it is not open.
    """
    why = checks.reason(reason)
    checks.later_day(until, ctx.today(), field="until")
    with ctx.work("follow-up put off") as work:
        row = _open_one(work, followup_id)
        work.update(
            followup,
            followup_id,
            due_on=until,
            snoozed_from=row.snoozed_from or row.due_on,
            snooze_reason=why,
        )


@command("followups.edit")
def close(ctx: Context, followup_id: Id, *, outcome: str, note: str | None = None) -> None:
    """Close an open follow-up with what came of it (one of rules.OUTCOMES) and a word about it.

    Raises:
        CanFix: the outcome is not in the list, or the follow-up is not open.
    """
    checks.outcome(outcome)
    with ctx.work("follow-up closed") as work:
        row = _open_one(work, followup_id)
        work.update(
            followup,
            followup_id,
            state=DONE,
            outcome=outcome,
            outcome_note=(note or "").strip() or None,
            closed_at=work.now,
            closed_by=ctx.staff.id,
            seen_at=row.seen_at or work.now,
        )


@command("followups.edit")
def reopen(ctx: Context, followup_id: Id, *, due_on: dt.date | None = None) -> None:
    """Open a closed or stopped follow-up again, for today or a later day.

    Raises:
        CanFix: it is open already, or the day has passed.
    """
    day = due_on or ctx.today()
    checks.coming_day(day, ctx.today(), field="due_on")
    with ctx.work("follow-up reopened") as work:
        if _one(work, followup_id).state == OPEN:
            raise CanFix("This follow-up is open already.")
        work.update(
            followup,
            followup_id,
            state=OPEN,
            due_on=day,
            outcome=None,
            outcome_note=None,
            closed_at=None,
            closed_by=None,
            snooze_reason=None,
            snoozed_from=None,
        )


@command("followups.edit")
def mark_seen(ctx: Context, followup_ids: Collection[Id]) -> int:
    """Note that these have been looked at; returns how many had not been."""
    if not followup_ids:
        return 0
    with ctx.work("follow-ups seen") as work:
        c = followup.c
        unseen = work.conn.scalars(
            select(c.id).where(c.id.in_(followup_ids), c.seen_at.is_(None))
        ).all()
        for followup_id in unseen:
            work.update(followup, followup_id, seen_at=work.now)
    return len(unseen)


@command("followups.edit")
def assign(ctx: Context, followup_id: Id, assignee_id: Id | None) -> None:
    """Give a follow-up to somebody, or to nobody; it is new to them.

    Raises:
        CanFix: the person does not work here, or the follow-up is not open.
    """
    with ctx.work("follow-up assigned") as work:
        _open_one(work, followup_id)
        seen = work.now if assignee_id == ctx.staff.id else None
        work.update(followup, followup_id, assignee_id=working(work, assignee_id), seen_at=seen)


@command("followups.rules")
def set_rule(
    ctx: Context,
    rule: str,
    *,
    active: bool = True,
    days: Sequence[int] | None = None,
    stop_open: bool = False,
) -> int:
    """Switch a rule on or off and set its steps (None: as declared).

    With `stop_open`, its open follow-ups stop. Returns how many stopped.

    Raises:
        CanFix: there is no such rule, or the steps make no ladder.
    """
    if rule not in RULES:
        raise CanFix("There is no such rule.", field="rule")
    steps = checks.ladder(RULES[rule].days if days is None else days)
    with ctx.work("rule changed") as work:
        _write_steps(work, rule, steps, active=active)
        work.audit("followups.rule", columns=[rule], outcome="on" if active else "off")
        return _stop_rule(work, rule, "rule_changed" if active else "rule_off") if stop_open else 0


@command("followups.edit")
def run_rules(ctx: Context) -> int:
    """Make the follow-ups that the rules want today and stop those without a reason any more.

    Run it as often as you like: nothing is made twice. Returns how many were made.
    """
    return running.run(ctx, ctx.today())


def _write_steps(work: Work, rule: str, steps: Sequence[int], *, active: bool) -> None:
    """One row a step; rows of the rule that are there already are used again."""
    c = followup_rule.c
    kept = work.conn.scalars(
        select(c.id).where(c.rule == rule, c.archived_at.is_(None)).order_by(c.id)
    ).all()
    for row_id, step in zip(kept, steps, strict=False):
        work.update(followup_rule, row_id, days=step, active=active)
    for row_id in kept[len(steps) :]:
        work.archive(followup_rule, row_id)
    for step in steps[len(kept) :]:
        work.insert(followup_rule, rule=rule, active=active, days=step)


def _stop_rule(work: Work, rule: str, why: str) -> int:
    c = followup.c
    ids = work.conn.scalars(select(c.id).where(c.rule == rule, c.state == OPEN)).all()
    for followup_id in ids:
        stop(work, followup_id, why)
    return len(ids)


def _one(work: Work, followup_id: Id) -> Any:
    row = work.conn.execute(select(followup).where(followup.c.id == followup_id)).first()
    if row is None:
        raise CanFix("This follow-up is no longer there. Refresh the list.")
    return row


def _open_one(work: Work, followup_id: Id) -> Any:
    row = _one(work, followup_id)
    if row.state != OPEN:
        raise CanFix("This follow-up is closed already. Refresh the list.")
    return row


def _customer(work: Work, customer_id: Id | None, order_id: Id | None) -> Id | None:
    """The customer it is about; the order's own when only the order is given."""
    if order_id is not None:
        order = work.conn.execute(
            select(sales_order.c.customer_id).where(sales_order.c.id == order_id)
        ).first()
        if order is None:
            raise CanFix("This order is no longer there. Look it up again.", field="order")
        customer_id = customer_id or order.customer_id
    if customer_id is not None:
        found = select(customer.c.id).where(customer.c.id == customer_id)
        if work.conn.execute(found).first() is None:
            raise CanFix("This customer is no longer there. Look it up again.", field="customer")
    return customer_id


def working(work: Work, staff_id: Id | None) -> Id | None:
    """Somebody who works here, or nobody."""
    if staff_id is None:
        return None
    found = select(staff.c.id).where(staff.c.id == staff_id, staff.c.active)
    if work.conn.execute(found).first() is None:
        raise CanFix("Choose somebody who works here.", field="assignee")
    return staff_id
