"""What differs from head office is noticed by its sum, and mended without touching unsent work."""

import json

import pytest

from db.tables import customers
from jewelcrm.wire import digest


def differ(peer, sql, *values):
    with peer.store.apply(now=peer.clock.now()) as work:
        work.raw.execute(sql, values)


def test_a_row_that_went_missing_comes_back(peer, office):
    customer = peer.add_customer("Chan Tai Man")
    peer.add_customer("Lee Siu Ming")
    peer.settle()
    differ(peer, "DELETE FROM customer WHERE id = ?", customer)
    differ(peer, "DELETE FROM sync_member WHERE id = ?", customer)
    differ(peer, "UPDATE sync_cursor SET count = 1, sum = ?", "0" * 32)
    peer.settle()
    assert peer.rows("customer")[customer.hex()]["name"] == "Chan Tai Man"
    (alarm,) = json.loads(peer.value("SELECT value FROM setting WHERE key = 'sync.alarms'"))
    assert alarm["here"][0] == 1
    assert alarm["there"][0] == 2


def test_a_row_that_should_not_be_here_goes(peer, office):
    peer.add_customer("Chan Tai Man")
    gone = peer.add_customer("Lee Siu Ming")
    peer.settle()
    key = ("customer", gone.hex())
    del office.rows[key]
    del office.feed[peer.scope][key]
    office.sums[peer.scope] = digest.minus(office.sums[peer.scope], "customer", gone, 1, "P")
    peer.settle()
    assert gone.hex() not in peer.rows("customer")


def test_a_repair_leaves_unsent_words_alone(peer, office):
    customer = peer.add_customer("Chan Tai Man")
    peer.settle()
    peer.edit(customers.customer, customer, name="Chan Dai Man")
    differ(peer, "UPDATE sync_member SET rev = 7")
    peer.engine.repair(peer.scope)
    assert peer.rows("customer")[customer.hex()]["name"] == "Chan Dai Man"
    assert peer.waiting() == 1
    assert peer.value("SELECT count(*) FROM sync_shadow") == 1
    peer.settle()
    assert office.rows["customer", customer.hex()]["data"]["name"] == "Chan Dai Man"
    assert peer.value("SELECT count(*) FROM sync_shadow") == 0


def test_what_cannot_be_mended_is_not_tried_all_the_time(peer, office):
    peer.add_customer()
    peer.settle()
    office.sums[peer.scope] += 1
    peer.settle()
    asked = sum(type(ask).__name__ == "BucketsAsk" for ask in peer.line.asked)
    assert asked == 1


def test_a_pc_that_was_away_too_long_takes_only_the_difference(peer, office, new_peer):
    office.listings_only = True
    away = new_peer("d2")
    for n in range(50):
        peer.add_customer(f"Customer {n}")
    gone = peer.add_customer("Gone")
    peer.settle()
    away.settle()
    office.move(("customer", gone.hex()), peer.scope, "B:" + "02" * 16)
    peer.add_customer("New")
    peer.settle()
    office.collect(peer.scope)
    away.line.asked.clear()
    away.settle()
    assert away.rows("customer") == peer.rows("customer")
    fetched = [ask for ask in away.line.asked if type(ask).__name__ == "FetchAsk"]
    assert [len(ask.rows) for ask in fetched] == [1]


def test_who_became_a_stub_while_a_pc_was_away_too_long_is_a_stub_there(peer, office, new_peer):
    office.listings_only = True
    away = new_peer("d2")
    shared = peer.add_customer("Chan Tai Man")
    kept = peer.add_customer("Lee Siu Ming")
    peer.settle()
    away.settle()
    key = ("customer", shared.hex())
    office.rows[key]["kinds"][peer.scope] = "S"
    office.mark(peer.scope, key, "S")  # who sees how much of her has changed, she has not
    office.collect(peer.scope)
    away.line.asked.clear()
    away.settle()
    assert away.rows("customer")[shared.hex()]["name"] == "C. T. M."
    assert away.rows("customer")[kept.hex()]["name"] == "Lee Siu Ming"
    fetched = [ask for ask in away.line.asked if type(ask).__name__ == "FetchAsk"]
    assert [len(ask.rows) for ask in fetched] == [1]


def test_whoever_is_whole_here_and_should_be_a_stub_is_noticed_by_the_sum(peer, office):
    customer = peer.add_customer("Chan Tai Man")
    peer.settle()
    key = ("customer", customer.hex())
    office.rows[key]["kinds"][peer.scope] = "S"
    office.mark(peer.scope, key, "S")
    peer.settle()
    differ(peer, "UPDATE sync_member SET kind = 'P' WHERE id = ?", customer)
    differ(peer, "UPDATE customer SET name = 'Chan Tai Man' WHERE id = ?", customer)
    peer.engine.repair(peer.scope)
    assert peer.rows("customer")[customer.hex()]["name"] == "C. T. M."


@pytest.fixture
def older(office):
    """Head office before its sums told stubs from whole rows; PCs were updated first."""
    office.schema = digest.KINDS_SINCE - 1
    return office


def a_stub(peer, office):
    """Somebody who moved away and has business here."""
    customer = peer.add_customer("Chan Tai Man")
    peer.settle()
    office.see_as(("customer", customer.hex()), peer.scope, "S")
    peer.settle()
    return customer


def asked(peer, kind):
    return [ask for ask in peer.line.asked if type(ask).__name__ == kind]


def alarms(peer):
    return peer.value("SELECT value FROM setting WHERE key = 'sync.alarms'")


def test_stubs_alarm_nobody_while_head_office_is_of_an_older_release(peer, older):
    stub = a_stub(peer, older)
    assert peer.rows("customer")[stub.hex()]["name"] == "C. T. M."
    assert (asked(peer, "BucketsAsk"), alarms(peer)) == ([], None)


def test_what_does_differ_is_mended_then_too_and_the_stub_is_left_alone(peer, older):
    stub, gone = a_stub(peer, older), peer.add_customer("Lee Siu Ming")
    peer.settle()
    differ(peer, "DELETE FROM customer WHERE id = ?", gone)
    differ(peer, "DELETE FROM sync_member WHERE id = ?", gone)
    differ(peer, "UPDATE sync_cursor SET count = 1")
    peer.settle()
    assert peer.rows("customer")[gone.hex()]["name"] == "Lee Siu Ming"
    assert peer.rows("customer")[stub.hex()]["name"] == "C. T. M."
    assert [ask.rows for ask in asked(peer, "FetchAsk")] == [[("customer", gone.hex())]]


def test_once_head_office_is_updated_the_kinds_are_compared(peer, older):
    stub = a_stub(peer, older)
    older.schema = digest.KINDS_SINCE
    older.sums[peer.scope] = digest.total([("customer", stub, 1, "S")])
    differ(peer, "UPDATE sync_member SET kind = 'P' WHERE id = ?", stub)
    differ(peer, "UPDATE sync_cursor SET sum = ?", "0" * 32)
    peer.settle()
    assert json.loads(alarms(peer))
    assert peer.ask("SELECT kind FROM sync_member WHERE id = ?", stub) == [("S",)]
