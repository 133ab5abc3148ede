"""Ids and moments, as every store keeps them; their columns are in `db.columns`."""

from __future__ import annotations

import datetime as dt
import secrets
import threading
import time

Id = bytes
"""A record's key: a UUIDv7 as 16 bytes (RFC 9562), so that new rows sort last."""

_UNIX = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MILLISECOND = dt.timedelta(milliseconds=1)


_TAIL_BITS = 74
_STEP_BITS = 32
_turn = threading.Lock()
_last = 0


def new_id() -> Id:
    """A fresh UUIDv7: 48 bits of Unix milliseconds, then 74 random bits.

    Ids of one process only grow, also within a millisecond (RFC 9562 6.2, method 2), so that rows
    of one unit of work keep their order.
    """
    global _last  # noqa: PLW0603 - the order of ids is the process's own
    fresh = (time.time_ns() // 1_000_000) << _TAIL_BITS | secrets.randbits(_TAIL_BITS)
    with _turn:
        _last = max(fresh, _last + 1 + secrets.randbits(_STEP_BITS))
        return _as_uuid(_last)


def _as_uuid(value: int) -> Id:
    """The bits with the version (7) and the variant (2) put between them."""
    stamp, tail = value >> _TAIL_BITS, value & ((1 << _TAIL_BITS) - 1)
    high = stamp << 16 | 0x7000 | tail >> 62
    low = 0b10 << 62 | tail & ((1 << 62) - 1)
    return (high << 64 | low).to_bytes(16, "big")


def to_millis(moment: dt.datetime) -> int:
    """Milliseconds since 1970 UTC; a moment without a zone is refused."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return (moment - _UNIX) // _MILLISECOND


def from_millis(millis: int) -> dt.datetime:
    """The UTC moment of `millis` milliseconds since 1970."""
    return _UNIX + millis * _MILLISECOND
