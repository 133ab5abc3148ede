"""Orders that another branch took of a customer at home here: paid and moved on, not agreed.

A piece may be collected and paid where the customer lives; what was agreed, the pieces and the
terms, is changed only where the order was taken (`jewelcrm.orders.changing` says so on the PC).
"""

from __future__ import annotations

from collections.abc import Mapping

from db.office.kinds import Row, Stored
from jewelcrm.office.merging.keys import key_or_none
from jewelcrm.office.merging.known import Draft
from jewelcrm.office.merging.plans import Plan
from jewelcrm.office.merging.verdicts import PutAside
from jewelcrm.wire.reasons import NOT_YOURS

MOVED_ON: Mapping[str, frozenset[str]] = {
    "sales_order": frozenset({"stage", "stage_since"}),
    "order_line": frozenset({"weight_out"}),
    "payment_due": frozenset({"archived_at"}),
}
"""What a step or a payment changes of an order and its parts."""

BEGUN: Mapping[str, tuple[str, Stored]] = {"payment_due": ("kind", "balance")}
"""What the ledger itself calls for: after a refund, the balance is due again."""


def require_begun_here(draft: Draft, plan: Plan, row: Row) -> None:
    """Nothing when a new part of an order is this branch's to add.

    Raises:
        PutAside: the order was taken at another branch.
    """
    if plan.name not in MOVED_ON or _taken_here(draft, row):
        return
    column, value = BEGUN.get(plan.name, ("id", None))
    if row[column] != value:
        raise PutAside(NOT_YOURS, plan.name)


def require_agreed_here(draft: Draft, plan: Plan, row: Row, values: Row) -> None:
    """Nothing when what is changed of an order is this branch's to change.

    Raises:
        PutAside: the order was taken at another branch.
    """
    settled = MOVED_ON.get(plan.name)
    if settled is None or values.keys() <= settled or _taken_here(draft, row):
        return
    raise PutAside(NOT_YOURS, plan.name)


def _taken_here(draft: Draft, row: Row) -> bool:
    """By the order; of a part that this branch added itself, the order is not looked up."""
    order_id = key_or_none(row, "order_id")
    order = draft.row(("sales_order", order_id)) if order_id else None
    return (order or row)["branch_id"] == draft.known.pc.branch_id
