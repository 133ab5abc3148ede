"""The engine against head office's real service, in one process."""

from db.tables import customers
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
