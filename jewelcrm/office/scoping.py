"""Giving a customer's records their places anew: after a move, a share, an open, an end of one.

What a record's places are is `merging.placing`; here the places that ought to be are compared with
those that are, and the difference becomes news: put, stub or removed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import select

from db.office import tables
from db.office.kinds import Key, Mark, Row
from db.office.work import OfficeWork
from db.types import Id, from_millis
from jewelcrm.office.merging.keys import key_in, key_or_none
from jewelcrm.office.merging.known import Places
from jewelcrm.office.merging.placing import (
    BUSINESS,
    branch_scope,
    lease_scope,
    scopes_of,
)
from jewelcrm.office.merging.plans import PLANS

__all__ = ["rescope", "scopes_of", "wanted_places"]

Rows = dict[Key, Row]
_ORDER_PARTS = ("order_line", "order_step", "payment", "payment_due")
_PERSON_PARTS = tuple(n for n, plan in PLANS.items() if plan.parent == ("customer_id", "customer"))


def rescope(work: OfficeWork, customer_ids: Collection[Id], now: int) -> list[Mark]:
    """Mark whatever of these customers must appear somewhere, change its kind, or go.

    Call it after the rows themselves have been written. Returns what was marked.
    """
    rows = _rows_of(work, customer_ids)
    paying = _payers(rows) - set(customer_ids)
    if paying:
        rows |= _rows_of(work, paying)
    ids = {*customer_ids, *paying}
    wanted = wanted_places(rows, _extra(work, rows, ids, now))
    _add_stubs_elsewhere(work, rows, ids, wanted)
    current = work.members(rows)
    marks = [
        mark for key in rows for mark in differences(key, rows[key], wanted[key], current[key])
    ]
    work.widen({mark.scope for mark in marks})
    work.mark(marks, now)
    return marks


def wanted_places(rows: Rows, extra: dict[Id, Places]) -> dict[Key, Places]:
    """Where each record ought to be; `extra`: where a customer is whole besides her home."""
    wanted: dict[Key, Places] = {}
    for key, row in rows.items():
        if key[0] == "customer":
            wanted[key] = {branch_scope(key_in(row, "branch_id")): "P"} | extra.get(key[1], {})
    homes = {key[1]: key_in(row, "branch_id") for key, row in rows.items() if key[0] == "customer"}
    for key, row in sorted(rows.items(), key=lambda item: item[0][0] in _ORDER_PARTS):
        if key[0] != "customer":
            wanted[key] = scopes_of(
                key[0], row, places_of=lambda k: wanted.get(k, {}), home_of=homes.get
            )
    _add_stubs(rows, wanted)
    return wanted


def _add_stubs(rows: Rows, wanted: dict[Key, Places]) -> None:
    """A customer stands as a stub wherever there is business with her and she is not whole."""
    for key, row in rows.items():
        customer_id = key_or_none(row, "customer_id")
        if key[0] not in BUSINESS or customer_id is None:
            continue
        customer = ("customer", customer_id)
        if customer in wanted:
            wanted[customer] = dict.fromkeys(wanted[key], "S") | wanted[customer]


def _payers(rows: Rows) -> set[Id]:
    """Whoever paid on these orders: not always whose order it is now."""
    named = (key_or_none(row, "customer_id") for key, row in rows.items() if key[0] == "payment")
    return {customer_id for customer_id in named if customer_id}


def _add_stubs_elsewhere(
    work: OfficeWork, rows: Rows, ids: Collection[Id], wanted: dict[Key, Places]
) -> None:
    """Stubs for what the customers paid on orders that are others' now."""
    paid = work.rows_where("payment", "customer_id", ids)
    others = {("payment", i): row for i, row in paid.items() if ("payment", i) not in rows}
    for key, places in work.members(others).items():
        customer = ("customer", key_in(others[key], "customer_id"))
        if customer in wanted:
            wanted[customer] = dict.fromkeys(places, "S") | wanted[customer]


def differences(key: Key, row: Row, wanted: Places, current: Places) -> Iterable[Mark]:
    """The marks that bring a record from where it stands to where it ought to."""
    rev = int(row["rev"] or 0)
    for scope, kind in wanted.items():
        if current.get(scope) != kind:
            yield Mark(scope, *key, kind, rev)
    for scope in current:
        if scope not in wanted:
            yield Mark(scope, *key, "R", rev)


def _rows_of(work: OfficeWork, customer_ids: Collection[Id]) -> Rows:
    """The customers with everything that goes by where they are.

    All of it is held: a push that changes a part just now would else be told to the old places
    alone, and the new ones would be given the revision before it.
    """
    ids = sorted(customer_ids)
    places = work.members([("customer", i) for i in ids])
    work.widen({scope for held in places.values() for scope in held})
    found: Rows = {("customer", i): r for i, r in work.rows("customer", ids, lock=True).items()}
    for table in (*_PERSON_PARTS, "sales_order", "followup"):
        rows = work.rows_where(table, "customer_id", ids, lock=True)
        found.update({(table, row_id): row for row_id, row in rows.items()})
    orders = sorted(row_id for table, row_id in found if table == "sales_order")
    for table in _ORDER_PARTS:
        rows = work.rows_where(table, "order_id", orders, lock=True)
        found.update({(table, row_id): row for row_id, row in rows.items()})
    return found


def _extra(
    work: OfficeWork, rows: Rows, customer_ids: Collection[Id], now: int
) -> dict[Id, Places]:
    """Branches the customers are shared with, and leases that run."""
    extra: dict[Id, Places] = {}
    for (table, _), row in rows.items():
        if table == "customer_share" and row["archived_at"] is None:
            scope = branch_scope(key_in(row, "branch_id"))
            extra.setdefault(key_in(row, "customer_id"), {})[scope] = "P"
    c = tables.lease.c
    running = select(c.id, c.customer_id).where(
        c.customer_id.in_(list(customer_ids)), c.until > from_millis(now), c.ended_at.is_(None)
    )
    for lease_id, customer_id in work.conn.execute(running):
        extra.setdefault(customer_id, {})[lease_scope(lease_id)] = "P"
    return extra
