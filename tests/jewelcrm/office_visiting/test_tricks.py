"""Ways to reach another branch's customer through records that name her."""

import pytest

from db.types import new_id
from tests.jewelcrm.office.chain import a_customer, a_phone, an_order


@pytest.fixture
def stub(chain, south, north, here):
    """A customer of the north who has an order in the south: the south has her initials."""
    key = new_id()
    south.send(a_customer(south, key), a_phone(south, key), an_order(south, key, new_id()))
    here.move(key, chain.north)
    (her,) = south.held()["customer"]
    assert her.kind == "S"
    return key


def test_nobody_is_merged_with_somebody_of_whom_the_pc_has_a_stub(chain, south, stub):
    """Who is merged with somebody is erased with her."""
    own, other = new_id(), new_id()
    south.send(a_customer(south, own), a_customer(south, other))
    told = south.send(south.update("customer", own, 1, merged_into=stub.hex()), actor=chain.admin)
    assert (told.st, told.why) == ("quarantined", "gone")
    told = south.send(south.update("customer", own, 1, merged_into=other.hex()), actor=chain.admin)
    assert told.st == "ok"


def test_a_new_customer_is_not_begun_as_merged_with_a_stub(chain, south, stub):
    told = south.send(a_customer(south, new_id(), merged_into=stub.hex()), actor=chain.admin)
    assert (told.st, told.why) == ("quarantined", "gone")


@pytest.mark.parametrize("table", ["contact_point", "note", "relation"])
def test_a_part_of_ones_own_customer_is_not_carried_over_to_a_stub(chain, south, stub, table):
    own, part = new_id(), new_id()
    values = {
        "contact_point": {"kind": "phone", "value": "9", "normal": "+8529", "preferred": 0},
        "note": {"channel": "note", "body": "x"},
        "relation": {"kind": "friend", "other_id": stub.hex()},
    }[table]
    south.send(a_customer(south, own))
    assert south.send(south.insert(table, part, customer_id=own, **values)).st == "ok"
    told = south.send(south.update(table, part, 1, customer_id=stub.hex()), actor=chain.admin)
    assert told.st == "quarantined"


def test_relating_a_stub_to_ones_own_customer_shows_nothing_of_her(south, stub):
    own = new_id()
    tie = south.insert("relation", new_id(), customer_id=own, other_id=stub, kind="friend")
    assert south.send(a_customer(south, own), tie).st == "ok"
    (her,) = [item for item in south.held()["customer"] if item.id == stub.hex()]
    assert her.kind == "S"
    assert "contact_point" not in south.held()


def test_a_household_of_another_branch_is_not_joined(chain, south, north):
    home, own = new_id(), new_id()
    north.send(north.insert("household", home, name="Chan of North Street"))
    told = south.send(a_customer(south, own, household_id=home), actor=chain.admin)
    assert (told.st, told.why) == ("quarantined", "gone")


def test_an_order_that_is_given_to_a_stub_shows_nothing_of_her(south, stub):
    order, own = new_id(), new_id()
    south.send(a_customer(south, own), an_order(south, own, order))
    south.send(south.update("sales_order", order, 1, customer_id=stub.hex()))
    (her,) = [item for item in south.held()["customer"] if item.id == stub.hex()]
    assert her.kind == "S"
    assert set(her.img) <= {"branch_id", "number", "tier", "name", "created_at", "updated_at"}
