"""Bodies of requests and answers: JSON, plain or zstd, never larger than allowed.

The limit holds for the body as it comes and as it is unpacked: a small body that unpacks into a
large one is refused while it is being unpacked. All bodies that are on their way share one room,
and large ones are worked on one by one: a few kilobytes can stand for gigabytes of values.
"""

from __future__ import annotations

import asyncio
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
import zstandard
from starlette.requests import ClientDisconnect, Request

from db import decoding
from jewelcrm.office.refusals import Refusal

WORTH_PACKING = 512
PATIENCE_S = 60.0
"""For how long a body may take to come."""
MOST_AT_ONCE = 256 << 20
"""Bytes of all bodies that are on their way to this process."""
RETRY_S = 3.0
_LEVEL = 3
_LARGEST_WINDOW = 8 << 20
_encoder = msgspec.json.Encoder()


async def read(request: Request, limit: int) -> bytes:
    """The body as it was sent.

    Raises:
        Refusal: it is larger than `limit`, comes too slowly, or the line was cut.
    """
    if (_said(request) or 0) > limit:
        raise Refusal("too_big")
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(PATIENCE_S):
            async for part in request.stream():
                size += len(part)
                if size > limit:
                    raise Refusal("too_big")
                _room.take(len(part))
                parts.append(part)
    except (ClientDisconnect, TimeoutError) as error:
        raise Refusal("bad_request") from error
    finally:
        _room.give_back(sum(map(len, parts)))
    return b"".join(parts)


def may_be_large(request: Request, usual: int) -> bool:
    """True when the body says that it is larger than usual, or does not say."""
    said = _said(request)
    return said is None or said > usual


def _said(request: Request) -> int | None:
    text = request.headers.get("content-length", "")
    return int(text) if text.isascii() and text.isdigit() else None


class _Room:
    """How much of all bodies is held; only the event loop asks."""

    def __init__(self) -> None:
        self.held = 0

    def take(self, size: int) -> None:
        """Hold so much more.

        Raises:
            Refusal: there is no room.
        """
        if self.held + size > MOST_AT_ONCE:
            raise Refusal("busy", retry=RETRY_S)
        self.held += size

    def give_back(self, size: int) -> None:
        """It is held no more."""
        self.held -= size


_room = _Room()
_turn = threading.Lock()


@contextmanager
def turn(plain: bytes, usual: int) -> Iterator[None]:
    """Time for a body larger than usual, in which no other such body is worked on.

    Raises:
        Refusal: one is worked on just now.
    """
    if len(plain) <= usual:
        yield
        return
    if not _turn.acquire(blocking=False):
        raise Refusal("busy", retry=RETRY_S)
    try:
        yield
    finally:
        _turn.release()


def unpack(body: bytes, encoding: str, limit: int) -> bytes:
    """The body's JSON.

    Raises:
        Refusal: it unpacks to more than `limit`, or is not packed as it says.
    """
    if encoding in {"", "identity"}:
        return body
    if encoding != "zstd":
        raise Refusal("bad_request")
    try:
        unpacker = zstandard.ZstdDecompressor(max_window_size=_LARGEST_WINDOW)
        with unpacker.stream_reader(io.BytesIO(body)) as reader:
            data: bytes = reader.read(limit + 1)
    except (zstandard.ZstdError, MemoryError) as error:
        raise Refusal("bad_request") from error
    if len(data) > limit:
        raise Refusal("too_big")
    return data


def decode(data: bytes, kind: type[Any]) -> Any:
    """The message in the JSON.

    Raises:
        Refusal: it is not of that kind.
    """
    try:
        return decoding.decode(data, kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refusal("bad_request") from error


def encode(message: msgspec.Struct) -> bytes:
    """The message as JSON."""
    return _encoder.encode(message)


def pack(data: bytes) -> bytes:
    """The JSON in zstd."""
    return zstandard.ZstdCompressor(level=_LEVEL).compress(data)
