"""Many pushes in a row: the next is put together while head office works on this one."""

import threading

import pytest

from db.tables import customers
from jewelcrm.sync.engine import Engine
from jewelcrm.sync.line import Unreachable
from jewelcrm.sync.sending import plain
from jewelcrm.wire.messages import PushAnswer, Row


class Watched:
    """A line that keeps what happened in which order, and may change an answer or cut it off."""

    def __init__(self, line, peer):
        self.line, self.peer = line, peer
        self.happened = []
        self.turn = lambda answer: answer

    def __getattr__(self, name):
        return getattr(self.line, name)

    def push(self, ask):
        self.happened.append((ask.tx[0].n if ask.tx else 0, ask.tx[-1].n if ask.tx else 0))
        return self.turn(self.line.push(ask))


@pytest.fixture
def sender(peer):
    """A PC that sends two transactions a push, several pushes in a row."""
    line = Watched(peer.line, peer)
    peer.engine = Engine(peer.store, line, peer.clock, overlap=True)
    peer.engine.push()
    peer.engine.pace.txs = 2
    peer.engine.pace.sent = lambda: None
    line.happened.clear()
    peer.watched = line
    return peer


def seven_customers(peer):
    return [peer.add_customer(f"Customer {n}") for n in range(7)]


def test_they_arrive_whole_in_order_and_once(sender, office):
    made = seven_customers(sender)
    assert sender.engine.push_some() is False
    assert sender.watched.happened == [(n, min(n + 1, 7)) for n in (1, 3, 5, 7)]
    assert sender.waiting() == 0
    assert {row_id.hex() for row_id in made} <= set(sender.rows("customer"))
    assert set(sender.ask("SELECT rev FROM customer WHERE name LIKE 'Customer %'")) == {(1,)}


def test_the_next_one_is_put_together_before_the_answer_is_there(sender):
    seven_customers(sender)
    gathered = threading.Event()
    usual = sender.engine.gather

    def gather(behind=None):
        found = usual(behind)
        if behind is not None:
            gathered.set()
        return found

    def turn(answer):
        assert gathered.wait(10)
        return answer

    sender.engine.gather, sender.watched.turn = gather, turn
    sender.engine.push_some()
    assert sender.waiting() == 0


def test_an_answer_that_takes_a_row_away_is_kept_before_anything_more_is_sent(sender):
    made = seven_customers(sender)
    left = []

    def turn(answer):
        left.append(sender.waiting())
        if len(left) == 1:
            answer.res[0].rows = [Row("customer", made[0].hex(), "E")]
        return answer

    sender.watched.turn = turn
    while sender.engine.push_some():
        pass
    assert left[:2] == [7, 5], "the second push went before the first answer was kept"
    assert made[0].hex() not in sender.rows("customer")
    assert sender.waiting() == 0


def test_after_a_cut_what_was_answered_is_kept_and_the_rest_is_sent_again(sender):
    seven_customers(sender)

    def cut(answer):
        if len(sender.watched.happened) == 2:
            raise Unreachable
        return answer

    sender.watched.turn = cut
    with pytest.raises(Unreachable):
        sender.engine.push_some()
    assert sender.waiting() == 5
    while sender.engine.push_some():
        pass
    assert sender.waiting() == 0
    assert sender.watched.happened[2][0] == 3, "what had no answer is sent again"


def test_what_is_saved_meanwhile_goes_with_the_next(sender):
    seven_customers(sender)

    def turn(answer):
        if len(sender.watched.happened) == 1:
            sender.add_customer("Late")
        return answer

    sender.watched.turn = turn
    while sender.engine.push_some():
        pass
    assert sender.waiting() == 0
    assert sender.watched.happened[-1][1] == 8


def test_a_change_of_a_record_that_is_on_its_way_goes_behind_it(sender):
    made = seven_customers(sender)
    sender.edit(customers.customer, made[0], name="Another")
    while sender.engine.push_some():
        pass
    assert sender.waiting() == 0
    assert sender.rows("customer")[made[0].hex()]["name"] == "Another"


@pytest.mark.parametrize("spoilt", [{"expect": 3}, {"epoch": 2}, {"req": 0}, {"res": []}], ids=str)
def test_only_a_plain_answer_lets_the_next_one_go_at_once(sender, spoilt):
    seven_customers(sender)
    batch = sender.engine.gather()
    answer = sender.engine.send(batch)
    assert plain(batch, answer)
    for name, value in spoilt.items():
        setattr(answer, name, value)
    assert not plain(batch, answer)


def test_a_transaction_that_was_put_aside_is_no_plain_answer(sender):
    seven_customers(sender)
    batch = sender.engine.gather()
    answer: PushAnswer = sender.engine.send(batch)
    answer.res[1].st = "quarantined"
    assert not plain(batch, answer)
