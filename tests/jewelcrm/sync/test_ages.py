"""A PC whose program is older than head office's: it lacks what it does not know, until updated."""

import pytest

from db.tables import customers
from tests.end2end.sync import aging
from tests.jewelcrm.sync.real_office import *  # noqa: F403 - fixtures


@pytest.fixture(autouse=True)
def _released():
    """Notes and the district of a customer came with the newest release."""
    with aging.released():
        yield


@pytest.fixture
def one(chain, pc_of):
    return pc_of(chain.north)


@pytest.fixture
def older(chain, pc_of):
    return pc_of(chain.north, "B")


@pytest.fixture
def customer(one):
    return one.add_customer("Chan Tai Man", tier="gold", district="Mong Kok")


def settle(peer, schema=aging.NEW):
    aging.run(schema)
    peer.settle()


def note(peer, customer):
    with peer.work() as work:
        work.insert(
            customers.note,
            branch_id=peer.branch,
            customer_id=customer,
            channel="visit",
            body="likes jade",
        )


def test_what_an_older_program_does_not_know_it_is_not_sent(one, older, customer):
    note(one, customer)
    settle(one)
    settle(older, aging.OLD)
    shown = older.rows("customer")[customer.hex()]
    assert shown["tier"] == "gold"
    assert "district" not in shown
    assert not older.rows("note")
    assert not older.value("SELECT value FROM setting WHERE key = 'sync.alarms'")


def test_an_older_program_finds_and_mends_what_differs(one, older, customer):
    note(one, customer)
    settle(one)
    settle(older, aging.OLD)
    with older.store.apply(now=older.clock.now()) as work:
        work.raw.execute("DELETE FROM customer WHERE id = ?", (customer,))
        work.raw.execute("DELETE FROM sync_member WHERE id = ?", (customer,))
        work.raw.execute("UPDATE sync_cursor SET count = 0 WHERE scope LIKE 'B:%'")
    older.line.asked.clear()
    settle(older, aging.OLD)
    assert older.rows("customer")[customer.hex()]["tier"] == "gold"
    fetched = [ask for ask in older.line.asked if type(ask).__name__ == "FetchAsk"]
    assert [len(ask.rows) for ask in fetched] == [1]


def test_after_its_update_it_has_everything_and_raised_no_alarm(one, older, customer):
    note(one, customer)
    settle(one)
    settle(older, aging.OLD)
    settle(older)
    assert older.rows("customer") == one.rows("customer")
    assert older.rows("note") == one.rows("note")
    assert not older.value("SELECT value FROM setting WHERE key = 'sync.alarms'")


def test_what_an_older_program_writes_leaves_what_it_does_not_know_alone(one, older, customer):
    settle(one)
    settle(older, aging.OLD)
    aging.run(aging.OLD)
    older.edit(customers.customer, customer, tier="platinum")
    settle(older, aging.OLD)
    settle(one)
    shown = one.rows("customer")[customer.hex()]
    assert (shown["tier"], shown["district"]) == ("platinum", "Mong Kok")
