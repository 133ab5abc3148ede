"""An event stream as the server sends it: one waiting task a connection, and nothing more."""

from __future__ import annotations

import asyncio

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from jewelcrm.office.events import Hub, Stream, lines

HEADERS = [
    (b"content-type", b"text/event-stream"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]


class EventStream(Response):
    """Sends a stream's lines until the PC goes or is told to."""

    def __init__(self, hub: Hub, stream: Stream) -> None:
        self.status_code = 200
        self.background = None
        self._hub, self._stream = hub, stream
        hub.pace(stream)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Speak ASGI."""
        gone = asyncio.ensure_future(_gone(receive, self._stream))
        try:
            await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
            async for line in lines(self._stream):
                if gone.done():
                    return
                await send({"type": "http.response.body", "body": line, "more_body": True})
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            gone.cancel()
            self._hub.leave(self._stream)


async def _gone(receive: Receive, stream: Stream) -> None:
    """Ends when the PC has hung up, and wakes the stream to see it."""
    while (await receive())["type"] != "http.disconnect":
        pass
    stream.wake()
