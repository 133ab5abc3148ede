"""What head office makes of a push: kept once, in order, whole or put aside whole."""

from __future__ import annotations

from db.types import new_id
from jewelcrm.office import skew
from tests.jewelcrm.office.chain import a_customer, a_line, a_payment, a_phone, an_order
from tests.jewelcrm.office.visits import a_lease

DAY = 86_400_000


def test_a_new_customer_is_kept_and_answered_with_her_image_and_scope(chain, north):
    key = new_id()
    answer = north.send(a_customer(north, key), a_phone(north, key))
    assert answer.st == "ok"
    assert [(row.t, row.kind, row.rev, row.scopes) for row in answer.rows] == [
        ("customer", "P", 1, [north.scope]),
        ("contact_point", "P", 1, [north.scope]),
    ]
    assert answer.rows[0].img["name"] == "Chan Tai Man"
    assert chain.rows("customer")[0]["rev"] == 1


def test_a_repeated_push_changes_nothing_and_is_answered_alike(chain, north):
    tx = north.tx(a_customer(north))
    first = north.push(tx)
    again = north.push(tx)
    assert (first.res[0].st, again.res[0].st) == ("ok", "dup")
    assert first.res[0].rows == again.res[0].rows
    assert len(chain.rows("customer")) == 1


def test_a_gap_is_answered_with_the_number_that_is_expected(chain, north):
    north.n = 4
    answer = north.push(north.tx(a_customer(north)))
    assert (answer.expect, answer.res) == (1, [])
    assert chain.rows("customer") == []


def test_a_pc_put_back_to_an_older_state_goes_on_under_a_new_epoch_and_letter(chain, north):
    north.send(a_customer(north))
    north.n = north.acked = 0
    answer = north.push(north.tx(a_customer(north)))
    again = north.push(north.tx(a_customer(north)))
    assert (answer.epoch, answer.letter, answer.res) == (2, "B", [])
    assert (again.epoch, again.letter) == (2, "B")
    north.epoch, north.n = 2, 0
    assert north.send(a_customer(north)).st == "ok"


def test_a_pc_with_nothing_to_send_and_an_old_number_was_put_back(north):
    north.send(a_customer(north))
    north.acked = 0
    assert north.push().epoch == 2


def test_two_who_change_different_columns_both_have_their_way(chain, north):
    other, key = chain.pc(chain.north, "B"), new_id()
    north.send(a_customer(north, key))
    north.send(north.update("customer", key, 1, tier="vip"))
    answer = other.send(other.update("customer", key, 1, district="Mong Kok"))
    row = chain.rows("customer")[0]
    assert (answer.st, row["tier"], row["district"]) == ("ok", "vip", "Mong Kok")


def test_of_two_who_change_one_column_the_later_stands_and_the_other_is_kept(chain, north):
    other, key = chain.pc(chain.north, "B"), new_id()
    north.send(a_customer(north, key))
    early = other.tx(other.update("customer", key, 1, name="Early"), actor=chain.sales)
    chain.clock.move(1000)
    north.send(north.update("customer", key, 1, name="Late"))
    answer = other.push(early).res[0]
    conflict = chain.rows("conflict")[0]
    assert (answer.st, answer.conf[0].kept, answer.rows[0].img["name"]) == (
        "merged",
        "office",
        "Late",
    )
    assert (conflict["kept"], conflict["lost"], conflict["why"]) == ('"Late"', '"Early"', "lost")
    assert (conflict["kept_by"], conflict["lost_by"]) == (chain.manager, chain.sales)
    assert (conflict["must_review"], conflict["state"]) == (1, "open")


def test_a_change_made_after_seeing_the_other_wins_whatever_its_clock_says(chain, north):
    other, key = chain.pc(chain.north, "B"), new_id()
    north.send(a_customer(north, key))
    north.send(north.update("customer", key, 1, name="First"))
    answer = other.send(other.update("customer", key, 2, name="Then"), ahead=-3_600_000)
    assert (answer.st, chain.rows("customer")[0]["name"]) == ("ok", "Then")
    assert chain.rows("conflict") == []


def test_a_transaction_is_put_aside_whole(chain, north):
    answer = north.send(
        a_customer(north), north.insert("product", sku="X", name="X", currency="HKD", active=1)
    )
    put_aside = chain.rows("quarantine")[0]
    assert (answer.st, answer.why, [r.kind for r in answer.rows]) == (
        "quarantined",
        "not_allowed",
        ["R", "R"],
    )
    assert chain.rows("customer") == []
    assert (put_aside["why"], put_aside["branch_id"], put_aside["state"]) == (
        "not_allowed",
        chain.north,
        "open",
    )
    assert "Chan Tai Man" in put_aside["ops"]


def test_an_administrator_changes_the_catalogue_of_the_whole_chain_from_any_pc(chain, north, south):
    key = new_id()
    north.actor = south.actor = chain.admin
    assert (
        north.send(north.insert("product", key, sku="R1", name="Ring", currency="HKD", active=1)).st
        == "ok"
    )
    rate = {
        "at": 1,
        "metal": "gold",
        "grade": "bar",
        "unit": "tael",
        "sell_cents": 5,
        "currency": "HKD",
    }
    assert south.send(south.insert("gold_rate", **rate)).st == "ok"
    assert south.send(south.update("product", key, 1, price_cents=128_000)).st == "ok"
    (ring,) = chain.rows("product")
    assert (ring["price_cents"], ring["branch_id"], ring["rev"]) == (128_000, chain.north, 2)
    for pc in (north, south):
        held = pc.held("G:catalogue")
        assert [item.img["sku"] for item in held["product"]] == ["R1"]
        assert len(held["gold_rate"]) == 1
    south.actor = chain.manager
    assert south.send(south.update("product", key, 2, price_cents=1)).why == "not_allowed"


def test_an_order_from_elsewhere_brings_the_customer_as_a_stub(chain, north, south):
    key, order = new_id(), new_id()
    north.send(a_customer(north, key))
    a_lease(chain, south, key)
    answer = south.send(an_order(south, key, order), a_line(south, order), a_payment(south, order))
    assert answer.st == "ok"
    assert {i.t for i in north.held()["sales_order"]} == {"sales_order"}
    open_there = south.held()["customer"][0]
    assert (open_there.kind, open_there.img["name"]) == ("S", "Chan Tai Man")
    chain.clock.move(2 * 86_400_000)
    stub = south.held()["customer"][0]
    assert (stub.kind, stub.img["name"]) == ("S", "C. T. M.")
    assert set(stub.img) == {"branch_id", "number", "tier", "name", "created_at", "updated_at"}


def told(north, *txs, schema=skew.SCHEMA):
    """Of each row of the answers: whether it is told as said, and whether it comes itself."""
    answer = north.push(*txs, schema=schema)
    return [(row.said, row.img is not None) for one in answer.res for row in one.rows]


def test_what_was_added_as_the_pc_has_it_is_not_told_again(chain, north):
    made = chain.clock.ms
    assert told(north, north.tx(a_customer(north, created_at=made))) == [(True, False)]
    assert told(north, north.tx(a_customer(north, created_at=made)), schema=7) == [(False, True)]
    key = new_id()
    twice = [a_customer(north, key, created_at=made), north.update("customer", key, 0, tier="vip")]
    assert told(north, north.tx(*twice)) == [(False, True)]
    key = new_id()
    first = north.tx(a_customer(north, key, created_at=made))
    assert told(north, first, north.tx(north.update("customer", key, 0, tier="vip"))) == [
        (False, True),
        (False, True),
    ]
    assert told(north, first) == [(False, True)]  # once more: somebody may have changed it since


def test_what_head_office_has_put_right_is_told(chain, north):
    late = chain.clock.ms + 3 * DAY
    for op, ahead in (
        (a_customer(north, created_at=chain.clock.ms), 3 * DAY),  # a clock that is ahead
        (a_customer(north, created_at=late), 0),
        (a_customer(north), 0),
    ):
        assert told(north, north.tx(op, ahead=ahead)) == [(False, True)]


def test_a_record_that_is_there_is_told_as_it_is(chain, north):
    key, made = new_id(), chain.clock.ms
    north.send(a_customer(north, key, created_at=made))
    again = north.tx(a_customer(north, key, created_at=made, name="Lee Siu Ming"))
    answer = north.push(again, schema=skew.SCHEMA)
    assert answer.res[0].rows[0].img["name"] == "Chan Tai Man"
