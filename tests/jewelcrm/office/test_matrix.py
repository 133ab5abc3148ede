"""Roles, acts and relations: nothing is taken that is not allowed, nor refused that is."""

import contextlib

import pytest
from sqlalchemy import text

from db.errors import StoreError
from db.tables import NUMBERS, metadata
from db.types import new_id
from jewelcrm.office.grants import grants
from jewelcrm.office.images import COVERED
from jewelcrm.office.refusals import Refusal
from jewelcrm.office.skew import SCHEMA
from jewelcrm.wire.messages import (
    BucketsAsk,
    FetchAsk,
    ListingAsk,
    SnapshotAsk,
)
from tests.jewelcrm.office.chain import a_customer, an_order
from tests.jewelcrm.office.matrix import HERS, MASK, RELATIONS, Case, Town, acts, cases

STUB = {"branch_id", "number", "tier", "name", "created_at", "updated_at"}
TAKEN = ("ok", "merged")


@pytest.fixture
def town(office_store):
    return Town(office_store)


@pytest.mark.timeout(300)
def test_every_act_of_every_role_on_everybodys_records_is_taken_or_put_aside_as_it_ought_to(town):
    wrong = []
    everything = list(cases())
    for start in range(0, len(everything), 200):
        some = everything[start : start + 200]
        txs = [town.pc.tx(town.op(case), actor=town.people[case.role]) for case in some]
        answer = town.pc.push(*txs)
        town.pc.acked = town.pc.n
        for case, told in zip(some, answer.res, strict=True):
            if (told.st in TAKEN) != case.expected:
                wrong.append(f"{case}: {told.st} {told.why}")
    assert not wrong, wrong[:20]
    assert len(everything) > 1_000
    assert 0.2 < sum(case.expected for case in everything) / len(everything) < 0.8


def test_nobody_and_people_who_left_may_do_nothing(town):
    for case in (Case("manager", act, "own") for act in acts()):
        told = town.pc.send(town.op(case), actor=new_id())
        assert told.st == "quarantined", str(case)


def test_a_record_is_never_begun_in_another_branch(town):
    south = town.chain.south.hex()
    for act in acts():
        if act.op == "I" and act.right is not None:
            op = town.op(Case("administrator", act, "own"))
            op.set["branch_id"] = south
            told = town.pc.send(op, actor=town.chain.admin)
            assert (told.st, told.why) == ("quarantined", "not_yours"), act


def test_another_branchs_ids_in_every_reference_are_put_aside(town):
    """What the PC may name nowhere: each reference of each table, to a record of `other`."""
    theirs = town.records["other"].ids
    tried = 0
    for act in acts():
        if act.right is None or act.op != "I":
            continue
        for column in metadata.tables[act.table].columns:
            for key in column.foreign_keys:
                target = key.column.table.name
                if target in ("staff", "branch", "product", "gold_rate"):
                    continue
                op = town.op(Case("administrator", act, "own"))
                op.set[column.name] = theirs[target].hex()
                told = town.pc.send(op, actor=town.chain.admin)
                assert told.st == "quarantined", (act.table, column.name)
                tried += 1
    assert tried > 20


def test_a_pull_brings_what_the_pc_may_see_and_no_column_more(town):
    for relation in RELATIONS:
        of = town.records[relation]
        scopes = [town.scope(town.chain.north), *([of.lease] if of.lease else [])]
        for scope in scopes:
            held = {
                (item.t, bytes.fromhex(item.id)): item
                for item in town.pc.pull(scope, limit=5_000).feeds[0].items
                if item.kind in "PS"
            }
            want = {key for key, places in town.places.items() if scope in places}
            assert held.keys() == want
            for (table, row_id), item in held.items():
                assert town.places[table, row_id][scope] == item.kind
                _check_columns(table, item, masked=of.lease == scope and relation == "masked")


def _check_columns(table, item, *, masked):
    if item.kind == "S":
        assert item.img.keys() <= STUB
    hidden = {c.name for c in metadata.tables[table].columns if c.info.get("class") in MASK}
    if masked and table in ("customer", *HERS):
        shown = {n for n in hidden & item.img.keys() if item.img[n] not in (COVERED, 0)}
        assert not shown


def test_no_question_about_another_branchs_scope_is_answered(town):
    office, pc = town.chain.office, town.pc
    foreign = town.scope(town.chain.south)
    row = ("customer", town.records["other"].ids["customer"].hex())
    for ask in (
        lambda: office.snapshot(pc.id, SnapshotAsk(SCHEMA, foreign)),
        lambda: office.buckets(pc.id, BucketsAsk(foreign)),
        lambda: office.listing(pc.id, ListingAsk(foreign, [0, 255])),
        lambda: office.fetch(pc.id, FetchAsk(SCHEMA, foreign, [row])),
    ):
        with pytest.raises(Refusal) as refused:
            ask()
        assert refused.value.code == "denied"
    feed = pc.pull(foreign).feeds[0]
    assert feed.drop
    assert not feed.items
    assert not office.fetch(pc.id, FetchAsk(SCHEMA, pc.scope, [row])).items


def test_what_another_pc_adds_under_known_ids_changes_nothing_there(town):
    """A PC that guesses ids: records of `other`, added again as its own."""
    theirs = town.records["other"].ids
    for op in (
        a_customer(town.pc, theirs["customer"]),
        an_order(town.pc, None, theirs["sales_order"]),
    ):
        assert town.pc.send(op, actor=town.chain.admin).st == "quarantined"
    row = next(r for r in town.chain.rows("customer") if r["id"] == theirs["customer"])
    assert row["rev"] == 1


@pytest.fixture
def walled(postgres):
    return Town(postgres)


def test_raw_sql_of_a_pcs_scopes_sees_exactly_what_the_pc_may_see(walled):
    store = walled.chain.store
    with store.read() as work:
        scopes = grants(work, walled.pc.id, walled.chain.clock.ms)
    seen = walled.seen()
    with store.read(scopes) as work:
        for table in NUMBERS:
            rows = work.conn.execute(text(f"SELECT id FROM {table}"))
            ids = {bytes.fromhex(str(row[0]).replace("-", "")) for row in rows}
            made = {i for t, i in walled.places if t == table}
            assert ids & made == {i for t, i in seen if t == table}, table


def test_raw_sql_of_a_pcs_scopes_changes_nothing_it_may_not_see(walled):
    store = walled.chain.store
    with store.read() as work:
        scopes = grants(work, walled.pc.id, walled.chain.clock.ms)
    seen = walled.seen()
    for table, row_id in walled.places:
        with contextlib.suppress(StoreError), store.write(scopes) as work:
            found = work.conn.execute(
                text(f"UPDATE {table} SET rev = rev WHERE id = :id"), {"id": row_id.hex()}
            )
            assert found.rowcount == ((table, row_id) in seen), table
