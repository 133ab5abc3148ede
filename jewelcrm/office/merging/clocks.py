"""Clocks that run ahead must not win for ever, nor drag everyone's clock along (sync.md 2.2)."""

from __future__ import annotations

from typing import NamedTuple

from db.clock import COUNTER_BITS

AHEAD_MS = 5 * 60_000
MEMORY_MS = 400 * 86_400_000
"""How long head office remembers which transactions it has seen."""


class Moment(NamedTuple):
    """A transaction's clock and time as they count."""

    hlc: int
    at: int
    clamped: bool


def clamp(hlc: int, at: int, now: int) -> Moment:
    """The transaction's own, or head office's now when its clock is more than 5 minutes ahead."""
    if hlc >> COUNTER_BITS <= now + AHEAD_MS:
        return Moment(hlc, min(at, now + AHEAD_MS), clamped=False)
    return Moment(now << COUNTER_BITS, min(at, now), clamped=True)


def too_old(hlc: int, now: int) -> bool:
    """True when nobody remembers any more whether it was seen before."""
    return hlc >> COUNTER_BITS < now - MEMORY_MS
