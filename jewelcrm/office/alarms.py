"""PCs whose check sums differed from head office's: what each told, kept for ninety days.

Once may be a crash in the wrong moment; twice in a week somebody should look into it (sync.md
2.13). The sums hold nothing of anybody's data.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import delete, func, select

from db.office import tables
from db.office.work import OfficeWork
from db.types import Id
from jewelcrm.wire.messages import Alarm

DAY_MS = 86_400_000
WEEK_MS, KEPT_MS = 7 * DAY_MS, 90 * DAY_MS
TOO_OFTEN = 2
"""So many in a week are flagged."""

_MOST = 50


def note(work: OfficeWork, device: Id, told: Iterable[Alarm], now: int) -> None:
    """Keep what a PC tells; the same told again is kept once."""
    rows = {
        (alarm.at, alarm.s): (device, alarm.at, alarm.s, now, *alarm.here, *alarm.there)
        for alarm in list(told)[:_MOST]
    }
    table, c = tables.sum_alarm, tables.sum_alarm.c
    known = work.port.pick(table, ("at", "scope"), [(device, *key) for key in rows])
    work.port.add(table, [row for key, row in rows.items() if key not in set(known)])
    work.conn.execute(delete(table).where(c.device == device, c.told_at < now - KEPT_MS))


def in_a_week(work: OfficeWork, now: int) -> dict[Id, int]:
    """How often each PC's sums differed in the last seven days; no entry for never."""
    c = tables.sum_alarm.c
    counted = select(c.device, func.count()).where(c.told_at >= now - WEEK_MS).group_by(c.device)
    return {row[0]: row[1] for row in work.conn.execute(counted)}
