"""The hybrid logical clock: a time that never runs backwards, even when the PC's clock does.

47 bits of milliseconds, 16 bits of counter, packed in one integer (sync.md 2.2).
"""

from __future__ import annotations

COUNTER_BITS = 16
BEHIND_NOTICE_MS, BEHIND_ALERT_MS = 120_000, 600_000
"""How far a PC's clock may be off before it says so, and before its branch is told."""


def next_hlc(last: int, now_ms: int) -> int:
    """The next tick after `last`, at least the wall clock's `now_ms`."""
    return max(last + 1, now_ms << COUNTER_BITS)


def behind_ms(last: int, now_ms: int) -> int:
    """By how many milliseconds the wall clock is behind the last tick; 0 when it is not."""
    return max(0, (last >> COUNTER_BITS) - now_ms)
