"""How somebody wants a PC enrolled, and what comes of it."""

from __future__ import annotations

import datetime as dt
import platform
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from db.shop import osring
from db.types import Id
from jewelcrm.context import Clock, SystemClock
from jewelcrm.errors import CanFix

Progress = Callable[[str, int, int], None]
"""What is being done, how much of it, of how much (0: not known)."""

NAME_LETTERS = 40
"""Of a computer's name: it stands in lists of all PCs."""
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


def usual_name() -> str:
    """What this computer is called in its network."""
    return platform.node()[:NAME_LETTERS] or "PC"


def silent(*_told: object) -> None:
    """Nobody watches, nobody compares."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How somebody wants the PC enrolled.

    Raises:
        CanFix: the name is too long to stand in a list.
    """

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

    def __post_init__(self) -> None:
        if len(self.name) > NAME_LETTERS:
            raise CanFix(
                "A computer's name may have {most} letters. Shorten it.",
                field="name",
                most=NAME_LETTERS,
            )

    @property
    def now(self) -> dt.datetime:
        """The moment on this PC."""
        return self.clock.now()
