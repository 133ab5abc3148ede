"""The watchword alone: who keeps his word is never suspected, two who share one always are."""

import random

import pytest

from db.errors import DiskFull
from jewelcrm.office import skew, two_places, watchword
from jewelcrm.office.putting_back import go_on
from jewelcrm.office.watchword import TURN_MS, judge
from jewelcrm.wire.messages import PullAsk
from tests.jewelcrm.office.chain import a_customer, carried

MINUTE_MS = 60_000


class Office:
    """Head office's book of one PC's words."""

    def __init__(self):
        self.kept, self.twice, self.given, self.now = None, 0, 0, 0

    def hear(self, shown, now):
        judged = judge(self.kept, shown, now)
        self.kept, self.twice = judged.kept, self.twice + judged.twice
        self.given += bool(judged.give)
        return judged.give


def a_day(office, words, dice, *, lossy=True):
    """Everybody pulls now and then, each in his own turn; answers are lost, PCs are killed."""
    for _ in range(400):
        office.now += dice.choice((100, 2_000, MINUTE_MS, 4 * MINUTE_MS, 40 * MINUTE_MS))
        who = dice.randrange(len(words))
        given = office.hear(words[who], office.now)
        if given and not (lossy and dice.random() < 0.4):
            words[who] = given
        if office.twice:
            return


@pytest.mark.parametrize("seed", range(300))
def test_one_pc_whose_answers_are_lost_is_never_taken_for_two(seed):
    office = Office()
    a_day(office, [""], random.Random(seed))
    assert office.twice == 0
    assert office.given > 100


@pytest.mark.parametrize("seed", range(300))
def test_two_that_began_with_one_word_are_told_apart_whoever_asks_when(seed):
    dice, office = random.Random(seed), Office()
    one = [""]
    a_day(office, one, dice)
    a_day(office, [one[0], one[0]], dice)
    assert office.twice == 1


def test_two_that_ask_by_turns_in_the_same_minute_are_told_apart_within_two_words():
    office = Office()
    words = ["", ""]
    for now in range(0, 2 * TURN_MS + 1, MINUTE_MS):
        for who in (0, 1):
            words[who] = office.hear(words[who], now) or words[who]
    assert office.twice >= 1


def test_a_store_that_was_put_back_without_a_word_goes_on_from_where_it_is():
    office, word, old = Office(), "", []
    for now in range(0, 10 * TURN_MS, TURN_MS):
        word = office.hear(word, now) or word
        old.append(word)
    word = old[3]
    for now in range(10 * TURN_MS, 20 * TURN_MS, TURN_MS):
        word = office.hear(word, now) or word
    assert office.twice == 0
    office.hear(old[-1], 21 * TURN_MS)  # what it was put back over is at work, too
    assert office.twice == 1


def test_a_word_is_kept_once_in_some_minutes_however_often_it_is_shown():
    office = Office()
    word = office.hear("", 0)
    office.hear(word, 1)
    kept = office.kept
    for now in range(2, TURN_MS, 1_000):
        assert office.hear(word, now) == ""
        assert office.kept is kept


def show(pc, word):
    pc.req += 1
    ask = PullAsk(skew.SCHEMA, pc.epoch, pc.req, [], watchword=word)
    return carried(pc.chain.office.pull(pc.id, carried(ask))).watchword


def kept_of(pc):
    with pc.chain.store.read() as work:
        return watchword._kept(work, pc.id)


def test_two_that_only_read_are_told_to_their_branch_and_to_no_other(chain, north, south):
    first = show(north, "")
    assert show(north, first) == ""
    assert show(north, "") != ""  # an older state, or a copy
    assert chain.rows("notice") == []
    show(north, first)
    (told,) = chain.rows("notice")
    assert (told["kind"], told["branch_id"]) == ("two_places", chain.north)
    with chain.store.read() as work:
        assert two_places.told(work, [north.id, south.id]) == {north.id: chain.clock.ms}


def test_each_pc_has_words_of_its_own(chain, north, south):
    words = [show(pc, "") for pc in (north, south)]
    assert len(set(words)) == 2
    show(north, words[0])
    assert kept_of(north).shown == words[0]
    assert kept_of(south).shown == ""


def test_a_pc_of_an_older_program_shows_none_and_is_given_none(north):
    assert show(north, None) == ""
    assert kept_of(north) is None


def test_a_pc_that_goes_on_under_a_new_epoch_begins_with_new_words(chain, north):
    north.send(a_customer(north))
    word = show(north, "")
    show(north, word)
    chain.store.run(lambda work: go_on(work, north.id, 1, chain.clock.ms, said=True))
    assert kept_of(north) is None
    assert show(north, "an older one") != ""
    assert chain.rows("notice") == [n for n in chain.rows("notice") if n["kind"] == "restored"]


def test_reading_goes_on_while_a_word_cannot_be_kept(chain, north, monkeypatch):
    def full(*_):
        raise DiskFull("full")

    monkeypatch.setattr(watchword, "_keep", full)
    assert show(north, "") == ""
