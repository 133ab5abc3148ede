"""When a stand-alone store that joins has told everything, it becomes a PC like any other.

A PC sends before it reads. So once it reads without having sent anything since it read before,
nothing is left to be sent, and its time of bringing people and catalogue along is over.
"""

from __future__ import annotations

from sqlalchemy import update

from db.office import tables
from db.office.work import OfficeWork
from db.types import Id


def note_pull(work: OfficeWork, device: Id) -> None:
    """A PC that brings its own reads; end its bringing when it has no more to send."""
    sent, before = _sent(work, device), _sent_before(work, device)
    if sent and sent == before:
        c = tables.device.c
        work.conn.execute(update(tables.device).where(c.id == device).values(bringing=False))
        work.port.drop(tables.setting, [(_key(device),)])
        work.audit(device, "enrolment.brought", device, device=device)
    else:
        work.port.put(tables.setting, [(_key(device), str(sent))])


def _sent(work: OfficeWork, device: Id) -> int:
    sql = "SELECT coalesce(sum(last_n), 0) FROM device_epoch WHERE device = ?"
    return int(work.port.all(sql, (work.port.bind(device),))[0][0])


def _sent_before(work: OfficeWork, device: Id) -> int | None:
    rows = work.port.pick(tables.setting, ("value",), [(_key(device),)])
    return int(rows[0][0]) if rows else None


def _key(device: Id) -> str:
    return f"brought:{device.hex()}"
