"""Head office is put up from a backup: what came after it is sent again; nobody stays behind."""

import pytest

from db.tables import customers
from jewelcrm.office import writing
from jewelcrm.office.merging import inserting
from jewelcrm.office.merging.verdicts import PutAside
from jewelcrm.office.scoping import rescope
from jewelcrm.office.visiting import records
from jewelcrm.wire.reasons import NOT_YOURS
from tests.end2end.sync import acts
from tests.end2end.sync.stores import OfficeInMemory, Slot, copied, new_office_store
from tests.jewelcrm.office.chain import Chain
from tests.jewelcrm.office.visits import move
from tests.jewelcrm.sync.real_office import pc_of  # noqa: F401 - a fixture


@pytest.fixture
def chain():
    slot = Slot("BEGIN IMMEDIATE", "PRAGMA defer_foreign_keys = ON")
    slot.fill(new_office_store())
    return Chain(OfficeInMemory(slot))


@pytest.fixture
def three(chain, pc_of):  # noqa: F811
    """PCs of one branch."""
    return [pc_of(chain.north, letter) for letter in "ABC"]


@pytest.fixture
def customer(three):
    one = three[0].add_customer("Chan Tai Man", tier="gold")
    settle(*three)
    return one


def settle(*peers):
    for _ in range(2):
        for peer in peers:
            peer.settle()


def backup(chain):
    return copied(chain.store.slot.raw)


def put_up_again(chain, copy):
    acts.put_up_again(chain.store, copy, chain.clock.ms)
    chain.office.hearing.life(anew=True)


def a_minute_later(chain, *peers):
    chain.clock.move(60_000)
    for peer in peers:
        peer.clock.moment = chain.clock.now()


def shown(peer, customer):
    return peer.rows("customer").get(customer.hex(), {})


def agree(*peers):
    first, *others = peers
    for table in ("customer", "contact_point", "sales_order", "payment", "conflict", "quarantine"):
        assert all(first.rows(table) == other.rows(table) for other in others)
    for peer in peers:
        assert not peer.waiting()
        assert not peer.value("SELECT value FROM setting WHERE key = 'sync.alarms'")


def test_what_came_after_the_backup_is_sent_again(chain, three, customer):
    one, two, _ = three
    copy = backup(chain)
    added = one.add_customer("Lee Siu Ming")
    order = two.add_order(customer, stage="new")
    two.pay(order, 5000)
    settle(*three)
    put_up_again(chain, copy)
    settle(*three)
    agree(*three)
    assert shown(two, added)["name"] == "Lee Siu Ming"
    assert [row["amount_cents"] for row in one.rows("payment").values()] == [5000]


def test_whoever_read_what_is_no_longer_so_does_not_go_on_showing_it(chain, three, customer):
    one, two, reader = three
    copy = backup(chain)
    one.edit(customers.customer, customer, tier="silver")
    settle(one, reader)
    assert shown(reader, customer)["tier"] == "silver"
    a_minute_later(chain, *three)
    put_up_again(chain, copy)
    two.edit(customers.customer, customer, tier="platinum")
    settle(two, one, reader)
    agree(*three)
    assert shown(reader, customer)["tier"] == "platinum"


def test_a_change_over_what_was_read_before_does_not_wipe_out_what_was_written_since(
    chain, three, customer
):
    one, two, reader = three
    copy = backup(chain)
    one.edit(customers.customer, customer, tier="silver")
    settle(one, reader)
    put_up_again(chain, copy)
    a_minute_later(chain, *three)
    two.edit(customers.customer, customer, tier="platinum")
    two.settle()
    a_minute_later(chain, *three)
    reader.edit(customers.customer, customer, tier="pearl")
    settle(reader, one, two)
    agree(*three)
    assert shown(one, customer)["tier"] == "pearl"
    kept = {row["lost"] for row in one.rows("conflict").values()}
    assert '"platinum"' in kept


def test_what_had_been_answered_is_shown_as_it_was_until_it_is_answered_anew(
    chain, three, customer
):
    one, two, _ = three
    copy = backup(chain)
    one.edit(customers.customer, customer, tier="silver")
    settle(one, two)
    two.edit(customers.customer, customer, tier="platinum")
    settle(two, one)
    put_up_again(chain, copy)
    one.engine.pull()
    assert one.waiting()
    assert shown(one, customer)["tier"] == "platinum"
    settle(one, two)
    agree(one, two)
    assert shown(one, customer)["tier"] == "platinum"


def test_nothing_is_taken_away_before_it_is_sent_again(chain, three, customer):
    one, *_ = three
    copy = backup(chain)
    added = one.add_customer("Lee Siu Ming")
    one.settle()
    put_up_again(chain, copy)
    while one.engine.pull():
        pass
    assert shown(one, added)["name"] == "Lee Siu Ming"
    settle(*three)
    agree(*three)
    assert shown(three[1], added)["name"] == "Lee Siu Ming"


def test_papers_of_somebody_erased_since_come_back_without_her(chain, three, customer):
    one, two, _ = three
    with chain.store.write() as work:
        second = writing.insert(
            work,
            "staff",
            chain.clock.now(),
            branch_id=chain.north,
            login="two",
            name="two",
            role="administrator",
            active=1,
        )
    copy = backup(chain)
    order = one.add_order(customer, stage="new")
    one.pay(order, 5000)
    settle(*three)
    acts.erase(chain.store, customer, (chain.admin, second), chain.clock.ms)
    settle(*three)
    put_up_again(chain, copy)
    settle(*three)
    agree(*three)
    assert not two.rows("customer")
    assert not two.rows("quarantine")
    paper = two.rows("sales_order")[order.hex()]
    assert (paper["number"], paper["stage"], paper.get("customer_id")) == ("HK01-A-2", "new", None)
    assert [row["amount_cents"] for row in two.rows("payment").values()] == [5000]


def test_a_pc_that_was_put_back_too_sends_all_it_has_left(chain, three, customer):
    one, *_ = three
    early = backup(chain)
    added = one.add_customer("Lee Siu Ming")
    one.settle()
    own = one.backup()
    one.add_customer("Ho Mei Ling")
    one.settle()
    put_up_again(chain, early)
    one.put_back(own)
    settle(*three)
    agree(*three)
    assert shown(three[1], added)["name"] == "Lee Siu Ming"


def test_what_a_pc_sent_before_it_went_on_anew_is_sent_again(chain, three, customer):
    one, *_ = three
    early = backup(chain)
    added = one.add_customer("Lee Siu Ming")
    one.settle()
    own = one.backup()
    one.add_customer("Ho Mei Ling")
    one.settle()
    one.put_back(own)
    one.engine.push()
    assert one.value("SELECT epoch FROM sync_state") > 1
    put_up_again(chain, early)
    settle(*three)
    agree(*three)
    assert shown(three[1], added)["name"] == "Lee Siu Ming"


def test_who_is_shared_again_before_the_difference_is_read_is_seen_whole(chain, three, customer):
    one, *_ = three
    one.add_order(customer)
    settle(*three)
    put_up_again(chain, backup(chain))
    one.engine.pull()
    one.edit(customers.customer, customer, tier="silver")
    move(chain, customer, chain.south)
    one.engine.push()
    assert shown(one, customer)["name"] == "C. T. M."
    share(chain, customer)
    settle(*three)
    agree(*three)
    assert shown(one, customer)["name"] == "Chan Tai Man"


def share(chain, customer):
    """The south shows its customer to the north."""
    with chain.store.write() as work:
        about = {"branch_id": chain.north, "customer_id": customer, "reason": "asked for"}
        records.add(work, "customer_share", chain.clock.ms, **about)
        rescope(work, [customer], chain.clock.ms)


def test_a_payment_that_was_put_aside_is_told_again(chain, three, customer, monkeypatch):
    one, *_ = three
    order = one.add_order(customer, stage="new")
    settle(*three)
    copy = backup(chain)

    def refuse(_draft, plan, _row):
        if plan.name == "payment":
            raise PutAside(NOT_YOURS, plan.name)

    with monkeypatch.context() as patch:
        patch.setattr(inserting, "require_begun_here", refuse)
        one.pay(order, 5000)
        settle(*three)
    assert one.rows("payment") == {}
    assert len(one.rows("quarantine")) == 1

    put_up_again(chain, copy)
    settle(*three)
    agree(*three)
    assert [row["amount_cents"] for row in one.rows("payment").values()] == [5000]
