"""Open reminders whose reason is gone: paid, collected, moved to another day, refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from db.tables.customers import consent, customer
from db.tables.followups import followup
from db.tables.orders import sales_order
from db.types import Id
from jewelcrm.customers.queries.confirming import unconfirmed
from jewelcrm.followups.chunks import chunks
from jewelcrm.followups.consent import willing
from jewelcrm.followups.owing import Owed, owed
from jewelcrm.followups.rules import (
    CONSENT_RULES,
    MARKETING_RULES,
    OPEN,
    ORDER_RULES,
    PAYMENT_RULES,
    RULES,
    anchor_of,
)
from jewelcrm.orders.rules.stages import CANCELLED, TERMINAL, WAITING


@dataclass(frozen=True, slots=True)
class Stale:
    """An open follow-up that should stop, and why (one of rules.STOPS)."""

    id: Id
    why: str


def stale(conn: Connection) -> list[Stale]:
    """Every open reminder made by rule that has lost its reason."""
    return [*_of_orders(conn), *_marketing(conn), *_confirmed(conn)]


def _confirmed(conn: Connection) -> Iterator[Stale]:
    """Reminders of a written confirmation that is out, perhaps from another PC."""
    f = followup.c
    waiting = unconfirmed(consent.c.customer_id)
    over = select(f.id).where(
        f.state == OPEN, f.rule.in_(CONSENT_RULES), f.customer_id.not_in(waiting)
    )
    yield from (Stale(known, "confirmed") for known in conn.scalars(over).all())


def _of_orders(conn: Connection) -> Iterator[Stale]:
    f, o = followup.c, sales_order.c
    rows = conn.execute(
        select(f.id, f.rule, f.rule_key, o.id.label("order_id"), o.stage, o.promised_on)
        .join(sales_order, o.id == f.order_id)
        .where(f.state == OPEN, f.rule.in_(ORDER_RULES))
    ).all()
    for piece in chunks(rows):
        dues = owed(conn, {row.order_id for row in piece if row.rule in PAYMENT_RULES})
        for row in piece:
            why = why_over(row, dues.get(row.order_id, []))
            if why:
                yield Stale(row.id, why)


def why_over(row: Any, dues: list[Owed]) -> str | None:
    """Why a reminder about an order has no reason any more; None while it has."""
    if row.stage == CANCELLED:
        return "cancelled"
    if row.rule in PAYMENT_RULES:
        return _why_paid(row.rule, anchor_of(row.rule_key), dues)
    if row.stage in TERMINAL:
        return "collected"
    if row.rule == "ready_waiting":
        return None if row.stage in WAITING else "changed"
    same_day = row.promised_on == anchor_of(row.rule_key)
    return None if same_day and row.stage not in WAITING else "changed"


def _why_paid(rule: str, due_on: dt.date, dues: list[Owed]) -> str | None:
    """None while that due is open.

    An order has one deposit and one balance: when it is open on another day, the day was changed.
    """
    kind = RULES[rule].of_kind
    days = {due.due_on for due in dues if due.kind == kind}
    if due_on in days:
        return None
    return "changed" if days and kind != "instalment" else "paid"


def _marketing(conn: Connection) -> Iterator[Stale]:
    f, c = followup.c, customer.c
    rows = conn.execute(
        select(f.id, f.customer_id, c.archived_at, c.merged_into)
        .join(customer, c.id == f.customer_id)
        .where(f.state == OPEN, f.rule.in_(MARKETING_RULES))
    ).all()
    who = willing(conn, {row.customer_id for row in rows})
    for row in rows:
        if row.archived_at is not None or row.merged_into is not None:
            yield Stale(row.id, "customer_gone")
        elif row.customer_id not in who:
            yield Stale(row.id, "no_consent")
