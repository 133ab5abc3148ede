"""What is told of a backup that was listed, and of one that was read again."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kept:
    """One backup of a folder: a point, or a file of its own; `id` names it."""

    id: str
    made_at: dt.datetime | None = None
    rows: int = 0
    size: int = 0
    checked_at: dt.datetime | None = None
    drilled_at: dt.datetime | None = None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What reading a backup again found; no fault: it is whole."""

    id: str
    rows: int
    seconds: float
    faults: tuple[str, ...]
