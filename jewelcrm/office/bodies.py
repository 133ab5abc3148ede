"""Bodies of requests and answers: JSON, plain or zstd, never larger than allowed.

The limit holds for the body as it comes and as it is unpacked: a small body that unpacks into a
large one is refused while it is being unpacked.
"""

from __future__ import annotations

import asyncio
import io
from typing import Any

import msgspec
import zstandard
from starlette.requests import ClientDisconnect, Request

from jewelcrm.office.refusals import Refusal

WORTH_PACKING = 512
PATIENCE_S = 60.0
"""For how long a body may take to come."""
_LEVEL = 3
_LARGEST_WINDOW = 8 << 20
_encoder = msgspec.json.Encoder()


async def read(request: Request, limit: int) -> bytes:
    """The body as it was sent.

    Raises:
        Refusal: it is larger than `limit`, comes too slowly, or the line was cut.
    """
    said = request.headers.get("content-length", "")
    if said.isdigit() and int(said) > limit:
        raise Refusal("too_big")
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(PATIENCE_S):
            async for part in request.stream():
                size += len(part)
                if size > limit:
                    raise Refusal("too_big")
                parts.append(part)
    except (ClientDisconnect, TimeoutError) as error:
        raise Refusal("bad_request") from error
    return b"".join(parts)


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
        return _decoder(kind).decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refusal("bad_request") from error


def encode(message: msgspec.Struct) -> bytes:
    """The message as JSON."""
    return _encoder.encode(message)


def pack(data: bytes) -> bytes:
    """The JSON in zstd."""
    return zstandard.ZstdCompressor(level=_LEVEL).compress(data)


def _decoder(kind: type[Any]) -> msgspec.json.Decoder[Any]:
    found = _decoders.get(kind)
    if found is None:
        found = _decoders[kind] = msgspec.json.Decoder(kind)
    return found


_decoders: dict[type[Any], msgspec.json.Decoder[Any]] = {}
