"""The engine against head office's real service, in one process."""

from types import SimpleNamespace

from db.shop import connect as stores
from db.tables import customers
from db.tables.catalogue import product
from jewelcrm.office.alarms import in_a_week
from tests.jewelcrm.office.visits import a_lease, move
from tests.jewelcrm.sync.peers import Peer, RealOffice, copy_of
from tests.jewelcrm.sync.real_office import *  # noqa: F403 - fixtures


def test_a_customer_with_an_order_and_a_payment_reaches_the_other_pc_of_the_branch(chain, pc_of):
    one, two = pc_of(chain.north), pc_of(chain.north, "B")
    customer = one.add_customer("Chan Tai Man")
    order = one.add_order(customer, stage="new")
    one.pay(order, 5000)
    one.settle()
    two.settle()
    assert one.waiting() == 0
    assert not one.ask("SELECT why FROM quarantine")
    for table in ("customer", "sales_order", "payment"):
        assert one.rows(table) == two.rows(table)
    assert customer.hex() in two.rows("customer")
    assert not two.value("SELECT value FROM setting WHERE key = 'sync.alarms'")


def test_another_branch_sees_nothing_of_it(chain, pc_of):
    one, two = pc_of(chain.north), pc_of(chain.south)
    customer = one.add_customer("Chan Tai Man")
    one.settle()
    two.settle()
    assert customer.hex() not in two.rows("customer")


def test_two_who_change_one_field_both_keep_their_words(chain, pc_of):
    one, two = pc_of(chain.north), pc_of(chain.north, "B")
    customer = one.add_customer("Chan Tai Man")
    one.settle()
    two.settle()
    chain.clock.move(60_000)
    for peer in (one, two):
        peer.clock.moment = chain.clock.now()
    one.edit(customers.customer, customer, name="Chan Tai Ming")
    chain.clock.move(60_000)
    two.clock.moment = chain.clock.now()
    two.edit(customers.customer, customer, name="Chan Dai Man")
    for peer in (one, two, one):
        peer.settle()
    assert one.rows("customer")[customer.hex()]["name"] == "Chan Dai Man"
    assert one.rows("conflict") == two.rows("conflict")
    (conflict,) = one.rows("conflict").values()
    assert conflict["lost"] == '"Chan Tai Ming"'


def a_customer_of(peer, name="Chan Tai Man"):
    customer = peer.add_customer(name, tier="gold", address="12 Nathan Road")
    with peer.work() as work:
        for number in ("+85291234567", "+85261234567"):
            work.insert(
                customers.contact_point,
                branch_id=peer.branch,
                customer_id=customer,
                kind="phone",
                value=number,
                normal=number,
                preferred=False,
            )
    peer.settle()
    return customer


def alarms(*peers):
    return [p.value("SELECT value FROM setting WHERE key = 'sync.alarms'") for p in peers]


def on_lease(chain, peer, customer, mask):
    pc = SimpleNamespace(id=bytes.fromhex(peer.name), branch=peer.branch)
    return a_lease(chain, pc, customer, mask)


def test_a_lease_shows_what_its_mask_leaves_and_ends_by_itself(chain, pc_of):
    home, guest = pc_of(chain.north), pc_of(chain.south, "B")
    customer = a_customer_of(home)
    on_lease(chain, guest, customer, "contact")
    guest.settle()
    shown = guest.rows("customer")[customer.hex()]
    assert shown["name"] == "Chan Tai Man"
    assert "address" not in shown
    assert {row["normal"] for row in guest.rows("contact_point").values()} == {"•••"}
    guest.clock.move(days=2)
    guest.engine.clear_up()
    assert not guest.rows("contact_point")
    assert customer.hex() not in guest.rows("customer")
    assert alarms(home, guest) == [None, None]


def test_her_order_here_leaves_a_stub_when_the_lease_ends(chain, pc_of):
    home, guest = pc_of(chain.north), pc_of(chain.south, "B")
    customer = a_customer_of(home)
    on_lease(chain, guest, customer, "")
    guest.settle()
    order = guest.add_order(customer, stage="new")
    guest.settle()
    home.settle()
    assert order.hex() in home.rows("sales_order")
    chain.clock.move(2 * 86_400_000)
    guest.clock.moment = home.clock.moment = chain.clock.now()
    guest.settle()
    shown = guest.rows("customer")[customer.hex()]
    assert (shown["name"], shown["tier"]) == ("C. T. M.", "gold")
    assert not guest.rows("contact_point")
    assert alarms(home, guest) == [None, None]


def test_a_customer_who_moves_comes_whole_and_leaves_whole(chain, pc_of):
    old, new = pc_of(chain.north), pc_of(chain.south, "B")
    customer = a_customer_of(old)
    move(chain, customer, chain.south)
    old.settle()
    new.settle()
    assert customer.hex() not in old.rows("customer")
    assert not old.rows("contact_point")
    assert not old.ask("SELECT 1 FROM change WHERE id = ?", customer)
    assert len(new.rows("contact_point")) == 2
    assert alarms(old, new) == [None, None]


def test_words_written_too_late_are_put_aside_at_her_new_branch(chain, pc_of):
    old, new = pc_of(chain.north), pc_of(chain.south, "B")
    customer = a_customer_of(old)
    move(chain, customer, chain.south)
    old.edit(customers.customer, customer, name="Chan Dai Man")
    old.settle()
    new.settle()
    (aside,) = new.rows("quarantine").values()
    assert "Chan Dai Man" in aside["ops"]
    assert new.rows("customer")[customer.hex()]["name"] == "Chan Tai Man"
    assert customer.hex() not in old.rows("customer")
    assert old.waiting() == 0


def test_what_the_role_may_not_do_is_undone_here_and_kept_with_its_words(chain, pc_of):
    peer = pc_of(chain.north)
    with chain.store.read() as work:
        staff = work.rows("staff", [chain.sales])[chain.sales]
    peer.settle()
    peer.actor = chain.sales
    with peer.work() as work:
        work.raw.execute("UPDATE staff SET role = 'administrator' WHERE id = ?", (chain.sales,))
    peer.settle()
    assert peer.rows("staff")[chain.sales.hex()]["role"] == staff["role"] == "sales"
    (aside,) = peer.rows("quarantine").values()
    assert aside["why"] == "office_only"


def test_a_pc_put_back_goes_on_as_a_new_writer(chain, pc_of):
    peer = pc_of(chain.north)
    peer.add_customer("Before")
    peer.settle()
    backup = peer.backup()
    peer.add_customer("After")
    peer.settle()
    peer.put_back(backup)
    peer.add_customer("Now")
    peer.settle()
    names = {row["name"] for row in peer.rows("customer").values()}
    assert names == {"Before", "After", "Now"}
    assert peer.value("SELECT epoch FROM sync_state") == 2
    assert peer.value("SELECT epoch FROM sync_state") == 2
    assert alarms(peer) == [None]


def test_a_pc_that_was_away_when_removals_were_forgotten_catches_up(chain, pc_of):
    one, away = pc_of(chain.north), pc_of(chain.north, "B")
    gone, stays = a_customer_of(one), a_customer_of(one, "Lee Siu Ming")
    away.settle()
    move(chain, gone, chain.south)
    one.add_customer("New")
    one.settle()
    with chain.store.write() as work:
        work.collect(one.scope, chain.clock.ms + 1)
    away.settle()
    assert away.rows("customer") == one.rows("customer")
    assert stays.hex() in away.rows("customer")
    assert not away.ask("SELECT 1 FROM contact_point WHERE customer_id = ?", gone)
    assert alarms(one, away) == [None, None]


def test_a_store_that_stood_alone_brings_all_it_has(chain, first_store, tmp_path, pc_of):
    raw = stores.connect(first_store[0] / stores.FILE_NAME, first_store[1])
    (branch,) = raw.execute("SELECT branch_id FROM pc").fetchone()
    raw.close()
    device = chain.pc(branch, bringing=True).id.hex()
    brings = Peer(
        copy_of(first_store[0], tmp_path / "brings"),
        first_store[1],
        RealOffice(chain.office),
        name=device,
        branch=branch,
        bring=True,
    )
    brings.clock.moment = chain.clock.now()
    brings.actor = brings.value("SELECT id FROM staff WHERE role = 'administrator'")
    customer = brings.add_customer("Chan Tai Man")
    brings.settle()
    other = pc_of(branch, "B")
    other.settle()
    assert not brings.rows("quarantine")
    assert brings.waiting() == 0
    assert other.rows("customer") == brings.rows("customer")
    assert brings.rows("customer").keys() == {customer.hex()}
    assert {row["login"] for row in other.rows("staff").values()} >= {"mei.chan", "wing", "ann"}
    assert other.rows("staff") == brings.rows("staff")
    assert alarms(brings, other) == [None, None]
    brings.close()


def test_head_office_hears_once_of_a_sum_that_differed(chain, pc_of):
    peer = pc_of(chain.north)
    customer = a_customer_of(peer)
    peer.settle()
    with peer.store.apply(now=peer.clock.now()) as work:
        work.raw.execute("DELETE FROM customer WHERE id = ?", (customer,))
        work.raw.execute("DELETE FROM sync_member WHERE id = ?", (customer,))
        work.raw.execute("UPDATE sync_cursor SET count = 0 WHERE scope LIKE 'B:%'")
    for _ in range(3):
        peer.settle()
    (told,) = alarms_told(chain)
    assert (told.scope, told.here_count < told.there_count) == (peer.scope, True)
    assert len(told.here_sum) == len(told.there_sum) == 32
    with chain.store.read() as work:
        assert list(in_a_week(work, chain.clock.ms).values()) == [1]
        assert in_a_week(work, chain.clock.ms + 8 * 86_400_000) == {}


def alarms_told(chain):
    from db.office.tables import sum_alarm

    with chain.store.read() as work:
        return work.conn.execute(sum_alarm.select()).all()


def test_an_administrators_new_price_is_on_every_pc_of_the_chain(chain, pc_of):
    here, there = pc_of(chain.north), pc_of(chain.south)
    here.actor = there.actor = chain.admin
    values = {"sku": "R1", "name": "Ring", "currency": "HKD", "active": True}
    with here.work() as work:
        ring = work.insert(product, branch_id=here.branch, **values)
    here.settle()
    there.settle()
    there.edit(product, ring, price_cents=128_000)
    there.settle()
    here.settle()
    assert here.rows("product") == there.rows("product")
    assert here.rows("product")[ring.hex()]["price_cents"] == 128_000
    assert not here.ask("SELECT 1 FROM quarantine")
    assert alarms(here, there) == [None, None]
