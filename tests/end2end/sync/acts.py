"""What head office itself does in a history: moves, shares, opens, erases, collects, takes off."""

from __future__ import annotations

import contextlib
import json
from typing import Any

from sqlalchemy import update

from db.office import tables
from db.office.kinds import Mark
from db.types import Id, from_millis, new_id
from jewelcrm.office import devices
from jewelcrm.office.refusals import Refusal
from jewelcrm.office.scoping import rescope
from jewelcrm.office.service import Office
from jewelcrm.office.visiting import looking_up, moving, opening, sharing
from jewelcrm.wire.visiting import LookupAsk, MoveAsk, OpenAsk, ShareAsk
from tests.end2end.sync.stores import OfficeInMemory

OF_HER = ("contact_point", "note", "followup", "customer_share", "conflict", "quarantine", "notice")
"""Records that are about one customer, with her id in `customer_id`."""


def move(office: Office, device: Id, actor: Id, customer: Id, branch: Id) -> None:
    """Give a customer to another branch, from a PC that has her."""
    ask = MoveAsk(actor.hex(), customer.hex(), branch.hex(), "moves house")
    with contextlib.suppress(Refusal):
        moving.move(office, device, ask)


def share(office: Office, device: Id, actor: Id, customer: Id, branch: Id, *, stop: bool) -> None:
    """Show a customer to another branch, or end that."""
    ask = ShareAsk(actor.hex(), customer.hex(), branch.hex(), "asked for", stop)
    with contextlib.suppress(Refusal):
        sharing.share(office, device, ask)


def look_up(office: Office, device: Id, actor: Id, number: str) -> None:
    """Look up another branch's customer and open her for a day."""
    with contextlib.suppress(Refusal):
        cards = looking_up.lookup(office, device, LookupAsk(actor.hex(), "number", number)).cards
        for card in cards:
            opening.open_customer(office, device, OpenAsk(actor.hex(), card.ticket, "repair"))


def open_for(
    store: OfficeInMemory, customer: Id, device: Id, branch: Id, now: int, mask: str
) -> None:
    """Let another branch's PC see a customer for ten minutes, without some of her columns."""
    with store.write() as work:
        if customer in work.rows("customer", [customer]):
            work.conn.execute(
                tables.lease.insert().values(
                    id=new_id(), customer_id=customer, branch_id=branch, device=device,
                    actor=bytes(16), reason="repair", mask=mask, granted_at=from_millis(now),
                    until=from_millis(now + 600_000),
                )
            )  # fmt: skip
            rescope(work, [customer], now)


def erase(store: OfficeInMemory, customer: Id, now: int) -> tuple[set[Id], str]:
    """Erase a person with all that is hers; her papers stay without her.

    What was erased, and the words of what had been put aside about her.
    """
    with store.write() as work:
        if customer not in work.rows("customer", [customer]):
            return set(), ""
        gone = [("customer", customer)]
        for table in OF_HER:
            gone += [(table, i) for i in work.rows_where(table, "customer_id", [customer])]
        aside, told = _put_aside(work, {i for _, i in gone})
        gone += [("quarantine", i) for i in told if ("quarantine", i) not in gone]
        words = work.rows("quarantine", [i for t, i in gone if t == "quarantine"])
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
            for t, i in (*gone, *aside)
        ])  # fmt: skip
        work.conn.execute(update(tables.lease).where(tables.lease.c.customer_id == customer)
                          .values(ended_at=from_millis(now)))  # fmt: skip
        work.mark(marks, now)
        erased = {i for t, i in gone if t not in ("conflict", "quarantine", "notice")}
        return erased, " ".join(str(row["ops"]) for row in words.values())


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


def _put_aside(work: Any, hers: set[Id]) -> tuple[set[tuple[str, Id]], set[Id]]:
    """Records of hers that were never taken in, and what was put aside about any of them."""
    never: set[tuple[str, Id]] = set()
    rows: set[Id] = set()
    found = work.port.all("SELECT id, ops FROM quarantine")
    while True:
        known = {i.hex() for i in hers} | {i.hex() for _, i in never}
        before = len(never), len(rows)
        for row_id, text in found:
            for op in json.loads(text):
                if op["id"] in known or op["set"].get("customer_id") in known:
                    rows.add(row_id)
                    if op["t"] in OF_HER:
                        never.add((op["t"], bytes.fromhex(op["id"])))
        if before == (len(never), len(rows)):
            return {key for key in never if key[1] not in hers}, rows
