"""One transaction: every change of it is decided on a draft, which is kept whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from db.office.kinds import Row, Stored
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
        updating.update(draft, plan, key, values, change.base)
    else:
        raise PutAside(GONE, plan.name, near=key if draft.there(key) else None)


def _values(plan: Plan, change: Change) -> Row:
    try:
        values = from_image(plan.table, change.image)
    except BadImage as bad:
        why = INVALID if bad.column in plan.columns else UNKNOWN
        raise PutAside(why, str(bad)[:120]) from None
    for name, value in values.items():
        if _too_much(name, value):
            raise PutAside(INVALID, f"{plan.name}.{name}")
    return values


def _too_much(name: str, value: Stored) -> bool:
    """True for what no shop writes, and what would break every PC that adds it up or shows it."""
    if isinstance(value, int):
        return abs(value) > (MOST_CENTS if name.endswith("_cents") else MOST_WHOLE)
    return isinstance(value, str) and len(value) > MOST_LETTERS


def _require_right(draft: Draft, plan: Plan, op: Literal["I", "U"], values: Row) -> None:
    bringing = draft.known.pc.bringing
    if plan.of_chain and bringing:
        return  # who joins was agreed upon at enrolment
    if plan.policy == "office":
        raise PutAside(OFFICE_ONLY, plan.name)
    action = rights.action_of(plan.name, op, values)
    if draft.then is not None and not bringing and not _any_allows(draft.then, action):
        raise PutAside(NOT_ALLOWED, plan.name)
    if not allows(draft.role, action, in_chain=not bringing):
        raise PutAside(NOT_ALLOWED if draft.then is None else RIGHT_REMOVED, plan.name)


def _any_allows(roles: Iterable[str], action: str) -> bool:
    return any(allows(role, action, in_chain=True) for role in roles)
