"""A new PC's first copy, and what puts a wrong one right."""

from __future__ import annotations

import hashlib

import msgspec
import pytest

from db.digest import as_text, bucket, total
from db.types import new_id
from jewelcrm.office import skew
from jewelcrm.office.collecting import collect
from jewelcrm.office.refusals import Refusal
from jewelcrm.wire.messages import BucketsAsk, FetchAsk, ListingAsk, SnapshotAsk
from tests.jewelcrm.office.chain import a_customer, a_line, a_payment, a_phone, an_order
from tests.jewelcrm.office.visits import move


def _copy(pc, stage, limit=3):
    office, chunks, after, at = pc.chain.office, [], None, None
    while True:
        ask = SnapshotAsk(skew.SCHEMA, pc.scope, stage, at, after, limit)
        chunks.append(office.snapshot(pc.id, ask))
        after, at = chunks[-1].after, chunks[-1].at
        if after is None:
            return chunks


def _a_shop(pc):
    ids = {"open": new_id(), "done": new_id(), "other": new_id(), "order": new_id()}
    ids["old"] = new_id()
    pc.send(*(a_customer(pc, ids[name]) for name in ("open", "done", "other")))
    pc.send(a_phone(pc, ids["open"]), a_phone(pc, ids["other"]))
    pc.send(
        an_order(pc, ids["open"], ids["order"]),
        a_line(pc, ids["order"]),
        a_payment(pc, ids["order"]),
        an_order(pc, ids["done"], ids["old"], stage="collected"),
    )
    return ids


def test_a_first_copy_comes_in_chunks_and_is_whole(north):
    _a_shop(north)
    chunks = _copy(north, "rest")
    items = [item for chunk in chunks for item in chunk.items]
    head = north.pull(cur=chunks[0].at).feeds[0]
    assert len(items) == len({(i.t, i.id) for i in items}) == chunks[0].total == head.count
    assert as_text(total((i.t, bytes.fromhex(i.id), i.rev, i.kind) for i in items)) == head.sum
    assert all(len(chunk.items) <= 3 for chunk in chunks)


def test_a_chunk_can_be_asked_for_again_and_proves_itself(north):
    _a_shop(north)
    first = _copy(north, "rest")[0]
    again = north.chain.office.snapshot(
        north.id, SnapshotAsk(skew.SCHEMA, north.scope, "rest", first.at, None, 3)
    )
    assert first == again
    assert hashlib.sha256(msgspec.json.encode(first.items)).hexdigest() == first.sha256


def test_what_changes_while_it_is_copied_is_left_to_the_pull(north):
    ids = _a_shop(north)
    office = north.chain.office
    first = office.snapshot(north.id, SnapshotAsk(skew.SCHEMA, north.scope, "rest", None, None, 1))
    north.send(north.update("customer", ids["other"], 1, tier="vip"))
    rest = office.snapshot(
        north.id, SnapshotAsk(skew.SCHEMA, north.scope, "rest", first.at, first.after)
    )
    copied = {i.id for chunk in (first, rest) for i in chunk.items}
    assert ids["other"].hex() not in copied
    assert [i.id for i in north.pull(cur=first.at).feeds[0].items] == [ids["other"].hex()]


def test_open_orders_come_first_with_all_that_belongs_to_them(north):
    ids = _a_shop(north)
    items = [item for chunk in _copy(north, "open", limit=2) for item in chunk.items]
    assert [i.t for i in items] == [
        "customer",
        "contact_point",
        "sales_order",
        "order_line",
        "payment",
    ]
    assert {items[0].id, items[2].id} == {ids["open"].hex(), ids["order"].hex()}


def test_buckets_lead_to_the_rows_and_the_rows_can_be_fetched(chain, north):
    ids = _a_shop(north)
    office = chain.office
    found = office.buckets(north.id, BucketsAsk(north.scope))
    assert (len(found.sums), sum(found.counts)) == (256, north.pull().feeds[0].count)
    which = bucket(ids["open"])
    listed = office.listing(north.id, ListingAsk(north.scope, [which])).rows
    assert ("customer", ids["open"].hex(), 1) in listed
    assert as_text(total((t, bytes.fromhex(i), r, "P") for t, i, r in listed)) == found.sums[which]
    wanted = [("customer", ids["open"].hex()), ("customer", new_id().hex()), ("nothing", "0" * 32)]
    fetched = office.fetch(north.id, FetchAsk(skew.SCHEMA, north.scope, wanted))
    assert [(i.id, i.rev, i.img["name"]) for i in fetched.items] == [
        (ids["open"].hex(), 1, "Chan Tai Man")
    ]


def test_another_branchs_scope_is_refused_in_every_way(chain, north, south):
    office = chain.office
    for ask in (
        lambda: office.snapshot(north.id, SnapshotAsk(skew.SCHEMA, south.scope)),
        lambda: office.buckets(north.id, BucketsAsk(south.scope)),
        lambda: office.listing(north.id, ListingAsk(south.scope, [1])),
        lambda: office.fetch(north.id, FetchAsk(skew.SCHEMA, south.scope, [])),
    ):
        with pytest.raises(Refusal) as refused:
            ask()
        assert refused.value.code == "denied"


def test_a_row_of_another_branch_cannot_be_fetched_through_ones_own_scope(chain, north, south):
    key = new_id()
    south.send(a_customer(south, key))
    wanted = [("customer", key.hex())]
    assert chain.office.fetch(north.id, FetchAsk(skew.SCHEMA, north.scope, wanted)).items == []


def test_removals_are_forgotten_after_ninety_days_and_long_absence_is_listed_anew(
    chain, north, south
):
    key = new_id()
    north.send(a_customer(north, key))
    north.send(a_customer(north))
    move(chain, key, chain.south)
    collect(chain.store, chain.clock.ms + 89 * 86_400_000)
    assert [i.kind for i in north.pull(cur=1).feeds[0].items] == ["P", "R"]
    collect(chain.store, chain.clock.ms + 91 * 86_400_000)
    (feed,) = north.pull(cur=1).feeds
    assert (feed.reset, [i.kind for i in feed.items]) == (True, ["P"])


def test_a_settled_clash_is_forgotten_after_ninety_days_and_an_open_one_is_not(chain, north):
    other, key, phone = chain.pc(chain.north, "B"), new_id(), new_id()
    north.send(a_customer(north, key), a_phone(north, key, phone))
    north.send(
        north.update("customer", key, 1, name="A"),
        north.update("contact_point", phone, 1, label="a"),
    )
    other.send(
        other.update("customer", key, 1, name="B"),
        other.update("contact_point", phone, 1, label="b"),
    )
    assert [row["state"] for row in chain.rows("conflict")] == ["open", "kept"]
    collect(chain.store, chain.clock.ms + 91 * 86_400_000)
    assert [row["state"] for row in chain.rows("conflict")] == ["open"]
    assert [item.kind for item in north.pull(cur=4).feeds[0].items if item.t == "conflict"] == [
        "P",
        "R",
    ]
