"""Which right of the catalogue a change needs: head office's own check of what a PC did.

The same catalogue guards the doors of the PC's commands; a change that no door lets through is
put aside here, whatever the PC's program says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from db.office.kinds import Stored

Op = Literal["I", "U"]
Values = Mapping[str, Stored]


class _Change(NamedTuple):
    op: Op
    values: Values


Rule = Callable[[_Change], str]


def action_of(table: str, op: Op, values: Values) -> str:
    """The action a change amounts to."""
    rule = _RULES[table]
    return rule if isinstance(rule, str) else rule(_Change(op, values))


def _customer(change: _Change) -> str:
    for name in ("archived_at", "merged_into"):
        if name in change.values and (change.op == "U" or change.values[name] is not None):
            return "customers.archive"
    return "customers.add" if change.op == "I" else "customers.edit"


def _order(change: _Change) -> str:
    if change.op == "I":
        return "orders.add"
    if "stage" not in change.values:
        return "orders.edit"
    return _step_to(change.values["stage"])


def _step(change: _Change) -> str:
    values = change.values
    begins = values.get("from_stage") is None
    return "orders.add" if begins else _step_to(values.get("to_stage"))


def _step_to(stage: Stored) -> str:
    return "orders.cancel" if stage == "cancelled" else "orders.move"


def _payment(change: _Change) -> str:
    values = change.values
    amount = values.get("amount_cents")
    back = isinstance(amount, int) and amount < 0
    if back or values.get("kind") == "refund" or values.get("reverses_id") is not None:
        return "payments.refund"
    return "payments.take"


_RULES: dict[str, str | Rule] = {
    "customer": _customer,
    "household": "customers.edit",
    "contact_point": "customers.edit",
    "occasion": "customers.edit",
    "relation": "customers.edit",
    "ring_size": "customers.edit",
    "preference": "customers.edit",
    "wish": "customers.edit",
    "note": "customers.edit",
    "consent": "customers.edit",
    "sales_order": _order,
    "order_line": "orders.edit",
    "order_step": _step,
    "payment": _payment,
    "payment_due": "orders.edit",
    "followup": "followups.edit",
    "followup_rule": "followups.rules",
    "report_grant": "reports.grant",
    "department_member": "reports.grant",
    "target": "settings.edit",
    "product": "catalogue.edit",
    "gold_rate": "catalogue.edit",
    "branch": "shop.edit",
    "staff": "people.manage",
    "customer_share": "customers.share",
    "conflict": "sync.review",
    "quarantine": "sync.review",
    "notice": "sync.review",
}
