"""In which scopes a record stands: the only rule of who gets to see what (sync.md 2.6)."""

from __future__ import annotations

from collections.abc import Callable

from db.office.kinds import Key, Row
from db.types import Id
from jewelcrm.office.merging.keys import key_in, key_or_none
from jewelcrm.office.merging.known import Places
from jewelcrm.office.merging.plans import PLANS

CATALOGUE, STAFF = "G:catalogue", "G:staff"

PlacesOf = Callable[[Key], Places]
HomeOf = Callable[[Id], Id | None]
"""A customer's home branch."""


def branch_scope(branch_id: bytes) -> str:
    """The scope of a branch's records."""
    return f"B:{branch_id.hex()}"


def lease_scope(lease_id: bytes) -> str:
    """The scope of a customer opened for a while."""
    return f"L:{lease_id.hex()}"


def own_scopes(branch_id: bytes) -> frozenset[str]:
    """What every PC of a branch holds, leases aside."""
    return frozenset({CATALOGUE, STAFF, branch_scope(branch_id)})


def scopes_of(table: str, row: Row, *, places_of: PlacesOf, home_of: HomeOf) -> Places:
    """Where a record stands; a customer: at home (shares, leases and stubs come from elsewhere)."""
    if table == "sales_order":
        return _order(row, home_of)
    parent = PLANS[table].parent
    if parent is not None:
        return with_parent(places_of((parent[1], key_in(row, parent[0]))))
    if table in ("product", "gold_rate"):
        return {CATALOGUE: "P"}
    if table in ("branch", "staff") or row["branch_id"] is None:
        return {STAFF: "P"}
    return _branches(row, "other_branch_id") if table == "conflict" else _branches(row)


def with_parent(places: Places) -> Places:
    """Where a part of a record stands: wherever the record is whole."""
    return {scope: "P" for scope, kind in places.items() if kind == "P"}


BUSINESS = ("sales_order", "payment", "followup")
"""Wherever such a record is, its customer stands at least as a stub."""


def _order(row: Row, home_of: HomeOf) -> Places:
    customer_id = key_or_none(row, "customer_id")
    home = home_of(customer_id) if customer_id else None
    return _branches(row) | ({branch_scope(home): "P"} if home else {})


def _branches(row: Row, *more: str) -> Places:
    """The branch of the record, and those in the columns `more`."""
    branches = (key_or_none(row, column) for column in ("branch_id", *more))
    return {branch_scope(branch): "P" for branch in branches if branch}
