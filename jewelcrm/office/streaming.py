"""An event stream as the server sends it: a line that only tells, with nothing of its request left.

What a request needs under uvicorn and FastAPI (parser, scope, task) is eleven kilobytes. A stream
needs none of it any more and lives for a day: as soon as its PC is let in, `Told` has the line.
"""

from __future__ import annotations

import asyncio
from collections.abc import MutableSet
from typing import Any

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from jewelcrm.office.events import ALIVE, Hub, Stream

LINE = "jewelcrm.line"
"""Our server's extension of ASGI; its `hand_over` gives the request's line to a `Told`."""
GOOD_BYE_S = 0.2
"""How long a line under TLS may take to say good-bye, which it does not when nobody reads."""
NO_MORE = b""
HEAD = b"\r\n".join(
    (
        b"HTTP/1.1 200 OK",
        b"content-type: text/event-stream",
        b"cache-control: no-store",
        b"x-accel-buffering: no",
        b"connection: close",
        b"",
    )
)


class EventStream(Response):
    """Gives the line of its request to one who tells a stream's news."""

    def __init__(self, hub: Hub, stream: Stream) -> None:
        self.status_code = 200
        self.background = None
        self._hub, self._stream = hub, stream

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Speak no more ASGI."""
        chunked = scope["http_version"] != "1.0"
        hand_over = scope["extensions"][LINE]["hand_over"]
        hand_over(Told(self._hub, self._stream, chunked=chunked))


class Told(asyncio.Protocol):
    """The line of a PC that is told of news until it goes or its stream ends.

    A line that takes nothing more is left alone until it does: what waits is one number a scope.
    """

    __slots__ = ("_among", "_chunked", "_full", "_hub", "_stream", "_transport")

    def __init__(self, hub: Hub, stream: Stream, *, chunked: bool) -> None:
        self._hub, self._stream = hub, stream
        self._chunked, self._full = chunked, False

    def begin(
        self,
        transport: asyncio.Transport,
        among: MutableSet[Any],
        headers: list[tuple[bytes, bytes]],
    ) -> None:
        """Answer the request; `headers` are the server's own, `among` its open lines."""
        self._transport, self._among = transport, among
        among.add(self)
        self._hub.pace(self._stream)
        own = [(b"transfer-encoding", b"chunked")] * self._chunked + headers
        transport.write(b"".join((HEAD, *(b"%s: %s\r\n" % header for header in own), b"\r\n")))
        self._send(ALIVE)
        self._stream.then(self._speak)

    def leave(self) -> None:
        """Tell nothing more."""
        self._hub.leave(self._stream)

    def connection_lost(self, _error: Exception | None) -> None:
        """The PC is gone."""
        self.leave()
        self._among.discard(self)

    def data_received(self, _data: bytes) -> None:
        """Whoever is told has nothing to say."""
        self._transport.abort()

    def pause_writing(self) -> None:
        """The line takes nothing more."""
        self._full = True

    def resume_writing(self) -> None:
        """It does again."""
        self._full = False
        self._speak()

    def shutdown(self) -> None:
        """The server stops."""
        self._stream.finish("on")
        asyncio.get_running_loop().call_later(GOOD_BYE_S, self._transport.abort)

    def _speak(self) -> None:
        if self._full or self._transport.is_closing():
            return
        if said := self._stream.said():
            self._send(said)
        if self._stream.end is None:
            self._stream.then(self._speak)
        else:
            self._send(NO_MORE)
            self._transport.close()

    def _send(self, said: bytes) -> None:
        self._transport.write(b"%x\r\n%s\r\n" % (len(said), said) if self._chunked else said)
