"""A card's ticket opens the customer on this PC for a day, with a reason and behind a mask."""

import pytest
from sqlalchemy import select

from db.office import tables
from jewelcrm.office.visiting.leases import end_expired
from tests.jewelcrm.office.chain import MINUTE, a_phone, an_order
from tests.jewelcrm.office_visiting.conftest import Desk, audited, notices, refused

DAY = 24 * 60 * MINUTE


@pytest.fixture
def wish(north, customer):
    """A wish of hers; what it may cost is of the class `value`."""
    op = north.insert(
        "wish",
        customer_id=customer,
        description="Jade bangle",
        budget_cents=1_000_000,
        currency="HKD",
        state="open",
    )
    north.send(op)
    return bytes.fromhex(op.id)


def test_an_opened_customer_comes_to_this_pc_whole_with_what_belongs_to_her(
    chain, here, south, customer
):
    lease = here.opened(customer)
    assert lease.customer_id == customer.hex()
    assert lease.until == chain.clock.ms + DAY
    assert lease.scope in south.pull().grants
    held = south.held(lease.scope)
    assert held["customer"][0].img["name"] == "Chan Tai Man"
    assert len(held["contact_point"]) == 2


def test_a_salesperson_does_not_see_what_she_may_spend_a_manager_does(
    chain, here, south, wish, customer
):
    lease = here.opened(customer)
    assert lease.mask == ["restricted", "value"]
    assert "budget_cents" not in south.held(lease.scope)["wish"][0].img
    lease = here.opened(customer, actor=chain.manager)
    assert lease.mask == []
    assert south.held(lease.scope)["wish"][0].img["budget_cents"] == 1_000_000


def test_a_lease_with_another_mask_takes_the_place_of_the_one_before(chain, here, south, customer):
    first = here.opened(customer).scope
    second = here.opened(customer, actor=chain.manager).scope
    assert first != second
    assert first not in south.pull().grants
    assert second in south.pull().grants


def test_opening_again_with_a_new_reason_makes_it_last_longer(chain, here, south, customer):
    first = here.opened(customer)
    chain.clock.move(DAY // 2)
    second = here.opened(customer, reason="collecting")
    assert (second.scope, second.until) == (first.scope, chain.clock.ms + DAY)
    assert audited(chain, "customers.remote_open") == [
        ("done", "service_here"),
        ("done", "collecting"),
    ]


def test_the_home_branch_is_told_who_where_and_why(chain, here, customer):
    here.opened(customer, reason="other", words="came for her ring")
    assert notices(chain, chain.north, "opened") == [
        {"who": "sales", "branch": "HK02", "reason": "other", "words": "came for her ring"}
    ]


@pytest.mark.parametrize(("reason", "words"), [("because", ""), ("other", " "), ("", "")])
def test_without_a_reason_from_the_list_she_stays_closed(here, customer, reason, words):
    ticket = here.lookup("phone", "91234567").cards[0].ticket
    assert refused(here.open, ticket, reason, words) == "bad_request"


def test_a_ticket_opens_once(here, customer):
    ticket = here.lookup("phone", "91234567").cards[0].ticket
    here.open(ticket)
    assert refused(here.open, ticket) == "not_found"


def test_a_ticket_is_good_for_ten_minutes(chain, here, customer):
    ticket = here.lookup("phone", "91234567").cards[0].ticket
    chain.clock.move(10 * MINUTE)
    assert refused(here.open, ticket) == "not_found"


def test_a_ticket_is_nobody_elses(chain, here, customer):
    other_pc = Desk(chain, chain.pc(chain.south, "C"))
    ticket = here.lookup("phone", "91234567").cards[0].ticket
    assert refused(here.open, ticket, actor=chain.manager) == "not_found"
    assert refused(other_pc.open, ticket) == "not_found"
    assert here.open(ticket).customer_id == customer.hex()


def test_other_pcs_of_the_branch_see_nothing_of_it(chain, here, south, customer):
    lease = here.opened(customer)
    other = chain.pc(chain.south, "C")
    assert other.pull(lease.scope).feeds[0].drop
    assert "customer" not in other.held()


def test_after_its_time_the_pc_drops_her_and_housekeeping_empties_the_scope(
    chain, here, south, customer
):
    lease = here.opened(customer)
    chain.clock.move(DAY + 1)
    assert south.pull(lease.scope).feeds[0].drop
    with chain.store.write() as work:
        assert end_expired(work, chain.clock.ms) == 1
        assert end_expired(work, chain.clock.ms) == 0
        assert work.head(lease.scope).count == 0
        ended = work.conn.execute(select(tables.lease.c.ended_at)).scalar_one()
    assert ended == chain.clock.now()


def test_what_is_added_at_home_meanwhile_comes_too(chain, here, south, north, customer):
    lease = here.opened(customer)
    north.send(a_phone(north, customer, normal="+85260001111"))
    assert len(south.held(lease.scope)["contact_point"]) == 3


def test_edits_under_a_lease_are_taken(here, south, customer):
    here.opened(customer)
    answer = south.send(south.update("customer", customer, 1, district="Sha Tin"))
    assert answer.st == "ok"


def test_an_edit_of_what_the_mask_hides_is_put_aside(here, south, wish, customer):
    here.opened(customer)
    answer = south.send(south.update("wish", wish, 1, budget_cents=5))
    assert (answer.st, answer.why) == ("quarantined", "not_yours")


def test_an_edit_that_comes_after_the_end_is_put_aside_at_home(chain, here, south, customer):
    here.opened(customer)
    op = south.update("customer", customer, 1, district="Sha Tin")
    chain.clock.move(DAY + 1)
    assert south.send(op).why == "gone"
    (row,) = chain.rows("quarantine")
    assert row["branch_id"] == chain.north


def test_an_order_taken_meanwhile_leaves_a_stub_of_her_here(chain, here, south, customer):
    here.opened(customer)
    assert south.send(an_order(south, customer)).st == "ok"
    chain.clock.move(DAY + 1)
    with chain.store.write() as work:
        end_expired(work, chain.clock.ms)
    (item,) = south.held()["customer"]
    assert (item.kind, item.img["name"]) == ("S", "C. T. M.")
