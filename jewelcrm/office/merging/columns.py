"""Columns: of two people who did not know of each other, the later one's value stands.

Who knew of the other is told by revisions, not by clocks: a change made after seeing another
always wins. A PC that has a newer revision may still show its own word, which waits, on top of it:
then what the person wrote over tells. The value that does not stand is kept as a clash (sync.md
2.9).
"""

from __future__ import annotations

from db.office.kinds import Key, Row, Stored, Version
from jewelcrm.office.merging.changes import Change
from jewelcrm.office.merging.known import Draft
from jewelcrm.office.merging.plans import Plan
from jewelcrm.office.merging.verdicts import Clash, Told, Why
from jewelcrm.wire.values import BadImage, from_image


def merge(draft: Draft, plan: Plan, key: Key, values: Row, change: Change) -> None:
    """Write the values that stand; keep those that do not."""
    standing = [name for name in values if _stands(draft, plan, key, (name, values[name]), change)]
    if standing:
        write(draft, key, {name: values[name] for name in standing})


def write(draft: Draft, key: Key, values: Row) -> None:
    """Write the values as this transaction's, under a new revision."""
    row, versions = draft.changing(key)
    version = (draft.hlc, draft.writer, int(row["rev"] or 0))
    draft.rewritten.setdefault(key, set()).update(values)
    for name, value in values.items():
        row[name] = value
        versions.cols[name] = version


def concurrent(draft: Draft, version: Version, base: int) -> bool:
    """True when the column was changed by somebody else since the revision the person saw."""
    return version[2] > base and not draft.own(version[1])


def _covered(draft: Draft, plan: Plan, key: Key, name: str, change: Change) -> bool:
    """True when the person wrote over something else than what somebody else has written there."""
    if not change.old or name not in change.old or draft.own(draft.version(key).of(name)[1]):
        return False
    try:
        shown = from_image(plan.table, {name: change.old[name]})[name]
    except BadImage:
        return False
    return bool(shown != (draft.row(key) or {}).get(name))


def clash(
    draft: Draft, plan: Plan, key: Key, name: str, *, why: Why, mine: Stored, version: Version
) -> Clash:
    """The clash of this transaction's value with the one that is there."""
    told = Told(mine, draft.writer, draft.hlc)
    current = (draft.row(key) or {}).get(name)
    there = Told(current, version[1], version[0])
    kept, lost = (told, there) if why == "overwrote" else (there, told)
    return Clash(key, name, why, kept, lost, plan.review(name))


def _stands(draft: Draft, plan: Plan, key: Key, told: tuple[str, Stored], change: Change) -> bool:
    name, value = told
    version = draft.version(key).of(name)
    if not concurrent(draft, version, change.base) and not _covered(draft, plan, key, name, change):
        return True
    later = (draft.hlc, draft.writer) > version[:2]
    if (draft.row(key) or {}).get(name) != value:
        why: Why = "overwrote" if later else "lost"
        draft.clashes.append(clash(draft, plan, key, name, why=why, mine=value, version=version))
    return later
