"""What is written together, without waiting for each answer, is kept whole or not at all."""

import pytest
from sqlalchemy import insert

from db.errors import StoreError
from db.office import tables
from db.office.store import Mark
from db.office.turns import alone
from db.types import new_id
from tests.conftest import NOON
from tests.db.office.builders import a_customer, scope_of

HOME = new_id()
SCOPE = scope_of(HOME)
HASH = bytes(32)


def _write_twice(work, customer):
    work.put_rows("customer", [customer])
    work.port.add(tables.lookup_key, [(HASH, customer["id"])])
    work.port.add(tables.lookup_key, [(HASH, customer["id"])])
    work.put_rows("customer", [a_customer(HOME)])


def test_what_is_written_together_is_kept_and_seen_by_who_asks_meanwhile(office_store):
    first, second = a_customer(HOME), a_customer(HOME)
    with office_store.write() as work, work.port.together():
        work.put_rows("customer", [first], fresh=[("customer", first["id"])])
        assert work.rows("customer", [first["id"]]) == {first["id"]: first}
        work.put_rows("customer", [first | {"rev": 2}, second])
    with office_store.read() as work:
        found = work.rows("customer", [first["id"], second["id"]])
    assert {row["rev"] for row in found.values()} == {1, 2}


def test_an_error_in_what_is_written_together_leaves_nothing(office_store):
    customer = a_customer(HOME)
    with pytest.raises(StoreError), office_store.write() as work, work.port.together():
        _write_twice(work, customer)
    with office_store.read() as work:
        assert work.rows("customer", [customer["id"]]) == {}
        assert work.port.all("SELECT count(*) FROM lookup_key") == [(0,)]


def test_a_row_called_fresh_whose_key_is_taken_is_refused_by_a_database_of_several(postgres):
    customer = a_customer(HOME)
    with postgres.write() as work:
        work.put_rows("customer", [customer])
    with pytest.raises(StoreError), postgres.write() as work:
        work.put_rows("customer", [customer], fresh=[("customer", customer["id"])])


def test_fresh_rows_count_in_the_head_like_others(office_store):
    rows = [a_customer(HOME) for _ in range(3)]
    marks = [Mark(SCOPE, "customer", row["id"], "P", 1) for row in rows]
    with office_store.write() as work:
        work.put_rows("customer", rows)
        work.mark(marks[:2], 1, fresh=[("customer", row["id"]) for row in rows[:2]])
        work.mark(marks, 2, fresh=[("customer", rows[2]["id"])])
        head = work.head(SCOPE)
        assert (head.seq, head.count) == (5, 3)
        assert work.buckets(SCOPE)
        assert head.sum == sum(s for s, _ in work.buckets(SCOPE)) % 2**128


def test_the_hashes_of_the_erased_are_found_among_any_number(office_store):
    hashes = [n.to_bytes(32, "big") for n in range(1_201)]
    with office_store.write() as work:
        for hashed in (hashes[0], hashes[700], hashes[1_200]):
            row = {"row_id": new_id(), "tbl": "contact_point", "at": NOON, "key_hash": hashed}
            work.conn.execute(insert(tables.erasure).values(row | {"customer_id": new_id()}))
        assert work.erased_among(hashes) == {hashes[0], hashes[700], hashes[1_200]}
        assert work.erased_among([]) == set()


def test_head_offices_key_for_hashes_is_its_own_and_stays(office_store):
    with office_store.write() as work:
        key = work.hash_key()
        assert len(key) == 32
    with office_store.read() as work:
        assert work.hash_key() == key
        assert work.port.all("SELECT hash_key FROM office_state") == [(key,)]


def test_rows_asked_to_be_numbered_are_so_only_when_it_is_wanted(office_store):
    kept, new = a_customer(HOME), a_customer(HOME)
    with office_store.write() as work:
        work.put_rows("customer", [kept])
        work.mark([Mark(SCOPE, "customer", kept["id"], "P", 1)], 1)
        work.put_rows("customer", [kept | {"rev": 2}, new], fresh=[("customer", new["id"])])
        marks = [Mark(SCOPE, "customer", i, "P", r) for i, r in ((kept["id"], 2), (new["id"], 1))]
        numbering = work.mark_in_turns(marks, 2, fresh=[("customer", new["id"])])
        next(numbering)
        assert work.head(SCOPE).seq == 1
        alone(numbering)
        assert [entry.seq for entry in work.feed(SCOPE, 1, 9)] == [2, 3]
    with office_store.read() as work:
        assert (work.head(SCOPE).count, work.marked) == (2, {})
        assert all(work.members([("customer", row["id"])]) for row in (kept, new))
