"""Pushes that are more than plain changes: clocks, people, moves, erasures, stores that join."""

from __future__ import annotations

import json

import pytest

from db.errors import Refused
from db.office import tables
from db.office.store import Mark
from db.types import new_id
from jewelcrm.office.refusals import Refusal
from jewelcrm.wire.messages import PushAsk
from tests.jewelcrm.office.chain import (
    MINUTE,
    a_customer,
    a_line,
    a_payment,
    a_phone,
    an_order,
)
from tests.jewelcrm.office.proving import push, whys
from tests.jewelcrm.office.visits import a_lease, move

YEARS = 10 * 365 * 86_400_000


def test_a_clock_ten_years_ahead_wins_nothing_and_is_told_once_a_day(chain, north):
    other, key = chain.pc(chain.north, "B"), new_id()
    north.send(a_customer(north, key))
    north.send(north.update("customer", key, 1, tier="fast"), ahead=YEARS)
    chain.clock.move(MINUTE)
    other.send(other.update("customer", key, 1, tier="later"))
    row = chain.rows("customer")[0]
    assert row["tier"] == "later"
    assert row["updated_at"] <= chain.clock.ms
    assert [notice["kind"] for notice in chain.rows("notice")] == ["clock"]
    north.send(a_customer(north), ahead=YEARS)
    assert len(chain.rows("notice")) == 1


@pytest.mark.parametrize(("minutes", "told"), [(9, []), (11, [{"ahead_s": -660}])])
def test_a_clock_that_is_slow_is_told_once_a_day(chain, north, minutes, told):
    for _ in range(2):
        assert whys(push(north, north.tx(a_customer(north)), behind=minutes * MINUTE)) == [None]
    assert [json.loads(notice["params"]) for notice in chain.rows("notice")] == told


def test_a_clock_that_was_put_right_is_not_told_any_more(chain, north):
    north.send(a_customer(north), hlc=(chain.clock.ms + YEARS) << 16)
    assert not chain.rows("notice")


@pytest.mark.parametrize(
    ("shown", "state", "lost"), [("silver", "merged", ['"platinum"']), ("platinum", "ok", [])]
)
def test_what_stood_under_ones_own_waiting_word_was_not_seen(chain, north, shown, state, lost):
    other, key = chain.pc(chain.north, "B"), new_id()
    north.send(a_customer(north, key))
    north.send(north.update("customer", key, 1, tier="silver"))  # its answer is lost
    chain.clock.move(MINUTE)
    other.send(other.update("customer", key, 2, tier="platinum"))
    chain.clock.move(MINUTE)
    later = north.update("customer", key, 3, tier="pearl")
    later.old = {"tier": shown}
    assert north.send(later).st == state
    assert chain.rows("customer")[0]["tier"] == "pearl"
    assert [row["lost"] for row in chain.rows("conflict")] == lost


def test_head_offices_clock_is_not_dragged_along(chain, north):
    answer = north.push(north.tx(a_customer(north), ahead=YEARS))
    assert answer.hlc >> 16 == chain.clock.ms
    assert north.pull().hlc >> 16 == chain.clock.ms


def test_a_transaction_older_than_memory_is_put_aside(chain, north):
    chain.clock.move(401 * 86_400_000)
    answer = north.send(a_customer(north), ahead=-401 * 86_400_000, hlc=1)
    assert (answer.st, answer.why) == ("quarantined", "too_old")


def test_people_nobody_knows_and_roles_that_may_not_are_put_aside(chain, north):
    key = new_id()
    north.send(a_customer(north, key))
    assert north.send(a_customer(north), actor=new_id()).why == "no_person"
    archived = north.update("customer", key, 1, archived_at=chain.clock.ms)
    assert north.send(archived, actor=chain.sales).why == "not_allowed"
    with chain.store.write() as work:
        log = work.conn.execute(tables.audit_log.select()).all()
        assert work.audit_break() is None
    assert [(row.action, row.reason, row.outcome) for row in log] == [
        ("sync.put_aside", "no_person", "denied"),
        ("sync.put_aside", "not_allowed", "denied"),
    ]


def test_a_customer_who_moved_away_is_answered_as_gone_and_put_aside_at_her_new_home(
    chain, north, south
):
    key = new_id()
    north.send(a_customer(north, key), a_phone(north, key))
    move(chain, key, chain.south)
    answer = north.send(north.update("customer", key, 1, tier="late"))
    (aside,) = chain.rows("quarantine")
    assert (answer.st, answer.why, answer.rows[0].kind) == ("quarantined", "gone", "R")
    assert (aside["branch_id"], aside["customer_id"]) == (chain.south, key)
    assert {i.t for i in south.pull().feeds[0].items} == {"customer", "contact_point", "quarantine"}
    assert [i.kind for i in north.pull().feeds[0].items] == ["R", "R"]


def test_money_taken_for_a_customer_who_moved_away_meanwhile_is_kept(chain, north, south):
    key, order = new_id(), new_id()
    north.send(a_customer(north, key))
    move(chain, key, chain.south)
    answer = north.send(
        an_order(north, key, order),
        a_line(north, order),
        a_payment(north, order, customer_id=key),
    )
    assert answer.st == "ok"
    assert {i.t: i.kind for i in north.pull().feeds[0].items} == {
        "customer": "S",
        "sales_order": "P",
        "order_line": "P",
        "payment": "P",
    }
    assert set(south.held()) == {"customer", "sales_order", "order_line", "payment"}


def test_late_news_about_an_erased_person_is_answered_erased_and_kept_nowhere(chain, north):
    key, phone, order = new_id(), new_id(), new_id()
    north.send(a_customer(north, key), a_phone(north, key, phone))
    _erase(chain, key, phone)
    answer = north.send(
        north.update("customer", key, 1, name="Again"),
        a_phone(north, key),
        an_order(north, key, order),
    )
    assert (answer.st, [row.kind for row in answer.rows]) == ("erased", ["E", "E", "P"])
    assert chain.rows("customer") == chain.rows("contact_point") == []
    assert chain.rows("sales_order")[0]["customer_id"] is None
    assert chain.rows("quarantine") == []
    kinds = {(i.t, i.kind, i.img is None) for i in north.pull().feeds[0].items}
    assert kinds == {
        ("customer", "E", True),
        ("contact_point", "E", True),
        ("sales_order", "P", False),
    }


def test_a_store_that_joins_brings_people_and_catalogue_until_it_has_no_more_to_send(chain):
    branch, boss = new_id(), new_id()
    pc = chain.pc(branch, bringing=True)
    pc.actor = boss
    first = pc.send(
        pc.insert("branch", branch, code="HK09", name="x", currency="HKD", time_zone="UTC"),
        pc.insert("staff", boss, login="boss", name="x", role="administrator", active=1),
        ahead=-401 * 86_400_000,
        hlc=5,
    )
    assert first.st == "ok"
    product = {"sku": "1", "name": "A", "currency": "HKD", "active": 1}
    assert pc.send(pc.insert("product", **product)).st == "ok"
    pc.pull()
    assert pc.send(pc.insert("product", **product)).st == "ok"
    pc.pull()
    pc.pull()
    assert pc.send(pc.insert("staff", login="y", name="y", role="sales", active=1)).why == (
        "office_only"
    )


def test_a_change_under_a_lease_is_merged_but_not_of_what_is_covered(chain, north, south):
    key = new_id()
    north.send(a_customer(north, key, address="1 Nathan Road"))
    scope = a_lease(chain, south, key, mask="contact")
    kept = south.send(south.update("customer", key, 1, tier="vip"))
    assert (kept.st, kept.rows[0].scopes, "address" in kept.rows[0].img) == ("ok", [scope], False)
    assert south.send(south.update("customer", key, 2, address="x")).why == "not_yours"
    (item,) = north.held()["customer"]
    assert (item.img["tier"], item.img["address"]) == ("vip", "1 Nathan Road")


def test_both_branches_see_whose_value_lost(chain, north, south):
    key = new_id()
    north.send(a_customer(north, key))
    a_lease(chain, south, key)
    north.send(north.update("customer", key, 1, name="North"))
    chain.clock.move(1000)
    answer = south.send(south.update("customer", key, 1, name="South"))
    assert (answer.st, answer.conf[0].kept) == ("merged", "yours")
    north.send(north.update("customer", key, 1, name="North again"), ahead=-500)
    kinds = [[i.img["why"] for i in pc.held()["conflict"]] for pc in (north, south)]
    assert kinds == [["overwrote", "lost"], ["overwrote", "lost"]]


def test_a_consent_that_did_not_know_of_a_refusal_is_followed_by_the_refusal(chain, north):
    other, key = chain.pc(chain.north, "B"), new_id()
    north.send(a_customer(north, key))
    asked = {
        "customer_id": key,
        "purpose": "own_dm",
        "channel": "all",
        "subject_class": "all",
        "source": "form",
        "notice_version": "1",
        "notice_language": "en",
        "obtained_at": chain.clock.ms,
    }
    early = other.tx(other.insert("consent", **asked, state="consented"))
    chain.clock.move(MINUTE)
    north.send(north.insert("consent", **asked, state="refused"))
    assert other.push(early).res[0].st == "merged"
    latest = max(chain.rows("consent"), key=lambda row: row["obtained_at"])
    assert (len(chain.rows("consent")), latest["state"]) == (3, "refused")
    assert chain.rows("conflict")[0]["why"] == "strictest"


def test_money_taken_twice_is_kept_and_the_branch_is_told(chain, north):
    order = new_id()
    north.send(an_order(north, None, order), a_line(north, order, 100_00))
    north.send(a_payment(north, order, 60_00))
    north.send(a_payment(north, order, 60_00))
    assert len(chain.rows("payment")) == 2
    assert [row["kind"] for row in chain.rows("notice")] == ["twice", "overpaid"]


def test_an_order_that_goes_over_to_another_customer_takes_its_places_along(chain, north, south):
    mine, theirs, order = new_id(), new_id(), new_id()
    north.send(a_customer(north, mine))
    south.send(a_customer(south, theirs))
    a_lease(chain, north, theirs)
    north.send(an_order(north, mine, order), a_line(north, order))
    answer = north.send(north.update("sales_order", order, 1, customer_id=theirs))
    assert answer.st == "ok"
    assert set(south.held()) == {"customer", "sales_order", "order_line"}
    kinds = {i.id: i.kind for i in north.held()["customer"]}
    assert kinds == {mine.hex(): "P", theirs.hex(): "S"}


def test_what_left_the_pc_with_a_later_transaction_of_its_push_is_not_shown_to_it(
    chain, north, south
):
    mine, theirs, order = new_id(), new_id(), new_id()
    north.send(a_customer(north, mine))
    south.send(a_customer(south, theirs))
    a_lease(chain, north, theirs)
    north.send(an_order(north, theirs, order))
    chain.clock.move(2 * 86_400_000)  # the lease has ended: only the order shows who she is
    refused, moved = north.push(
        north.tx(north.update("customer", theirs, 1, tier="vip")),
        north.tx(north.update("sales_order", order, 1, customer_id=mine)),
    ).res
    assert (refused.st, moved.st) == ("quarantined", "ok")
    assert [(row.kind, row.img) for row in refused.rows] == [("R", None)]


def test_what_the_database_refuses_is_put_aside_alone(chain, north, monkeypatch):
    bad = new_id().hex()
    original = type(chain.store).run

    def run(store, act, scopes=None, **how):
        def spoiled(work):
            answer, push = act(work)
            if any(r.rows and r.rows[0].id == bad and r.st == "ok" for r in answer.res):
                raise Refused("no")
            return answer, push

        return original(store, spoiled, scopes, **how)

    monkeypatch.setattr(type(chain.store), "run", run)
    first, second = north.tx(a_customer(north)), north.tx(a_customer(north, bytes.fromhex(bad)))
    answer = north.push(first, second, north.tx(a_customer(north)))
    assert [(r.st, r.why) for r in answer.res] == [
        ("ok", None),
        ("quarantined", "invalid"),
        ("ok", None),
    ]


def test_too_many_transactions_at_once_are_refused(chain, north):
    txs = [north.tx() for _ in range(501)]
    with pytest.raises(Refusal) as refused:
        chain.office.push(north.id, PushAsk(2, 1, 1, 0, txs))
    assert refused.value.code == "too_big"


def _erase(chain, customer, phone):
    """The person is erased, as far as a push can see."""
    with chain.store.write() as work:
        keys = [("customer", customer), ("contact_point", phone)]
        marks = [Mark(s, *key, "E", 0) for key, found in work.ever(keys).items() for s in found]
        for table, row_id in reversed(keys):
            work.drop_rows(table, [row_id])
        work.conn.execute(
            tables.erasure.insert(),
            [
                {"row_id": key[1], "tbl": key[0], "customer_id": customer, "at": chain.clock.now()}
                for key in keys
            ],
        )
        work.mark(marks, chain.clock.ms)
