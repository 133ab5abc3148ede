"""A new PC's first copy: in useful order, goes on after a kill, searchable in the end."""

import pytest

from db.shop import search
from db.tables import customers
from jewelcrm.sync import first_copy, looking
from jewelcrm.sync.line import Unreachable
from tests.jewelcrm.sync.peers import Killed


@pytest.fixture
def full(peer, office, monkeypatch):
    """A branch with something in it, and chunks so small that there are many."""
    for n in range(12):
        customer = peer.add_customer(f"Customer {n}")
        peer.add_order(customer)
    peer.settle()
    asked = first_copy.SnapshotAsk
    monkeypatch.setattr(
        first_copy, "SnapshotAsk", lambda *args, **more: asked(*args, **more, limit=5)
    )
    return peer


def test_open_orders_come_first_and_then_the_window_is_of_use(full, new_peer):
    new = new_peer("d2")
    new.engine.pull()
    while not looking.usable(new.store):
        assert new.engine.copy_step()
    assert len(new.rows("sales_order")) == 12
    assert not new.rows("customer")
    new.engine.first_copy()
    assert new.rows("customer") == full.rows("customer")


def test_progress_is_told(full, new_peer):
    new = new_peer("d2")
    new.engine.pull()
    told = []
    new.engine.first_copy(lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1][0] <= told[-1][1]


def test_a_copy_that_is_killed_goes_on_where_it_was(full, office, new_peer, monkeypatch):
    new = new_peer("d2")
    new.engine.pull()
    new.engine.copy_step()
    new.engine.copy_step()
    store_chunk = first_copy._move_on

    def die(*_args):
        raise Killed

    monkeypatch.setattr(first_copy, "_move_on", die)
    with pytest.raises(Killed):
        new.engine.copy_step()
    monkeypatch.setattr(first_copy, "_move_on", store_chunk)
    new.restart()
    new.line.asked.clear()
    new.engine.first_copy()
    first = next(ask for ask in new.line.asked if type(ask).__name__ == "SnapshotAsk")
    assert first.after is not None
    assert new.rows("sales_order") == full.rows("sales_order")


def test_what_was_copied_can_be_searched(full, new_peer):
    new = new_peer("d2")
    new.settle()
    with new.store.read() as conn:
        assert search.check(conn) == []


def test_work_goes_on_meanwhile(full, new_peer, office):
    new = new_peer("d2")
    new.engine.pull()
    new.engine.copy_step()
    own = new.add_customer("Just came in")
    new.settle()
    full.settle()
    assert own.hex() in full.rows("customer")
    assert new.rows("customer") == full.rows("customer")
    with new.store.read() as conn:
        assert search.check(conn) == []


def test_news_during_the_copy_are_not_missed(full, new_peer):
    new = new_peer("d2")
    new.engine.pull()
    for _ in range(4):
        new.engine.copy_step()
    for customer in list(full.rows("customer"))[:5]:
        full.edit(customers.customer, bytes.fromhex(customer), name="Renamed")
    full.settle()
    new.settle()
    assert new.rows("customer") == full.rows("customer")
    assert not new.value("SELECT value FROM setting WHERE key = 'sync.alarms'")


def test_a_damaged_chunk_is_not_taken(full, office, new_peer, monkeypatch):
    new = new_peer("d2")
    new.engine.pull()
    whole = office.snapshot

    def damaged(device, ask):
        answer = whole(device, ask)
        answer.items = answer.items[1:]
        return answer

    monkeypatch.setattr(office, "snapshot", damaged)
    with pytest.raises(Unreachable):
        new.engine.first_copy()
    assert not new.rows("sales_order")
