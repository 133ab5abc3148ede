"""Another branch's ids in every field: each reference of each table, to records of every relation.

Generated from the tables; what is expected is written down here, in words of this file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from db.columns import Key
from db.tables import NUMBERS, metadata
from db.types import new_id
from jewelcrm.wire.messages import Op
from tests.jewelcrm.office.chain import a_line, an_order
from tests.jewelcrm.office.matrix import (
    HERS,
    LEDGERS,
    OF_ORDERS,
    OFFICE_ONLY,
    RELATIONS,
    REVIEW,
    Town,
    filled,
)

CHAIN_WIDE = {"staff", "branch", "product", "gold_rate"}
WHOLE = {"own", "shared", "leased", "masked", "taken_there"}
"""Relations in which this branch has all of the customer."""
SEEN = WHOLE | {"stub", "moved"}
"""In which it knows, or once knew, that there is one."""
ORDERS = {"own", "stub", "taken_there"}
"""In which it has her order: it took it, or she is at home here."""
PARENT = {**dict.fromkeys(HERS, "customer_id"), **dict.fromkeys(OF_ORDERS, "order_id")}
TERMS = {"order_line", "payment_due"}
TAKEN = ("ok", "merged")
OF_HERS = {
    "customer": SEEN,
    "sales_order": ORDERS,
    "household": {"own", "taken_there"},
    "note": {"own"},
    "payment": {"own"},
}
"""Whose records may be named; a note or payment: of the very customer or order."""


@dataclass(frozen=True)
class Naming:
    """A record of this branch's own names, in one column, a record of some relation."""

    table: str
    op: str
    column: str
    target: str
    relation: str

    @property
    def expected(self) -> bool:
        if self.table in OFFICE_ONLY | REVIEW or (self.op == "U" and self.table in LEDGERS):
            return False
        if PARENT.get(self.table) == self.column:
            return self._as_parent()
        if self.column == "branch_id":
            return False
        if self.target in CHAIN_WIDE:
            return True
        return self.relation in (WHOLE if self.column == "merged_into" else OF_HERS[self.target])

    def _as_parent(self) -> bool:
        if self.op == "U":
            return self.relation == "own"
        if self.target == "customer":
            return self.relation in WHOLE
        here = ORDERS - {"taken_there"} if self.table in TERMS else ORDERS
        return self.relation in here


def namings() -> Iterator[Naming]:
    """Every column that holds a key, in every table, for every relation."""
    for table in NUMBERS:
        for column in metadata.tables[table].columns:
            if not isinstance(column.type, Key) or column.name == "id":
                continue
            targets = [key.column.table.name for key in column.foreign_keys] or ["branch"]
            for op in ("I", "U"):
                for relation in RELATIONS:
                    yield Naming(table, op, column.name, targets[0], relation)


def op_of(town: Town, naming: Naming) -> Any:
    own, theirs = town.records["own"].ids, town.records[naming.relation].ids
    named = town.chain.south if naming.column == "branch_id" else theirs[naming.target]
    if naming.op == "U":
        return Op(naming.table, own[naming.table].hex(), "U", 1, {naming.column: named.hex()})
    row = filled(naming.table, own) | {naming.column: named}
    image = {k: v.hex() if isinstance(v, bytes) else v for k, v in row.items() if v is not None}
    mine = {"branch_id": town.chain.north.hex(), **image}
    return Op(naming.table, new_id().hex(), "I", 0, mine)


@pytest.mark.timeout(300)
def test_another_branchs_ids_in_every_field_are_taken_or_put_aside_as_they_ought_to(office_store):
    town, wrong, everything = Town(office_store), [], list(namings())
    for start in range(0, len(everything), 200):
        some = everything[start : start + 200]
        txs = [town.pc.tx(op_of(town, one), actor=town.chain.admin) for one in some]
        answer = town.pc.push(*txs)
        town.pc.acked = town.pc.n
        for naming, told in zip(some, answer.res, strict=True):
            if (told.st in TAKEN) != naming.expected:
                wrong.append(f"{naming}: {told.st} {told.why}")
    allowed = sum(one.expected for one in everything)
    print(f"{len(everything)} references, {allowed} allowed, {len(wrong)} wrong")
    assert not wrong, (len(wrong), wrong[:20])
    assert len(everything) > 700
    assert 0.1 < allowed / len(everything) < 0.6


def test_every_table_that_travels_is_tried():
    assert {one.table for one in namings()} == set(NUMBERS)


# An order that another branch took of a customer of ours


@pytest.fixture
def town(office_store):
    return Town(office_store)


def test_pieces_and_terms_are_agreed_where_the_order_was_taken(town):
    ids = town.records["taken_there"].ids
    tries = [
        town.pc.update("sales_order", ids["sales_order"], 1, promised_on="2026-04-01"),
        town.pc.update("sales_order", ids["sales_order"], 1, stage="in_work", remark="cheaper"),
        town.pc.update("order_line", ids["order_line"], 1, amount_cents=1),
        town.pc.update("order_line", ids["order_line"], 1, archived_at=1),
        town.pc.update("payment_due", ids["payment_due"], 1, amount_cents=1),
        a_line(town.pc, ids["sales_order"]),
    ]
    told = [town.pc.send(op, actor=town.chain.admin) for op in tries]
    assert [(one.st, one.why) for one in told] == [("quarantined", "not_yours")] * len(tries)


def test_a_piece_is_paid_and_collected_where_the_customer_is_at_home(town):
    ids = town.records["taken_there"].ids
    order = {"order_id": ids["sales_order"]}
    due = {"kind": "balance", "due_on": "2026-04-01", "amount_cents": 1, "currency": "HKD"}
    done = [
        town.pc.update("sales_order", ids["sales_order"], 1, stage="in_work", stage_since=1),
        town.pc.update("order_line", ids["order_line"], 1, weight_out=1_000),
        town.pc.update("payment_due", ids["payment_due"], 1, archived_at=1),
        town.pc.insert("payment_due", **order, **due),
    ]
    for op in done:
        told = town.pc.send(op, actor=town.chain.admin)
        assert told.st in TAKEN, (op, told.why)


def test_where_it_was_taken_a_due_that_the_customers_home_began_is_changed_too(town):
    order, due = new_id(), new_id()
    south = town.chain.pc(town.chain.south)
    maker = town.pc
    stub = town.records["stub"].ids["customer"]
    assert maker.send(an_order(maker, stub, order), actor=town.chain.admin).st == "ok"
    values = {
        "order_id": order,
        "kind": "balance",
        "due_on": "2026-04-01",
        "amount_cents": 1,
        "currency": "HKD",
    }
    told = south.send(south.insert("payment_due", due, **values), actor=town.chain.admin)
    assert told.st == "ok", told.why
    mine = maker.send(maker.update("payment_due", due, 1, amount_cents=2), actor=town.chain.admin)
    assert mine.st in TAKEN, mine.why
