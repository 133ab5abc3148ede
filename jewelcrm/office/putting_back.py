"""A PC that was put back to an older state goes on under a new epoch and a new letter.

It counts its transactions from 1 again and is a writer of its own from then on; its branch is told.
"""

from __future__ import annotations

from sqlalchemy import func, select, update

from db.office import tables
from db.office.work import OfficeWork
from db.types import Id, from_millis
from jewelcrm.office import two_places, watchword
from jewelcrm.office.letters import next_letter
from jewelcrm.office.refusals import Refusal
from jewelcrm.office.visiting.records import notice

DAY_MS = 86_400_000
MOST_A_DAY = 8
"""How often a PC may be put back in a day, each time with a letter of its own."""


def go_on(
    work: OfficeWork, device: Id, epoch: int, now: int, *, said: bool = False
) -> tuple[int, str]:
    """The epoch and letter that a PC in `epoch` goes on under; the same while it has not used them.

    `said`: the PC itself says that it was put back. In a transaction of head office's own: letters
    are looked for on the papers of every branch.

    Raises:
        Refusal: `limit` for a PC that has had too many letters in a day; there are six hundred.
    """
    d = tables.device.c
    branch_id, letter = work.conn.execute(
        select(d.branch_id, d.letter).where(d.id == device).with_for_update()
    ).one()
    newest = newest_epoch(work, device)
    if newest > epoch and work.last_n(device, newest) == 0:
        return newest, letter
    if newest > epoch and not said:
        two_places.note(work, device, branch_id, letter, now)
    _require_seldom(work, device, now)
    fresh, number = next_letter(work, branch_id), max(newest, epoch) + 1
    if not newest:
        work.set_last_n(device, epoch, 0)
    _keep_old(work, device, newest or epoch, letter)
    work.set_last_n(device, number, 0)
    _note_begun(work, device, number, now)
    watchword.forget(work, device)
    work.conn.execute(update(tables.device).where(d.id == device).values(letter=fresh))
    work.audit(device, "sync.epoch", device, device=device, at=now)
    notice(work, branch_id, "restored", now, params={"from": letter, "to": fresh})
    return number, fresh


def _require_seldom(work: OfficeWork, device: Id, now: int) -> None:
    e = tables.device_epoch.c
    begun = select(func.count()).where(e.device == device, e.opened_at > from_millis(now - DAY_MS))
    if work.conn.execute(begun).scalar_one() >= MOST_A_DAY:
        raise Refusal("limit", retry=3_600.0)


def _note_begun(work: OfficeWork, device: Id, epoch: int, now: int) -> None:
    e = tables.device_epoch.c
    epochs = update(tables.device_epoch).where(e.device == device, e.epoch == epoch)
    work.conn.execute(epochs.values(opened_at=from_millis(now)))


def newest_epoch(work: OfficeWork, device: Id) -> int:
    """The newest epoch of a PC that head office knows; 0 before the first."""
    sql = "SELECT max(epoch) FROM device_epoch WHERE device = ?"
    return int(work.port.all(sql, (work.port.bind(device),))[0][0] or 0)


def _keep_old(work: OfficeWork, device: Id, epoch: int, letter: str) -> None:
    """The letter it had is never another PC's."""
    e = tables.device_epoch.c
    work.conn.execute(
        update(tables.device_epoch)
        .where(e.device == device, e.epoch == epoch, e.letter.is_(None))
        .values(letter=letter)
    )
