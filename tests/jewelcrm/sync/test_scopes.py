"""What a PC may see: leases that end by themselves, stubs, branches that are taken away."""

import datetime as dt

import pytest

from db.tables import customers
from jewelcrm.sync.line import Refused, Unreachable
from tests.jewelcrm.sync.conftest import BRANCHES

LEASE = "L:" + "ee" * 16
OTHER = f"B:{BRANCHES[1].hex()}"


def her_image(**more):
    usual = {"number": "HK02-A-1", "name": "Chan Tai Man", "branch_id": BRANCHES[1].hex()}
    return usual | more


@pytest.fixture
def leased(peer, office):
    """Another branch's customer, open on this PC for a day."""
    customer = "c" * 32
    office.put("customer", customer, her_image(tier="gold"), {OTHER})
    office.access["d1"].add(LEASE)
    office.leases[LEASE] = (["contact"], office.now + 86_400_000)
    office.see_as(("customer", customer), LEASE, "P")
    peer.clock.moment = dt.datetime.fromtimestamp(office.now / 1000, dt.UTC)
    peer.settle()
    return customer


def cut(peer, office, monkeypatch):
    """No line any more."""

    def nothing(_device, _ask):
        raise Unreachable

    for name in ("push", "pull", "snapshot"):
        monkeypatch.setattr(office, name, nothing)


def test_a_lease_ends_off_line_by_itself(peer, office, leased, monkeypatch):
    assert leased in peer.rows("customer")
    cut(peer, office, monkeypatch)
    peer.clock.move(hours=23)
    peer.engine.clear_up()
    assert leased in peer.rows("customer")
    peer.clock.move(hours=2)
    peer.engine.clear_up()
    assert leased not in peer.rows("customer")
    assert not peer.ask("SELECT 1 FROM sync_member")


def test_setting_the_clock_back_does_not_lengthen_a_lease(peer, office, leased, monkeypatch):
    office.now += 86_400_001
    office.leases[LEASE] = (["contact"], office.now - 1)
    peer.clock.move(days=-30)
    peer.engine.pull()
    cut(peer, office, monkeypatch)
    peer.clock.move(days=-30)
    peer.engine.clear_up()
    assert leased not in peer.rows("customer")


def test_her_stub_stays_when_the_lease_ends_and_her_order_is_here(peer, office, leased):
    office.see_as(("customer", leased), f"B:{BRANCHES[0].hex()}", "S")
    peer.settle()
    assert peer.rows("customer")[leased]["name"] == "Chan Tai Man"
    peer.clock.move(days=2)
    peer.engine.clear_up()
    shown = peer.rows("customer")[leased]
    assert shown["name"] == "C. T. M."
    assert shown["tier"] == "gold"
    assert not peer.value("SELECT value FROM setting WHERE key = 'sync.alarms'")


def test_a_customer_who_moves_away_but_has_business_here_becomes_a_stub(peer, office):
    customer = peer.add_customer("Chan Tai Man", district="Mong Kok")
    peer.settle()
    office.see_as(("customer", customer.hex()), f"B:{BRANCHES[0].hex()}", "S")
    peer.settle()
    shown = peer.rows("customer")[customer.hex()]
    assert shown["name"] == "C. T. M."
    assert "district" not in shown


def test_a_branch_that_is_taken_away_takes_its_rows_along(new_peer, office):
    peer = new_peer(scopes=2)
    kept = peer.add_customer()
    gone = peer.add_customer(branch_id=BRANCHES[1])
    peer.settle()
    office.access["d1"].discard(OTHER)
    peer.settle()
    assert kept.hex() in peer.rows("customer")
    assert gone.hex() not in peer.rows("customer")
    assert not peer.ask("SELECT 1 FROM change WHERE id = ?", gone)


def test_a_refused_pc_knows_that_it_was_taken_off(peer, office):
    del office.access["d1"]
    with pytest.raises(Refused, match="revoked"):
        peer.engine.round()
    assert peer.value("SELECT state FROM head_office") == "revoked"


def test_what_was_written_for_a_customer_who_is_gone_is_not_shown(peer, office):
    customer = peer.add_customer("Chan Tai Man")
    peer.settle()
    office.move(("customer", customer.hex()), peer.scope, OTHER)
    peer.edit(customers.customer, customer, name="Too late")
    peer.settle()
    assert not peer.rows("customer")
    assert office.quarantine[0][3] == {"name": "Too late"}
