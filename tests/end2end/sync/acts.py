"""What head office itself does in a history: moves, shares, opens, erases, collects, takes off."""

from __future__ import annotations

from typing import Any

from sqlalchemy import update

from db.office import tables
from db.office.kinds import Mark
from db.types import Id, from_millis, new_id
from jewelcrm.office import devices
from jewelcrm.office.scoping import rescope
from tests.end2end.sync.stores import OfficeInMemory

OF_HER = ("contact_point", "note", "followup", "customer_share", "conflict", "quarantine", "notice")
"""Records that are about one customer, with her id in `customer_id`."""
DAY_MS = 86_400_000


def move(store: OfficeInMemory, customer: Id, branch: Id, now: int) -> None:
    """Give a customer to another branch."""
    with store.write() as work:
        row = work.rows("customer", [customer]).get(customer)
        if row is not None and row["branch_id"] != branch:
            row |= {"branch_id": branch, "updated_at": now}
            _rewrite(work, "customer", row, now, [customer])


def share(store: OfficeInMemory, customer: Id, branch: Id, now: int) -> None:
    """Show a customer to another branch, or end that."""
    with store.write() as work:
        shares = work.rows_where("customer_share", "customer_id", [customer]).values()
        of = next((s for s in shares if s["branch_id"] == branch), None)
        if customer not in work.rows("customer", [customer]):
            return
        if of is None:
            of = {
                "id": new_id(), "branch_id": branch, "customer_id": customer, "created_at": now,
                "archived_at": now, "rev": 0, **_share_words(store, now),
            }  # fmt: skip
        of |= {"archived_at": None if of["archived_at"] else now, "updated_at": now}
        _rewrite(work, "customer_share", of, now, [customer])


def _share_words(store: OfficeInMemory, now: int) -> dict[str, Any]:
    from db.tables import metadata

    known = {"id", "branch_id", "customer_id", "created_at", "updated_at", "archived_at", "rev"}
    columns = [c for c in metadata.tables["customer_share"].columns if c.name not in known]
    return {c.name: None if c.nullable else _some(c) for c in columns}


def _some(column: Any) -> Any:
    from db.types import Key

    return bytes(16) if isinstance(column.type, Key) else ""


def open_for(store: OfficeInMemory, customer: Id, device: Id, branch: Id, now: int) -> None:
    """Let another branch's PC see a customer for an hour, without how to reach her."""
    with store.write() as work:
        if customer in work.rows("customer", [customer]):
            work.conn.execute(
                tables.lease.insert().values(
                    id=new_id(), customer_id=customer, branch_id=branch, device=device,
                    actor=bytes(16), reason="repair", mask="contact", granted_at=from_millis(now),
                    until=from_millis(now + 600_000),
                )
            )  # fmt: skip
            rescope(work, [customer], now)


def erase(store: OfficeInMemory, customer: Id, now: int) -> set[Id]:
    """Erase a person with all that is hers; her papers stay without her. What was erased."""
    with store.write() as work:
        if customer not in work.rows("customer", [customer]):
            return set()
        gone = [("customer", customer)]
        for table in OF_HER:
            gone += [(table, i) for i in work.rows_where(table, "customer_id", [customer])]
        papers = work.rows_where("sales_order", "customer_id", [customer])
        receipts = work.rows_where("payment", "customer_id", [customer])
        ever = work.ever(gone)
        _nameless(work, "sales_order", papers, now)
        _nameless(work, "payment", receipts, now)
        for table in {table for table, _ in gone}:
            work.drop_rows(table, [i for t, i in gone if t == table])
        marks = [Mark(scope, *key, "E", 0) for key in gone for scope in ever[key]]
        work.conn.execute(tables.erasure.insert(), [
            {"row_id": i, "tbl": t, "customer_id": customer, "at": from_millis(now)}
            for t, i in gone
        ])  # fmt: skip
        work.conn.execute(update(tables.lease).where(tables.lease.c.customer_id == customer)
                          .values(ended_at=from_millis(now)))  # fmt: skip
        work.mark(marks, now)
        return {i for t, i in gone if t not in ("conflict", "quarantine", "notice")}


def _nameless(work: Any, table: str, rows: dict[Id, Any], now: int) -> None:
    """A paper stays where its branch is, without its customer."""
    for row in rows.values():
        row |= {"customer_id": None, "rev": int(row["rev"]) + 1, "updated_at": now}
    work.put_rows(table, list(rows.values()))
    home = {i: f"B:{row['branch_id'].hex()}" for i, row in rows.items()}
    parts = {}
    for part in ("order_line", "payment") if table == "sales_order" else ():
        found = work.rows_where(part, "order_id", rows)
        parts.update({(part, i): row for i, row in found.items()})
    keys = {(table, i): row for i, row in rows.items()} | parts
    marks = []
    for key, places in work.members(keys).items():
        row = keys[key]
        if table == "payment":
            marks += [Mark(scope, *key, kind, row["rev"]) for scope, kind in places.items()]
            continue
        mine = home[row["order_id"] if key in parts else key[1]]
        marks += [
            Mark(scope, *key, "P" if scope == mine else "R", row["rev"])
            for scope in places
            if key not in parts or scope != mine
        ]
    work.mark(marks, now)


def collect(store: OfficeInMemory, branch: Id, now: int) -> None:
    """Forget tombstones."""
    with store.write() as work:
        work.collect(f"B:{branch.hex()}", now + 1)


def take_off(store: OfficeInMemory, device: Id, by: Id, now: int) -> None:
    """Revoke a PC."""
    with store.write() as work:
        devices.revoke(work, device, from_millis(now), by)


def _rewrite(work: Any, table: str, row: dict[str, Any], now: int, customers: list[Id]) -> None:
    from jewelcrm.office.merging.known import Versions

    row["rev"] = int(row["rev"] or 0) + 1
    work.put_rows(table, [row])
    key = (table, row["id"])
    if key not in work.versions([key]):
        work.put_versions({key: Versions(now << 16, work.writer(work.server, 0), row["rev"])})
    rescope(work, customers, now)
    places = work.members([key])[key]
    work.mark([Mark(s, *key, kind, row["rev"]) for s, kind in places.items()], now)
