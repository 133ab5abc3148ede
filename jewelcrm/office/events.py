"""Telling PCs that there is news: event streams, and the long poll for lines that cut them.

A stream carries only how far each scope has come; the rows come by pull. What a stream has not
sent yet is one number a scope, so that a slow line costs no memory, and a busy scope no more than
its last number.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import cycle
from typing import Any, Protocol

from jewelcrm.wire.news import HEARTBEAT_S, State

Heads = dict[str, int]
Leases = dict[bytes, frozenset[str]]
NOTHING: frozenset[str] = frozenset()

ALIVE = b":\n\n"
MOST_OF_ONE = 8
"""Streams of one PC; the oldest ends when there is one more. A PC has one, and one that died."""
TURNS = 25
"""In so many groups the streams show that they live, so that never all of them speak at once."""
ENDS: dict[str, State] = {"revoked": "wipe", "closed": "closed"}
"""A PC's state at head office, and the event that ends its stream."""


class Stream:
    """What one PC has still to be told."""

    __slots__ = ("_do", "device", "end", "heads", "leases", "scopes", "sent", "turn")

    def __init__(self, device: bytes, scopes: Iterable[str]) -> None:
        self.device = device
        self.scopes = frozenset(scopes)
        self.leases = frozenset(scope for scope in self.scopes if scope.startswith("L:"))
        self.heads: Heads = {}
        self.sent: Heads = {}
        self.end: State | None = None
        self.turn: int | None = None
        self._do: Callable[[], object] | None = None

    def tell(self, scope: str, head: int) -> None:
        """The scope has come to `head`; replaces what was not sent yet."""
        if self.sent.get(scope, -1) < head:
            self.heads[scope] = head
            self.wake()

    def then(self, do: Callable[[], object]) -> None:
        """Call it once, soon after there is something to say or somebody wakes the stream."""
        self._do = do
        if self.heads or self.end:
            self.wake()

    def wake(self) -> None:
        """Let whoever waits look again."""
        do, self._do = self._do, None
        if do is not None:
            asyncio.get_running_loop().call_soon(do)

    def finish(self, how: State) -> None:
        """The PC may hear no more but this."""
        self.end = how
        self.wake()

    async def wait(self, seconds: float) -> None:
        """Until there is something to say, somebody wakes it, or the time is over."""
        woken = asyncio.Event()
        timer = asyncio.get_running_loop().call_later(seconds, self.wake)
        self.then(woken.set)
        try:
            await woken.wait()
        finally:
            timer.cancel()
            self._do = None

    def take(self) -> Heads:
        """What there is to say; it counts as said."""
        heads, self.heads = self.heads, {}
        self.sent.update(heads)
        return heads

    def said(self) -> bytes:
        """What there is to say, as `text/event-stream`, or that it lives; it counts as said."""
        parts = [_poke(scope, head) for scope, head in self.take().items()]
        if self.end is None:
            return b"".join(parts) or ALIVE
        if self.end != "on":
            parts.append(b"event: %s\ndata: {}\n\n" % self.end.encode())
        return b"".join(parts)


class Hub:
    """Every open stream of this process."""

    def __init__(self) -> None:
        self._streams: set[Stream] = set()
        self._by_device: dict[bytes, list[Stream]] = {}
        self._by_scope: dict[str, set[Stream]] = {}
        self._turns = cycle(range(TURNS))
        self._beats = cycle(range(TURNS))
        self._closed = False

    def __len__(self) -> int:
        return len(self._streams)

    def join(self, stream: Stream) -> None:
        """Begin to tell a stream."""
        self._streams.add(stream)
        self._by_device.setdefault(stream.device, []).append(stream)
        for scope in stream.scopes:
            self._by_scope.setdefault(scope, set()).add(stream)
        if self._closed:
            stream.finish("on")

    def welcome(self, stream: Stream) -> None:
        """A new stream; its PC's oldest one gives way when there are too many."""
        self.join(stream)
        for one in self._by_device[stream.device][:-MOST_OF_ONE]:
            one.finish("on")

    def pace(self, stream: Stream) -> None:
        """Let the stream show that it lives, once in so many beats."""
        stream.turn = next(self._turns)

    def beat(self) -> None:
        """The turn of the next group to show that its streams live."""
        turn = next(self._beats)
        for stream in self._streams:
            if stream.turn == turn:
                stream.wake()

    def leave(self, stream: Stream) -> None:
        """The PC is gone."""
        if stream not in self._streams:
            return
        self._streams.remove(stream)
        its = self._by_device[stream.device]
        its.remove(stream)
        if not its:
            del self._by_device[stream.device]
        for scope in stream.scopes:
            among = self._by_scope.get(scope, set())
            among.discard(stream)
            if not among:
                self._by_scope.pop(scope, None)

    def lease(self, leases: Leases) -> None:
        """Let PCs hear of the customers they have open, and no more of those they had."""
        for stream in list(self._streams):
            opened = leases.get(stream.device, NOTHING)
            if stream.leases != opened:
                self.leave(stream)
                stream.scopes = (stream.scopes - stream.leases) | opened
                stream.leases = opened
                self.join(stream)

    def scopes(self) -> list[str]:
        """Those that somebody listens to."""
        return list(self._by_scope)

    def devices(self) -> set[bytes]:
        """Those that listen."""
        return {stream.device for stream in self._streams}

    def tell(self, heads: Heads) -> None:
        """Pass on how far scopes have come."""
        for scope, head in heads.items():
            for stream in self._by_scope.get(scope, ()):
                stream.tell(scope, head)

    def finish(self, states: dict[bytes, str]) -> None:
        """End the streams of PCs that are no longer on."""
        for stream in list(self._streams):
            state = states.get(stream.device)
            if state in ENDS:
                stream.finish(ENDS[state])

    def close(self) -> None:
        """End every stream, because the server stops; new ones end at once."""
        self._closed = True
        for stream in self._streams:
            stream.finish("on")


class Source(Protocol):
    """Where a watch looks; asked in a thread."""

    def heads(self, scopes: Iterable[str]) -> Heads:
        """How far these scopes have come."""

    def states(self, devices: Iterable[bytes]) -> dict[bytes, str]:
        """Which of these PCs are no longer on."""

    def leases(self) -> Leases:
        """The scopes of other branches' customers that PCs have open."""


class Watch:
    """Keeps a hub up to date: the store's own news at once, anybody else's within a second.

    A change made by another process (`branch add`, `device revoke`) is found by looking.
    """

    def __init__(
        self,
        hub: Hub,
        source: Source,
        *,
        every: float = 1.0,
        heartbeat: float = HEARTBEAT_S,
    ) -> None:
        self._hub, self._source = hub, source
        self._every, self._heartbeat = every, heartbeat
        self._fresh: set[str] = set()
        self._event = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._tasks = [
            self._loop.create_task(self._follow()),
            self._loop.create_task(self._look()),
            self._loop.create_task(self._beat()),
        ]

    def news(self, scopes: frozenset[str]) -> None:
        """These scopes moved; from any thread."""
        with suppress(RuntimeError):  # the loop is closed already
            self._loop.call_soon_threadsafe(self._heard, scopes)

    async def stop(self) -> None:
        """Look no more."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _heard(self, scopes: frozenset[str]) -> None:
        self._fresh |= scopes
        self._event.set()

    async def _follow(self) -> None:
        while True:
            await self._event.wait()
            self._event.clear()
            fresh, self._fresh = self._fresh, set()
            await self._tell([scope for scope in self._hub.scopes() if scope in fresh])

    async def _look(self) -> None:
        while True:
            await asyncio.sleep(self._every)
            devices = self._hub.devices()
            if not devices:
                continue
            self._hub.lease(await self._ask(self._source.leases) or {})
            await self._tell(self._hub.scopes())
            self._hub.finish(await self._ask(self._source.states, devices) or {})

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(self._heartbeat / TURNS)
            self._hub.beat()

    async def _tell(self, scopes: list[str]) -> None:
        if scopes:
            self._hub.tell(await self._ask(self._source.heads, scopes) or {})

    async def _ask(self, question: Callable[..., Any], *about: Any) -> Any:
        """The store's answer; none while it cannot answer, and the next look asks again."""
        try:
            return await asyncio.to_thread(question, *about)
        except Exception:  # noqa: BLE001 - the store may be away for a while; streams live on
            return None


def _poke(scope: str, head: int) -> bytes:
    return b'event: poke\ndata: {"s":"%s","h":%d}\n\n' % (scope.encode(), head)
