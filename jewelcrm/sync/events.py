"""Hearing of news: an event stream; a long poll where the stream is cut; else by the clock.

What is heard is only that there is something; the rows come by pull (sync.md 2.12). Two failures of
the stream in a row and it is the long poll's turn; five and a timer's. A better way is tried again
now and then, and as soon as the line is back.
"""

from __future__ import annotations

import random
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Literal

from jewelcrm.log import log
from jewelcrm.sync.line import Refused, Unreachable
from jewelcrm.sync.transport import HttpTransport
from jewelcrm.sync.waiting import Waits, after

if TYPE_CHECKING:
    import httpx

Mode = Literal["stream", "poll", "timer"]
Heard = Literal["up", "news", "end", "lost"]
"""The way is open; there is something to read; head office is done with this PC; the way that was
open ended."""

STREAM_TRIES, POLL_TRIES = 2, 5
BETTER_AFTER = 10
"""So many long polls or timers, and the way before is tried once more."""


class Ears:
    """Listens in a thread of its own and tells what it hears."""

    def __init__(
        self,
        line: HttpTransport,
        told: Callable[[Heard], None],
        waits: Waits,
        rng: random.Random | None = None,
    ) -> None:
        self._line, self._told, self._waits = line, told, waits
        self._rng = rng or random.Random()
        self._failures = 0
        self._quiet = 0
        self._known: int | None = None
        self._response: httpx.Response | None = None
        self._stopping = threading.Event()
        self._wake = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sync events", daemon=True)

    @property
    def mode(self) -> Mode:
        """How it listens just now."""
        if self._failures < STREAM_TRIES:
            return "stream"
        return "poll" if self._failures < POLL_TRIES else "timer"

    @property
    def streams(self) -> bool:
        """True while the event stream is open."""
        return self._response is not None

    @property
    def hears(self) -> bool:
        """True while news come by themselves."""
        return self.streams or self.mode == "poll"

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def stop(self, timeout: float = 2.0) -> None:
        """Listen no more; a long poll under way ends by itself, unheard."""
        self._stopping.set()
        self.again()
        if self._thread.ident is not None:
            self._thread.join(timeout)

    def again(self) -> None:
        """The line is back, or this PC woke up: begin anew with a stream."""
        self._failures = 0
        self._wake.set()
        _cut(self._response)

    def _run(self) -> None:
        ways = {"stream": self._stream, "poll": self._poll, "timer": self._by_clock}
        while not self._stopping.is_set():
            self._wake.clear()
            try:
                pause = ways[self.mode]()
            except (Unreachable, Refused) as error:
                pause = self._failed(error)
            except Exception as error:  # noqa: BLE001 - else it is deaf until the program's end
                log.error("listening failed", error=type(error).__name__)
                pause = self._failed(Unreachable())
            if pause and not self._stopping.is_set():
                self._wake.wait(pause)

    def _failed(self, error: Unreachable | Refused) -> float:
        self._failures += 1
        if isinstance(error, Refused) and error.code in ("revoked", "closed"):
            self._tell("end")
            return self._waits.longest
        return after(error, self._waits, self._failures, self._rng)

    def _stream(self) -> float:
        """Read the stream to its end; one that ends in good order is a server that stops."""
        with self._line.listen(self._waits.silence) as response:
            self._response = response
            try:
                self._tell("up")
                self._read(response)
            finally:
                self._response = None
                self._lost()
        self._failures += 1
        return self._rng.uniform(0.0, self._waits.spread)

    def _lost(self) -> None:
        """Somebody looks soon whether head office is there: else it would seem so for minutes."""
        self._wake.wait(self._rng.uniform(0.0, self._waits.lost))
        self._tell("lost")

    def _read(self, response: httpx.Response) -> None:
        name = ""
        for line in response.iter_lines():
            if self._stopping.is_set():
                return
            if line.startswith("event: "):
                name = line.removeprefix("event: ").strip()
            elif line.startswith("data: "):
                self._failures = 0
                self._tell("news" if name == "poke" else "end")

    def _poll(self) -> float:
        news = self._line.wait_for_news(self._known, self._waits.poll)
        both_failed = self._failures > STREAM_TRIES
        if self._failures:
            self._failures = 0 if both_failed else STREAM_TRIES
        if news.state != "on":
            self._tell("end")
            return self._waits.longest
        if news.known != self._known:
            self._known = news.known
            self._tell("news")
        if not both_failed:
            self._try_better(STREAM_TRIES - 1)
        return 0.0

    def _by_clock(self) -> float:
        self._wake.wait(self._waits.timer)
        if not self._wake.is_set():
            self._tell("news")
            self._try_better(POLL_TRIES - 1)
        return 0.0

    def _try_better(self, failures: int) -> None:
        """Now and then a single try of the way before."""
        self._quiet += 1
        if self._quiet >= BETTER_AFTER:
            self._quiet, self._failures = 0, failures

    def _tell(self, what: Heard) -> None:
        if not self._stopping.is_set():
            self._told(what)


def _cut(response: httpx.Response | None) -> None:
    """End a read that waits: closing alone would not wake it."""
    stream = response.extensions.get("network_stream") if response is not None else None
    sock = stream.get_extra_info("socket") if stream is not None else None
    if isinstance(sock, socket.socket):
        with suppress(OSError):
            socket.socket.shutdown(sock, socket.SHUT_RDWR)
