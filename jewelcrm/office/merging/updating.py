"""Changes of records that are there: whether they may be, and by which policy they are merged."""

from __future__ import annotations

from collections.abc import Callable

from db.office.kinds import Key, Row
from jewelcrm.office.merging import columns, references, sets, stages
from jewelcrm.office.merging.changes import Change
from jewelcrm.office.merging.elsewhere import require_agreed_here
from jewelcrm.office.merging.holding import hidden_columns, require_mine
from jewelcrm.office.merging.keys import key_or_none
from jewelcrm.office.merging.known import Draft
from jewelcrm.office.merging.plans import FIXED, Plan
from jewelcrm.office.merging.verdicts import PutAside
from jewelcrm.wire.reasons import INVALID, LEDGER, NOT_YOURS, OFFICE_ONLY

Merge = Callable[[Draft, Plan, Key, Row, Change], None]


def update(draft: Draft, plan: Plan, key: Key, values: Row, change: Change) -> None:
    """The values that stand become the record's."""
    require_mine(draft, plan, key)
    if plan.appends:
        raise PutAside(LEDGER, plan.name)
    row = draft.row(key) or {}
    _require_columns(draft, plan, key, values)
    require_agreed_here(draft, plan, row, values)
    references.check(draft, plan, values)
    _reshape(draft, plan, row, values)
    _MERGES.get(plan.policy, columns.merge)(draft, plan, key, values, change)


def _require_columns(draft: Draft, plan: Plan, key: Key, values: Row) -> None:
    hidden = hidden_columns(draft, plan, key)
    row = draft.row(key) or {}
    for name, value in values.items():
        if name in FIXED:
            raise PutAside(NOT_YOURS if name == "branch_id" else INVALID, f"{plan.name}.{name}")
        if plan.settles and name not in plan.settles:
            raise PutAside(OFFICE_ONLY, f"{plan.name}.{name}")
        if name in hidden:
            raise PutAside(NOT_YOURS, f"{plan.name}.{name}")
        if value is None and name in plan.required:
            raise PutAside(INVALID, f"{plan.name}.{name}")
        if plan.parent is not None and name == plan.parent[0] and value != row[name]:
            raise PutAside(INVALID, f"{plan.name}.{name}")


def _reshape(draft: Draft, plan: Plan, row: Row, values: Row) -> None:
    """An order or task that goes over to another customer takes its places with it."""
    if plan.name not in ("sales_order", "followup") or "customer_id" not in values:
        return
    both = {key_or_none(row, "customer_id"), key_or_none(values, "customer_id")}
    if len(both) > 1:
        draft.reshaped.update(customer_id for customer_id in both if customer_id)


_MERGES: dict[str, Merge] = {"set": sets.merge, "order": stages.merge}
