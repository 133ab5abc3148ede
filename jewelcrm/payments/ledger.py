"""Writing to the ledger, and what goes with it, inside somebody's unit of work."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import Connection, select

from db.tables.payments import payment, payment_due
from db.types import Id, to_millis
from db.work import Work
from jewelcrm.followups.stopping import stop_for_order
from jewelcrm.money import Money
from jewelcrm.payments.model import DUE_KINDS, NewDue, Notice
from jewelcrm.payments.rules import LINKED_DAYS, cash_notices, covered_kinds, outstanding
from jewelcrm.payments.sums import OrderMoney, order_money

ALL_DUE_RULES = frozenset(f"{kind}_due" for kind in DUE_KINDS)


def enter(
    work: Work,
    *,
    order_id: Id,
    customer_id: Id | None,
    kind: str,
    method: str,
    amount: Money,
    receipt_number: str,
    reference: str | None = None,
    remark: str | None = None,
    reverses_id: Id | None = None,
) -> Id:
    """Add one entry to the ledger."""
    entry: dict[str, Any] = {
        "receipt_number": receipt_number,
        "order_id": order_id,
        "customer_id": _still_here(work, customer_id),
        "kind": kind,
        "method": method,
        "amount_cents": amount.cents,
        "currency": amount.currency,
        "taken_at": work.now,
        "staff_id": work.actor,
        "reverses_id": reverses_id,
        "reference": reference,
        "remark": remark,
    }
    return work.insert(
        payment, **{name: value for name, value in entry.items() if value is not None}
    )


def _still_here(work: Work, customer_id: Id | None) -> Id | None:
    """The customer, unless her card has just left this PC: the order names her, money is taken."""
    found = work.raw.execute("SELECT 1 FROM customer WHERE id = ?", (customer_id,)).fetchone()
    return customer_id if found else None


def plan(work: Work, order_id: Id, dues: list[NewDue]) -> None:
    """Add the dues of an order."""
    work.insert_many(
        payment_due,
        [
            {
                "order_id": order_id,
                "kind": due.kind,
                "due_on": due.due_on,
                "amount_cents": due.amount.cents,
                "currency": due.amount.currency,
            }
            for due in dues
        ],
    )


def live_dues(conn: Connection, order_id: Id) -> list[Any]:
    """The dues of an order that still count, in the order they are to be paid."""
    found = conn.execute(
        select(
            payment_due.c.id, payment_due.c.kind, payment_due.c.due_on, payment_due.c.amount_cents
        )
        .where(payment_due.c.order_id == order_id, payment_due.c.archived_at.is_(None))
        .order_by(payment_due.c.due_on, payment_due.c.id)
    ).all()
    return sorted(found, key=lambda due: (due.due_on, DUE_KINDS.index(due.kind)))


def settle(work: Work, order_id: Id, today: dt.date) -> OrderMoney:
    """Bring dues and reminders in line with the ledger after any change; returns the money.

    A paid order's dues are put away, so that a list of what is due never reads them again
    (at a million orders nearly all are paid); an order that owes again gets a due again.
    """
    money = order_money(work.conn, order_id)
    dues = live_dues(work.conn, order_id)
    if money.balance.cents <= 0:
        for due in dues:
            work.archive(payment_due, due.id)
        stop_for_order(work, order_id, rules=ALL_DUE_RULES)
    elif dues:
        _stop_covered(work, money, dues)
    elif not money.imported:
        plan(work, order_id, [NewDue("balance", money.promised_on or today, money.total)])
    return money


def _stop_covered(work: Work, money: OrderMoney, dues: list[Any]) -> None:
    """Stop the reminders of every kind of due that is paid by now."""
    amounts = [Money(due.amount_cents, money.total.currency) for due in dues]
    left = outstanding(amounts, money.paid + money.returned)
    done = covered_kinds(zip((due.kind for due in dues), left, strict=True))
    if done:
        stop_for_order(work, money.order_id, rules=frozenset(f"{kind}_due" for kind in done))


def linked_notices(
    work: Work, *, order_id: Id, customer_id: Id | None, money_in: bool
) -> tuple[Notice, ...]:
    """What to ask about the payments linked to this order, the one just entered included.

    Linked: the same order, or the same customer or household within a month (domain.md 2.1).
    A customer waits for this: it goes straight to the driver, at a tenth of the cost.
    """
    since = to_millis(work.now - dt.timedelta(days=LINKED_DAYS))
    asked = (not money_in, order_id, customer_id, customer_id, since)
    sums = {
        bool(cash): Money(abs(cents), "HKD")
        for cash, cents in work.raw.execute(_LINKED_SUMS, asked)
    }
    return cash_notices(sums.get(True, Money(0)), sums.get(False, Money(0)))


_LINKED_SUMS = """
SELECT method = 'cash', sum(amount_cents) FROM payment
WHERE currency = 'HKD' AND (kind = 'refund') = ?
  AND (order_id = ? OR (customer_id IN (
        SELECT ? UNION ALL
        SELECT other.id FROM customer me JOIN customer other USING (household_id) WHERE me.id = ?
      ) AND taken_at >= ?))
GROUP BY 1
"""
