"""Through here, or not at all: rows on their way out, noted before the first byte.

What was noted stays counted, also when the file was not finished: who kills the program in the
middle has used up the rows.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Connection, select

from db.shop.reporting import extraction
from db.tables.people import staff
from db.types import Id, new_id
from db.work import Work
from jewelcrm.access.catalogue import allows
from jewelcrm.access.signin import holder_of, owner_of
from jewelcrm.context import Context, Staff
from jewelcrm.errors import CanFix, Denied
from jewelcrm.extraction import rules, sealed
from jewelcrm.extraction.rules import Parcel
from jewelcrm.imports.files import private_file
from jewelcrm.log import log
from jewelcrm.people.queries import everyone

RIGHT = "extraction.take"

Check = Callable[[Connection], None]
"""Looks, at the last moment, whether this may still be seen by who asks; raises Denied."""


@dataclass(frozen=True, slots=True)
class Second:
    """Who agrees: log-in, and password or PIN for this one time.

    Somebody else; only where nobody else may, the person herself with her password (`alone`).
    """

    login: str
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Left:
    """What left. `password` opens it, is told once and kept nowhere; None: it needs none."""

    path: Path
    rows: int
    password: str | None = field(default=None, repr=False)


@dataclass(slots=True)
class Opened:
    """A file that is being written; `left` once it is whole."""

    stream: BinaryIO
    left: Left | None = None


@contextmanager
def leave(
    ctx: Context,
    parcel: Parcel,
    path: Path,
    *,
    second: Second | None = None,
    check: Check | None = None,
) -> Iterator[Opened]:
    """A file to write the parcel to: whole or not there at all, encrypted when it names people.

    Raises:
        CanFix: no purpose; the place cannot be written; more than one may take out alone.
        Denied: this person, or the second, may take nothing out. WrongKey: not the second's word.
        Unavailable: the disk is full.
    """
    note = _let_out(ctx, parcel, second, check)
    password = sealed.new_password() if parcel.personal else None
    target = path.with_name(f"{path.name}.zip") if password else path
    with _told(ctx, note), private_file(target) as file:
        if password is None:
            opened = Opened(file)
            yield opened
        else:
            with sealed.inside(file, path.name, password) as stream:
                opened = Opened(stream)
                yield opened
        _still(ctx, parcel, check)
    opened.left = Left(target, parcel.rows, password)
    log.info("rows left", what=parcel.what, rows=parcel.rows)


@contextmanager
def print_out(
    ctx: Context, parcel: Parcel, *, second: Second | None = None, check: Check | None = None
) -> Iterator[None]:
    """The same for what goes to a printer: nothing is written here, but noted and counted."""
    note = _let_out(ctx, parcel, second, check)
    with _told(ctx, note):
        yield
        _still(ctx, parcel, check)
    log.info("rows left", what=parcel.what, rows=parcel.rows)


@contextmanager
def give_back(ctx: Context, parcel: Parcel, path: Path) -> Iterator[BinaryIO]:
    """A file for rows that came from outside and were not taken in, e.g. of an import.

    Whoever may import has them already: they are noted, but not counted nor encrypted.
    """
    with ctx.work("given back") as work:
        note = _note(work, ctx, parcel, 0, None)
    with _told(ctx, note), private_file(path) as file:
        yield file


def alone(ctx: Context) -> bool:
    """Whether nobody else could agree: a shop of its own where one person may take rows out."""
    return not ctx.in_chain and not any(
        one.can_sign_in and allows(one.role, RIGHT)
        for one in everyone(ctx)
        if one.id != ctx.staff.id
    )


def taken_today(conn: Connection, staff_id: Id, day: dt.date) -> int:
    """Rows this person has used up of the day's budget on this PC."""
    found = conn.exec_driver_sql(
        "SELECT coalesce(sum(counted), 0) FROM extraction WHERE day = ? AND actor = ?",
        (day.isoformat(), staff_id),
    ).scalar()
    return int(found or 0)


def _let_out(ctx: Context, parcel: Parcel, second: Second | None, check: Check | None) -> Id:
    """Decide, and write it into the book in the same breath; returns the entry."""
    ctx.require(RIGHT)
    rules.check_purpose(parcel)
    agreed = _agreed(ctx, second) if second is not None else None
    refused: Exception | None = None
    with ctx.work("rows out") as work:
        refused = _refusal(ctx, work.conn, parcel, agreed, check)
        if refused is None:
            seconded = agreed is not None and agreed.id != ctx.staff.id
            count = rules.counted(parcel, seconded=seconded)
            return _note(work, ctx, parcel, count, agreed)
        work.audit("extraction", columns=parcel.columns, reason=parcel.what, outcome="denied")
    raise refused


def _refusal(
    ctx: Context, conn: Connection, parcel: Parcel, agreed: Staff | None, check: Check | None
) -> Exception | None:
    """What stands against it at this moment, whatever was true when the report was begun."""
    denied = _withdrawn(ctx, conn, check)
    if denied is not None:
        return denied
    role = _role(conn, ctx.staff.id)
    taken = taken_today(conn, ctx.staff.id, ctx.today())
    asked = rules.needs_second(role, rows=parcel.rows, personal=parcel.personal, taken=taken)
    if not asked or agreed is not None:
        return None
    if alone(ctx):
        return rules.ask_for_own(role, taken, ctx.staff.login)
    return rules.ask_for_second(role, taken)


def _withdrawn(ctx: Context, conn: Connection, check: Check | None) -> Denied | None:
    """The right to take this out, as it is at this moment; None: it is still there."""
    if not allows(_role(conn, ctx.staff.id), RIGHT, in_chain=ctx.in_chain):
        return Denied(RIGHT)
    try:
        if check is not None:
            check(conn)
    except Denied as denied:
        return denied
    return None


def _still(ctx: Context, parcel: Parcel, check: Check | None) -> None:
    """Ask once more when all is written: a long file gets no name when the right went meanwhile."""
    with ctx.work("rows out") as work:
        denied = _withdrawn(ctx, work.conn, check)
        if denied is not None:
            work.audit("extraction", columns=parcel.columns, reason=parcel.what, outcome="denied")
    if denied is not None:
        raise denied


def _role(conn: Connection, staff_id: Id) -> str:
    found = conn.execute(
        select(staff.c.role).where(
            staff.c.id == staff_id, staff.c.active, staff.c.archived_at.is_(None)
        )
    ).scalar()
    return str(found or "")


def _agreed(ctx: Context, second: Second) -> Staff:
    """Who agrees, proved by their own word and by their right.

    Raises:
        CanFix: it is the same person, and somebody else could agree; they may take nothing out.
        WrongKey: a wrong word.
    """
    own = second.login.strip().casefold() == ctx.staff.login.casefold()
    pin = not own and second.secret.isdigit() and len(second.secret) <= _LONGEST_PIN
    who = (holder_of if pin else owner_of)(ctx, second.login, second.secret)
    if who.id == ctx.staff.id and not (own and alone(ctx)):
        raise CanFix("The second person must be somebody else than you.", field="second")
    with ctx.read() as conn:
        if not allows(_role(conn, who.id), RIGHT, in_chain=ctx.in_chain):
            raise CanFix("The second person may not take rows out. Ask a manager.", field="second")
    return who


_LONGEST_PIN = 8
_ALONE = " (agreed to alone: own password again, nobody else here may)"


def _note(work: Work, ctx: Context, parcel: Parcel, count: int, agreed: Staff | None) -> Id:
    entry = new_id()
    work.conn.execute(
        extraction.insert().values(
            id=entry,
            at=work.now,
            day=ctx.today().isoformat(),
            actor=ctx.staff.id,
            role=ctx.staff.role,
            second=agreed.id if agreed else None,
            what=parcel.what,
            form=parcel.form,
            purpose=parcel.purpose.strip()[:300],
            rows=parcel.rows,
            counted=count,
            personal=int(parcel.personal),
            outcome="begun",
        )
    )
    said = f"{parcel.what} {parcel.form}: {parcel.purpose.strip()[:300]}"
    said += _ALONE if agreed is not None and agreed.id == ctx.staff.id else ""
    work.audit("extraction", agreed.id if agreed else None, parcel.columns, said)
    return entry


@contextmanager
def _told(ctx: Context, entry: Id) -> Iterator[None]:
    """Say in the book what became of it; what was counted stays."""
    outcome = "failed"
    try:
        yield
        outcome = "done"
    finally:
        with ctx.work("rows out") as work:
            changed = extraction.update().where(extraction.c.id == entry)
            work.conn.execute(changed.values(outcome=outcome))
