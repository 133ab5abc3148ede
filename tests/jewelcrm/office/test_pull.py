"""What a PC reads: pages of one moment, listings after a long absence, drops, masks."""

from __future__ import annotations

import pytest

from db import digest
from db.office import tables
from db.office.kinds import Mark
from db.types import new_id
from jewelcrm.office import skew
from jewelcrm.office.refusals import Refusal
from jewelcrm.wire.messages import BucketsAsk, Cursor, PullAsk
from tests.jewelcrm.office.chain import a_customer, a_phone, an_order
from tests.jewelcrm.office.visits import a_lease


def test_a_row_that_changed_often_is_sent_once_as_it_is_now(north):
    key = new_id()
    north.send(a_customer(north, key))
    for rev in range(1, 6):
        north.send(north.update("customer", key, rev, tier=f"t{rev}"))
    (feed,) = north.pull().feeds
    assert [(i.rev, i.img["tier"]) for i in feed.items] == [(6, "t5")]
    assert (feed.cursor, feed.count, feed.more) == (6, 1, False)


def test_pages_come_in_order_and_the_sum_with_the_last(north):
    for _ in range(5):
        north.send(a_customer(north))
    first = north.pull(limit=3).feeds[0]
    second = north.pull(limit=3, cur=first.cursor).feeds[0]
    assert ([i.seq for i in first.items], first.more, first.sum) == ([1, 2, 3], True, None)
    assert ([i.seq for i in second.items], second.more, second.count) == ([4, 5], False, 5)


def test_one_answer_holds_no_more_rows_than_asked_for_over_all_scopes(north):
    for _ in range(3):
        north.send(a_customer(north))
    feeds = north.pull("G:staff", north.scope, limit=6).feeds
    assert [len(feed.items) for feed in feeds] == [5, 1]
    assert [feed.more for feed in feeds] == [False, True]
    feeds = north.pull("G:staff", north.scope, limit=5).feeds
    assert [feed.more for feed in feeds] == [False, True]


def test_a_scope_that_is_not_the_pcs_is_dropped(chain, north, south):
    south.send(a_customer(south))
    (feed,) = north.pull(south.scope).feeds
    assert (feed.drop, feed.items, feed.count) == (True, [], None)


def test_a_stub_is_told_from_a_whole_row_by_the_sum_of_whoever_knows_the_difference(chain, north):
    whole = new_id()
    stub = next(one for one in iter(new_id, None) if digest.bucket(one) != digest.bucket(whole))
    north.send(a_customer(north, whole), a_customer(north, stub))
    old = digest.KINDS_SINCE - 1
    before = [north.pull(schema=schema).feeds[0].sum for schema in (old, skew.SCHEMA)]
    with chain.store.write() as work:
        work.mark([Mark(north.scope, "customer", stub, "S", 1)], chain.clock.ms)
    after = [north.pull(schema=schema).feeds[0].sum for schema in (old, skew.SCHEMA)]
    assert before[0] == before[1] == after[0] != after[1]
    rows = [("customer", whole, 1, "P"), ("customer", stub, 1, "S")]
    assert after[1] == digest.as_text(digest.total(rows))
    for schema, kinds in ((old, "PP"), (skew.SCHEMA, "PS")):
        answer = chain.office.buckets(north.id, BucketsAsk(north.scope, schema))
        for (table, row_id, rev, _), kind in zip(rows, kinds, strict=True):
            wanted = digest.total([(table, row_id, rev, kind)])
            assert answer.sums[digest.bucket(row_id)] == digest.as_text(wanted)


def test_the_answers_say_which_release_head_office_is_of(chain, north):
    assert north.pull().schema == skew.SCHEMA
    assert chain.office.buckets(north.id, BucketsAsk(north.scope)).schema == skew.SCHEMA


def test_the_answer_names_every_scope_and_the_days_left(chain, north):
    answer = north.pull()
    assert answer.grants == sorted(["G:catalogue", "G:staff", north.scope])
    assert answer.lease_until == chain.clock.ms + 14 * 86_400_000


def test_a_pc_behind_the_floor_gets_the_whole_scope_listed_page_by_page(chain, north):
    keys = [new_id() for _ in range(5)]
    for key in keys:
        north.send(a_customer(north, key))
    _remove(chain, north.scope, keys[0])
    first = north.pull(limit=3, cur=1).feeds[0]
    second = _next(north, first, limit=3)
    assert (first.reset, second.reset) == (True, False)
    assert (first.listing, second.listing) == (6, None)
    assert [i.id for f in (first, second) for i in f.items] == [k.hex() for k in keys[1:]]
    assert second.count == 4


def test_a_cursor_from_before_head_office_was_put_back_is_listed_anew(north):
    north.send(a_customer(north))
    (feed,) = north.pull(cur=99).feeds
    assert (feed.reset, len(feed.items), feed.cursor) == (True, 1, 1)


def test_under_a_lease_contacts_are_covered(chain, north, south):
    key = new_id()
    north.send(a_customer(north, key, address="1 Nathan Road"), a_phone(north, key))
    scope = a_lease(chain, south, key, mask="contact")
    (feed,) = south.pull(scope).feeds
    images = {i.t: i.img for i in feed.items}
    assert "address" not in images["customer"]
    assert (images["contact_point"]["value"], images["contact_point"]["normal"]) == ("•••", "•••")
    assert feed.mask == ["contact"]
    assert feed.until is not None


def test_a_lease_that_has_ended_is_dropped(chain, north, south):
    key = new_id()
    north.send(a_customer(north, key))
    scope = a_lease(chain, south, key)
    chain.clock.move(2 * 86_400_000)
    (feed,) = south.pull(scope).feeds
    assert feed.drop
    assert scope not in south.pull().grants


def test_a_program_too_old_to_read_is_told_so_but_may_push(chain, north):
    with pytest.raises(Refusal) as refused:
        chain.office.pull(north.id, PullAsk(1, 1, 1, [Cursor(north.scope, 0)]))
    assert refused.value.code == "update"
    assert north.push(north.tx(a_customer(north)), schema=1).res[0].st == "ok"


def test_an_older_program_is_not_sent_tables_it_does_not_know(chain, north, monkeypatch):
    monkeypatch.setattr(skew, "SERVED", skew.SCHEMA - 1)
    key = new_id()
    north.send(a_customer(north, key))
    other = chain.pc(chain.north, "B")
    north.send(north.update("customer", key, 1, name="A"))
    other.send(other.update("customer", key, 1, name="B"))
    new = chain.office.pull(north.id, PullAsk(skew.SCHEMA, 1, 1, [Cursor(north.scope, 0)])).feeds[0]
    old = chain.office.pull(north.id, PullAsk(1, 1, 1, [Cursor(north.scope, 0)])).feeds[0]
    assert {i.t for i in new.items} == {"customer", "conflict"}
    assert {i.t for i in old.items} == {"customer"}


def test_a_table_is_sent_again_for_a_program_that_has_learnt_of_it(north):
    keys = sorted(new_id() for _ in range(5))
    for key in keys:
        north.send(a_customer(north, key))
    wish, got = ["customer.alert"], []
    for _ in range(3):
        answer = north.pull(cur=5, limit=2, backfill=wish)
        got += [i.id for feed in answer.feeds for i in feed.items]
        wish = answer.backfill
    assert (got, wish) == ([key.hex() for key in keys], [])


def test_a_revoked_pc_gets_nothing(chain, north):
    with chain.store.write() as work:
        work.conn.execute(tables.device.update().values(state="revoked"))
    for ask in (north.pull, north.push):
        with pytest.raises(Refusal) as refused:
            ask()
        assert refused.value.code == "revoked"


def test_an_order_changes_what_everybody_sees_of_it(chain, north):
    other, order = chain.pc(chain.north, "B"), new_id()
    north.send(an_order(north, None, order))
    north.send(north.update("sales_order", order, 1, stage="in_work", stage_since=chain.clock.ms))
    (item,) = other.held()["sales_order"]
    assert item.img["stage"] == "in_work"


def _remove(chain, scope, key):
    """A row leaves the scope, and that is forgotten."""
    from db.office.store import Mark

    with chain.store.write() as work:
        work.mark([Mark(scope, "customer", key, "R", 1)], chain.clock.ms)
        work.collect(scope, chain.clock.ms + 1)


def _next(pc, feed, limit):
    ask = PullAsk(skew.SCHEMA, 1, 1, [Cursor(feed.s, feed.cursor, feed.listing)], limit)
    return pc.chain.office.pull(pc.id, ask).feeds[0]
