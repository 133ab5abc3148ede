"""Rows of follow-ups turned into what a person reads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from db.tables.followups import followup
from jewelcrm.followups.model import FollowUp
from jewelcrm.followups.queries.facts import Facts, gather
from jewelcrm.followups.rules import PAYMENT_RULES, RULES, anchor_of, standing, step_of
from jewelcrm.money import Money

COLUMNS = select(followup)
_NOBODY = (None, None)


def items(rows: Iterable[Any], facts: Facts) -> tuple[FollowUp, ...]:
    """The follow-ups of `rows` (of COLUMNS), in the same order."""
    return tuple(
        FollowUp(
            id=row.id,
            title=row.title,
            body=row.body,
            rule=row.rule,
            step=step_of(row.rule_key),
            standing=standing(
                row.state, row.due_on, facts.today, snoozed=row.snoozed_from is not None
            ),
            due_on=row.due_on,
            days_late=max(0, (facts.today - row.due_on).days) if row.state == "open" else 0,
            customer=facts.people.get(row.customer_id),
            order=facts.orders.get(row.order_id),
            amount=_amount(row, facts),
            assignee_id=row.assignee_id,
            assignee=facts.staff.get(row.assignee_id, _NOBODY)[0],
            assignee_zh=facts.staff.get(row.assignee_id, _NOBODY)[1],
            seen=row.seen_at is not None,
            snoozed_from=row.snoozed_from,
            snooze_reason=row.snooze_reason,
            outcome=row.outcome,
            outcome_note=row.outcome_note,
            closed_at=row.closed_at,
            closed_by=facts.staff.get(row.closed_by, _NOBODY)[0],
            created_at=row.created_at,
        )
        for row in rows
    )


def _amount(row: Any, facts: Facts) -> Money | None:
    """What is open of the due it is about, else of the whole order; None when it is paid."""
    order = facts.orders.get(row.order_id)
    if order is None or row.rule not in PAYMENT_RULES:
        return order.balance if order and order.balance else None
    kind, day = RULES[row.rule].of_kind, anchor_of(row.rule_key)
    dues = facts.dues.get(row.order_id, [])
    left = [due.left for due in dues if due.kind == kind and due.due_on == day]
    return Money.total(left, order.balance.currency)


def read_items(
    conn: Connection, rows: Sequence[Any], *, today: dt.date, zone: ZoneInfo
) -> tuple[FollowUp, ...]:
    """The follow-ups of `rows` with everything they show, when there is nothing else to read."""
    return items(rows, gather(conn, today=today, zone=zone, followups=rows))
