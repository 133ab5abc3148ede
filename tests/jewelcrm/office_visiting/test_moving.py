"""A customer's home becomes another branch; a branch is shared with."""

from db.types import new_id
from tests.jewelcrm.office.chain import a_customer, a_payment, a_phone, an_order
from tests.jewelcrm.office_visiting.conftest import Desk, audited, notices, refused


def tables_held(pc, scope=None):
    return {table: len(items) for table, items in pc.held(scope).items() if table != "notice"}


def test_she_goes_with_everything_known_about_her(chain, home, north, south, customer):
    home.move(customer, chain.south)
    assert tables_held(south) == {"customer": 1, "contact_point": 2}
    assert tables_held(north) == {}
    (row,) = chain.rows("customer")
    assert (row["branch_id"], row["rev"]) == (chain.south, 2)


def test_the_old_branch_keeps_its_orders_and_a_stub(chain, home, north, south, customer):
    order = new_id()
    north.send(an_order(north, customer, order), a_payment(north, order, customer_id=customer))
    home.move(customer, chain.south)
    held = north.held()
    assert [(i.kind, i.img["name"]) for i in held["customer"]] == [("S", "C. T. M.")]
    assert (len(held["sales_order"]), len(held["payment"])) == (1, 1)
    assert len(south.held()["sales_order"]) == 1


def test_open_follow_ups_go_along_unless_they_hang_on_an_order(chain, home, north, customer):
    order = new_id()
    task = {"customer_id": customer, "title": "Call", "due_on": "2026-03-09", "state": "open"}
    north.send(
        an_order(north, customer, order),
        north.insert("followup", **task),
        north.insert("followup", **task, order_id=order),
        north.insert("followup", **(task | {"state": "done"})),
    )
    home.move(customer, chain.south)
    where = [(row["branch_id"], row["order_id"], row["state"]) for row in chain.rows("followup")]
    assert sorted(where, key=str) == sorted(
        [(chain.south, None, "open"), (chain.north, order, "open"), (chain.north, None, "done")],
        key=str,
    )


def test_an_edit_under_way_from_the_old_branch_is_put_aside_at_the_new_one(
    chain, home, north, south, customer
):
    edit = north.update("customer", customer, 1, tier="platinum")
    home.move(customer, chain.south)
    answer = north.send(edit)
    assert (answer.st, answer.why) == ("quarantined", "gone")
    (row,) = chain.rows("quarantine")
    assert (row["branch_id"], row["customer_id"]) == (chain.south, customer)


def test_a_pc_of_the_old_branch_is_told_that_she_went(chain, home, north, customer):
    before = north.pull().feeds[0].cursor
    home.move(customer, chain.south)
    kinds = {(i.t, i.kind) for i in north.pull(cur=before).feeds[0].items}
    assert kinds == {("customer", "R"), ("contact_point", "R"), ("notice", "P")}


def test_both_branches_are_told(chain, home, customer):
    home.move(customer, chain.south)
    told = {"who": "manager", "from": "HK01", "to": "HK02", "reason": "she lives there now"}
    assert notices(chain, chain.north, "moved") == [told]
    assert notices(chain, chain.south, "moved") == [told]
    assert audited(chain, "customers.move") == [("done", None)]


def test_only_managers_move_and_only_whom_they_have_before_them(chain, home, here, customer):
    assert refused(home.move, customer, chain.south, actor=chain.sales) == "denied"
    assert refused(here.move, customer, chain.south) == "not_found"
    assert refused(home.move, new_id(), chain.south) == "not_found"
    assert refused(home.move, customer, new_id()) == "not_found"
    assert refused(home.move, customer, chain.south, reason=" ") == "bad_request"


def test_the_new_branch_may_fetch_whom_it_has_open(chain, here, south, customer):
    here.opened(customer)
    here.move(customer, chain.south)
    assert tables_held(south) == {"customer": 1, "contact_point": 2}


def test_a_third_branch_may_not(chain, here, south, north, customer):
    third = chain.pc(new_id(), "C")
    desk = Desk(chain, third)
    desk.opened(customer)
    assert refused(desk.move, customer, chain.south) == "denied"
    desk.move(customer, chain.south, actor=chain.admin)


def test_moving_to_where_she_lives_changes_nothing(chain, home, customer):
    home.move(customer, chain.north)
    assert chain.rows("customer")[0]["rev"] == 1
    assert chain.rows("notice") == []


def test_open_clashes_go_to_the_new_home(chain, home, north, south, customer):
    other = chain.pc(chain.north, "D")
    north.send(north.update("customer", customer, 1, name="Chan Tai Ming"))
    other.send(other.update("customer", customer, 1, name="Chan Dai Man"))
    home.move(customer, chain.south)
    (row,) = chain.rows("conflict")
    assert row["branch_id"] == chain.south
    assert "conflict" in south.held()
    assert "conflict" not in north.held()


def test_a_branch_she_is_shared_with_sees_her_and_may_change_her(chain, home, south, customer):
    home.share(customer, chain.south)
    assert tables_held(south) == {"customer": 1, "contact_point": 2, "customer_share": 1}
    assert south.send(south.update("customer", customer, 1, tier="vip")).st == "ok"
    assert notices(chain, chain.south, "shared")[0]["from"] == "HK01"


def test_sharing_ends(chain, home, north, south, customer):
    home.share(customer, chain.south)
    home.share(customer, chain.south)
    assert len(chain.rows("customer_share")) == 1
    home.share(customer, chain.south, stop=True)
    assert tables_held(south) == {}
    assert len(notices(chain, chain.south, "unshared")) == 1
    assert north.held()["customer_share"][0].img["archived_at"]


def test_only_the_home_branchs_manager_shares(chain, home, here, customer):
    here.opened(customer)
    assert refused(here.share, customer, chain.south) == "denied"
    assert refused(home.share, customer, chain.south, actor=chain.sales) == "denied"
    assert refused(home.share, customer, chain.north) == "bad_request"


def test_moving_to_a_branch_she_was_shared_with_ends_the_sharing(chain, home, here, customer):
    home.share(customer, chain.south)
    home.move(customer, chain.south)
    here.move(customer, chain.north)
    assert tables_held(here.pc) == {}
    assert len(tables_held(home.pc)) == 3


def test_what_is_added_after_a_move_is_at_the_new_home(chain, home, south, north, customer):
    home.move(customer, chain.south)
    south.send(a_phone(south, customer, normal="+85260001111"), a_customer(south))
    assert tables_held(north) == {}
    assert tables_held(south) == {"customer": 2, "contact_point": 3}
