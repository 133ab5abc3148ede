"""One-time codes: made for a branch, tried five times, used by one PC until it has finished.

A try is counted before the proof is looked at. A PC that was taken in may ask again for an hour;
one that has not finished by then is taken off.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Row, and_, exists, or_, select, update

from db.office import tables
from db.office.store import OfficeWork
from db.tables.people import branch as branch_table
from db.types import Id
from jewelcrm.errors import CanFix
from jewelcrm.office.refusals import Refusal
from jewelcrm.people.rules import check_branch_code
from jewelcrm.wire import enrolment as wire

RESUME = dt.timedelta(hours=1)
"""How long a PC that was taken in may take to finish; then it is taken off by itself."""


@dataclass(frozen=True, slots=True)
class NewCode:
    """What a code is for."""

    branch_code: str
    brings: bool = False
    confirm: bool = False


def new_code(work: OfficeWork, new: NewCode, now: dt.datetime, by: Id) -> str:
    """A one-time code for a PC of the branch; with `brings`, for a stand-alone store that joins.

    Raises:
        CanFix: there is no such branch, or (with `brings`) there is one already.
    """
    code_of_branch = check_branch_code(new.branch_code)
    branch = open_branch(work, code_of_branch)
    if branch is None and not new.brings:
        raise CanFix("There is no branch {code}. See: branch list", code=code_of_branch)
    code = wire.new_code()
    sweep(work, now)
    work.conn.execute(
        tables.enrol_code.insert().values(
            code_id=wire.code_id(code),
            code=code,
            branch_id=branch.id if branch else None,
            branch_code=code_of_branch,
            bringing=new.brings,
            confirm=new.confirm,
            made_at=now,
            made_by=by,
            expires_at=now + dt.timedelta(minutes=wire.CODE_MINUTES),
            tries=0,
        )
    )
    work.audit(by, "enrolment.code", branch.id if branch else None)
    return code


def sweep(work: OfficeWork, now: dt.datetime) -> None:
    """Forget codes that are out of time, and take off the PCs that never finished."""
    c, d = tables.enrol_code.c, tables.device.c
    late = select(c.device).where(c.code != "", c.used_at < now - RESUME)
    work.conn.execute(
        update(tables.device)
        .where(d.id.in_(late), d.sealed_key.is_(None), d.state.in_(("on", "waiting")))
        .values(state="revoked", revoked_at=now, server_share=None)
    )
    old = or_(c.used_at < now - RESUME, and_(c.used_at.is_(None), c.expires_at < now))
    work.conn.execute(update(tables.enrol_code).where(old).values(code=""))
    work.conn.execute(tables.enrol_code.delete().where(c.expires_at < now - dt.timedelta(days=30)))


def finished(work: OfficeWork, device: Id) -> None:
    """The PC has left its key here: its code is of no more use."""
    c = tables.enrol_code.c
    work.conn.execute(
        update(tables.enrol_code).where(c.device == device, c.code != "").values(code="")
    )


def unfinished(device: Any) -> ColumnElement[bool]:
    """True for a PC (its id's column) that was taken in and has not finished."""
    c = tables.enrol_code.c
    return exists().where(c.device == device, c.code != "")


def never_finished(pc: Row[Any]) -> bool:
    """True for a PC (a row of `device`) that `sweep` took off, and nobody else."""
    return pc.state == "revoked" and not pc.revoked_by and not pc.sealed_key


class OpenBranch(NamedTuple):
    """A branch that works."""

    id: Id
    code: str
    name: str


def open_branch(work: OfficeWork, code: str) -> OpenBranch | None:
    """The branch with this code that is not closed."""
    c = branch_table.c
    row = work.conn.execute(
        select(c.id, c.code, c.name).where(c.code == code, c.archived_at.is_(None))
    ).first()
    return OpenBranch(*row) if row else None


def count_try(work: OfficeWork, ask: wire.EnrolAsk, now: dt.datetime) -> Row[Any] | None:
    """The code, when it may still be tried; the try is counted."""
    c = tables.enrol_code.c
    row = work.conn.execute(
        select(tables.enrol_code).where(c.code_id == ask.code_id).with_for_update()
    ).first()
    if row is None or not _good(row, ask, now) or row.tries >= wire.CODE_TRIES:
        return None
    work.conn.execute(
        update(tables.enrol_code).where(c.code_id == ask.code_id).values(tries=row.tries + 1)
    )
    return row


def _good(row: Row[Any], ask: wire.EnrolAsk, now: dt.datetime) -> bool:
    """True while the code is unused and in time, or for the PC that has not finished with it."""
    if row.used_at is None:
        return bool(row.expires_at > now)
    mine = row.device == bytes.fromhex(ask.device)
    return bool(mine and row.code and row.used_at > now - RESUME)


def use(work: OfficeWork, code_id: str, device: Id, now: dt.datetime) -> None:
    """The code is this PC's from now on."""
    c = tables.enrol_code.c
    used = work.conn.execute(
        update(tables.enrol_code)
        .where(c.code_id == code_id, c.used_at.is_(None))
        .values(used_at=now, device=device)
    )
    if used.rowcount != 1:
        raise Refusal("code")
