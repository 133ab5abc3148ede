"""How long this PC may work without having reached head office, and from when that is counted.

The clock of the PC is not believed alone: somebody who took the PC could set it back. The moment
is never earlier than head office's last word, than the latest moment that was noted since, or
(where the clock was right when head office last spoke) than the last change made here.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlcipher3 import dbapi2 as cipher

from db.clock import COUNTER_BITS

FLOOR = "sync.floor"
"""Key in `setting` that is not for anybody to set: latest moment noted, last tick at contact."""
_RIGHT_MS = 120_000
DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class Lease:
    """The offline lease; moments in head office's milliseconds."""

    state: str
    until: int
    offset: int
    """Head office's clock less this PC's."""
    floor: int
    """No moment earlier than this is believed."""

    def moment(self, now: int) -> int:
        """Head office's time, as well as it can be known; `now` is this PC's clock."""
        return max(now + self.offset, self.floor)

    def left_ms(self, now: int) -> int:
        """How long this PC may still work; 0 when it must reach head office first."""
        return max(0, self.until - self.moment(now))

    def days_left(self, now: int) -> int:
        """Whole days left, the begun one counted."""
        return -(-self.left_ms(now) // DAY_MS)

    @property
    def ended(self) -> bool:
        """True when head office has taken this PC off, or has closed its branch."""
        return self.state in ("revoked", "closed")


def lease(raw: cipher.Connection) -> Lease | None:
    """The lease in force; None on a stand-alone PC."""
    row = raw.execute(
        "SELECT h.state, h.lease_until, s.clock_offset, coalesce(h.last_contact, 0), s.last_hlc"
        " FROM head_office h, sync_state s"
    ).fetchone()
    if row is None:
        return None
    state, until, offset, contact, last = row
    noted, tick = _noted(raw)
    floor = max(contact, noted)
    if tick and _was_right(tick, offset, contact):
        floor = max(floor, (last >> COUNTER_BITS) + offset)
    return Lease(state, until, offset, floor)


def note(raw: cipher.Connection, now: int) -> None:
    """Note that it is `now` on this PC; a clock that is set back later is of no use."""
    known = lease(raw)
    if known is not None:
        _keep(raw, known.moment(now), _noted(raw)[1])


def note_contact(raw: cipher.Connection) -> None:
    """Head office has just said what time it is: only that counts from now on."""
    row = raw.execute("SELECT h.last_contact, s.last_hlc FROM head_office h, sync_state s")
    contact, last = row.fetchone()
    _keep(raw, contact or 0, last)


def _was_right(tick: int, offset: int, contact: int) -> bool:
    """True when the last tick at contact was not ahead of head office's time."""
    return (tick >> COUNTER_BITS) + offset <= contact + _RIGHT_MS


def _noted(raw: cipher.Connection) -> tuple[int, int]:
    row = raw.execute("SELECT value FROM setting WHERE key = ?", (FLOOR,)).fetchone()
    if row is None:
        return 0, 0
    noted, tick = json.loads(row[0])
    return int(noted), int(tick)


def _keep(raw: cipher.Connection, noted: int, tick: int) -> None:
    raw.execute(
        "INSERT INTO setting(key, value) VALUES (?, ?)"
        " ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        (FLOOR, json.dumps([noted, tick])),
    )
