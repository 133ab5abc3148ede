"""Pushes that wait together share a transaction; to each PC it is as if it had come alone."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import update

from db.digest import as_text, total
from db.errors import Refused
from db.office import tables
from db.office.store import Mark
from db.types import new_id
from jewelcrm.office import companies as together
from jewelcrm.office import given, lives, pushing
from jewelcrm.office.auth import Spent
from jewelcrm.office.companies import ABREAST_OPS
from jewelcrm.office.hearing import Hearing
from jewelcrm.office.pushing import Sent
from jewelcrm.office.recording import Recording
from jewelcrm.office.refusals import Refusal
from jewelcrm.wire.messages import PushAsk, Standing
from tests.jewelcrm.office.chain import (
    SCHEMA,
    Chain,
    a_customer,
    a_line,
    a_payment,
    a_phone,
    an_order,
    carried,
)
from tests.jewelcrm.office.visits import a_lease


@pytest.fixture
def companies(monkeypatch):
    """How many pushes were in each transaction that several shared, and was kept."""
    sizes, real = [], Hearing.act_abreast

    def act_abreast(hearing, several, wait_ms):
        done = real(hearing, several, wait_ms)
        sizes.append(len(several))
        return done

    monkeypatch.setattr(Hearing, "act_abreast", act_abreast)
    return sizes


TABLES = ("customer", "contact_point", "sales_order", "order_line", "payment")


def sent(pc, *txs, once=None, **more):
    pc.req += 1
    ask = carried(PushAsk(SCHEMA, pc.epoch, pc.req, pc.acked, list(txs), **more))
    return Sent(pc.id, ask, *([once] if once else []))


def pushed(chain, *several):
    return chain.office.push_abreast(several)


def states(answer):
    return [one.st for one in answer.res]


def whole(feed):
    return feed.sum == as_text(total((i.t, bytes.fromhex(i.id), i.rev, i.kind) for i in feed.items))


def with_everything(pc):
    """A customer with a phone, an order, a piece and a payment, in two acts."""
    customer, order = new_id(), new_id()
    return (
        pc.tx(a_customer(pc, customer), a_phone(pc, customer)),
        pc.tx(an_order(pc, customer, order), a_line(pc, order), a_payment(pc, order)),
    )


def test_what_pcs_send_together_is_answered_and_kept_as_if_each_came_alone(chain, companies):
    pcs = [chain.pc(branch, letter) for branch in (chain.north, chain.south) for letter in "AB"]
    answers = pushed(chain, *(sent(pc, *with_everything(pc)) for pc in pcs))
    assert companies == [4]
    assert [answer.req for answer in answers] == [pc.req for pc in pcs]
    assert [states(answer) for answer in answers] == [["ok", "ok"]] * 4
    for pc, answer in zip(pcs, answers, strict=True):
        assert {row.img["branch_id"] for tx in answer.res for row in tx.rows} == {pc.branch.hex()}
        pc.acked = pc.n
        again = carried(chain.office.push(pc.id, sent(pc).ask))
        assert (again.res, again.expect, again.epoch) == ([], None, None)
    for pc in pcs[::2]:
        (feed,) = pc.pull(limit=5000).feeds
        assert sorted(item.t for item in feed.items) == sorted(TABLES * 2)
        assert feed.cursor == feed.count == len(feed.items)
        assert whole(feed)


def test_each_hears_which_life_of_head_office_took_it_in(chain, north, south, companies):
    with chain.store.write() as work:
        life = lives.begin(work, chain.clock.ms, by=chain.admin)
    answers = pushed(chain, *(sent(pc, pc.tx(a_customer(pc))) for pc in (north, south)))
    assert companies == [2]
    assert {answer.life for answer in answers} == {life.id}
    for pc, answer in zip((north, south), answers, strict=True):
        with chain.store.read() as work:
            assert answer.answered == given.answer(work, pc.id, 1, pc.n, life.id)


def test_who_has_seen_another_life_is_told_of_this_one_and_the_others_are_taken(
    chain, north, south, companies
):
    answers = pushed(
        chain,
        sent(north, north.tx(a_customer(north)), life="another"),
        sent(south, south.tx(a_customer(south))),
    )
    assert not companies
    assert (answers[0].res, states(answers[1])) == ([], ["ok"])


def test_answers_come_in_the_order_of_the_questions(chain, companies):
    pcs = [chain.pc(chain.north, letter) for letter in "ABCDE"]
    several = [sent(pc, pc.tx(a_customer(pc))) for pc in pcs]
    answers = pushed(chain, *several)
    assert companies == [5]
    wanted = [one.ask.tx[0].id for one in several]
    assert [answer.res[0].id for answer in answers] == wanted


def test_changes_of_the_same_record_are_merged_as_they_come(chain, companies):
    first, second = chain.pc(chain.north, "A"), chain.pc(chain.north, "B")
    customer = new_id()
    first.send(a_customer(first, customer))
    answers = pushed(
        chain,
        sent(first, first.tx(first.update("customer", customer, 1, tier="gold"))),
        sent(second, second.tx(second.update("customer", customer, 1, tier="silver"))),
    )
    assert not companies
    assert [states(answer) for answer in answers] == [["ok"], ["merged"]]
    assert [row["tbl"] for row in chain.rows("conflict")] == ["customer"]


def test_what_names_a_record_that_another_changes_does_not_go_with_it(chain, companies):
    first, second = chain.pc(chain.north, "A"), chain.pc(chain.north, "B")
    customer = new_id()
    answers = pushed(
        chain,
        sent(first, first.tx(a_customer(first, customer))),
        sent(second, second.tx(a_phone(second, customer))),
    )
    assert not companies
    assert [states(answer) for answer in answers] == [["ok"], ["ok"]]


def test_two_pushes_of_one_pc_go_one_after_the_other(chain, north, companies):
    one, other = north.tx(a_customer(north)), north.tx(a_customer(north))
    answers = pushed(chain, sent(north, one), sent(north, one, other), sent(north, other))
    assert not companies
    assert [states(answer) for answer in answers] == [["ok"], ["dup", "ok"], ["dup"]]


def test_a_pc_that_is_off_does_not_hold_up_the_others(chain, north, south):
    gone = chain.pc(chain.south, "C")
    with chain.store.write() as work:
        off = update(tables.device).where(tables.device.c.id == gone.id).values(state="revoked")
        work.conn.execute(off)
    answers = pushed(chain, *(sent(pc, pc.tx(a_customer(pc))) for pc in (north, gone, south)))
    assert [states(answers[0]), states(answers[2])] == [["ok"], ["ok"]]
    assert isinstance(answers[1], Refusal)
    assert answers[1].code == "revoked"
    assert len(chain.rows("customer")) == 2


def test_what_the_store_refuses_of_one_is_put_aside_alone(chain, north, south, monkeypatch):
    bad = new_id()
    finish = Recording.finish

    def refusing(recording, now):
        if ("customer", bad) in recording.known.changed:
            raise Refused("The store refused the change.")
        yield from finish(recording, now)

    monkeypatch.setattr(Recording, "finish", refusing)
    answers = pushed(
        chain,
        sent(north, north.tx(a_customer(north))),
        sent(south, south.tx(a_customer(south, bad))),
    )
    assert [states(answer) for answer in answers] == [["ok"], ["quarantined"]]


def test_a_fault_of_ours_with_one_is_not_the_others(chain, north, south, monkeypatch):
    keep = pushing.Push._keep

    def failing(push, *how):
        if push.grants.device.id == south.id:
            raise RuntimeError
        yield from keep(push, *how)

    monkeypatch.setattr(pushing.Push, "_keep", failing)
    answers = pushed(chain, *(sent(pc, pc.tx(a_customer(pc))) for pc in (north, south)))
    assert states(answers[0]) == ["ok"]
    assert isinstance(answers[1], RuntimeError)
    assert len(chain.rows("customer")) == 1


def test_a_replay_among_them_is_refused_and_the_others_are_taken(chain, north, south):
    class Replay(Spent):
        def require(self):
            raise Refusal("replayed")

    answers = pushed(
        chain,
        sent(north, north.tx(a_customer(north)), once=Replay()),
        sent(south, south.tx(a_customer(south))),
    )
    assert isinstance(answers[0], Refusal)
    assert states(answers[1]) == ["ok"]
    assert len(chain.rows("customer")) == 1


def test_each_is_told_only_once_that_it_was_kept(chain, north, south):
    class Counting(Spent):
        times = 0

        def kept(self):
            self.times += 1

    once = [Counting(), Counting()]
    pushed(
        chain,
        *(
            sent(pc, pc.tx(a_customer(pc)), once=o)
            for pc, o in zip((north, south), once, strict=True)
        ),
    )
    assert [one.times for one in once] == [1, 1]


def test_a_pc_that_presents_itself_and_a_large_push_go_alone(chain, companies):
    pcs = [chain.pc(chain.north, letter) for letter in "ABCD"]
    large = [pcs[2].tx(*(a_customer(pcs[2]) for _ in range(ABREAST_OPS + 1)))]
    answers = pushed(
        chain,
        sent(pcs[0], pcs[0].tx(a_customer(pcs[0]))),
        sent(pcs[1], pcs[1].tx(a_customer(pcs[1])), standing=Standing("B", 1)),
        sent(pcs[2], *large),
        sent(pcs[3], pcs[3].tx(a_customer(pcs[3]))),
    )
    assert not companies
    assert [states(answer) for answer in answers] == [["ok"]] * 4


def test_a_pc_that_was_put_back_goes_on_anew_and_the_others_are_taken(chain, north, south):
    north.send(a_customer(north))
    north.send(a_customer(north))
    north.n, north.acked = 1, 1  # as it was before the second
    answers = pushed(
        chain,
        sent(north, north.tx(a_customer(north))),
        sent(south, south.tx(a_customer(south))),
    )
    assert answers[0].epoch == 2
    assert states(answers[1]) == ["ok"]


def test_an_order_that_goes_over_to_another_customer_goes_alone(chain, north, south, companies):
    hers, theirs, order = new_id(), new_id(), new_id()
    north.send(a_customer(north, hers), a_customer(north, theirs), an_order(north, hers, order))
    answers = pushed(
        chain,
        sent(north, north.tx(north.update("sales_order", order, 1, customer_id=theirs))),
        sent(south, south.tx(a_customer(south))),
    )
    assert not companies
    assert [states(answer) for answer in answers] == [["ok"], ["ok"]]
    assert [row["customer_id"] for row in chain.rows("sales_order")] == [theirs]


def test_nobody_writes_through_anothers_rights(chain, north, south, companies):
    """South names a customer of north's while north itself pushes in the same transaction."""
    hidden = new_id()
    north.send(a_customer(north, hidden))
    answers = pushed(
        chain,
        sent(north, north.tx(a_customer(north))),
        sent(south, south.tx(south.update("customer", hidden, 1, tier="silver"))),
    )
    assert companies == [2]
    assert [states(answer) for answer in answers] == [["ok"], ["quarantined"]]
    assert not [row for tx in answers[1].res for row in tx.rows if row.img]
    assert {row["tier"] for row in chain.rows("customer")} == {"gold"}


def test_news_for_another_branch_is_numbered_with_its_own(chain, north, south, companies):
    """South opened north's customer and takes an order from her: north hears of it at once."""
    shared = new_id()
    north.send(a_customer(north, shared))
    a_lease(chain, south, shared)
    answers = pushed(
        chain,
        sent(north, north.tx(a_customer(north)), north.tx(a_customer(north))),
        sent(south, south.tx(an_order(south, shared))),
    )
    assert companies == [2]
    assert [states(answer) for answer in answers] == [["ok", "ok"], ["ok"]]
    (feed,) = north.pull(limit=50).feeds
    assert (feed.count, whole(feed)) == (4, True)
    assert sorted(item.t for item in feed.items) == ["customer"] * 3 + ["sales_order"]


def test_companies_that_meet_in_the_same_branches_stay_together_and_leave_no_gap(
    chain, companies, monkeypatch
):
    """Each waits for the other's heads; in which order they are locked `test_turns` has."""
    monkeypatch.setattr(together, "ABREAST_WAIT_MS", 60_000)
    branches = [chain.north, chain.south]
    crews = [[chain.pc(branches[(n + m) % 2], "ABCDEFGH"[n]) for n in range(6)] for m in range(4)]

    def work(crew):
        for _ in range(10):
            answers = pushed(chain, *(sent(pc, pc.tx(a_customer(pc))) for pc in crew))
            assert [states(answer) for answer in answers] == [["ok"]] * 6
            for pc in crew:
                pc.acked = pc.n

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, crews))
    assert companies == [6] * 40
    for pc in crews[0][:2]:
        (feed,) = pc.pull(limit=5000).feeds
        assert (feed.cursor, feed.count, whole(feed)) == (120, 120, True)


def test_who_must_wait_for_a_long_push_of_its_branch_does_not_hold_up_other_branches(
    postgres,
):
    chain = Chain(postgres)
    north, south = chain.pc(chain.north), chain.pc(chain.south, "B")
    for pc in (north, south):
        pc.send(a_customer(pc))
    with chain.store.write() as work:  # as long as it lasts, north's head is counted on
        work.mark([Mark(north.scope, "customer", new_id(), "P", 1)], 1)
        began = time.monotonic()
        held_up, free = (sent(pc, pc.tx(a_customer(pc))) for pc in (north, south))
        answers = pushed(chain, held_up, free)
        took = time.monotonic() - began
    assert isinstance(answers[0], Refusal)
    assert answers[0].code == "busy"
    assert states(answers[1]) == ["ok"]
    assert took < 10
    assert states(pushed(chain, held_up)[0]) == ["ok"]
