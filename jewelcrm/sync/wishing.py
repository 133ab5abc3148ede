"""How somebody wants a PC enrolled, and what comes of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from db.shop import osring
from db.types import Id
from jewelcrm.context import Clock, SystemClock

Progress = Callable[[str, int, int], None]
"""What is being done, how much of it, of how much (0: not known)."""

CONFIRM_S = 600.0
"""How long somebody at head office may take to compare the six words."""


@dataclass(frozen=True, slots=True)
class Enrolled:
    """The PC belongs to head office."""

    device: Id
    branch_code: str
    branch_name: str
    letter: str
    words: str
    keyring: str | None
    login: str
    recovery_code: str = field(repr=False)
    """Empty for a store that was there before: its code stays."""
    complete: bool = False


def silent(*_told: object) -> None:
    """Nobody watches, nobody compares."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How somebody wants the PC enrolled."""

    folder: Path
    url: str
    code: str
    name: str
    login: str | None
    password: str | None = field(repr=False)
    clock: Clock = field(default_factory=SystemClock)
    ring: osring.OsRing | None = None
    tell: Progress = silent
    words: Callable[[str], None] = silent
    confirm_s: float = CONFIRM_S

    @property
    def now(self) -> dt.datetime:
        """The moment on this PC."""
        return self.clock.now()
