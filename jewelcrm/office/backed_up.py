"""Since when each PC has no checked backup of its own: head office is told after 48 hours.

A PC says when its newest checked backup was made whenever that changes. One that never said so is
reckoned from the day it was enrolled.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from db.office import tables
from db.office.work import OfficeWork
from db.types import Id, from_millis
from jewelcrm.office.devices import Pc

LATE = dt.timedelta(hours=48)
_AHEAD_MS = 300_000


def note(work: OfficeWork, device: Id, at: int, now: int) -> None:
    """Keep what a PC tells; a moment that is still to come is taken for now."""
    told = min(at, now + _AHEAD_MS)
    work.port.put(tables.setting, [(_key(device), str(told))])


def told(work: OfficeWork, devices: Iterable[Id]) -> dict[Id, dt.datetime]:
    """When each PC's newest checked backup was made; no entry for those that never said."""
    names = {_key(device): device for device in devices}
    rows = work.port.pick(tables.setting, ("key", "value"), [(name,) for name in names])
    return {names[key]: from_millis(int(value)) for key, value in rows}


def late(
    pcs: Iterable[Pc], known: dict[Id, dt.datetime], now: dt.datetime
) -> dict[Id, dt.timedelta]:
    """How long ago, for every PC at work that has been without for too long."""
    ages = {pc.id: now - known.get(pc.id, pc.enrolled_at) for pc in pcs if pc.state == "on"}
    return {device: age for device, age in ages.items() if age >= LATE}


def _key(device: Id) -> str:
    return f"backed_up:{device.hex()}"
