"""One PC that sends too much takes nobody's memory, disk or password along."""

from __future__ import annotations

import json

import pytest

from db.errors import DiskFull, LockedOut, WrongKey
from db.office import tables
from db.types import new_id
from jewelcrm.office import people, pull, recording, reviewing, tries
from jewelcrm.office.refusals import Refusal
from tests.jewelcrm.office.chain import a_customer
from tests.jewelcrm.office.proving import whys

PASSWORD = "quiet brass lamp 7"


def refused(pc, letters):
    """An act that is put aside, with so many letters in it."""
    note = pc.insert("note", customer_id=new_id(), body="x" * letters, channel="note")
    return pc.push(pc.tx(note))


def kept(chain):
    return [len(row["ops"]) for row in chain.rows("quarantine")]


def test_what_is_put_aside_for_one_pc_has_an_end_and_settling_makes_room(
    chain, north, south, monkeypatch
):
    monkeypatch.setattr(reviewing, "MOST_ASIDE", 10_000)
    for _ in range(4):
        assert whys(refused(north, 4_000)) == ["missing"]
        north.acked = north.n
    assert [size > 4_000 for size in kept(chain)] == [True, True, False, False]
    told = json.loads(chain.rows("quarantine")[-1]["ops"])[0]
    assert (told["t"], told["set"]) == ("note", {})
    refused(south, 4_000)
    assert kept(chain)[-1] > 4_000
    with chain.store.write() as work:
        from db.tables.review import quarantine

        work.conn.execute(quarantine.update().values(state="dropped"))
    refused(north, 4_000)
    assert kept(chain)[-1] > 4_000


def test_a_full_disk_at_head_office_is_told_and_what_was_sent_arrives_later(
    chain, north, monkeypatch
):
    tx = north.tx(a_customer(north))

    def full(*_, **_more):
        raise DiskFull("full")

    with monkeypatch.context() as disk:
        disk.setattr(recording.Recording, "put", full)
        with pytest.raises(Refusal) as told:
            north.push(tx)
    assert (told.value.code, told.value.retry) == ("disk_full", 60.0)
    assert not chain.rows("customer")

    north.push(tx)

    assert len(chain.rows("customer")) == 1


def test_a_page_of_news_is_read_and_cut_by_its_letters(chain, north, monkeypatch):
    monkeypatch.setattr(pull, "MOST_LETTERS", 20_000)
    read = []
    whole = pull.items_of

    def items_of(work, grants, scope, entries, schema):
        read.append(len(entries))
        return whole(work, grants, scope, entries, schema)

    monkeypatch.setattr(pull, "items_of", items_of)
    customer = new_id()
    north.send(a_customer(north, customer))
    words = {"customer_id": customer, "body": "y" * 3_000, "channel": "note"}
    for _ in range(12):
        north.send(*(north.insert("note", **words) for _ in range(10)))
    found, cur = 0, 0
    while True:
        feed = north.pull(cur=cur).feeds[0]
        found += len(feed.items)
        assert sum(len(str(item.img)) for item in feed.items) < 8 * 20_000
        cur = feed.cursor
        if not feed.more:
            break
    assert found == 121
    assert max(read) <= pull.FIRST


def test_what_was_put_aside_is_read_one_by_one(chain, north, monkeypatch):
    monkeypatch.setattr(pull, "MOST_LETTERS", 20_000)
    for _ in range(6):
        refused(north, 15_000)
        north.acked = north.n
    assert len(north.pull().feeds[0].items) == 2


# Passwords


@pytest.fixture
def ann(chain):
    with chain.store.write() as work:
        people.keep_password(work, chain.sales, PASSWORD, chain.clock.now())
    return "sales"


def tried(chain, login, password, at):
    try:
        people.sign_in(chain.store, login, password, chain.clock.now(), at=at)
    except (LockedOut, WrongKey) as error:
        return type(error).__name__
    return "in"


def test_a_prankster_at_one_pc_locks_nobody_out_at_another(chain, north, south, ann):
    told = [tried(chain, ann, "wrong", north.id) for _ in range(9)]
    assert told == ["WrongKey"] * 5 + ["LockedOut"] * 4
    assert tried(chain, ann, PASSWORD, north.id) == "LockedOut"
    assert tried(chain, ann, PASSWORD, south.id) == "in"
    assert tried(chain, ann, PASSWORD, None) == "in"


def test_one_pc_locks_nobody_out_of_the_chain_in_a_whole_day(chain, north, south, ann):
    for _ in range(23):
        for _ in range(9):
            tried(chain, ann, "wrong", north.id)
        chain.clock.move(3_600_000)
    assert tried(chain, ann, PASSWORD, south.id) == "in"


def test_whoever_tries_at_many_pcs_is_slowed_everywhere(chain, ann, south):
    pcs = [chain.pc(chain.north, letter) for letter in "CDEFGHJKLM"]
    told = [tried(chain, ann, "wrong", pc.id) for pc in pcs for _ in range(5)]
    assert told.count("WrongKey") == tries.FREE_IN_THE_CHAIN
    assert tried(chain, ann, PASSWORD, south.id) == "LockedOut"
    chain.clock.move(31_000)
    assert tried(chain, ann, PASSWORD, south.id) == "in"
    with chain.store.read() as work:
        assert work.conn.execute(tables.credential_try.select()).first() is not None
