"""Answers as they leave: a message, packed if it is worth it, or a `Trouble` with its status."""

from __future__ import annotations

import math

from starlette.requests import Request
from starlette.responses import Response

from jewelcrm.office import bodies
from jewelcrm.office.refusals import Refusal
from jewelcrm.wire.messages import Trouble
from jewelcrm.wire.reasons import REFUSED

WORDS = {
    "bad_request": "The request is not in form.",
    "signature": "The request is not signed by a PC of this head office.",
    "clock": "The request's time is more than five minutes off.",
    "replayed": "This request has been seen before.",
    "revoked": "This PC was taken off.",
    "waiting": "Nobody at head office has confirmed this PC yet.",
    "back": "Head office was put back and does not know this PC; it is to be taken in again.",
    "closed": "This branch was closed.",
    "session": "Nothing proves that the person it names asks.",
    "denied": "The person's role does not allow this.",
    "not_found": "There is nothing here.",
    "code": "The code is wrong, used or out of time. Ask head office for a new one.",
    "password": "The log-in or the password is not right.",
    "too_big": "The request is too large.",
    "update": "This PC's program is too old to read. Update it; its work can still be sent.",
    "limit": "Too many requests. Wait a little.",
    "disk_full": "Head office's disk is full. Nothing was kept.",
    "busy": "Head office is busy. Try again in a moment.",
    "broken": "Something went wrong at head office. Nothing of this was kept.",
}
JSON = "application/json"


def wants_packing(request: Request) -> bool:
    """True when the PC can unpack zstd."""
    return "zstd" in request.headers.get("accept-encoding", "")


def answer(data: bytes, *, packed: bool) -> Response:
    """JSON, already packed or not."""
    headers = {"content-encoding": "zstd"} if packed else {}
    return Response(data, media_type=JSON, headers={"cache-control": "no-store", **headers})


def trouble(refusal: Refusal, now: int, status: int | None = None) -> Response:
    """Why there is no answer."""
    retry = refusal.retry
    told = Trouble(refusal.code, WORDS[refusal.code], now, retry)
    headers = {} if retry is None else {"retry-after": str(max(1, math.ceil(retry)))}
    return Response(
        bodies.encode(told),
        status_code=status or REFUSED[refusal.code],
        media_type=JSON,
        headers={"cache-control": "no-store", **headers},
    )
