"""Branches at head office: opened, listed, closed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import func, select, update

from db.office import tables
from db.office.store import OfficeWork
from db.tables.people import branch as branch_table
from db.types import Id, to_millis
from jewelcrm.errors import CanFix
from jewelcrm.office import writing
from jewelcrm.office.codes import open_branch
from jewelcrm.office.visiting.leases import end_leases_of
from jewelcrm.people.rules import check_branch_code


@dataclass(frozen=True, slots=True)
class NewBranch:
    """What a branch begins with."""

    code: str
    name: str
    name_zh: str | None = None
    address: str | None = None
    phone: str | None = None
    currency: str = "HKD"
    time_zone: str = "Asia/Hong_Kong"


@dataclass(frozen=True, slots=True)
class Shop:
    """A branch in a list."""

    id: Id
    code: str
    name: str
    closed: bool
    devices: int


def add(work: OfficeWork, new: NewBranch, now: dt.datetime, by: Id) -> Id:
    """Open a branch; returns its id.

    Raises:
        CanFix: the code is taken or a word is not right.
    """
    code = check_branch_code(new.code)
    if open_branch(work, code) is not None:
        raise CanFix("There is a branch {code} already.", code=code)
    _check_zone(new.time_zone)
    currency = new.currency.strip().upper()
    if not (len(currency) == 3 and currency.isascii() and currency.isalpha()):
        raise CanFix("A currency is three letters, such as HKD, not {text}.", text=new.currency)
    branch_id = writing.insert(
        work,
        "branch",
        now,
        code=code,
        name=new.name.strip() or code,
        name_zh=new.name_zh,
        address=new.address,
        phone=new.phone,
        currency=currency,
        time_zone=new.time_zone,
    )
    work.audit(by, "branch.opened", branch_id)
    return branch_id


def close(work: OfficeWork, code: str, now: dt.datetime, by: Id) -> int:
    """Close a branch and its PCs; returns how many PCs that are.

    Raises:
        CanFix: there is no such branch.
    """
    branch = open_branch(work, check_branch_code(code))
    if branch is None:
        raise CanFix("There is no branch {code}. See: branch list", code=code)
    writing.update(work, "branch", branch.id, now, archived_at=to_millis(now))
    c = tables.device.c
    closed = work.conn.execute(
        update(tables.device)
        .where(c.branch_id == branch.id, c.state.in_(["on", "waiting"]))
        .values(state="closed")
    )
    pcs = work.conn.execute(select(c.id).where(c.branch_id == branch.id))
    end_leases_of(work, [row.id for row in pcs], to_millis(now))
    work.audit(by, "branch.closed", branch.id)
    return int(closed.rowcount)


def reopen(work: OfficeWork, code: str, now: dt.datetime, by: Id) -> int:
    """Open a closed branch again: its PCs work on and send what they kept; returns how many.

    One that had never worked waits until somebody has compared its six words.

    Raises:
        CanFix: no closed branch has this code, or an open one has it.
    """
    code = check_branch_code(code)
    if open_branch(work, code) is not None:
        raise CanFix("There is a branch {code} already.", code=code)
    c, d = branch_table.c, tables.device.c
    newest = select(c.id).where(c.code == code).order_by(c.archived_at.desc()).limit(1)
    branch_id = work.conn.scalar(newest)
    if branch_id is None:
        raise CanFix("There is no branch {code}. See: branch list", code=code)
    writing.update(work, "branch", branch_id, now, archived_at=None)
    closed = (d.branch_id == branch_id, d.state == "closed")
    worked = work.conn.execute(
        update(tables.device).where(*closed, d.last_seen.is_not(None)).values(state="on")
    )
    work.conn.execute(update(tables.device).where(*closed).values(state="waiting"))
    work.audit(by, "branch.opened", branch_id)
    return int(worked.rowcount)


def everyone(work: OfficeWork) -> list[Shop]:
    """Every branch by code, with how many of its PCs work."""
    c, d = branch_table.c, tables.device.c
    count = select(func.count()).where(d.branch_id == c.id, d.state == "on").scalar_subquery()
    rows = work.conn.execute(
        select(c.id, c.code, c.name, c.archived_at, count).order_by(c.code, c.id)
    )
    return [Shop(row[0], row[1], row[2], row[3] is not None, row[4]) for row in rows]


def _check_zone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise CanFix("There is no time zone {name}.", name=name) from error
