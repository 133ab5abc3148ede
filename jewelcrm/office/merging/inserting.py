"""New records, and those that are there already under the same key."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from db.office.kinds import Key, Row
from db.types import Id
from jewelcrm.office.merging import columns, consents, payments, references
from jewelcrm.office.merging.elsewhere import require_begun_here
from jewelcrm.office.merging.holding import require_mine
from jewelcrm.office.merging.keys import key_or_none
from jewelcrm.office.merging.known import Draft
from jewelcrm.office.merging.placing import BUSINESS, scopes_of
from jewelcrm.office.merging.plans import FIXED, Plan
from jewelcrm.office.merging.verdicts import PutAside
from jewelcrm.wire.reasons import INVALID, LEDGER, NOT_YOURS, OFFICE_ONLY


def insert(draft: Draft, plan: Plan, key: Key, values: Row) -> None:
    """A new record, in the scopes it belongs to."""
    if plan.policy == "review":
        raise PutAside(OFFICE_ONLY, plan.name)
    row = _whole(draft, plan, key, values)
    references.check(draft, plan, row)
    require_begun_here(draft, plan, row)
    places = scopes_of(plan.name, row, places_of=draft.places_of, home_of=_home(draft))
    draft.insert(key, row, places)
    if draft.plain and row["created_at"] == values.get("created_at"):
        draft.as_said.add(key)
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


def again(draft: Draft, plan: Plan, key: Key, values: Row) -> None:
    """A record that is there already stays as it is; what was said differently is kept aside.

    Two PCs on which one rule fires make the same reminder under the same key: the first one counts,
    and what has been done about it since.
    """
    if plan.name == "followup" and values.get("rule_key") is not None:
        return
    require_mine(draft, plan, key)
    row = draft.row(key) or {}
    differing = [n for n, value in values.items() if n not in FIXED and row[n] != value]
    if plan.appends and differing:
        raise PutAside(LEDGER, plan.name)
    for name in differing:
        version = draft.version(key).of(name)
        draft.clashes.append(
            columns.clash(draft, plan, key, name, why="lost", mine=values[name], version=version)
        )
