"""Elements of a customer's lists: adding wins, so what somebody just changed is not put away.

A phone that one branch archives while another corrects it stays in the list, with the correction.
"""

from __future__ import annotations

from db.office.kinds import Key, Row
from jewelcrm.office.merging import columns
from jewelcrm.office.merging.changes import Change
from jewelcrm.office.merging.known import Draft
from jewelcrm.office.merging.plans import Plan

AWAY = "archived_at"


def merge(draft: Draft, plan: Plan, key: Key, values: Row, change: Change) -> None:
    """Columns as everywhere; archiving loses against a change it did not know of."""
    values = dict(values)
    if values.get(AWAY) is not None and _changed_meanwhile(draft, key, change.base):
        versions = draft.version(key)
        newest = max(versions.cols.values(), default=versions.of(AWAY), key=lambda v: v[2])
        draft.clashes.append(
            columns.clash(draft, plan, key, AWAY, why="lost", mine=values.pop(AWAY), version=newest)
        )
    elif AWAY not in values and _archived_meanwhile(draft, key, change.base):
        version = draft.version(key).of(AWAY)
        draft.clashes.append(
            columns.clash(draft, plan, key, AWAY, why="overwrote", mine=None, version=version)
        )
        columns.write(draft, key, {AWAY: None})
    if values:
        columns.merge(draft, plan, key, values, change)


def _changed_meanwhile(draft: Draft, key: Key, base: int) -> bool:
    """Somebody else changed the element, not only put it away."""
    versions = draft.version(key)
    return any(
        columns.concurrent(draft, version, base)
        for name, version in versions.cols.items()
        if name != AWAY
    )


def _archived_meanwhile(draft: Draft, key: Key, base: int) -> bool:
    row = draft.row(key) or {}
    away = row.get(AWAY) is not None
    return away and columns.concurrent(draft, draft.version(key).of(AWAY), base)
