"""What a person may type into a follow-up or a rule."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from jewelcrm.errors import CanFix
from jewelcrm.followups.rules import OUTCOMES

FAR = 366 * 2
"""Days: a follow-up further away than this is a slip of the finger."""

_STEPS = 8
_REACH = 366


def title(text: str) -> str:
    """The title, trimmed.

    Raises:
        CanFix: there is none, or it is too long.
    """
    kept = " ".join(text.split())
    if not kept or len(kept) > 200:
        raise CanFix("Say what is to be done (up to 200 characters).", field="title")
    return kept


def reason(text: str) -> str:
    """The reason for putting it off, trimmed.

    Raises:
        CanFix: there is none, or it is too long.
    """
    kept = " ".join(text.split())
    if not kept or len(kept) > 200:
        raise CanFix("Say why it is put off (up to 200 characters).", field="reason")
    return kept


def outcome(code: str) -> None:
    if code not in OUTCOMES:
        raise CanFix("Choose what came of it.", field="outcome")


def coming_day(day: dt.date, today: dt.date, *, field: str) -> None:
    """Refuse a day that has passed or is far away."""
    if day < today:
        raise CanFix("This day has passed. Choose today or a later day.", field=field)
    _near(day, today, field)


def later_day(day: dt.date, today: dt.date, *, field: str) -> None:
    """Refuse a day that is not after today or is far away."""
    if day <= today:
        raise CanFix("Choose a day after today.", field=field)
    _near(day, today, field)


def _near(day: dt.date, today: dt.date, field: str) -> None:
    if (day - today).days > FAR:
        raise CanFix("This day is more than two years away. Check the year.", field=field)


def ladder(days: Sequence[int]) -> list[int]:
    """A rule's steps, ascending, each once.

    Raises:
        CanFix: there is none, too many, or one further than a year.
    """
    steps = sorted(set(days))
    if not 1 <= len(steps) <= _STEPS:
        raise CanFix("A rule has 1 to {most} steps.", field="days", most=_STEPS)
    if not all(-_REACH <= step <= _REACH for step in steps):
        raise CanFix("A step is at most a year before or after the day.", field="days")
    return steps
