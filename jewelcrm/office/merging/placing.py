"""In which scopes a record stands: the only rule of who gets to see what (sync.md 2.6)."""

from __future__ import annotations

from collections.abc import Callable

from db.office.kinds import Key, Row
from db.types import Id
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
        return with_parent(places_of((parent[1], row[parent[0]])))  # type: ignore[arg-type]
    if table in ("product", "gold_rate"):
        return {CATALOGUE: "P"}
    if table in ("branch", "staff") or row["branch_id"] is None:
        return {STAFF: "P"}
    return _review(row) if table == "conflict" else {branch_scope(row["branch_id"]): "P"}  # type: ignore[arg-type]


def with_parent(places: Places) -> Places:
    """Where a part of a record stands: wherever the record is whole."""
    return {scope: "P" for scope, kind in places.items() if kind == "P"}


def business_scope(table: str, row: Row) -> str | None:
    """The branch scope in which business with a customer needs at least a stub of her."""
    if table in ("sales_order", "followup") and row["customer_id"] and row["branch_id"]:
        return branch_scope(row["branch_id"])  # type: ignore[arg-type]
    return None


def _order(row: Row, home_of: HomeOf) -> Places:
    home = home_of(row["customer_id"]) if row["customer_id"] else None  # type: ignore[arg-type]
    branches = (row["branch_id"], home)
    return {branch_scope(branch): "P" for branch in branches if branch}  # type: ignore[arg-type]


def _review(row: Row) -> Places:
    branches = (row["branch_id"], row["other_branch_id"])
    return {branch_scope(branch): "P" for branch in branches if branch}  # type: ignore[arg-type]
