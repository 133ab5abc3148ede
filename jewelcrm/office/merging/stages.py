"""An order's stage: only a step that its kind allows is taken; another is kept and flagged."""

from __future__ import annotations

from db.office.kinds import Key, Row
from jewelcrm.office.merging import columns
from jewelcrm.office.merging.changes import Change
from jewelcrm.office.merging.known import Draft
from jewelcrm.office.merging.plans import Plan
from jewelcrm.orders.rules.stages import next_stages

STAGE, SINCE = "stage", "stage_since"


def merge(draft: Draft, plan: Plan, key: Key, values: Row, change: Change) -> None:
    """The stage by its steps, the other columns as everywhere."""
    values = dict(values)
    wanted, since = values.pop(STAGE, None), values.pop(SINCE, None)
    row = draft.row(key) or {}
    if wanted is not None and wanted != row[STAGE]:
        if wanted in next_stages(str(row["kind"]), str(row[STAGE])):
            columns.write(draft, key, {STAGE: wanted, SINCE: since or draft.at})
        else:
            _flag(draft, plan, key, str(wanted))
    elif wanted is not None and since is not None:
        columns.merge(draft, plan, key, {SINCE: since}, change)
    if values:
        columns.merge(draft, plan, key, values, change)


def _flag(draft: Draft, plan: Plan, key: Key, wanted: str) -> None:
    version = draft.version(key).of(STAGE)
    draft.clashes.append(
        columns.clash(draft, plan, key, STAGE, why="illegal_step", mine=wanted, version=version)
    )
