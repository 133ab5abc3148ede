"""How a PC hears of news when streams are cut, and how it waits: no storms, nothing missed."""

import random
import time
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jewelcrm.sync.events import Ears
from jewelcrm.sync.line import Refused, Unreachable
from jewelcrm.sync.waiting import Waits, ceiling, idle, retry
from jewelcrm.wire.news import News
from tests.jewelcrm.sync_line.world import until

WAITS = Waits(first=0.01, longest=0.05, timer=0.05, spread=0.02, lost=0.01, silence=1.0, poll=1)


class FakeResponse:
    """An event stream with some lines, which then ends."""

    def __init__(self, lines):
        self.lines, self.extensions = lines, {}

    def iter_lines(self):
        yield from self.lines


class FakeLine:
    """A line on which streams and polls work, or do not."""

    def __init__(self, *, streams, polls):
        self.streams, self.polls = streams, polls
        self.tried = []
        self.known = 0

    @contextmanager
    def listen(self, _silence):
        self.tried.append("stream")
        if not self.streams:
            raise Unreachable
        yield FakeResponse(["event: poke", 'data: {"s":"G:staff","h":1}', ""])

    def wait_for_news(self, _known, _seconds):
        self.tried.append("poll")
        time.sleep(0.002)
        if isinstance(self.polls, Exception):
            raise self.polls
        if not self.polls:
            raise Unreachable
        self.known += 1
        return News([], self.known)


@pytest.fixture
def listening():
    made = []

    def make(line):
        told = []
        ears = Ears(line, told.append, WAITS)
        made.append(ears)
        ears.start()
        return ears, told

    yield make
    for ears in made:
        ears.stop()


def test_who_meets_what_nobody_thought_of_goes_on_listening(listening, monkeypatch):
    line = FakeLine(streams=True, polls=False)
    whole, odd = line.listen, [ZeroDivisionError("a fault of ours")]

    def listen(silence):
        if odd:
            raise odd.pop()
        return whole(silence)

    monkeypatch.setattr(line, "listen", listen)
    _, told = listening(line)
    until(lambda: "news" in told)


def test_a_stream_is_enough(listening):
    line = FakeLine(streams=True, polls=True)
    _, told = listening(line)
    until(lambda: told.count("news") > 3)
    assert set(line.tried) == {"stream"}
    assert told[:2] == ["up", "news"]


def test_a_stream_that_ends_is_told(listening):
    line = FakeLine(streams=True, polls=False)
    _, told = listening(line)
    until(lambda: "lost" in told)
    assert told[:3] == ["up", "news", "lost"]


def test_a_stream_that_never_opened_is_not_lost(listening):
    line = FakeLine(streams=False, polls=True)
    _, told = listening(line)
    until(lambda: told.count("news") > 3)
    assert "lost" not in told


def test_after_two_failures_of_the_stream_it_polls_and_tries_a_stream_now_and_then(listening):
    line = FakeLine(streams=False, polls=True)
    ears, told = listening(line)
    until(lambda: line.tried.count("stream") > 3)
    assert line.tried[:3] == ["stream", "stream", "poll"]
    assert line.tried.count("poll") > 3 * line.tried.count("stream")
    assert ears.mode in ("poll", "stream")
    assert "news" in told


def test_after_five_failures_it_looks_by_the_clock(listening):
    line = FakeLine(streams=False, polls=False)
    ears, told = listening(line)
    until(lambda: "news" in told)
    assert line.tried[:5] == ["stream", "stream", "poll", "poll", "poll"]
    assert ears.mode == "timer"
    line.streams = True
    ears.again()
    until(lambda: "up" in told)


def test_when_polls_failed_too_a_stream_is_tried_as_soon_as_one_answers(listening):
    line = FakeLine(streams=False, polls=False)
    _, told = listening(line)
    until(lambda: len(line.tried) >= 3)
    line.polls = line.streams = True
    until(lambda: "up" in told)


def test_a_pc_that_was_taken_off_hears_that_it_is_the_end(listening):
    line = FakeLine(streams=False, polls=Refused("revoked"))
    _, told = listening(line)
    until(lambda: "end" in told)


@given(st.integers(0, 10_000), st.integers(0, 2**32))
def test_a_wait_is_anything_up_to_a_ceiling_that_doubles_and_ends(failures, seed):
    waits = Waits()
    rng = random.Random(seed)
    assert 0.0 <= retry(waits, failures, rng) <= ceiling(waits, failures) <= 300.0
    assert ceiling(waits, failures + 1) >= ceiling(waits, failures)
    assert idle(waits, rng, hears=True) <= 120.0


@given(st.integers(0, 10_000), st.integers(0, 2**32))
def test_while_nobody_is_there_a_counter_asks_at_least_once_a_minute(failures, seed):
    assert 0.0 <= retry(Waits(), failures, random.Random(seed), absent=True) <= 60.0
    most = ceiling(Waits(), failures, absent=True)
    assert most <= ceiling(Waits(), failures)


def test_a_thousand_pcs_that_find_nobody_are_spread_over_the_minute():
    rng = random.Random(7)
    waits = [retry(Waits(), 30, rng, absent=True) for _ in range(1000)]
    seconds = [sum(1 for wait in waits if at <= wait < at + 1) for at in range(60)]
    assert max(seconds) < 40


def test_a_chain_that_comes_back_is_spread_over_the_whole_wait():
    rng = random.Random(7)
    waits = sorted(retry(Waits(), 5, rng) for _ in range(1000))
    seconds = [sum(1 for wait in waits if at <= wait < at + 1) for at in range(32)]
    assert max(seconds) < 60
