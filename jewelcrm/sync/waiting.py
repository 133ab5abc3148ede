"""How long to wait before the next try, so that a chain's PCs never come all at once."""

from __future__ import annotations

import random
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Waits:
    """All waits of the line, in seconds."""

    first: float = 1.0
    longest: float = 300.0
    timer: float = 60.0
    """Between two looks when there are no events."""
    spread: float = 30.0
    """After an outage PCs come back within so long, each at a moment of its own."""
    silence: float = 60.0
    """An event stream that says nothing for so long is dead; head office says something each 25."""
    poll: int = 55
    confirm: float = 10.0
    """Between two looks whether head office has confirmed this PC."""


def retry(waits: Waits, failures: int, rng: random.Random) -> float:
    """Full jitter: anything up to a ceiling that doubles with each failure."""
    return rng.uniform(0.0, ceiling(waits, failures))


def ceiling(waits: Waits, failures: int) -> float:
    """The longest wait after so many failures in a row."""
    return min(waits.longest, waits.first * 2.0 ** min(failures, 30))


def idle(waits: Waits, rng: random.Random, *, hears: bool) -> float:
    """Until the next look when nothing happens; with events it only proves that the line lives."""
    return waits.timer * (2.0 if hears else 1.0) * rng.uniform(0.8, 1.0)
