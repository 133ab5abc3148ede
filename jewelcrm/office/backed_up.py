"""Since when each PC has no checked backup of its own: head office is told after 48 hours.

A PC says when its newest checked backup was made whenever that changes, and again when its program
starts. One that never said so is reckoned from the day it was enrolled. What a wrong clock says is
told from what is true by when it was first heard.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from db.office import tables
from db.office.work import OfficeWork
from db.types import Id, from_millis
from jewelcrm.office.devices import Pc

LATE = dt.timedelta(hours=48)
APART_MS = 600_000
"""So far a PC's clock may be from what head office sees before somebody is told of both."""
_AHEAD_MS = 300_000
_TOLD, _HEARD = "backed_up", "backed_up_heard"


class Heard(NamedTuple):
    """What a PC said of its newest backup, and when that was first heard; in milliseconds."""

    said: int
    came: int

    def is_apart(self) -> bool:
        """True when a clock must be wrong, or the backup was old when it was heard of.

        That a PC which was off overnight tells of yesterday's is as it should be.
        """
        age = self.came - self.said
        return age < -APART_MS or age >= LATE / dt.timedelta(milliseconds=1)


def note(work: OfficeWork, device: Id, at: int, now: int) -> None:
    """Keep what a PC tells; a moment that was still to come when it was first heard is that one."""
    heard = first_heard(work, [device]).get(device)
    if heard is None or abs(heard.said - at) > APART_MS:
        heard = Heard(at, now)
    told = min(at, heard.came + _AHEAD_MS)
    rows = [(_key(device), str(told)), (_key(device, _HEARD), f"{heard.said} {heard.came}")]
    work.port.put(tables.setting, rows)


def told(work: OfficeWork, devices: Iterable[Id]) -> dict[Id, dt.datetime]:
    """When each PC's newest checked backup was made; no entry for those that never said."""
    return {device: from_millis(int(value)) for device, value in _kept(work, devices).items()}


def first_heard(work: OfficeWork, devices: Iterable[Id]) -> dict[Id, Heard]:
    """What each PC said, and when it said so first."""
    kept = _kept(work, devices, _HEARD)
    return {device: Heard(*map(int, value.split())) for device, value in kept.items()}


def late(
    pcs: Iterable[Pc], known: dict[Id, dt.datetime], now: dt.datetime
) -> dict[Id, dt.timedelta]:
    """How long ago, for every PC at work that has been without for too long."""
    ages = {pc.id: now - known.get(pc.id, pc.enrolled_at) for pc in pcs if pc.state == "on"}
    return {device: age for device, age in ages.items() if age >= LATE}


def _kept(work: OfficeWork, devices: Iterable[Id], what: str = _TOLD) -> dict[Id, str]:
    names = {_key(device, what): device for device in devices}
    rows = work.port.pick(tables.setting, ("key", "value"), [(name,) for name in names])
    return {names[key]: value for key, value in rows}


def _key(device: Id, what: str = _TOLD) -> str:
    return f"{what}:{device.hex()}"
