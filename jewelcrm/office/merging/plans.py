"""For each table: which policy its changes follow, and what the tables themselves demand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from sqlalchemy import Table

from db.columns import Key as KeyType
from db.tables import NUMBERS, metadata
from db.tables.base import BOOKKEEPING

Policy = Literal["columns", "set", "ledger", "consent", "payment", "order", "office", "review"]
"""columns: the last writer of a column among concurrent ones. set: the same, and an element that
somebody changes is not put away. ledger: rows are only added (consent and payment with rules of
their own). order: columns, and the stage by its steps. office: head office alone. review: a
branch only settles it."""

Review = Literal["manager", "open", "none"]
"""Who must look at a losing value: a manager, anybody, or nobody (it is kept all the same)."""

FIXED = frozenset({"branch_id", "created_at", "updated_at"})
"""Columns no update may name: moving is head office's own act."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How changes of one table are taken."""

    table: Table
    name: str
    policy: Policy
    columns: tuple[str, ...]
    required: tuple[str, ...]
    refs: tuple[tuple[str, str], ...]
    """Columns that name another record, and its table."""
    parent: tuple[str, str] | None
    """The column and table of the record this one belongs to and goes with."""
    usual: Review
    special: Mapping[str, Review] = field(default_factory=dict)
    of_chain: bool = False
    """Shared by all branches: a store that joins brings its own, and only its own."""
    settles: frozenset[str] = frozenset()
    """The only columns a branch may change, where it may not change all."""

    def review(self, column: str) -> Review:
        """Who must look when this column's value lost."""
        return self.special.get(column, self.usual)

    @property
    def appends(self) -> bool:
        """True for a ledger."""
        return self.policy in ("ledger", "consent", "payment")


_CUSTOMER, _ORDER = ("customer_id", "customer"), ("order_id", "sales_order")
_MUST: dict[str, dict[str, Review]] = {
    "customer": {"name": "manager", "name_zh": "manager", "collection_step": "none"},
    "contact_point": {"kind": "manager", "value": "manager", "normal": "manager"},
}
_PARENTS = {
    **dict.fromkeys(
        ("contact_point", "occasion", "relation", "ring_size", "preference", "wish"), _CUSTOMER
    ),
    **dict.fromkeys(("note", "consent", "customer_share"), _CUSTOMER),
    **dict.fromkeys(("order_line", "order_step", "payment", "payment_due"), _ORDER),
}
_POLICIES: dict[str, tuple[Policy, Review]] = {
    "customer": ("columns", "open"),
    "household": ("columns", "open"),
    "contact_point": ("set", "none"),
    "occasion": ("set", "none"),
    "relation": ("set", "none"),
    "ring_size": ("set", "none"),
    "preference": ("set", "none"),
    "wish": ("set", "none"),
    "note": ("ledger", "none"),
    "consent": ("consent", "manager"),
    "sales_order": ("order", "open"),
    "order_line": ("columns", "open"),
    "order_step": ("ledger", "none"),
    "payment": ("payment", "open"),
    "payment_due": ("columns", "open"),
    "followup": ("columns", "none"),
    "followup_rule": ("columns", "open"),
    "report_grant": ("columns", "open"),
    "department_member": ("columns", "open"),
    "target": ("columns", "open"),
    "product": ("columns", "none"),
    "gold_rate": ("ledger", "none"),
    "branch": ("office", "none"),
    "staff": ("office", "none"),
    "customer_share": ("office", "none"),
    "conflict": ("review", "none"),
    "quarantine": ("review", "none"),
    "notice": ("review", "none"),
}
_OF_CHAIN = frozenset({"product", "gold_rate", "branch", "staff", "customer_share"})
_SETTLES = frozenset({"state", "archived_at"})


def _plan(name: str) -> Plan:
    table = metadata.tables[name]
    policy, usual = _POLICIES[name]
    words = [c for c in table.columns if c.name not in BOOKKEEPING]
    return Plan(
        table=table,
        name=name,
        policy=policy,
        columns=tuple(c.name for c in table.columns),
        required=tuple(c.name for c in words if not c.nullable),
        refs=tuple(
            (c.name, key.column.table.name)
            for c in words
            if isinstance(c.type, KeyType)
            for key in c.foreign_keys
        ),
        parent=_PARENTS.get(name),
        usual=usual,
        special=_MUST.get(name, {}),
        of_chain=name in _OF_CHAIN,
        settles=_SETTLES if policy == "review" else frozenset(),
    )


PLANS: dict[str, Plan] = {name: _plan(name) for name in NUMBERS}
"""Every table that travels, by its name."""
