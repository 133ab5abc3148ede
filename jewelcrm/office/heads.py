"""HTTP as uvicorn speaks it, but a request's head comes soon, and is not endless.

Uvicorn waits for ever for a head that never ends, and keeps headers as long as they come: a few
hundred silent lines would use up the machine's sockets, one long head its memory. Whoever is on
the other end has not shown who it is by then.
"""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

PATIENCE_S = 30.0
"""For how long a head may take, also the first one of a line."""
MOST_BYTES = 64 << 10


class Prompt(HttpToolsProtocol):
    """Closes a line whose head is late or too large; headers behind a body are not kept."""

    _late: asyncio.TimerHandle | None = None
    _size = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A line is open: its first request is due."""
        super().connection_made(transport)
        self._expect()

    def connection_lost(self, exc: Exception | None) -> None:
        """The line is closed."""
        self._arrived()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Part of a head, or of what follows it."""
        super().data_received(data)
        if self._late is not None:
            self._size += len(data)
            if self._size > MOST_BYTES:
                self._close()

    def on_message_begin(self) -> None:
        """A head begins."""
        super().on_message_begin()
        self._expect()

    def on_header(self, name: bytes, value: bytes) -> None:
        """One of its lines."""
        if self._late is not None:
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """It is there."""
        self._arrived()
        super().on_headers_complete()

    def _expect(self) -> None:
        if self._late is None:
            self._size = 0
            self._late = self.loop.call_later(PATIENCE_S, self._close)

    def _arrived(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None

    def _close(self) -> None:
        self._arrived()
        if not self.transport.is_closing():
            self.transport.close()
