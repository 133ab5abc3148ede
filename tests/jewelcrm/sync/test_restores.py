"""A PC or head office put back to an older state: nothing is lost, nothing is done twice."""

from db.tables import customers


def test_a_pc_put_back_is_told_at_its_first_word_and_gets_a_new_letter(peer, office):
    peer.add_customer("Before")
    peer.settle()
    backup = peer.backup()
    peer.add_customer("After")
    peer.settle()
    peer.put_back(backup)
    letter = peer.value("SELECT letter FROM pc")
    peer.settle()
    assert peer.value("SELECT epoch FROM sync_state") == 2
    assert peer.value("SELECT letter FROM pc") != letter
    assert peer.store.pc.letter == peer.value("SELECT letter FROM pc")
    assert {row["name"] for row in peer.rows("customer").values()} == {"Before", "After"}


def test_work_in_an_old_backup_is_sent_under_the_new_epoch(peer, office):
    customer = peer.add_customer("Before")
    peer.settle()
    backup = peer.backup()
    peer.edit(customers.customer, customer, name="Lost on this PC, known at head office")
    peer.settle()
    peer.put_back(backup)
    peer.edit(customers.customer, customer, name="Later")
    peer.settle()
    assert peer.rows("customer")[customer.hex()]["name"] == "Later"
    assert any(words[3] for words in office.conflicts)
    assert peer.waiting() == 0


def test_head_office_put_back_is_sent_again_what_it_lost(peer, office, new_peer):
    import copy

    peer.add_customer("Kept")
    peer.settle()
    kept = copy.deepcopy(office.__dict__)
    for n in range(3):
        peer.add_customer(f"Lost {n}")
    peer.settle()
    office.__dict__.update(kept)
    peer.add_customer("New")
    peer.settle()
    other = new_peer("d2")
    other.settle()
    assert len(office.rows) == 5
    assert all(times == 1 for times in office.effects.values())
    assert other.rows("customer") == peer.rows("customer")
    assert peer.waiting() == 0


def test_rows_that_a_restored_head_office_has_differently_are_taken_as_it_has_them(
    peer, office, new_peer
):
    import copy

    customer = peer.add_customer("First")
    peer.settle()
    other = new_peer("d2")
    other.settle()
    kept = copy.deepcopy(office.__dict__)
    other.edit(customers.customer, customer, name="Second")
    other.settle()
    peer.settle()
    other_gone = other.value("SELECT id FROM pc")
    assert other_gone
    office.__dict__.update(kept)
    peer.settle()
    assert peer.rows("customer")[customer.hex()]["name"] == "First"
