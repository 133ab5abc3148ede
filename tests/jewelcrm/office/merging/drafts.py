"""A draft over a small world, without any store."""

from __future__ import annotations

from typing import Any

from db.office.kinds import Row, Versions
from db.types import Id
from jewelcrm.office.merging.changes import Change
from jewelcrm.office.merging.known import WATCHED, Draft, Known, Pc, Person
from jewelcrm.office.merging.placing import branch_scope, own_scopes
from jewelcrm.office.merging.plans import PLANS

HOME, AWAY = b"h" * 16, b"a" * 16
MANAGER, SALES, GONE = b"m" * 16, b"s" * 16, b"g" * 16
CUSTOMER, ORDER = b"c" * 16, b"o" * 16
ME, OTHER = 1, 2
NOW = 1_800_000_000_000


def hlc(seconds: float) -> int:
    """The clock so many seconds after `NOW`."""
    return (NOW + int(seconds * 1000)) << 16


def a_known(**more: Any) -> Known:
    pc = Pc(b"p" * 16, HOME, own_scopes(HOME), **more)
    known = Known(pc, own={ME})
    known.people = {
        MANAGER: Person("manager", active=True),
        SALES: Person("sales", active=True),
        GONE: Person("manager", active=False),
    }
    return known


def put(known: Known, table: str, row_id: Id, rev: int = 1, *, at: float = 0, **values: Any) -> Row:
    """A row that head office has, written by another PC."""
    row: Row = dict.fromkeys(PLANS[table].columns)
    row |= {"id": row_id, "branch_id": HOME, "rev": rev, "created_at": NOW, "updated_at": NOW}
    row |= values
    known.rows[table, row_id] = row
    known.versions[table, row_id] = Versions(hlc(at), OTHER, 1)
    known.places[table, row_id] = {branch_scope(HOME): "P"}
    if table in WATCHED:
        known.children.setdefault((table, row[WATCHED[table]]), {})[row_id] = row
    return row


def a_customer(known: Known, **values: Any) -> Row:
    return put(known, "customer", CUSTOMER, number="1", name="Chan", **values)


def an_order(known: Known, stage: str = "received", **values: Any) -> Row:
    given = {"number": "2", "kind": "repair", "channel": "counter", "stage": stage, "rush": 0}
    given |= {"stage_since": NOW, "placed_at": NOW, "currency": "HKD"}
    return put(known, "sales_order", ORDER, **(given | values))


def a_draft(known: Known, at: float = 10) -> Draft:
    return Draft(known, ME, hlc(at), NOW + int(at * 1000))


def changed(  # noqa: PLR0917
    known: Known, table: str, row_id: Id, column: str, value: Any, at: float, rev: int
):
    """Another PC has changed a column meanwhile."""
    known.rows[table, row_id] |= {column: value, "rev": rev}
    known.versions[table, row_id].cols[column] = (hlc(at), OTHER, rev)


def update(table: str, row_id: Id, base: int, **values: Any) -> Change:
    return Change(table, row_id, "U", base, _image(values))


def insert(table: str, row_id: Id, **values: Any) -> Change:
    return Change(table, row_id, "I", 0, {"branch_id": HOME.hex(), **_image(values)})


def _image(values: dict[str, Any]) -> dict[str, Any]:
    return {k: v.hex() if isinstance(v, bytes) else v for k, v in values.items()}


def a_payment(row_id: Id = b"y" * 16, **values: Any) -> Change:
    given = {"receipt_number": "3", "order_id": ORDER, "kind": "deposit", "method": "cash"}
    given |= {"amount_cents": 5000, "currency": "HKD", "taken_at": NOW}
    return insert("payment", row_id, **(given | values))


def a_consent(row_id: Id = b"n" * 16, **values: Any) -> Change:
    given = {"customer_id": CUSTOMER, "purpose": "own_dm", "channel": "all"}
    given |= {"subject_class": "all", "state": "consented", "source": "form"}
    given |= {"notice_version": "1", "notice_language": "en", "obtained_at": NOW + 5000}
    return insert("consent", row_id, **(given | values))
