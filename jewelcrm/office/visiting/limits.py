"""How often somebody may look up: 30 times an hour, 200 a day for a branch, slower after misses.

Whoever guesses misses. Five misses in an hour are free; then each makes the next look-up wait for
longer. Twenty misses in a day are told to the branch (sync.md 2.7).
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from db.office import tables
from db.office.work import OfficeWork
from db.types import from_millis, new_id, to_millis
from jewelcrm.office.refusals import Refusal
from jewelcrm.office.visiting.acting import Asker
from jewelcrm.office.visiting.records import notice

HOUR_MS, DAY_MS = 3_600_000, 86_400_000
A_PERSON_AN_HOUR, A_BRANCH_A_DAY = 30, 200
FREE_MISSES, ALERTING_MISSES = 5, 20
WAIT_S = 15
"""So many seconds for each miss beyond the free ones."""


@dataclass(frozen=True, slots=True)
class Left:
    """What the person may still do."""

    this_hour: int
    misses_today: int


def allowed(work: OfficeWork, asking: Asker) -> Left:
    """What is left before this look-up; nobody else of the branch is counted meanwhile.

    Raises:
        Refusal: `limit`, with how long to wait.
    """
    work.rows("branch", [asking.device.branch_id], lock=True)
    mine = _mine(work, asking)
    hour = [one for one in mine if one[0] > asking.now - HOUR_MS]
    if len(hour) >= A_PERSON_AN_HOUR:
        raise _limit(work, asking, "hour", hour[0][0] + HOUR_MS)
    if _branch_today(work, asking) >= A_BRANCH_A_DAY:
        raise _limit(work, asking, "branch", asking.now + HOUR_MS)
    misses = sum(1 for _, found in hour if not found)
    if misses >= FREE_MISSES:
        until = hour[-1][0] + 1000 * WAIT_S * (misses - FREE_MISSES + 1)
        if until > asking.now:
            raise _limit(work, asking, "misses", until)
    return Left(A_PERSON_AN_HOUR - len(hour), sum(1 for _, found in mine if not found))


def count(work: OfficeWork, asking: Asker, by: str, key_hash: bytes, found: int) -> None:
    """Log a look-up: what was asked only as a keyed hash."""
    work.conn.execute(
        tables.lookup_log.insert().values(
            id=new_id(),
            at=from_millis(asking.now),
            actor=asking.id,
            device=asking.device.id,
            branch_id=asking.device.branch_id,
            by=by,
            key_hash=key_hash,
            found=found,
        )
    )


def alert(work: OfficeWork, asking: Asker, misses: int) -> None:
    """Tell the branch about somebody who misses and misses."""
    if misses % ALERTING_MISSES:
        return
    params = {"who": asking.name, "misses": misses}
    notice(work, asking.device.branch_id, "lookups", asking.now, params=params)
    asking.audit(work, asking.id, about="misses", outcome="alert")


def _mine(work: OfficeWork, asking: Asker) -> list[tuple[int, int]]:
    """When the person looked up within a day, and how many it found; oldest first."""
    c = tables.lookup_log.c
    since = from_millis(asking.now - DAY_MS)
    rows = work.conn.execute(
        select(c.at, c.found).where(c.actor == asking.id, c.at > since).order_by(c.at)
    )
    return [(to_millis(row.at), row.found) for row in rows]


def _branch_today(work: OfficeWork, asking: Asker) -> int:
    c = tables.lookup_log.c
    since = from_millis(asking.now - DAY_MS)
    statement = select(func.count()).where(c.branch_id == asking.device.branch_id, c.at > since)
    return int(work.conn.execute(statement).scalar_one())


def _limit(work: OfficeWork, asking: Asker, which: str, until: int) -> Refusal:
    asking.audit(work, None, about=f"limit.{which}", outcome="denied")
    return Refusal("limit", retry=max(1.0, (until - asking.now) / 1000))
