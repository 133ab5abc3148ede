"""One transaction: every change of it is decided on a draft, which is kept whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from db.office.kinds import Key, Row
from db.types import Id
from jewelcrm.access.catalogue import allows
from jewelcrm.office.merging import columns, consents, payments, references, rights, sets, stages
from jewelcrm.office.merging.changes import Change
from jewelcrm.office.merging.keys import key_or_none
from jewelcrm.office.merging.known import Draft
from jewelcrm.office.merging.placing import BUSINESS, scopes_of
from jewelcrm.office.merging.plans import FIXED, PLANS, Plan
from jewelcrm.office.merging.verdicts import PutAside
from jewelcrm.wire.reasons import (
    GONE,
    INVALID,
    LEDGER,
    NO_PERSON,
    NOT_ALLOWED,
    NOT_YOURS,
    OFFICE_ONLY,
    UNKNOWN,
)
from jewelcrm.wire.values import BadImage, from_image

Merge = Callable[[Draft, Plan, Key, Row, int], None]


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
    person = draft.known.people.get(actor)
    bringing = draft.known.pc.bringing
    if person is not None and (person.active or bringing):
        return person.role
    for change in changes if bringing and person is None else ():
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
    _require_right(draft, plan, change.op, values, row)
    if row is not None:
        _update(draft, plan, key, values, change)
    elif draft.there(key):
        raise PutAside(GONE, plan.name, near=key)
    elif change.op == "I":
        _insert(draft, plan, key, values)
    else:
        raise PutAside(GONE, plan.name)


def _values(plan: Plan, change: Change) -> Row:
    try:
        return from_image(plan.table, change.image)
    except BadImage as bad:
        why = INVALID if bad.column in plan.columns else UNKNOWN
        raise PutAside(why, str(bad)[:120]) from None


def _require_right(
    draft: Draft, plan: Plan, op: Literal["I", "U"], values: Row, row: Row | None
) -> None:
    if plan.policy == "office" and not draft.known.pc.bringing:
        raise PutAside(OFFICE_ONLY, plan.name)
    if plan.policy == "office":
        return  # who joins was agreed upon at enrolment
    if not allows(draft.role, rights.action_of(plan.name, op, values, row)):
        raise PutAside(NOT_ALLOWED, plan.name)


# A new record


def _insert(draft: Draft, plan: Plan, key: Key, values: Row) -> None:
    if plan.policy == "review":
        raise PutAside(OFFICE_ONLY, plan.name)
    row = _whole(draft, plan, key, values)
    references.check(draft, plan, row)
    places = scopes_of(plan.name, row, places_of=draft.places_of, home_of=_home(draft))
    draft.insert(key, row, places)
    _business(draft, plan, key, row, places)


def _whole(draft: Draft, plan: Plan, key: Key, values: Row) -> Row:
    row: Row = dict.fromkeys(plan.columns)
    row.update(values)
    row["id"], row["rev"], row["updated_at"] = key[1], 1, draft.at
    made = row["created_at"]
    row["created_at"] = min(made, draft.at) if isinstance(made, int) else draft.at
    for name in plan.required:
        if row[name] is None:
            raise PutAside(INVALID, f"{plan.name}.{name}")
    if row["branch_id"] != draft.known.pc.branch_id:
        raise PutAside(NOT_YOURS, f"{plan.name}.branch_id")
    return row


def _home(draft: Draft) -> Callable[[Id], Id | None]:
    return lambda customer_id: key_or_none(draft.row(("customer", customer_id)), "branch_id")


def _business(draft: Draft, plan: Plan, key: Key, row: Row, places: Mapping[str, str]) -> None:
    """What a new record means for others: a stub of the customer, flags, a refusal that stays."""
    customer_id = key_or_none(row, "customer_id")
    if customer_id is not None and plan.name in BUSINESS:
        for scope in places:
            draft.stub(("customer", customer_id), scope)
    if plan.policy == "payment":
        payments.flag(draft, key, row)
    elif plan.policy == "consent":
        refusal = consents.strictest(draft, key, row)
        if refusal is not None:
            draft.repeated.append(consents.again(refusal, row))


# A record that is there


def _update(draft: Draft, plan: Plan, key: Key, values: Row, change: Change) -> None:
    row = draft.row(key) or {}
    _require_mine(draft, plan, key, row)
    if plan.appends:
        if change.op == "I" and _same(row, values):
            return
        raise PutAside(LEDGER, plan.name)
    if change.op == "I":
        values = {name: v for name, v in values.items() if name not in FIXED and row[name] != v}
    _require_columns(draft, plan, key, row, values)
    references.check(draft, plan, values)
    _reshape(draft, plan, row, values)
    _MERGES.get(plan.policy, columns.merge)(draft, plan, key, values, change.base)


def _same(row: Row, values: Row) -> bool:
    return all(row[name] == value for name, value in values.items() if name not in FIXED)


def _require_mine(draft: Draft, plan: Plan, key: Key, row: Row) -> None:
    if draft.held(key) or (draft.known.pc.bringing and _brought(draft, row)):
        return
    if draft.seen(key) and "S" in draft.places_of(key).values() and key not in draft.known.once:
        raise PutAside(NOT_YOURS, plan.name)
    raise PutAside(GONE, plan.name, near=key)


def _brought(draft: Draft, row: Row) -> bool:
    return row["branch_id"] == draft.known.pc.branch_id


def _require_columns(draft: Draft, plan: Plan, key: Key, row: Row, values: Row) -> None:
    hidden = _hidden(draft, plan, key)
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


def _hidden(draft: Draft, plan: Plan, key: Key) -> frozenset[str]:
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


def _reshape(draft: Draft, plan: Plan, row: Row, values: Row) -> None:
    """An order or task that goes over to another customer takes its places with it."""
    if plan.name not in ("sales_order", "followup") or "customer_id" not in values:
        return
    both = {key_or_none(row, "customer_id"), key_or_none(values, "customer_id")}
    if len(both) > 1:
        draft.reshaped.update(customer_id for customer_id in both if customer_id)


_MERGES: dict[str, Merge] = {"set": sets.merge, "order": stages.merge}
