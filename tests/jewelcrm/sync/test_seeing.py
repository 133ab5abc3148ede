"""A customer who is seen by several scopes at once, each of which shows another part of her."""

from types import SimpleNamespace

import pytest

from db.tables import customers
from jewelcrm.office.visiting import sharing
from jewelcrm.wire.visiting import ShareAsk
from tests.jewelcrm.office.visits import a_lease
from tests.jewelcrm.sync.real_office import *  # noqa: F403 - fixtures

DAY_MS = 86_400_000
MASKS = ("contact", "restricted value")


@pytest.fixture
def home(chain, pc_of):
    return pc_of(chain.north)


@pytest.fixture
def guest(chain, pc_of):
    return pc_of(chain.south, "B")


@pytest.fixture
def customer(home):
    one = home.add_customer("Chan Tai Man", tier="gold", address="12 Nathan Road")
    home.settle()
    return one


@pytest.fixture
def lease(chain, guest, customer):
    """Opens her on the guest's PC: `lease("contact")`."""
    pc = SimpleNamespace(id=bytes.fromhex(guest.name), branch=guest.branch)
    return lambda mask: a_lease(chain, pc, customer, mask)


@pytest.fixture(params=[MASKS, MASKS[::-1]])
def two_leases(request, guest, lease):
    """She is open there twice, one lease hiding what the other shows."""
    for mask in request.param:
        lease(mask)
        guest.settle()


def later(chain, *peers, ms=DAY_MS):
    chain.clock.move(ms)
    for peer in peers:
        peer.clock.moment = chain.clock.now()


def shown(peer, customer):
    return peer.rows("customer").get(customer.hex(), {})


def at_rest(chain, guest, customer, *hidden):
    """She is shown as head office has her, but for these columns."""
    (row,) = (row for row in chain.rows("customer") if row["id"] == customer)
    here = guest.ask("SELECT rev FROM customer WHERE id = ?", customer)
    assert here == [(row["rev"],)]
    for name in {"tier", "district", "address", "updated_at"} - set(hidden):
        assert shown(guest, customer).get(name) == row[name]
    for name in hidden:
        assert name not in shown(guest, customer)
    assert not guest.value("SELECT value FROM setting WHERE key = 'sync.alarms'")


def test_a_stub_left_by_a_lease_is_as_new_as_the_news(chain, home, guest, customer, lease):
    lease("")
    guest.settle()
    guest.add_order(customer, stage="new")
    guest.settle()
    home.edit(customers.customer, customer, tier="platinum", district="Mong Kok")
    home.settle()
    later(chain, home, guest)
    guest.engine.pull()  # the stub's news come before anybody has cleared the lease away
    guest.settle()
    assert shown(guest, customer)["name"] == "C. T. M."
    at_rest(chain, guest, customer, "district", "address")


@pytest.mark.usefixtures("two_leases")
def test_what_either_of_two_leases_shows_is_shown(chain, home, guest, customer):
    home.edit(customers.customer, customer, district="Mong Kok", address="1 Star Street")
    home.settle()
    guest.settle()
    at_rest(chain, guest, customer)


@pytest.mark.usefixtures("two_leases")
def test_an_answer_shows_what_either_of_two_leases_shows(chain, guest, customer):
    guest.edit(customers.customer, customer, district="Mong Kok")
    guest.engine.push()
    at_rest(chain, guest, customer)


def test_what_only_the_lease_that_ends_showed_goes_with_it(chain, home, guest, customer, lease):
    lease("restricted value")
    guest.settle()
    later(chain, home, guest, ms=DAY_MS - 60_000)
    lease("contact")
    guest.settle()
    guest.edit(customers.customer, customer, address="1 Star Street", district="Mong Kok")
    guest.settle()
    assert shown(guest, customer)["address"] == "1 Star Street"
    later(chain, home, guest, ms=120_000)
    guest.engine.clear_up()
    at_rest(chain, guest, customer, "address")
    told = guest.ask("SELECT cols, old FROM change WHERE id = ?", customer)
    assert "Star Street" not in str(told)
    assert "Mong Kok" in str(told)
    home.settle()
    home.edit(customers.customer, customer, address="2 Star Street", tier="silver")
    home.settle()
    guest.settle()
    at_rest(chain, guest, customer, "address")


def test_a_stub_has_no_history_that_names_her(chain, home, guest, customer, lease):
    lease("")
    guest.settle()
    guest.add_order(customer, stage="new")
    guest.edit(customers.customer, customer, name="Chan Dai Man", address="1 Star Street")
    guest.settle()
    later(chain, home, guest)
    guest.settle()
    assert shown(guest, customer)["name"] == "C. D. M."
    told = str(guest.ask("SELECT cols, old, reason FROM change WHERE id = ?", customer))
    assert "Star Street" not in told
    assert "Man" not in told


def test_a_lease_that_is_not_read_yet_shows_nothing_early(chain, home, guest, customer, lease):
    lease("contact")
    guest.settle()
    lease("restricted value")
    home.edit(customers.customer, customer, district="Mong Kok")
    home.settle()
    guest.engine.pull()
    at_rest(chain, guest, customer, "address")
    guest.settle()
    at_rest(chain, guest, customer)


def test_one_who_is_shared_while_she_is_open_is_whole_by_either_way(
    chain, home, guest, customer, lease
):
    lease("contact")
    guest.settle()
    device, boss = bytes.fromhex(home.name), chain.admin.hex()
    ask = ShareAsk(boss, customer.hex(), guest.branch.hex(), "asked for", stop=False)
    assert sharing.share(chain.office, device, ask).ok
    home.edit(customers.customer, customer, district="Mong Kok")
    home.settle()
    guest.settle()
    at_rest(chain, guest, customer)
    later(chain, home, guest)
    guest.settle()
    at_rest(chain, guest, customer)
