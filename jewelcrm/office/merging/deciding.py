"""One transaction: every change of it is decided on a draft, which is kept whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from db.office.kinds import Row
from db.types import Id
from jewelcrm.access.catalogue import allows
from jewelcrm.office.merging import inserting, rights, updating
from jewelcrm.office.merging.changes import Change
from jewelcrm.office.merging.known import Draft
from jewelcrm.office.merging.plans import PLANS, Plan
from jewelcrm.office.merging.verdicts import PutAside
from jewelcrm.wire.reasons import (
    GONE,
    INVALID,
    NO_PERSON,
    NOT_ALLOWED,
    OFFICE_ONLY,
    RIGHT_REMOVED,
    UNKNOWN,
)
from jewelcrm.wire.values import BadImage, from_image

MOST_CENTS, MOST_WHOLE = 10**13, 10**15
"""A million payments of that size still add up to a number of 63 bits."""
MOST_LETTERS = 100_000
"""Of one text: a book's chapter."""


def decide(draft: Draft, actor: Id, changes: list[Change]) -> None:
    """Apply all changes to the draft.

    Raises:
        PutAside: one of them cannot be applied; the draft is not to be kept.
    """
    draft.role = _role(draft, actor, changes)
    for change in changes:
        _change(draft, change)


def _role(draft: Draft, actor: Id, changes: list[Change]) -> str:
    """The person's role; a store that joins brings its people, also in the act itself."""
    bringing = draft.known.pc.bringing
    person = draft.known.people.get(actor)
    if person is not None and (person.active or bringing):
        return person.role
    if person is not None and draft.then:
        raise PutAside(RIGHT_REMOVED)
    if bringing and person is None:
        return _brought_role(draft, actor, changes)
    raise PutAside(NO_PERSON)


def _brought_role(draft: Draft, actor: Id, changes: list[Change]) -> str:
    row = draft.row(("staff", actor))
    if row is not None:
        return str(row["role"])
    for change in changes:
        if (change.table, change.id) == ("staff", actor):
            return str(change.image.get("role"))
    raise PutAside(NO_PERSON)


def _change(draft: Draft, change: Change) -> None:
    plan = PLANS.get(change.table)
    if plan is None:
        raise PutAside(UNKNOWN, change.table[:60])
    values = _values(plan, change)
    key = (change.table, change.id)
    row = draft.row(key)
    _require_right(draft, plan, change.op, values)
    if change.op == "I":
        known = draft.there(key)
        (inserting.again if known else inserting.insert)(draft, plan, key, values)
    elif row is not None:
        updating.update(draft, plan, key, values, change)
    else:
        raise PutAside(GONE, plan.name, near=key if draft.there(key) else None)


def _values(plan: Plan, change: Change) -> Row:
    try:
        values = from_image(plan.table, change.image)
    except BadImage as bad:
        why = INVALID if bad.column in plan.columns else UNKNOWN
        raise PutAside(why, str(bad)[:120]) from None
    for name in _too_much(values):
        raise PutAside(INVALID, f"{plan.name}.{name}")
    return values


def _too_much(values: Row) -> Iterator[str]:
    """What no shop writes, and what would break every PC that adds it up or shows it."""
    for name, value in values.items():
        if isinstance(value, int):
            large = abs(value) > MOST_CENTS
            over = large and (name.endswith("_cents") or abs(value) > MOST_WHOLE)
        else:
            over = isinstance(value, str) and len(value) > MOST_LETTERS
        if over:
            yield name


def _require_right(draft: Draft, plan: Plan, op: Literal["I", "U"], values: Row) -> None:
    bringing = draft.known.pc.bringing
    if plan.of_chain and bringing:
        return  # who joins was agreed upon at enrolment
    if plan.policy == "office":
        raise PutAside(OFFICE_ONLY, plan.name)
    action = rights.action_of(plan.name, op, values)
    asked = (draft.role, draft.then, action)
    verdicts = draft.known.verdicts
    if asked not in verdicts:
        verdicts[asked] = _against(draft, action)
    if why := verdicts[asked]:
        raise PutAside(why, plan.name)


def _against(draft: Draft, action: str) -> str:
    """Why the person may not do it; nothing when they may."""
    bringing, then = draft.known.pc.bringing, draft.then
    if then is not None and not bringing and not any(_in_chain(role, action) for role in then):
        return NOT_ALLOWED
    if not allows(draft.role, action, in_chain=not bringing):
        return NOT_ALLOWED if then is None else RIGHT_REMOVED
    return ""


def _in_chain(role: str, action: str) -> bool:
    return allows(role, action, in_chain=True)
