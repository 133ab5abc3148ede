"""What is decided about backups: when the next is due, what the light says, what may go.

Pure: no clock, no disk. Retention follows security.md 4.2.6.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from jewelcrm.backup.model import Light, Overdue

EVERY = dt.timedelta(hours=4)
BANNER, HEAD_OFFICE, CALL = dt.timedelta(hours=26), dt.timedelta(hours=48), dt.timedelta(days=7)
DEEP_EVERY = dt.timedelta(days=30)
DRILL_EVERY, DRILL_OLD = dt.timedelta(days=7), dt.timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the light rests on. `since`: from when on there could have been a backup."""

    now: dt.datetime
    since: dt.datetime
    verified: dt.datetime | None
    drilled: dt.datetime | None
    trouble: str = ""
    behind: tuple[str, ...] = ()
    lost: bool = False
    """The newest point is not where it was put."""


GREEN = "The newest backup is checked, and one was restored for trial lately."
LOST = "The newest backup is not in its folder any more: somebody took it away. Make a new one."


def light(facts: Facts) -> tuple[Light, str]:
    """The light and the sentence beside it. Green only for what was restored and counted."""
    late = overdue(facts.now, facts.verified or facts.since)
    if facts.lost:
        return "red", LOST
    if facts.verified is None:
        words = "There is no checked backup yet."
        return ("red" if late else "amber"), facts.trouble or words
    if late in ("head_office", "call"):
        return "red", "The last checked backup is more than two days old."
    words = _amber(facts, late)
    return ("amber", words) if words else ("green", GREEN)


def _amber(facts: Facts, late: Overdue | None) -> str:
    """What keeps the light from green; empty: nothing."""
    if facts.trouble or late:
        return facts.trouble or "The last checked backup is more than a day old."
    if facts.drilled is None or facts.now - facts.drilled > DRILL_OLD:
        return "No backup has been restored for trial lately."
    return facts.behind[0] if facts.behind else ""


def overdue(now: dt.datetime, since: dt.datetime) -> Overdue | None:
    """How loudly it is to be said that there is no checked backup since then."""
    gone = now - since
    if gone >= CALL:
        return "call"
    if gone >= HEAD_OFFICE:
        return "head_office"
    return "banner" if gone >= BANNER else None


def next_due(now: dt.datetime, last: dt.datetime | None) -> dt.datetime:
    """When the next point is due while the shop is open; a clock set back does not postpone it."""
    if last is None or last > now:
        return now
    return last + EVERY


def deep_due(now: dt.datetime, last: dt.datetime | None) -> bool:
    """True when every page of a point was not looked at for a month."""
    return last is None or last > now or now - last >= DEEP_EVERY


def drill_due(now: dt.datetime, last: dt.datetime | None) -> bool:
    """True when the week's drill has not been; a clock set back does not postpone it."""
    return last is None or last > now or now - last >= DRILL_EVERY
