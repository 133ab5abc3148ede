"""What a check looks at, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection

from db.backup.stopping import Cancelled, never
from jewelcrm.context import Context

Light = Literal["green", "amber", "red"]


def N_(text: str) -> str:
    """Mark a sentence that reaches a line by a name, so that it is translated."""
    return text


@dataclass(frozen=True, slots=True)
class Line:
    """One check: `words` says what was found, `advice` what to do when it is not green."""

    check: str
    light: Light
    words: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """What the checks look at: who asks, one moment of the store, and whether to stop."""

    ctx: Context
    conn: Connection
    stopped: Cancelled = never


Check = Callable[[Round], Iterator[Line]]
