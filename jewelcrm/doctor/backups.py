"""The doctor at the backups: their age, the last check, the last restore drill, the targets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from jewelcrm.backup import queries
from jewelcrm.backup.model import BackupStatus, TargetLook
from jewelcrm.doctor.model import N_, Light, Line, Round

DRILL_DAYS = 8
"""A drill each week, and a day's grace."""
_MAKE_ONE = N_("Make one: jewelcrm-admin backup now")
_NAME = "backup targets"
_OF_KIND = {  # its place may be named after a person
    "folder": Line(_NAME, "amber", "a folder is not as it should be"),
    "usb": Line(_NAME, "amber", "a USB stick is not as it should be"),
    "share": Line(_NAME, "amber", "a network folder is not as it should be"),
    "head_office": Line(_NAME, "amber", "the copy at head office is not as it should be"),
}


def backups(at: Round) -> Iterator[Line]:
    """Every line about backups."""
    found, now = queries.status(at.ctx), at.ctx.clock.now()
    yield _made(found, now)
    yield _drilled(found, now)
    yield from _targets(found.targets)


def _made(found: BackupStatus, now: dt.datetime) -> Line:
    bad: Light = "red" if found.overdue == "call" else "amber"
    if found.last_verified_at is None:
        line = Line("backup", bad, "no checked backup yet", _MAKE_ONE)
    else:
        hours = _hours(now - found.last_verified_at)
        light: Light = bad if found.overdue or found.trouble else "green"
        advice = "" if light == "green" else _MAKE_ONE
        line = Line("backup", light, f"the newest that was checked is {hours} hours old", advice)
    return replace(line, advice=found.trouble) if found.trouble else line


def _drilled(found: BackupStatus, now: dt.datetime) -> Line:
    if found.last_drill_at is None:
        return Line(
            "restore drill",
            "amber",
            "none yet: nobody knows whether a backup can be restored",
            "Try one: jewelcrm-admin backup drill",
        )
    days, took = (now - found.last_drill_at).days, found.last_drill_seconds or 0
    if days > DRILL_DAYS:
        advice = "Try one: jewelcrm-admin backup drill"
        return Line(
            "restore drill", "amber", f"passed {days} days ago (it took {took:.0f} s)", advice
        )
    if days > 1:
        return Line("restore drill", "green", f"passed {days} days ago (it took {took:.0f} s)")
    return Line("restore drill", "green", f"passed within two days (it took {took:.0f} s)")


def _targets(looks: tuple[TargetLook, ...]) -> Iterator[Line]:
    elsewhere = [look for look in looks if look.target.kind in _OF_KIND]
    if not elsewhere:
        yield Line(
            "backup targets",
            "amber",
            "backups lie on this PC's own disk only",
            "Add a USB stick or a network folder on the page Backups.",
        )
        return
    bad = [look for look in elsewhere if look.words]
    for look in bad:
        yield replace(_OF_KIND[look.target.kind], advice=look.words)
    if not bad:
        yield Line("backup targets", "green", f"{len(elsewhere)} besides this PC's own disk")


def _hours(age: dt.timedelta) -> int:
    return max(0, int(age.total_seconds()) // 3600)
