"""Clocks that are wrong: order is kept, nothing is set, somebody is told."""

from db.tables import customers
from db.types import from_millis, to_millis

HOUR = 3_600_000
LATER = 1_800_000_000_000  # after anything that the store has seen


def last_hlc(peer):
    return peer.value("SELECT last_hlc FROM sync_state")


def test_what_is_written_after_reading_comes_after_it(peer, office):
    office.now = LATER
    peer.clock.moment = from_millis(office.now - HOUR)
    office.hlc = (office.now << 16) + 5
    peer.engine.pull()
    peer.add_customer()
    assert peer.value("SELECT hlc FROM change ORDER BY n DESC LIMIT 1") > office.hlc


def test_a_clock_that_head_office_cannot_mean_is_not_believed(peer, office):
    office.now = LATER
    peer.clock.moment = from_millis(office.now)
    office.hlc = (office.now + 24 * HOUR) << 16
    peer.engine.pull()
    assert last_hlc(peer) <= (office.now + HOUR) << 16


def test_the_difference_of_the_clocks_is_kept(peer, office):
    peer.clock.moment = from_millis(office.now + 2 * HOUR)
    peer.engine.pull()
    assert peer.value("SELECT clock_offset FROM sync_state") == -2 * HOUR
    assert to_millis(peer.clock.now()) == office.now + 2 * HOUR
    assert peer.engine.moment() - office.now < 1_000


def test_a_clock_ten_years_ahead_does_not_win_for_ever(peer, office, new_peer):
    other = new_peer("d2")
    customer = peer.add_customer("First")
    peer.settle()
    other.settle()
    peer.clock.move(days=3650)
    peer.edit(customers.customer, customer, name="From the future")
    peer.settle()
    other.settle()
    other.edit(customers.customer, customer, name="Later, by a right clock")
    other.settle()
    peer.settle()
    assert peer.rows("customer")[customer.hex()]["name"] == "Later, by a right clock"
