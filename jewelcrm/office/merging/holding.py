"""Whether a PC may change a record it names, and which of its columns it was not shown."""

from __future__ import annotations

from db.office.kinds import Key
from jewelcrm.office.merging.known import Draft
from jewelcrm.office.merging.plans import Plan
from jewelcrm.office.merging.verdicts import PutAside
from jewelcrm.wire.reasons import GONE, NOT_YOURS


def require_mine(draft: Draft, plan: Plan, key: Key) -> None:
    """Nothing when the PC holds the record whole, and may write to it.

    Raises:
        PutAside: it holds a stub only, or it has gone elsewhere; or a joining store names what is
            not its own.
    """
    if plan.of_chain and draft.known.pc.bringing and not _brought(draft, key):
        raise PutAside(NOT_YOURS, plan.name)
    if draft.held(key):
        return
    if draft.seen(key) and key not in draft.known.once:
        raise PutAside(NOT_YOURS, plan.name)
    raise PutAside(GONE, plan.name, near=key)


def _brought(draft: Draft, key: Key) -> bool:
    row = draft.row(key)
    return row is not None and row["branch_id"] == draft.known.pc.branch_id


def hidden_columns(draft: Draft, plan: Plan, key: Key) -> frozenset[str]:
    """The columns this PC is not shown: those masked in every scope it holds the row by."""
    pc = draft.known.pc
    if not pc.hidden:
        return frozenset()
    classes = [
        pc.hidden.get(scope, frozenset())
        for scope, kind in draft.places_of(key).items()
        if kind == "P" and scope in pc.scopes
    ]
    hidden = frozenset.intersection(*classes) if classes else frozenset()
    return frozenset(c.name for c in plan.table.columns if c.info.get("class") in hidden)
