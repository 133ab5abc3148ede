"""How long to wait before the next try, so that a chain's PCs never come all at once."""

from __future__ import annotations

import random
from dataclasses import dataclass

from jewelcrm.sync.line import Absent, Refused, Unreachable


@dataclass(frozen=True, slots=True)
class Waits:
    """All waits of the line, in seconds."""

    first: float = 1.0
    longest: float = 300.0
    away: float = 60.0
    """The longest while nobody answers at all: a counter is soon back when head office is."""
    timer: float = 60.0
    """Between two looks when there are no events."""
    spread: float = 30.0
    """After an outage PCs come back within so long, each at a moment of its own."""
    lost: float = 5.0
    """Within so long after its stream ended a PC looks whether head office is there."""
    silence: float = 60.0
    """An event stream that says nothing for so long is dead; head office says something each 25."""
    poll: int = 55
    confirm: float = 10.0
    """Between two looks whether head office has confirmed this PC."""


def after(error: Unreachable | Refused, waits: Waits, failures: int, rng: random.Random) -> float:
    """As long as head office asked for; else by how often it failed in a row."""
    return error.retry or retry(waits, failures, rng, absent=isinstance(error, Absent))


def retry(waits: Waits, failures: int, rng: random.Random, *, absent: bool = False) -> float:
    """Full jitter: anything up to a ceiling that doubles with each failure."""
    return rng.uniform(0.0, ceiling(waits, failures, absent=absent))


def ceiling(waits: Waits, failures: int, *, absent: bool = False) -> float:
    """The longest wait after so many failures in a row; shorter where nobody is there at all."""
    most = min(waits.longest, waits.away) if absent else waits.longest
    return min(most, waits.first * 2.0 ** min(failures, 30))


def idle(waits: Waits, rng: random.Random, *, hears: bool) -> float:
    """Until the next look when nothing happens; with events it only proves that the line lives."""
    return waits.timer * (2.0 if hears else 1.0) * rng.uniform(0.8, 1.0)
