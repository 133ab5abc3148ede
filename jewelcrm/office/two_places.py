"""PCs whose store is used in two places: a folder that was copied to a second computer.

Both have one key and one count of what they send. Head office gives the second to clash another
epoch, as it does to a PC that was put back; but then the first one comes under the epoch that has
been left. A PC that was put back from a backup says so itself, and leaves an epoch for good; who
comes back to it without saying so is somebody else with the same store.
"""

from __future__ import annotations

from collections.abc import Iterable

from db.office import tables
from db.office.work import OfficeWork
from db.types import Id
from jewelcrm.office.visiting.records import notice

DAY_MS = 86_400_000
WEEK_MS = 7 * DAY_MS
ADVICE = (
    "Find the second computer and take its copy away; if nobody knows of one, the copy was stolen:"
    " device revoke NAME, and enrol the PC anew."
)
WORDS = f"its store is used in two places. {ADVICE}"


def note(work: OfficeWork, device: Id, branch_id: Id, letter: str, now: int) -> None:
    """Keep that two PCs come as one; the branch is told once a day."""
    if now - told(work, [device]).get(device, 0) < DAY_MS:
        return
    work.port.put(tables.setting, [(_key(device), str(now))])
    work.audit(device, "device.two_places", device, outcome="alert", device=device, at=now)
    notice(work, branch_id, "two_places", now, params={"letter": letter})


def told(work: OfficeWork, devices: Iterable[Id]) -> dict[Id, int]:
    """When each was last noticed; no entry for those that never were."""
    names = {_key(device): device for device in devices}
    rows = work.port.pick(tables.setting, ("key", "value"), [(name,) for name in names])
    return {names[key]: int(value) for key, value in rows}


def in_a_week(work: OfficeWork, devices: Iterable[Id], now: int) -> set[Id]:
    """Those that were noticed in the last seven days, or still are."""
    return {device for device, at in told(work, devices).items() if now - at <= WEEK_MS}


def _key(device: Id) -> str:
    return f"two_places:{device.hex()}"
