"""What one PC writes, head office has, and another PC of the branch sees."""

from db.tables import customers


def test_a_customer_added_on_one_pc_is_on_the_other(office, new_peer):
    one, two = new_peer("d1"), new_peer("d2")
    customer = one.add_customer("Chan Tai Man", district="Mong Kok")
    one.settle()
    two.settle()
    assert two.rows("customer") == one.rows("customer")
    assert two.rows("customer")[customer.hex()]["district"] == "Mong Kok"
    assert one.waiting() == two.waiting() == 0


def test_two_who_change_different_fields_both_keep_their_words(office, new_peer):
    one, two = new_peer("d1"), new_peer("d2")
    customer = one.add_customer()
    one.settle()
    two.settle()
    one.edit(customers.customer, customer, district="Mong Kok")
    two.edit(customers.customer, customer, tier="gold")
    for peer in (one, two, one):
        peer.settle()
    assert one.rows("customer") == two.rows("customer")
    shown = one.rows("customer")[customer.hex()]
    assert (shown["district"], shown["tier"]) == ("Mong Kok", "gold")


def test_the_scope_s_sum_is_head_office_s(office, peer):
    for n in range(20):
        peer.add_customer(f"Customer {n}")
    peer.settle()
    assert peer.value("SELECT count FROM sync_cursor") == 20
    assert not peer.value("SELECT value FROM setting WHERE key = 'sync.alarms'")
