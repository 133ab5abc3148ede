"""What head office's storage promises, held against both stores."""

import threading

import pytest

from db import digest
from db.errors import Refused, StoreError
from db.office import tables
from db.office.store import Applied, FeedEntry, Head, Mark, Versions
from db.types import new_id
from tests.conftest import NOON
from tests.db.office.builders import a_branch, a_customer, a_note, full, put, scope_of

HOME = new_id()
SCOPE, OTHER = scope_of(HOME), "G:staff"


def test_a_row_comes_back_as_it_was_stored(office_store):
    customer = a_customer(HOME, is_minor=0, alert_until="2026-12-01", name="O'Neil % ? \\ \t😀\n")
    with office_store.write() as work:
        work.put_rows("customer", [customer])
    with office_store.read() as work:
        assert work.rows("customer", [customer["id"], new_id()]) == {customer["id"]: customer}


def test_every_table_keeps_whole_rows(office_store):
    branch, person = a_branch(), full("staff", login="mei", name="Mei", role="sales", active=1)
    product = full("product", sku="R1", name="Ring", currency="HKD", active=1, weight=37_4290)
    with office_store.write() as work:
        work.put_rows("branch", [branch])
        work.put_rows("staff", [person])
        work.put_rows("product", [product])
        assert work.rows_where("staff", "login", ["mei"]) == {person["id"]: person}
        assert work.rows_where("product", "weight", [37_4290]) == {product["id"]: product}
        assert work.rows_where("branch", "id", []) == {}


def test_writing_a_row_again_overwrites_it(office_store):
    first, second = a_customer(HOME), a_customer(HOME, name="Lee")
    with office_store.write() as work:
        work.put_rows("customer", [first])
    with office_store.write() as work:
        work.put_rows("customer", [first | {"name": "Chan", "rev": 2}, second])
    with office_store.read() as work:
        found = work.rows("customer", [first["id"], second["id"]], lock=False)
    assert {row["name"]: row["rev"] for row in found.values()} == {"Chan": 2, "Lee": 1}


def test_a_column_can_be_emptied(office_store):
    customer = a_customer(HOME, alert="VIP")
    with office_store.write() as work:
        work.put_rows("customer", [customer])
        work.put_rows("customer", [customer | {"alert": None}])
        assert work.rows("customer", [customer["id"]], lock=True)[customer["id"]]["alert"] is None


def test_children_may_be_written_before_their_parent_in_one_transaction(office_store):
    customer = a_customer(HOME)
    with office_store.write() as work:
        work.put_rows("note", [a_note(HOME, customer["id"])])
        work.put_rows("customer", [customer])


def test_a_child_of_nobody_is_refused_with_its_whole_transaction(office_store):
    customer = a_customer(HOME)
    note = a_note(HOME, new_id())
    with pytest.raises(Refused):
        office_store.run(lambda work: _put_both(work, customer, note))
    with office_store.read() as work:
        assert not work.rows("customer", [customer["id"]])


def _put_both(work, customer, note):
    work.put_rows("customer", [customer])
    work.put_rows("note", [note])


def test_an_error_in_the_block_leaves_nothing(office_store):
    customer = a_customer(HOME)
    with pytest.raises(ZeroDivisionError):
        office_store.run(lambda work: put(work, "customer", customer, SCOPE) and 1 / 0)
    with office_store.write() as work:
        assert work.head(SCOPE) == Head(0, 0, 0, 0)
        put(work, "customer", customer, SCOPE)
        assert work.head(SCOPE).seq == 1


def test_a_reader_cannot_write(office_store):
    with pytest.raises(StoreError), office_store.read() as work:
        work.put_rows("customer", [a_customer(HOME)])


def test_a_reader_sees_one_moment(office_store):
    with office_store.read() as early:
        assert early.head(SCOPE).seq == 0
        with office_store.write() as work:
            put(work, "customer", a_customer(HOME), SCOPE)
        assert early.head(SCOPE).seq == 0
        assert not early.feed(SCOPE, 0, 10)


def test_versions_are_kept_by_row_with_their_exceptions(office_store):
    row, other = ("customer", new_id()), ("note", new_id())
    versions = Versions(5, 1, 1, {"name": (9, 2, 3)})
    with office_store.write() as work:
        work.put_versions({row: versions, other: Versions(6, 1, 1)})
        work.put_versions({other: Versions(7, 2, 2)})
    with office_store.read() as work:
        found = work.versions([row, other, ("wish", new_id())])
    assert found == {row: versions, other: Versions(7, 2, 2)}
    assert (found[row].of("name"), found[row].of("tier")) == ((9, 2, 3), (5, 1, 1))


def test_a_feed_holds_one_entry_a_row_at_its_newest_place(office_store):
    one, two = a_customer(HOME), a_customer(HOME)
    with office_store.write() as work:
        put(work, "customer", one, SCOPE)
        put(work, "customer", two, SCOPE)
        put(work, "customer", one | {"rev": 2}, SCOPE)
    with office_store.read() as work:
        assert work.feed(SCOPE, 0, 10) == [
            FeedEntry(2, "customer", two["id"], "P", 1),
            FeedEntry(3, "customer", one["id"], "P", 2),
        ]
        assert work.feed(SCOPE, 2, 10)[0].id == one["id"]
        assert len(work.feed(SCOPE, 0, 1)) == 1


def test_the_head_counts_and_sums_what_is_in_the_scope(office_store):
    kept, gone = a_customer(HOME), a_customer(HOME)
    with office_store.write() as work:
        put(work, "customer", kept, SCOPE)
        put(work, "customer", gone, SCOPE, kind="S")
        put(work, "customer", kept | {"rev": 2}, SCOPE)
        work.mark([Mark(SCOPE, "customer", gone["id"], "R", 1)], 2)
        work.mark([Mark(SCOPE, "customer", gone["id"], "R", 1)], 3)
        assert work.head(SCOPE) == Head(5, 1, digest.total([("customer", kept["id"], 2, "P")]), 0)


def test_marks_of_many_scopes_number_each_without_a_gap(office_store):
    rows = [a_customer(HOME) for _ in range(20)]
    with office_store.write() as work:
        work.put_rows("customer", rows)
        work.mark([Mark(s, "customer", r["id"], "P", 1) for r in rows for s in (SCOPE, OTHER)], 1)
    with office_store.read() as work:
        for scope in (SCOPE, OTHER):
            assert [entry.seq for entry in work.feed(scope, 0, 99)] == list(range(1, 21))


def test_the_last_of_two_marks_of_a_place_counts(office_store):
    row = a_customer(HOME)
    with office_store.write() as work:
        work.put_rows("customer", [row])
        work.mark([Mark(SCOPE, "customer", row["id"], kind, 1) for kind in "PR"], 1)
        assert work.feed(SCOPE, 0, 9) == [FeedEntry(1, "customer", row["id"], "R", 1)]
        assert work.head(SCOPE).count == 0


def test_members_are_the_scopes_that_hold_a_row_and_ever_those_that_did(office_store):
    row = a_customer(HOME)
    key, nobody = ("customer", row["id"]), ("customer", new_id())
    with office_store.write() as work:
        put(work, "customer", row, SCOPE)
        put(work, "customer", row, OTHER, kind="S")
        work.mark([Mark("L:1", "customer", row["id"], "R", 1)], 1)
    with office_store.read() as work:
        assert work.members([key, nobody]) == {key: {SCOPE: "P", OTHER: "S"}, nobody: {}}
        assert work.ever([key, nobody]) == {key: {SCOPE, OTHER, "L:1"}, nobody: set()}


def test_a_listing_goes_by_table_and_id_and_stops_where_it_is_told(office_store):
    customers = sorted((a_customer(HOME) for _ in range(5)), key=lambda row: row["id"])
    notes = sorted((a_note(HOME, customers[0]["id"]) for _ in range(3)), key=lambda row: row["id"])
    with office_store.write() as work:
        work.put_rows("customer", customers)
        work.put_rows("note", notes)
        work.mark([Mark(SCOPE, "note", row["id"], "P", 1) for row in notes], 1)
        work.mark([Mark(SCOPE, "customer", row["id"], "P", 1) for row in customers], 1)
        work.mark([Mark(SCOPE, "customer", new_id(), "R", 1)], 1)
    wanted = [row["id"] for row in customers + notes]
    with office_store.read() as work:
        everything = work.listing(SCOPE, upto=99, after=None, limit=99)
        assert [entry.id for entry in everything] == wanted
        part = work.listing(SCOPE, upto=99, after=("customer", wanted[3]), limit=2)
        assert [entry.id for entry in part] == wanted[4:6]
        assert len(work.listing(SCOPE, upto=3, after=None, limit=99)) == 3
        assert not work.listing(SCOPE, upto=99, after=None, limit=99, tables=["wish"])
        only = work.listing(SCOPE, upto=99, after=("note", wanted[5]), limit=9, tables=["note"])
        assert [entry.id for entry in only] == wanted[6:]


def test_buckets_sum_what_their_listing_holds(office_store):
    rows = [a_customer(HOME) for _ in range(40)]
    with office_store.write() as work:
        work.put_rows("customer", rows)
        work.mark([Mark(SCOPE, "customer", row["id"], "P", 3) for row in rows], 1)
        work.mark([Mark(SCOPE, "customer", rows[0]["id"], "E", 0)], 1)
        work.mark([Mark(SCOPE, "customer", row["id"], "S", 3) for row in rows[1:20]], 1)
    with office_store.read() as work:
        buckets = work.buckets(SCOPE)
        one = rows[1]["id"][-1]
        listed = work.bucket_rows(SCOPE, [one])
        assert buckets[one] == (
            digest.total((e.table, e.id, e.rev, e.kind) for e in listed),
            len(listed),
        )
        assert sum(count for _sum, count in buckets) == work.head(SCOPE).count == 39
        assert sum(total for total, _count in buckets) % digest.MODULUS == work.head(SCOPE).sum
        assert len(work.bucket_rows(SCOPE, range(256))) == 39


def test_collecting_drops_old_tombstones_and_raises_the_floor_over_them(office_store):
    row = a_customer(HOME)
    with office_store.write() as work:
        work.mark([Mark(SCOPE, "customer", new_id(), "E", 0)], 10)
        work.mark([Mark(SCOPE, "customer", new_id(), "R", 1)], 20)
        put(work, "customer", row, SCOPE)
    with office_store.write() as work:
        work.collect(SCOPE, 20)
        assert (work.head(SCOPE).floor, work.head(SCOPE).seq) == (1, 3)
        assert [entry.seq for entry in work.feed(SCOPE, 0, 9)] == [2, 3]
        work.collect(SCOPE, 99)
        work.collect("B:nowhere", 99)
        assert work.head(SCOPE).floor == 2
        assert work.members([("customer", row["id"])])[("customer", row["id"])] == {SCOPE: "P"}


def test_a_transaction_is_remembered_under_its_id_and_its_number(office_store):
    pc, first, second = new_id(), new_id(), new_id()
    with office_store.write() as work:
        work.put_applied([Applied(first, pc, 1, 1, "ok", 5), Applied(second, pc, 1, 2, "dup", 6)])
        work.set_last_n(pc, 1, 2)
    with office_store.write() as work:
        assert work.applied([first, second, new_id()]) == {first: "ok", second: "dup"}
        assert (work.last_n(pc, 1), work.last_n(pc, 2)) == (2, 0)
        assert (work.applied_at(pc, 1, 2), work.applied_at(pc, 2, 2)) == (second, None)
        work.set_last_n(pc, 1, 3)
        work.forget_applied(6)
        assert (work.last_n(pc, 1), set(work.applied([first, second]))) == (3, {second})


def test_a_pc_in_an_epoch_is_one_writer_for_ever(office_store):
    pc = new_id()
    with office_store.write() as work:
        first, second = work.writer(pc, 1), work.writer(pc, 2)
    with office_store.write() as work:
        assert work.writer(pc, 1) == first != second
        assert work.writer_device(second) == (pc, 2)


def test_dropped_rows_are_gone_with_their_versions(office_store):
    row = a_customer(HOME)
    with office_store.write() as work:
        put(work, "customer", row, SCOPE)
        work.put_versions({("customer", row["id"]): Versions(1, 1, 1)})
        work.drop_rows("customer", [row["id"]])
        work.mark([Mark(SCOPE, "customer", row["id"], "E", 0)], 2)
        assert not work.rows("customer", [row["id"]])
        assert not work.versions([("customer", row["id"])])
    office_store.scrub()


def test_the_audit_log_is_a_chain_that_shows_a_changed_entry(office_store):
    actor = new_id()
    with office_store.write() as work:
        work.audit(actor, "devices.revoke", new_id(), ["state"], "stolen", device=new_id(), at=7)
        work.audit(actor, "lookup")
    with office_store.write() as work:
        work.audit(actor, "lookup", outcome="denied")
    with office_store.read() as work:
        assert work.audit_break() is None
        assert work.conn.execute(tables.audit_log.select()).all()[0].at == 7


def test_news_of_a_commit_are_told_once_it_is_kept(office_store):
    heard = []
    stop = office_store.on_news(heard.append)
    with office_store.write() as work:
        put(work, "customer", a_customer(HOME), SCOPE, OTHER)
        assert not heard
    with office_store.write() as work:
        work.set_last_n(new_id(), 1, 1)
    assert heard == [{SCOPE, OTHER}]
    stop()
    with office_store.write() as work:
        put(work, "customer", a_customer(HOME), SCOPE)
    assert len(heard) == 1


def test_writers_at_once_leave_no_gap_and_a_right_sum(office_store):
    scopes = [SCOPE, OTHER, "G:catalogue"]

    def one_pc(number):
        for turn in range(6):
            mine = [a_customer(HOME) for _ in range(3)]
            order = scopes[turn % 3 :] + scopes[: turn % 3]
            office_store.run(lambda work, mine=mine, order=order: _put_all(work, mine, order))

    pcs = [threading.Thread(target=one_pc, args=(n,)) for n in range(4)]
    for pc in pcs:
        pc.start()
    for pc in pcs:
        pc.join()
    with office_store.read() as work:
        for scope in scopes:
            entries = work.feed(scope, 0, 999)
            assert [entry.seq for entry in entries] == list(range(1, 73))
            total = digest.total((e.table, e.id, e.rev, e.kind) for e in entries)
            assert work.head(scope) == Head(72, 72, total, 0)


def _put_all(work, rows, scopes):
    work.put_rows("customer", rows)
    work.mark([Mark(s, "customer", row["id"], "P", 1) for s in scopes for row in rows], 1)


def test_the_tables_work_through_sqlalchemy_too(office_store):
    pc = new_id()
    values = {"name": "Till 1", "letter": "A", "sign_key": b"s", "seal_key": b"t", "state": "on"}
    with office_store.write() as work:
        insert = tables.device.insert().values(
            id=pc, branch_id=HOME, bringing=False, enrolled_at=NOON, **values
        )
        work.conn.execute(insert)
    with office_store.read() as work:
        found = work.conn.execute(tables.device.select()).one()
        assert (found.id, found.bringing, found.enrolled_at) == (pc, False, NOON)
        assert found.lease_days == 14


def test_head_office_knows_who_it_is(office_store):
    assert len(office_store.server) == 16
    assert office_store.server != bytes(16)
