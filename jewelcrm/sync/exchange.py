"""One request over HTTP: packed, sent, read whole, unpacked; what went wrong in our words."""

from __future__ import annotations

import io
import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
import zstandard

from db.decoding import decode
from jewelcrm.sync.line import Absent, Refused, Unreachable, Untrusted
from jewelcrm.wire.messages import Trouble

if TYPE_CHECKING:
    import httpx

T = TypeVar("T")

WORTH_PACKING = 512
LARGEST = 64 << 20
"""Bytes of an answer, unpacked: more is no answer of head office's."""
COME_AGAIN = frozenset({"busy", "broken"})
"""Refusals that are about head office's load, not about this PC."""

BAD_GATEWAY = 502
"""What a proxy says for a head office that is not there."""
_JSON = "application/json"
_NOT_NOW = (9, 10)
"""OpenSSL's words for a certificate that is right, but not valid yet, or not any more."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    body: bytes
    certificate: bytes = b""


def client(url: str, context: ssl.SSLContext, patience: float) -> httpx.Client:
    """A client for one server; connections are kept for the next question."""
    import httpx  # a fifth of a second: not while the program starts

    return httpx.Client(
        base_url=url,
        verify=context,
        timeout=httpx.Timeout(patience, connect=min(patience, 10.0)),
        limits=httpx.Limits(max_connections=4, max_keepalive_connections=2, keepalive_expiry=50),
        headers={"accept-encoding": "zstd", "user-agent": "JewelCRM"},
        follow_redirects=False,
    )


def packed(data: bytes) -> tuple[bytes, dict[str, str]]:
    """A body as it is sent, and its headers."""
    if len(data) < WORTH_PACKING:
        return data, {"content-type": _JSON}
    small = zstandard.ZstdCompressor(level=3).compress(data)
    return small, {"content-type": _JSON, "content-encoding": "zstd"}


def send(
    through: httpx.Client, method: str, path: str, body: bytes, headers: dict[str, str]
) -> Answer:
    """Send a request and read the whole answer.

    Raises:
        Unreachable: there is no answer, or not all of it. Untrusted: it is not head office's.
        Refused: `clock`, when its certificate is not valid at the time that this PC has.
    """
    import httpx

    try:
        with through.stream(method, path, content=body, headers=headers) as response:
            certificate = _certificate(response)  # gone once the answer is read and the line shut
            return Answer(response.status_code, _read(response), certificate)
    except (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, OSError) as error:
        raise no_line(error) from error


def no_line(error: BaseException) -> Unreachable | Refused:
    """The failure of a line as one of ours."""
    import httpx

    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return Refused("clock") if cause.verify_code in _NOT_NOW else Untrusted()
        cause = cause.__cause__ or cause.__context__
    nobody = isinstance(error, httpx.ConnectError | httpx.ConnectTimeout)
    return Absent() if nobody else Unreachable()


def decoded(answer: Answer, kind: type[T]) -> T:
    """The answer as a message.

    Raises:
        Unreachable: it is none of ours, or head office is too busy. Refused: it is a no.
    """
    if answer.status != 200:
        raise _no(answer)
    return _message(answer.body, kind)


def _no(answer: Answer) -> Exception:
    try:
        told = decode(answer.body, Trouble)
    except ValueError:  # no JSON, or no UTF-8
        return Absent() if answer.status == BAD_GATEWAY else Unreachable()
    if told.error in COME_AGAIN:
        return Unreachable(told.retry)
    return Refused(told.error, told.retry, told.now)


def _message(body: bytes, kind: type[T]) -> T:
    try:
        return decode(body, kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Unreachable from error


def _read(response: httpx.Response) -> bytes:
    parts: list[bytes] = []
    size = 0
    for part in response.iter_raw():
        size += len(part)
        if size > LARGEST:
            raise Unreachable
        parts.append(part)
    whole = b"".join(parts)
    return _unpacked(whole) if response.headers.get("content-encoding") == "zstd" else whole


def _unpacked(data: bytes) -> bytes:
    try:
        with zstandard.ZstdDecompressor().stream_reader(io.BytesIO(data)) as reader:
            plain: bytes = reader.read(LARGEST + 1)
    except zstandard.ZstdError as error:
        raise Unreachable from error
    if len(plain) > LARGEST:
        raise Unreachable
    return plain


def _certificate(response: httpx.Response) -> bytes:
    stream: Any = response.extensions.get("network_stream")
    spoken = stream.get_extra_info("ssl_object") if stream is not None else None
    return (spoken.getpeercert(True) or b"") if spoken is not None else b""
