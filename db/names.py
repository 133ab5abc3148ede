"""What statements written by hand know of the tables, without loading them."""

from __future__ import annotations

from collections.abc import Mapping

NUMBERS: Mapping[str, int] = {
    "branch": 1,
    "staff": 2,
    "household": 3,
    "customer": 4,
    "contact_point": 5,
    "occasion": 6,
    "relation": 7,
    "ring_size": 8,
    "preference": 9,
    "wish": 10,
    "note": 11,
    "consent": 12,
    "product": 13,
    "gold_rate": 14,
    "sales_order": 15,
    "order_line": 16,
    "order_step": 17,
    "payment": 18,
    "payment_due": 19,
    "followup": 20,
    "followup_rule": 21,
    "conflict": 22,
    "quarantine": 23,
    "notice": 24,
    "customer_share": 25,
    "report_grant": 26,
    "department_member": 27,
    "target": 28,
}
"""How feeds and memberships name a table in little room; a number is never given again."""

NAMES: Mapping[int, str] = {number: name for name, number in NUMBERS.items()}
"""And back."""

FINISHED = ("cancelled", "collected", "returned_unrepaired")
"""Stages in which nothing is left to do; a test holds them to the orders' own rules."""

STILL_OPEN = (
    f"archived_at IS NULL AND stage NOT IN ({', '.join(repr(stage) for stage in FINISHED)})"
)
"""An order with something left to do, word for word as the index says it."""
