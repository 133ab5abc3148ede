"""The audit logs of PCs, as far as they were told of: none is cut or written anew unnoticed.

Of each PC the two newest heads are kept, since an answer may be lost on the way. A PC that was put
back begins anew with its new epoch.
"""

from __future__ import annotations

import json

from db.office import tables
from db.office.work import Later, OfficeWork
from db.types import Id
from jewelcrm.office.grants import Device
from jewelcrm.office.visiting.records import notice
from jewelcrm.wire.messages import AuditHead

Heads = list[tuple[int, str]]
"""Number and hash of entries, the newest first."""


def ask_told(work: OfficeWork, device: Id) -> Later[str | None]:
    """What was told before of a PC's log, as it is kept; asked."""
    asked = work.port.ask_pick(tables.setting, ("value",), [(_kept_as(device),)])
    return lambda: next((str(row[0]) for row in asked.rows()), None)


def note(
    work: OfficeWork,
    device: Device,
    epoch: int,
    head: AuditHead | None,
    now: int,
    *,
    told: Later[str | None],
) -> None:
    """Keep how far a PC's log has come; tell when it does not follow from what was told before."""
    if head is None:
        return
    text = told()
    before, heads = json.loads(text) if text else (epoch, [])
    known: Heads = [(seq, told) for seq, told in heads] if before == epoch else []
    if not _follows(known, head):
        work.audit(
            device.id,
            "sync.audit_broken",
            device.id,
            reason=f"{head.seq}",
            outcome="alert",
            device=device.id,
            at=now,
        )
        notice(work, device.branch_id, "audit_broken", now, params={"letter": device.letter})
        known = []
    if not known or known[0] != (head.seq, head.hash):
        kept = [(head.seq, head.hash), *known][:2]
        work.port.put(tables.setting, [(_kept_as(device.id), json.dumps([epoch, kept]))])


def _kept_as(device: Id) -> str:
    return f"audit:{device.hex()}"


def _follows(known: Heads, head: AuditHead) -> bool:
    """False when entries that were told of are gone, or are others now."""
    if known and head.seq < known[0][0]:
        return False
    now = {head.seq: head.hash, head.told: head.then}
    return all(now.get(seq, told) == told for seq, told in known)
