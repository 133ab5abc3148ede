"""Wrong passwords: counted for each person at each PC, and for the person in the whole chain.

A try is counted before the password is looked at, so that breaking off does not help. At one PC
five tries are free; then the wait doubles from half a minute up to a quarter of an hour. Whoever
sits at one PC so locks nobody out at another. Who tries at many PCs meets the chain's own count:
forty are free within a day.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from db.errors import LockedOut
from db.office import tables
from db.office.store import OfficeWork
from db.types import Id

FREE_TRIES, FIRST_WAIT_S, LONGEST_WAIT_S = 5, 30, 15 * 60
FREE_IN_THE_CHAIN, MOST_OF_ONE = 40, 10
DAY = dt.timedelta(days=1)
_HERE = tables.credential_try


def begin(work: OfficeWork, staff_id: Id, device: Id, now: dt.datetime) -> None:
    """Count a try; the person's verifier is held meanwhile (`FOR UPDATE`).

    Raises:
        LockedOut: there were too many.
    """
    tries, locked_until = _at(work, staff_id, device)
    everywhere = _everywhere(work, staff_id, now)
    for until in (locked_until, _last_wait(everywhere)):
        if until is not None and until > now:
            raise LockedOut(int((until - now).total_seconds()) + 1)
    _set(work, staff_id, device, tries + 1, now)


def clear(work: OfficeWork, staff_id: Id, device: Id) -> None:
    """The password was right at this PC; what was tried at others stays counted."""
    c = _HERE.c
    work.conn.execute(_HERE.delete().where(c.staff_id == staff_id, c.device == device))


def _at(work: OfficeWork, staff_id: Id, device: Id) -> tuple[int, dt.datetime | None]:
    c = _HERE.c
    row = work.conn.execute(
        select(c.tries, c.locked_until).where(c.staff_id == staff_id, c.device == device)
    ).first()
    return (row.tries, row.locked_until) if row else (0, None)


def _everywhere(work: OfficeWork, staff_id: Id, now: dt.datetime) -> list[tuple[int, dt.datetime]]:
    """The tries at each PC within a day, and when the last one was."""
    c = _HERE.c
    rows = work.conn.execute(
        select(c.tries, c.last_at).where(c.staff_id == staff_id, c.last_at > now - DAY)
    )
    return [(row.tries, row.last_at) for row in rows]


def _last_wait(tried: list[tuple[int, dt.datetime]]) -> dt.datetime | None:
    """Until when nobody tries anywhere; one PC alone cannot bring that about."""
    over = sum(min(tries, MOST_OF_ONE) for tries, _ in tried) - FREE_IN_THE_CHAIN
    return None if over < 0 else max(at for _, at in tried) + wait(over + FREE_TRIES)


def wait(tries: int) -> dt.timedelta:
    """How long to wait after so many tries."""
    if tries < FREE_TRIES:
        return dt.timedelta(0)
    seconds = FIRST_WAIT_S * 2 ** min(tries - FREE_TRIES, 10)
    return dt.timedelta(seconds=min(LONGEST_WAIT_S, seconds))


def _set(work: OfficeWork, staff_id: Id, device: Id, tries: int, now: dt.datetime) -> None:
    c, until = _HERE.c, now + wait(tries)
    work.conn.execute(_HERE.delete().where(c.staff_id == staff_id, c.device == device))
    work.conn.execute(
        _HERE.insert().values(
            staff_id=staff_id, device=device, tries=tries, last_at=now, locked_until=until
        )
    )
