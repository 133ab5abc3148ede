"""What the window shows of sync: its state, what two have changed, what was put aside."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, select
from sqlcipher3 import dbapi2 as cipher

from db.clock import BEHIND_NOTICE_MS
from db.shop import syncchanges, syncmembers, syncreview, syncstate
from db.tables import review
from db.types import Id, from_millis, to_millis
from jewelcrm.access.doors import query
from jewelcrm.context import Context
from jewelcrm.history import rules
from jewelcrm.history.values import Reader
from jewelcrm.sync import asides, first_copy, tries
from jewelcrm.sync.model import Conflict, Notice, PutAside, State, SyncStatus
from jewelcrm.wire.values import known_table

ON_LINE_MS = 150_000
"""Head office was heard of so lately that the line is taken to be up."""

_WEEK_MS = 7 * 86_400_000
_ALARMS = 2  # in a week: somebody should look into it


@query("sync.view")
def status(ctx: Context) -> SyncStatus:
    """How this PC stands with head office."""
    now = to_millis(ctx.clock.now())
    with ctx.read() as conn:
        raw: cipher.Connection = conn.connection.driver_connection
        office, numbers = syncstate.office(raw), syncstate.state(raw)
        pending, oldest = syncchanges.how_many_wait(raw)
        acts = syncchanges.acts_that_wait(raw, pending) if pending else 0
        cursors = syncmembers.cursors(raw)
        differed = _alarms_since(raw, now - _WEEK_MS)
        conflicts_open, must_review = syncreview.open_conflicts(raw, rules.SILENT)
        aside = syncreview.how_many_open(raw, "quarantine")
        notices_open = syncreview.how_many_open(raw, "notice")
        failed = syncstate.failed(raw)
    off = -numbers.clock_offset if abs(numbers.clock_offset) > BEHIND_NOTICE_MS else 0
    stuck = failed is not None and failed.why not in tries.PASSING
    look = bool(aside or must_review or off or differed >= _ALARMS or stuck)
    return SyncStatus(
        enrolled=office is not None,
        state=_state(office, now + numbers.clock_offset, look=look, failed=failed is not None),
        pending=pending,
        oldest_pending_at=_moment(oldest),
        last_contact=_moment(office.last_contact if office else None),
        lease_until=_moment(office.lease_until if office else None),
        first_copy=first_copy.progress(cursors),
        conflicts_open=conflicts_open,
        put_aside_open=aside,
        notices_open=notices_open,
        usable=office is None or first_copy.usable(cursors),
        last_full=_moment(office.last_full if office else None),
        clock_off=dt.timedelta(milliseconds=off) if off else None,
        differed=differed,
        line_up=failed is None and _line_up(office, now + numbers.clock_offset),
        failed_at=_moment(failed.at if failed else None),
        failed_why=failed.why if failed else "",
        acts_pending=acts,
        closed=office is not None and office.state == "closed",
    )


@query("sync.view")
def known_since(ctx: Context, order_ids: Collection[Id]) -> dict[Id, dt.datetime | None]:
    """Since when head office knows each order with its lines and payments; None: not all yet.

    An order that this PC never changed came from head office: its own time of change counts.
    """
    with ctx.read() as conn:
        raw: cipher.Connection = conn.connection.driver_connection
        times = syncreview.order_times(raw, order_ids)
    return {order: _known(updated, pushed) for order, (updated, pushed) in times.items()}


@query("sync.view")
def conflicts(ctx: Context, *, limit: int = 500, language: str = "") -> list[Conflict]:
    """Fields that two changed without knowing of each other, newest first, in this language."""
    c = review.conflict.c
    with ctx.read() as conn:
        rows = conn.execute(
            select(review.conflict)
            .where(c.state == "open", c.archived_at.is_(None), c.column.not_in(rules.SILENT))
            .order_by(c.id.desc())
            .limit(limit)
        ).all()
        reader = _reader(ctx, conn, language)
        return [_conflict(row, reader, conn) for row in rows if known_table(row.tbl) is not None]


@query("sync.view")
def put_aside(ctx: Context, *, limit: int = 500, language: str = "") -> list[PutAside]:
    """Transactions that head office could not apply, newest first, told in this language."""
    c = review.quarantine.c
    with ctx.read() as conn:
        rows = conn.execute(
            select(review.quarantine)
            .where(c.state == "open", c.archived_at.is_(None))
            .order_by(c.id.desc())
            .limit(limit)
        ).all()
        reader = _reader(ctx, conn, language)
        return [asides.read(ctx, row, reader, conn) for row in rows]


@query("sync.view")
def notices(ctx: Context, *, limit: int = 500, language: str = "") -> list[Notice]:
    """What head office wants this branch to know, newest first; names as in this language."""
    c = review.notice.c
    with ctx.read() as conn:
        rows = conn.execute(
            select(review.notice)
            .where(c.state == "open", c.archived_at.is_(None))
            .order_by(c.id.desc())
            .limit(limit)
        ).all()
        reader = _reader(ctx, conn, language)
        return [_notice(row, reader) for row in rows]


def _state(office: syncstate.Office | None, now: int, *, look: bool, failed: bool) -> State:
    if office is None:
        return "stand_alone"
    if office.state in ("revoked", "closed"):
        return "revoked"
    if 0 < office.lease_until < now:
        return "locked"
    if look:
        return "attention"
    return "on_line" if _line_up(office, now) and not failed else "off_line"


def _line_up(office: syncstate.Office | None, now: int) -> bool:
    """Head office was heard of lately."""
    if office is None or office.last_contact is None:
        return False
    return now - office.last_contact < ON_LINE_MS


def _alarms_since(raw: cipher.Connection, moment: int) -> int:
    return sum(int(str(facts["at"])) >= moment for facts in syncstate.alarms(raw))


def _known(updated: int, pushed: list[int | None]) -> dt.datetime | None:
    known = [at for at in pushed if at is not None]
    return None if len(known) < len(pushed) else _moment(max(known, default=updated))


def _conflict(row: Any, reader: Reader, conn: Connection) -> Conflict:
    table = rules.table_named(row.tbl)
    column = table.columns[row.column]
    now = asides.row_now(conn, table, row.row_id)
    kept, lost = (asides.one_value(table, row.column, text) for text in (row.kept, row.lost))
    why_not = asides.why_not_swapped(table, row, now, kept)
    return Conflict(
        id=row.id,
        table=row.tbl,
        row_id=row.row_id,
        customer_id=row.customer_id,
        subject=asides.subject(reader, row.customer_id, row.tbl, row.row_id),
        thing=rules.thing(table),
        column=row.column,
        label=rules.label(column),
        kept=reader.read(column, kept, now or {}),
        kept_by=reader.name_of("staff", row.kept_by) if row.kept_by else "",
        kept_at=row.kept_at,
        lost=reader.read(column, lost, now or {}),
        lost_by=reader.name_of("staff", row.lost_by) if row.lost_by else "",
        lost_at=row.lost_at,
        other_branch=reader.name_of("branch", row.other_branch_id) if row.other_branch_id else "",
        why=row.why,
        must_review=row.must_review,
        can_swap=not why_not,
        why_not=why_not,
    )


def _notice(row: Any, reader: Reader) -> Notice:
    return Notice(
        id=row.id,
        kind=row.kind,
        subject_id=row.subject_id,
        customer_id=row.customer_id,
        subject=asides.subject(reader, row.customer_id, "", row.subject_id),
        happened_at=row.happened_at,
        params=json.loads(row.params) if row.params else {},
    )


def _reader(ctx: Context, conn: Connection, language: str) -> Reader:
    """Of the language of the window, or of whoever is signed in."""
    return Reader(conn, ctx.zone(), language or ctx.staff.language or "en", ctx.branch.currency)


def _moment(millis: int | None) -> dt.datetime | None:
    return from_millis(millis) if millis else None
