"""What a change names: every record must be there, and be one that this PC may know of."""

from __future__ import annotations

from db.office.kinds import Key, Row
from jewelcrm.office.merging.keys import key_or_none
from jewelcrm.office.merging.known import Draft
from jewelcrm.office.merging.plans import Plan
from jewelcrm.office.merging.verdicts import PutAside
from jewelcrm.wire.reasons import GONE, INVALID, MISSING

_WHOLE = frozenset({"merged_into"})
"""Who is merged with somebody is erased with her: nobody is, of whom the PC has but a stub."""


def check(draft: Draft, plan: Plan, values: Row) -> None:
    """Nothing when all named records may be named.

    Raises:
        PutAside: one is not at head office, or not for this PC; a record that only belongs to one
            the PC holds no more goes to the branch that has it now.
    """
    for column, target in plan.refs:
        row_id = key_or_none(values, column)
        if row_id is None:
            continue
        key = (target, row_id)
        if not draft.held(key):
            _require_a_part(draft, plan, column, key)
        if target == plan.name and plan.parent is not None:
            _require_family(draft, plan, (column, key), values)


def _require_a_part(draft: Draft, plan: Plan, column: str, key: Key) -> None:
    """Of what the PC does not hold whole, a stub may be named where that is enough."""
    if not draft.there(key):
        raise PutAside(MISSING, f"{plan.name}.{column}")
    if plan.parent == (column, key[0]):
        raise PutAside(GONE, f"{plan.name}.{column}", near=key)
    if not draft.seen(key) or column in _WHOLE:
        raise PutAside(GONE, f"{plan.name}.{column}")


def _require_family(draft: Draft, plan: Plan, named: tuple[str, Key], values: Row) -> None:
    """A refund gives back, a note corrects, what belongs to the same order or customer."""
    column, key = named
    parent = plan.parent[0] if plan.parent else ""
    other = draft.row(key)
    if other is None or key_or_none(other, parent) != key_or_none(values, parent):
        raise PutAside(INVALID, f"{plan.name}.{column}")
