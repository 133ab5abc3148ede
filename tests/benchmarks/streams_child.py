"""The least that a TLS connection costs a server: one that says `:` and then nothing more.

`python -m tests.benchmarks.streams_child CHAIN KEY` prints its port and serves until it is stopped.
"""

from __future__ import annotations

import asyncio
import ssl
import sys
from typing import cast

import uvloop

from db.memory import keep_large_blocks_apart


class Quiet(asyncio.Protocol):
    """Answers the first bytes, and stays."""

    __slots__ = ("_transport",)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Somebody is there."""
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        """The request, whatever it is."""
        self._transport.write(b":\n\n")


async def main(chain: str, key: str) -> None:
    """Serve for ever."""
    keep_large_blocks_apart()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, key)
    context.minimum_version, context.num_tickets = ssl.TLSVersion.TLSv1_3, 0
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Quiet, "127.0.0.1", 0, ssl=context, backlog=2048)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    uvloop.run(main(*sys.argv[1:]))
