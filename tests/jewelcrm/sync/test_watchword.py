"""A PC's folder is copied, and both only read: noticed. A PC whose line is bad is no copy."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest

from db.shop import anew
from db.types import to_millis
from jewelcrm.office.watchword import TURN_MS
from jewelcrm.sync import presenting
from jewelcrm.sync.engine import Engine
from jewelcrm.sync.line import Unreachable
from tests.jewelcrm.sync.peers import Killed
from tests.jewelcrm.sync.real_office import *  # noqa: F403 - fixtures
from tests.jewelcrm.sync.test_two_places import a_copy_of, line, told

MINUTE_MS = 60_000


def word_of(peer) -> str:
    with peer.store.read() as conn:
        return presenting.watchword(conn.connection.driver_connection)


def later(chain, *peers, minutes=6):
    chain.clock.move(minutes * MINUTE_MS)
    for peer in peers:
        peer.clock.moment = chain.clock.now()


@pytest.fixture
def one(chain, pc_of):
    peer = pc_of(chain.north)
    peer.add_customer("Before")
    peer.settle()
    return peer


def test_two_copies_that_only_read_are_noticed_when_each_has_asked_twice(chain, one, tmp_path):
    later(chain, one)
    two = a_copy_of(one, tmp_path / "copied")
    for peer in (one, two, one, two):
        later(chain, one, two, minutes=2)
        peer.settle()
    two.close()
    assert len(told(chain)) == 1  # once a day
    assert (line(chain).light, one.waiting()) == ("red", 0)


def test_two_copies_that_ask_in_the_same_minute_are_noticed_within_two_words(chain, one, tmp_path):
    two = a_copy_of(one, tmp_path / "copied")
    for _ in range(2 * TURN_MS // MINUTE_MS + 1):
        later(chain, one, two, minutes=1)
        one.settle()
        two.settle()
    two.close()
    assert len(told(chain)) == 1


def test_a_copy_that_was_off_for_a_month_is_noticed_when_it_comes(chain, one, tmp_path):
    two = a_copy_of(one, tmp_path / "copied")
    for _ in range(10):
        later(chain, one, two, minutes=3 * 24 * 60)
        one.settle()
    two.settle()
    assert told(chain) == []  # it may have been put back, for all that is known
    one.settle()
    two.close()
    assert len(told(chain)) == 1


def test_lost_answers_are_no_copy(chain, one, monkeypatch):
    dice, answered = random.Random(4), one.line._answer
    lost = 0

    def unlucky(name, body):
        nonlocal lost
        answer = answered(name, body)
        if name == "pull" and dice.random() < 0.5:
            lost += 1
            raise Unreachable
        return answer

    monkeypatch.setattr(one.line, "_answer", unlucky)
    words = set()
    for _ in range(40):
        later(chain, one)
        try:
            one.settle()
        except Unreachable:
            one.restart()
        words.add(word_of(one))
    assert (told(chain), lost > 10, len(words) > 10) == ([], True, True)


@pytest.mark.parametrize("place", [(presenting, "next_watchword"), (Engine, "_heard")])
def test_a_pc_that_is_killed_around_keeping_its_word_is_no_copy(chain, one, monkeypatch, place):
    """Before the word is kept, and when it has just been."""
    dice, killed = random.Random(5), 0

    def die(*_):
        nonlocal killed
        if dice.random() < 0.7:
            killed += 1
            raise Killed

    for _ in range(20):
        later(chain, one)
        with monkeypatch.context() as patch, suppress(Killed):
            patch.setattr(*place, die)
            one.settle()
        one.close()
        one.open()
    words = {word_of(one)}
    for _ in range(3):
        later(chain, one)
        one.settle()
        words.add(word_of(one))
    assert (told(chain), killed > 5, len(words)) == ([], True, 4)


def put_back(chain, peer, backup, *, said):
    peer.put_back(backup)
    if said:
        with peer.store.apply(now=peer.clock.now()) as work:
            anew.begin(work.raw, to_millis(peer.clock.now()))
    peer.restart()


@pytest.mark.parametrize("said", [True, False])
def test_a_pc_that_is_put_back_while_it_only_read_is_no_copy(chain, one, said):
    backup = one.backup()
    for _ in range(4):
        later(chain, one)
        one.settle()
    put_back(chain, one, backup, said=said)
    for _ in range(4):
        later(chain, one)
        one.settle()
    assert told(chain) == []
    restored = [row for row in chain.rows("notice") if row["kind"] == "restored"]
    assert len(restored) == int(said)


def test_a_pc_that_is_put_back_and_forth_and_says_so_is_no_copy(chain, one):
    old = one.backup()
    for _ in range(4):
        later(chain, one)
        one.settle()
    new = one.backup()
    for backup in (old, new, old, new):
        put_back(chain, one, backup, said=True)
        later(chain, one)
        one.settle()
        later(chain, one)
        one.settle()
    assert told(chain) == []


def test_two_processes_on_one_store_share_its_word(chain, one):
    later(chain, one)
    word = word_of(one)
    with one.store.apply(now=one.clock.now()) as work:
        assert presenting.next_watchword(work.raw, word, "newer")
        assert not presenting.next_watchword(work.raw, word, "late")
    assert word_of(one) == "newer"


def test_a_quiet_pc_is_written_once_in_some_minutes(chain, one):
    words = []
    for _ in range(4 * TURN_MS // MINUTE_MS):
        later(chain, one, minutes=1)
        one.settle()
        words.append(word_of(one))
    assert 3 <= len(set(words)) <= 5
