"""The PCs of the chain: listed, confirmed, taken off."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select, update

from db.office import tables
from db.office.store import OfficeWork
from db.tables.people import branch as branch_table
from db.types import Id, to_millis
from jewelcrm.errors import CanFix
from jewelcrm.office import codes
from jewelcrm.office.enrolment import fingerprint_words
from jewelcrm.office.visiting.leases import end_leases_of


@dataclass(frozen=True, slots=True)
class Pc:
    """A PC in a list."""

    id: Id
    branch: str
    letter: str
    name: str
    state: str
    words: str
    enrolled_at: dt.datetime
    last_seen: dt.datetime | None
    has_key: bool
    """Head office keeps its sealed database key, so that it can be opened when all else fails."""
    unsigned: bool = False
    """Nothing proves who did what on it: it was enrolled by a program that could not."""
    revoked_at: dt.datetime | None = None
    told_at: dt.datetime | None = None
    """When it asked again after it was taken off, and was told to erase itself."""


UNSIGNED = "update its program, then let each person sign in there with the password"
"""What is to be done about a PC whose people act unsigned."""


def everyone(work: OfficeWork) -> list[Pc]:
    """Every PC, by branch and letter, but those that never finished joining."""
    d, b = tables.device.c, branch_table.c
    statement = (
        select(tables.device, b.code, codes.unfinished(d.id).label("unfinished"))
        .select_from(tables.device.outerjoin(branch_table, d.branch_id == b.id))
        .order_by(b.code, d.id)
    )
    found = [
        Pc(
            id=row.id,
            branch=row.code or "?",
            letter=row.letter,
            name=row.name,
            state="unfinished" if row.unfinished and row.state == "on" else row.state,
            words=fingerprint_words(row.sign_key, row.seal_key),
            enrolled_at=row.enrolled_at,
            last_seen=row.last_seen,
            has_key=row.sealed_key is not None,
            unsigned=row.signs_since is None and row.state in ("on", "waiting"),
            revoked_at=row.revoked_at,
            told_at=row.wiped_at,
        )
        for row in work.conn.execute(statement)
        if not codes.never_finished(row)
    ]
    return sorted(found, key=lambda pc: (pc.branch, len(pc.letter), pc.letter))


def find(work: OfficeWork, text: str) -> Pc:
    """The PC whose id begins so, or that is called `HK01-A`.

    Raises:
        CanFix: none or more than one is.
    """
    wanted = text.strip().lower()
    named = [pc for pc in everyone(work) if f"{pc.branch}-{pc.letter}".lower() == wanted]
    found = named or [pc for pc in everyone(work) if pc.id.hex().startswith(wanted or "-")]
    if not found:
        raise CanFix("There is no PC {text}. See: device list", text=text)
    if len(found) > 1:
        raise CanFix(
            "Several PCs are called {text}. Give more of the id: device list --json shows it.",
            text=text,
        )
    return found[0]


def confirm(work: OfficeWork, device: Id, by: Id) -> None:
    """Somebody has compared the six words; the PC may work.

    Raises:
        CanFix: it does not wait for that.
    """
    c = tables.device.c
    done = work.conn.execute(
        update(tables.device).where(c.id == device, c.state == "waiting").values(state="on")
    )
    if done.rowcount != 1:
        raise CanFix("This PC does not wait to be confirmed.")
    work.audit(by, "device.confirmed", device)


def revoke(work: OfficeWork, device: Id, now: dt.datetime, by: Id) -> None:
    """Take a PC off: it is refused from now on, and erases itself when it asks again.

    Raises:
        CanFix: it was taken off before.
    """
    c = tables.device.c
    done = work.conn.execute(
        update(tables.device)
        .where(c.id == device, c.state != "revoked")
        .values(state="revoked", revoked_at=now, revoked_by=by, server_share=None)
    )
    if done.rowcount != 1:
        raise CanFix("This PC was taken off before. See: device list")
    end_leases_of(work, [device], to_millis(now))
    work.audit(by, "device.revoked", device)


def waiting_requests(work: OfficeWork) -> list[tuple[Id, dt.datetime, int]]:
    """PCs that ask for their key: which, since when, and how many have allowed it."""
    c = tables.recovery_case.c
    rows = work.conn.execute(
        select(c.device, c.asked_at, c.first_by).where(c.second_by.is_(None)).order_by(c.asked_at)
    )
    return [(row.device, row.asked_at, int(row.first_by is not None)) for row in rows]
