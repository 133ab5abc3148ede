"""Which right of the catalogue a change needs: head office's own check of what a PC did.

The same catalogue guards the doors of the PC's commands; a change that no door lets through is
put aside here, whatever the PC's program says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from db.office.kinds import Row, Stored

Op = Literal["I", "U"]
Values = Mapping[str, Stored]
Rule = Callable[[Op, Values, Row | None], str]


def action_of(table: str, op: Op, values: Values, row: Row | None = None) -> str:
    """The action a change amounts to; `row` is the record before it, if there was one."""
    rule = _RULES[table]
    return rule if isinstance(rule, str) else rule(op, values, row)


def _customer(op: Op, values: Values, row: Row | None) -> str:
    if values.get("archived_at") is not None or (op == "U" and "archived_at" in values):
        return "customers.archive"
    if "merged_into" in values and (op == "U" or values["merged_into"] is not None):
        return "customers.archive"
    return "customers.add" if op == "I" else "customers.edit"


def _order(op: Op, values: Values, row: Row | None) -> str:
    if op == "I":
        return "orders.add"
    if "stage" not in values:
        return "orders.edit"
    return _step_to(values["stage"])


def _step(op: Op, values: Values, row: Row | None) -> str:
    return "orders.add" if values.get("from_stage") is None else _step_to(values.get("to_stage"))


def _step_to(stage: Stored) -> str:
    return "orders.cancel" if stage == "cancelled" else "orders.move"


def _payment(op: Op, values: Values, row: Row | None) -> str:
    amount = values.get("amount_cents")
    back = isinstance(amount, int) and amount < 0
    if back or values.get("kind") == "refund" or values.get("reverses_id") is not None:
        return "payments.refund"
    return "payments.take"


def _conflict(op: Op, values: Values, row: Row | None) -> str:
    return "customers.undo" if row is not None and row["must_review"] else "customers.edit"


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
    "product": "catalogue.edit",
    "gold_rate": "catalogue.edit",
    "branch": "settings.edit",
    "staff": "people.manage",
    "customer_share": "people.manage",
    "conflict": _conflict,
    "quarantine": "customers.edit",
    "notice": "customers.view",
}
