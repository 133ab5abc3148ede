"""Rows of follow-ups turned into what a person reads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from db.tables.followups import followup
from db.tables.people import staff
from db.types import Id
from jewelcrm.followups.model import FollowUp, OrderBrief
from jewelcrm.followups.owing import Owed, owed
from jewelcrm.followups.queries.facts import orders, people, present
from jewelcrm.followups.rules import PAYMENT_RULES, RULES, anchor_of, standing, step_of
from jewelcrm.money import Money

COLUMNS = select(followup)


def items(
    conn: Connection, rows: Sequence[Any], *, today: dt.date, zone: ZoneInfo
) -> tuple[FollowUp, ...]:
    """The follow-ups of `rows` (of COLUMNS), in the same order."""
    briefs = orders(conn, present(row.order_id for row in rows), today=today, zone=zone)
    who = people(conn, present(row.customer_id for row in rows))
    names = staff_names(conn)
    dues = owed(conn, {row.order_id for row in rows if row.rule in PAYMENT_RULES})
    return tuple(
        FollowUp(
            id=row.id,
            title=row.title,
            body=row.body,
            rule=row.rule,
            step=step_of(row.rule_key),
            standing=standing(row.state, row.due_on, today, snoozed=row.snoozed_from is not None),
            due_on=row.due_on,
            days_late=max(0, (today - row.due_on).days) if row.state == "open" else 0,
            customer=who.get(row.customer_id),
            order=briefs.get(row.order_id),
            amount=_amount(row, briefs.get(row.order_id), dues.get(row.order_id, [])),
            assignee_id=row.assignee_id,
            assignee=names.get(row.assignee_id),
            seen=row.seen_at is not None,
            snoozed_from=row.snoozed_from,
            snooze_reason=row.snooze_reason,
            outcome=row.outcome,
            outcome_note=row.outcome_note,
            closed_at=row.closed_at,
            closed_by=names.get(row.closed_by),
            created_at=row.created_at,
        )
        for row in rows
    )


def _amount(row: Any, order: OrderBrief | None, dues: list[Owed]) -> Money | None:
    """What is open of the due it is about; of the whole order when it is about that."""
    if order is None:
        return None
    if row.rule not in PAYMENT_RULES:
        return order.balance
    kind, day = RULES[row.rule].of_kind, anchor_of(row.rule_key)
    left = [due.left for due in dues if due.kind == kind and due.due_on == day]
    return Money.total(left, order.balance.currency)


def staff_names(conn: Connection) -> dict[Id | None, str]:
    """Who works or worked here."""
    return {row.id: row.name for row in conn.execute(select(staff.c.id, staff.c.name))}
