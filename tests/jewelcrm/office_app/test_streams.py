"""A stream keeps one number a scope, whoever is slow; lanes and buckets refuse in time."""

import asyncio
import threading
import time
from types import SimpleNamespace

import pytest

from jewelcrm.office.allowance import Allowance
from jewelcrm.office.events import TURNS, Hub, Stream, Watch
from jewelcrm.office.lanes import Lane
from jewelcrm.office.refusals import Refusal
from jewelcrm.office.serving import Line
from jewelcrm.office.streaming import Told

PC, OTHER = b"a" * 16, b"b" * 16


def joined(hub, device=PC, scopes=("B:1", "G:staff")):
    stream = Stream(device, scopes)
    hub.join(stream)
    return stream


def test_pokes_of_a_scope_become_one():
    hub = Hub()
    stream = joined(hub)
    for head in range(1, 1000):
        hub.tell({"B:1": head, "B:2": head})
    assert stream.take() == {"B:1": 999}
    assert stream.take() == {}


def test_a_head_is_said_once():
    hub = Hub()
    stream = joined(hub)
    hub.tell({"B:1": 5})
    stream.take()
    hub.tell({"B:1": 5})
    hub.tell({"B:1": 4})
    assert stream.take() == {}


def test_a_gone_stream_leaves_nothing_behind():
    hub = Hub()
    stream = joined(hub)
    hub.leave(stream)
    assert (len(hub), hub.scopes(), hub.devices()) == (0, [], set())


def test_a_customer_that_is_opened_is_heard_of_and_then_no_more():
    hub = Hub()
    stream = joined(hub)
    hub.lease({PC: frozenset({"L:1"})})
    hub.tell({"L:1": 3})
    assert stream.take() == {"L:1": 3}
    hub.lease({})
    hub.tell({"L:1": 4})
    assert stream.take() == {}
    assert stream.scopes == {"B:1", "G:staff"}


def test_only_the_pc_that_was_taken_off_is_told_to_wipe():
    hub = Hub()
    mine, other = joined(hub), joined(hub, OTHER)
    hub.finish({PC: "revoked"})
    assert (mine.end, other.end) == ("wipe", None)


class Transport:
    """A line under one's eyes."""

    def __init__(self):
        self.heard, self.closed = [], False

    def write(self, said):
        self.heard.append(said)

    def is_closing(self):
        return self.closed

    def close(self):
        self.closed = True

    abort = close


def told(hub, stream, *, chunked=False):
    """Its line and who speaks on it, after the head of the answer and the first sign of life."""
    line, teller = Transport(), Told(hub, stream, chunked=chunked)
    teller.begin(line, set(), [(b"date", b"today")])
    assert line.heard[0].startswith(b"HTTP/1.1 200 OK\r\n")
    assert line.heard[0].endswith(b"date: today\r\n\r\n")
    assert (b"chunked" in line.heard[0]) is chunked
    del line.heard[0]
    return line, teller


async def soon(line, count):
    """Until so much was said, and a moment longer."""
    for _ in range(5_000):
        await asyncio.sleep(0.001)
        if len(line.heard) >= count:
            break
    await asyncio.sleep(0.001)
    return line.heard


def test_a_stream_speaks_and_shows_that_it_lives():
    async def history():
        hub = Hub()
        stream = joined(hub)
        line, _ = told(hub, stream)
        watch = Watch(hub, Source(), every=60, heartbeat=0.01)
        await soon(line, 2)
        await watch.stop()
        del line.heard[2:]
        hub.tell({"B:1": 7})
        hub.tell({"B:1": 8})
        await soon(line, 3)
        stream.finish("wipe")
        return await soon(line, 5), line.closed

    assert asyncio.run(history()) == (
        [
            b":\n\n",
            b":\n\n",
            b'event: poke\ndata: {"s":"B:1","h":8}\n\n',
            b"event: wipe\ndata: {}\n\n",
            b"",
        ],
        True,
    )


def test_what_is_said_in_pieces_ends_with_an_empty_one():
    async def history():
        hub = Hub()
        stream = joined(hub)
        line, _ = told(hub, stream, chunked=True)
        stream.finish("closed")
        return await soon(line, 3), line.closed

    said = b"event: closed\ndata: {}\n\n"
    assert asyncio.run(history()) == (
        [b"3\r\n:\n\n\r\n", b"%x\r\n%s\r\n" % (len(said), said), b"0\r\n\r\n"],
        True,
    )


def test_a_line_that_takes_nothing_more_hears_later_how_far_all_has_come():
    async def history():
        hub = Hub()
        stream = joined(hub)
        line, teller = told(hub, stream)
        teller.pause_writing()
        for head in range(1, 100):
            hub.tell({"B:1": head})
            await asyncio.sleep(0)
        unsaid = list(line.heard)
        teller.resume_writing()
        hub.tell({"B:1": 100})
        return unsaid, await soon(line, 3)

    unsaid, heard = asyncio.run(history())
    assert unsaid == [b":\n\n"]
    assert [b'"h":99}' in heard[1], b'"h":100}' in heard[2], len(heard)] == [True, True, 3]


def test_a_pc_that_hangs_up_or_talks_on_is_told_no_more():
    async def history():
        hub = Hub()
        line, teller = told(hub, joined(hub))
        teller.data_received(b"GET /v1/hello HTTP/1.1\r\n")
        aborted = line.closed
        teller.connection_lost(None)
        hub.tell({"B:1": 7})
        await asyncio.sleep(0.01)
        return aborted, len(hub), line.heard

    assert asyncio.run(history()) == (True, 0, [b":\n\n"])


@pytest.mark.parametrize(("disconnected", "closing"), [(True, False), (False, True)])
def test_a_pc_that_hung_up_while_it_was_let_in_is_not_kept(disconnected, closing):
    hub, line = Hub(), Line.__new__(Line)
    line.cycle, line.transport = SimpleNamespace(disconnected=disconnected), Transport()
    line.transport.closed = closing
    line.hand_over(Told(hub, joined(hub), chunked=True))
    assert (len(hub), line.transport.heard) == (0, [])


def test_each_stream_shows_that_it_lives_once_a_round_and_never_all_at_once():
    async def history():
        hub, woken = Hub(), []

        class Noting(Stream):
            def wake(self):
                woken.append(self)

        streams = [Noting(PC, ()) for _ in range(2 * TURNS)]
        for stream in streams:
            hub.join(stream)
            hub.pace(stream)
        counts = []
        for _ in range(TURNS):
            hub.beat()
            counts.append(len(woken) - sum(counts))
        return counts, set(woken) == set(streams)

    assert asyncio.run(history()) == ([2] * TURNS, True)


def test_a_long_poll_is_not_disturbed_by_the_beats():
    async def history():
        hub = Hub()
        stream = joined(hub)
        watch = Watch(hub, Source(), every=60, heartbeat=0.001)
        began = time.monotonic()
        await stream.wait(0.3)
        await watch.stop()
        return time.monotonic() - began

    assert asyncio.run(history()) >= 0.3


def test_a_server_that_stops_ends_its_streams_without_an_order():
    async def history():
        hub = Hub()
        line, _ = told(hub, joined(hub))
        hub.close()
        late = joined(hub)
        return await soon(line, 2), line.closed, late.end

    assert asyncio.run(history()) == ([b":\n\n", b""], True, "on")


class Source:
    """A store that answers late, wrongly, and then right."""

    def __init__(self):
        self.head, self.state, self.broken = 1, {}, False

    def heads(self, scopes):
        if self.broken:
            raise OSError("the database is away")
        return dict.fromkeys(scopes, self.head)

    def states(self, devices):
        return self.state

    def leases(self):
        return {}


def test_a_watch_outlives_a_store_that_is_away_and_finds_what_it_missed():
    async def history():
        hub, source = Hub(), Source()
        stream = joined(hub)
        watch = Watch(hub, source, every=0.01)
        source.broken = True
        watch.news(frozenset({"B:1"}))
        await asyncio.sleep(0.05)
        source.broken, source.head = False, 9
        await stream.wait(5)
        heads = stream.take()
        source.state = {PC: "closed"}
        await stream.wait(5)
        await watch.stop()
        return heads, stream.end

    heads, end = asyncio.run(history())
    assert heads["B:1"] == 9
    assert end == "closed"


def test_news_from_another_thread_arrives_at_once():
    async def history():
        hub, source = Hub(), Source()
        stream = joined(hub)
        watch = Watch(hub, source, every=60)
        began = time.monotonic()
        threading.Thread(target=watch.news, args=(frozenset({"B:1"}),)).start()
        await stream.wait(10)
        await watch.stop()
        return time.monotonic() - began, stream.take()

    took, heads = asyncio.run(history())
    assert heads == {"B:1": 1}
    assert took < 5


def test_a_lane_takes_nobody_new_once_somebody_waits_too_long():
    async def history():
        lane, gate = Lane("test", 1, patience=0.05), threading.Event()
        jobs = [asyncio.ensure_future(lane.run(gate.wait)) for _ in range(2)]
        await asyncio.sleep(0.15)
        with pytest.raises(Refusal) as refused:
            await lane.run(lambda: None)
        gate.set()
        await asyncio.gather(*jobs)
        assert await lane.run(lambda: 7) == 7
        lane.close()
        return refused.value

    refused = asyncio.run(history())
    assert refused.code == "busy"
    assert refused.retry


def test_a_bucket_fills_again():
    now = [0.0]
    bucket = Allowance(rate=2, burst=3, ticks=lambda: now[0])
    for _ in range(3):
        bucket.take("pc")
    with pytest.raises(Refusal) as refused:
        bucket.take("pc")
    assert refused.value.retry == pytest.approx(0.5)
    bucket.take("another")
    now[0] = 0.5
    bucket.take("pc")


def test_buckets_do_not_grow_without_end():
    now = [0.0]
    bucket = Allowance(rate=1, burst=1, ticks=lambda: now[0])
    for name in range(50_000):
        bucket.take(name)
    assert len(bucket._left) <= 20_001
