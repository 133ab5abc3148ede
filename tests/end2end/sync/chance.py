"""Everything that is left to chance or to the clock, out of one seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

import db.types
import jewelcrm.sync.engine
from db.types import from_millis

START = 1_772_442_000_000
"""2 March 2026, 9:00 UTC."""


class Time:
    """The world's time; it stands in for the modules `time` and `secrets`, too."""

    def __init__(self, seed: int) -> None:
        self.ms = START
        self.dice = random.Random(seed)

    def now(self):
        return from_millis(self.ms)

    def move(self, ms: int) -> None:
        self.ms += ms

    def time_ns(self) -> int:
        return self.ms * 1_000_000

    def monotonic(self) -> float:
        return self.ms / 1000

    def randbits(self, count: int) -> int:
        return self.dice.getrandbits(count)


class Skewed:
    """A PC's own clock."""

    def __init__(self, time: Time, skew_ms: int) -> None:
        self.time, self.skew = time, skew_ms

    def now(self):
        return from_millis(self.time.ms + self.skew)


@contextmanager
def governed(time: Time) -> Iterator[Time]:
    """Ids, timers and clocks follow this time; one seed is one history."""
    patch = pytest.MonkeyPatch()
    patch.setattr(db.types, "time", time)
    patch.setattr(db.types, "secrets", time)
    patch.setattr(db.types, "_last", 0)
    patch.setattr(jewelcrm.sync.engine, "time", time)
    try:
        yield time
    finally:
        patch.undo()
