"""What a backup is to a person: points in time, targets, the light, and what a restore did."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from db.types import Id

Light = Literal["green", "amber", "red"]
Why = Literal["now", "hours", "close", "migration", "import", "restore", "update"]
"""Why a point was made: by hand, every four hours, at close, or before something risky."""
Overdue = Literal["banner", "head_office", "call"]
"""No checked backup for 26 hours, for 48 hours, for seven days."""
PointState = Literal["checked", "made", "damaged", "going"]
"""`made`: not checked yet; `damaged`: noticed as such; `going`: taken away for good tomorrow."""
TargetKind = Literal["local", "folder", "usb", "share", "head_office"]
TargetState = Literal["ready", "behind", "away", "full", "read_only", "failed", "damaged"]
"""`behind`: reachable, but the newest point is not on it yet; `away`: not plugged in."""
Way = Literal["staff", "recovery", "office"]
"""How a backup can be opened: password with this PC's keyring, printed code, head office."""

Progress = Callable[[str, int, int], None]
"""Called with what is done (a code: copy, check, carry, read, drill), how far, and of how much."""


def silent(_what: str, _done: int, _total: int) -> None:
    """Nobody watches."""


@dataclass(frozen=True, slots=True)
class Point:
    """A moment to which the store can be put back: "yesterday 18:00, 12,431 customers, checked"."""

    id: str
    made_at: dt.datetime
    why: Why
    customers: int
    orders: int
    verified_at: dt.datetime | None
    drilled_at: dt.datetime | None
    size: int
    """Bytes of the store."""
    added: int
    """Bytes this point cost in its target."""
    target: str
    """Id of the target that holds it (`Target.id`); "" when a bare folder was looked at."""
    branch: str
    """The branch's code."""
    branch_id: Id
    device: Id
    letter: str
    epoch: int
    seq: int
    schema: int
    state: PointState
    ways: tuple[Way, ...]
    trouble: str = ""
    """English sentence of ours when it is damaged: what is wrong with which file."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where copies go besides this PC's own disk. `place`: a path, or a stick's label."""

    kind: TargetKind
    place: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class TargetLook:
    """How a target stands."""

    target: Target
    state: TargetState
    last_made_at: dt.datetime | None
    """Moment of the newest point that it holds whole."""
    last_carried_at: dt.datetime | None
    free: int | None
    words: str = ""
    """English sentence: what is wrong and what to do; "" when all is well."""


@dataclass(frozen=True, slots=True)
class BackupStatus:
    """The light, and why. Green only for a backup that was restored and counted."""

    light: Light
    words: str
    """English sentence for the light."""
    last_made_at: dt.datetime | None
    last_verified_at: dt.datetime | None
    last_drill_at: dt.datetime | None
    last_drill_seconds: float | None
    overdue: Overdue | None
    next_due_at: dt.datetime
    targets: tuple[TargetLook, ...]
    trouble: str = ""
    """The last thing that went wrong, in a sentence; "" since it went well."""
    no_room: bool = False
    """The disk is full: what room is left is for people's work."""


@dataclass(frozen=True, slots=True)
class Made:
    """A backup was made (and checked, unless `verified` is false)."""

    point: Point
    verified: bool
    seconds: float
    carried: tuple[str, ...] = ()
    """Ids of the targets that have it too."""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verified:
    """What a check of a point found; `faults` is empty when all is well."""

    id: str
    deep: bool
    faults: tuple[str, ...]
    seconds: float
    bytes: int
    at: dt.datetime
    bad_packs: tuple[str, ...] = ()
    """Names of files in the vault that were found damaged."""

    @property
    def whole(self) -> bool:
        """True when nothing was found."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class Drilled:
    """A restore drill: really restored, opened by the recovery envelope, counted, read."""

    id: str
    way: Literal["recovery", "own"]
    """`own`: this store keeps no drill key yet; a new recovery code makes one."""
    customers: int
    orders: int
    read: int
    """Records read through the program's own queries."""
    erased_again: int
    faults: tuple[str, ...]
    seconds: float
    at: dt.datetime
    office: Literal["", "known", "away", "lacks"] = ""
    """Whether head office knows what the backup says it knows; nothing: there is none."""

    @property
    def passed(self) -> bool:
        """True when nothing was found."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class ByPassword:
    """Opened by a person's password and this computer's keyring."""

    login: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ByCode:
    """Opened by the printed recovery code."""

    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ByKey:
    """Opened by the database key itself, as head office gave it back."""

    key: bytes = field(repr=False)


Opener = ByPassword | ByCode | ByKey


@dataclass(frozen=True, slots=True)
class Unsynced:
    """What the present store had not sent to head office when it was replaced.

    What is older than the backup is not in it: that comes back with the backup.
    """

    known: bool
    """False: the present store could not be opened, so that nobody can say."""
    changes: int = 0
    """Acts, as the question before the restore counts them (`jewelcrm.backup.since`)."""
    oldest_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Restored:
    """A store was put back."""

    point: Point
    folder: Path
    safety: Path | None
    """Where the store that was there before lies now, whole; None when there was none."""
    epoch: int
    letter: str
    first_number: int
    """The next running number: none that any earlier life of this store can have given."""
    unsynced: Unsynced
    erased_again: int
    seconds: float
    newer_known: dt.datetime | None = None
    """A newer backup than this one is known to exist."""
    warnings: tuple[str, ...] = ()
    zone: str = ""
    """The branch's time zone, in which people are told of all this."""


@dataclass(frozen=True, slots=True)
class Pruned:
    """What was taken away: points marked to go, points gone for good, bytes freed."""

    marked: tuple[str, ...]
    gone: tuple[str, ...]
    freed: int
    wanted: int = 0
    """So many fresh checked backups are needed before the oldest may go."""
