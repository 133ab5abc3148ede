"""What queries about sync answer with."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, Literal

from db.types import Id

State = Literal["stand_alone", "on_line", "off_line", "attention", "revoked", "locked"]


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """How this PC stands with head office."""

    enrolled: bool
    state: State
    pending: int
    """Changes of rows still to be sent."""
    oldest_pending_at: dt.datetime | None
    last_contact: dt.datetime | None
    lease_until: dt.datetime | None
    """Until when this PC may work without having reached head office."""
    first_copy: tuple[int, int] | None
    """Rows copied, of how many; None when the copy is complete."""
    conflicts_open: int
    put_aside_open: int
    notices_open: int = 0
    usable: bool = True
    """False until people, catalogue and open business have been copied."""
    last_full: dt.datetime | None = None
    """When everything there was to read had been read."""
    clock_off: dt.timedelta | None = None
    """This PC's clock less head office's, when that is more than two minutes."""
    differed: int = 0
    """How often in the last week the sums differed and were repaired."""
    line_up: bool = False
    """True when head office was heard of lately, whatever else needs attention."""
    failed_at: dt.datetime | None = None
    """When the last exchange with head office failed; None when it went well."""
    failed_why: str = ""
    """Why: a code of jewelcrm.wire.reasons, `away` or `untrusted` (`jewelcrm.sync.tries`)."""
    acts_pending: int = 0
    """The same counted as people do: what was saved at once is one."""
    closed: bool = False
    """True when it is the branch that head office closed, not this PC that it took off."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that two changed without knowing of each other; nothing is lost.

    `thing`, `label` and `why_not` are English words that the window translates.
    """

    id: Id
    table: str
    row_id: Id
    customer_id: Id | None
    subject: str
    """Whose or what it is: a name or number."""
    thing: str
    column: str
    label: str
    kept: str
    kept_by: str
    kept_at: dt.datetime | None
    lost: str
    lost_by: str
    lost_at: dt.datetime | None
    other_branch: str
    why: str
    must_review: bool
    can_swap: bool
    why_not: str


@dataclass(frozen=True, slots=True)
class AsideField:
    """One value of a change that was put aside; `value` is of the column's Python type."""

    column: str
    label: str
    value: Any
    text: str
    old: str
    most: int | None = None
    """Characters for which there is room; None: the column holds no text, or any."""
    fixed: bool = False
    """True when it is told but never typed: whose it is, and where it belongs."""


@dataclass(frozen=True, slots=True)
class AsideOp:
    """One record of a transaction that was put aside."""

    position: int
    table: str
    thing: str
    act: str
    row_id: Id
    fields: tuple[AsideField, ...]
    here: bool
    """True when the record is on this PC."""


@dataclass(frozen=True, slots=True)
class PutAside:
    """A transaction that head office could not apply, with the person's own words."""

    id: Id
    why: str
    """A code of `jewelcrm.wire.reasons`."""
    detail: str
    who: str
    happened_at: dt.datetime
    customer_id: Id | None
    subject: str
    ops: tuple[AsideOp, ...]
    can_mend: bool
    why_not: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something head office wants this branch to know."""

    id: Id
    kind: str
    subject_id: Id | None
    customer_id: Id | None
    subject: str
    happened_at: dt.datetime
    params: dict[str, Any] = field(default_factory=dict)
