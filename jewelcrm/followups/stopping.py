"""Stopping follow-ups by themselves: paid, collected, cancelled, no consent any more.

Other rooms call these inside their own unit of work.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from sqlalchemy import ColumnElement, select

from db.tables.customers import consent
from db.tables.followups import followup
from db.tables.orders import sales_order
from db.types import Id
from db.work import Work
from jewelcrm.customers.queries.confirming import unconfirmed
from jewelcrm.followups.making import stop
from jewelcrm.followups.rules import (
    CONSENT_RULES,
    MARKETING_RULES,
    OPEN,
    PAYMENT_RULES,
    RULES,
)
from jewelcrm.orders.rules.stages import CANCELLED


def stop_for_order(work: Work, order_id: Id, *, rules: Collection[str]) -> int:
    """Stop the order's open reminders of these rules; returns how many there were.

    The outcome is `paid` for reminders of money, `collected` for the others, and `cancelled` for
    all of them when the order is.
    """
    stage = work.conn.execute(
        select(sales_order.c.stage).where(sales_order.c.id == order_id)
    ).scalar()
    cancelled = "cancelled" if stage == CANCELLED else None
    return _stop_all(
        work,
        followup.c.order_id == order_id,
        rules,
        lambda rule: cancelled or ("paid" if rule in PAYMENT_RULES else "collected"),
    )


def stop_marketing(work: Work, customer_id: Id) -> int:
    """Stop what is marketing for a customer who does not want it any more (Cap. 486 s.35G)."""
    return _stop_all(
        work, followup.c.customer_id == customer_id, MARKETING_RULES, lambda _: "no_consent"
    )


def stop_confirming(work: Work, customer_id: Id) -> int:
    """Stop the reminder of the written confirmation once nothing spoken is left to confirm."""
    left = unconfirmed(consent.c.id).where(consent.c.customer_id == customer_id).limit(1)
    if work.conn.execute(left).first() is not None:
        return 0
    return _stop_all(
        work, followup.c.customer_id == customer_id, CONSENT_RULES, lambda _: "confirmed"
    )


def stop_for_customer(work: Work, customer_id: Id) -> int:
    """Stop every rule's reminders for a customer whose card is put away."""
    return _stop_all(work, followup.c.customer_id == customer_id, RULES, lambda _: "customer_gone")


def _stop_all(
    work: Work, whose: ColumnElement[bool], rules: Collection[str], why: Callable[[str], str]
) -> int:
    c = followup.c
    rows = work.conn.execute(
        select(c.id, c.rule).where(whose, c.state == OPEN, c.rule.in_(rules))
    ).all()
    for row in rows:
        stop(work, row.id, why(row.rule))
    return len(rows)
