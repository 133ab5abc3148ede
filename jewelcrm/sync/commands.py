"""Settling what two have changed, and what head office put aside. Each is an ordinary change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Table, select

from db.errors import Refused
from db.tables import review
from db.types import Id
from db.work import Work
from jewelcrm.access.doors import command
from jewelcrm.context import Context
from jewelcrm.customers.guests import require_for_here, require_not_moved
from jewelcrm.errors import CanFix
from jewelcrm.history import rules
from jewelcrm.log import log
from jewelcrm.sync import asides
from jewelcrm.wire.values import known_table

Corrections = Mapping[int, Mapping[str, Any]]
"""Place of the record in the transaction to column and value of the column's Python type."""

_SETTLED = "Somebody has settled this already."
_REASON_LENGTH = 300
_STAYS = ("id", "created_at", "rev", "branch_id")
"""What mending leaves as it is in a record that is here."""


@command("sync.review")
def swap(ctx: Context, conflict_id: Id) -> None:
    """Put the value that lost in place of the one that stands.

    Raises:
        CanFix: it is settled, or cannot be swapped with one click; says why.
    """
    with ctx.work("the other value was chosen") as work:
        for row in _conflict_with_silent(work, conflict_id):
            _put_lost(work, row)
            work.update(review.conflict, row.id, state="swapped")
            work.audit("conflict.swapped", row.row_id, columns=[f"{row.tbl}.{row.column}"])
    log.info("conflict swapped", conflict=conflict_id)


@command("sync.review")
def keep(ctx: Context, conflict_id: Id) -> None:
    """Leave the value that stands.

    Raises:
        CanFix: it is settled already.
    """
    with ctx.work() as work:
        for row in _conflict_with_silent(work, conflict_id):
            work.update(review.conflict, row.id, state="kept")
            work.audit("conflict.kept", row.row_id, columns=[f"{row.tbl}.{row.column}"])
    log.info("conflict kept", conflict=conflict_id)


@command("sync.review")
def mend(ctx: Context, quarantine_id: Id, changes: Corrections) -> None:
    """Send what was put aside again, corrected, in the name of who mends it.

    Raises:
        CanFix: it is settled, or something it needs is not on this PC; says what.
    """
    with ctx.work("what was put aside, mended") as work:
        row = _open(work, review.quarantine, quarantine_id)
        for place, op in enumerate(asides.written(row.ops)):
            _redo(ctx, work, op, changes.get(place, {}))
        work.update(review.quarantine, row.id, state="fixed")
        work.audit("aside.mended", row.id)
    log.info("put aside mended", quarantine=quarantine_id)


@command("sync.review")
def drop(ctx: Context, quarantine_id: Id, reason: str) -> None:
    """Give up what was put aside, with a reason.

    Raises:
        CanFix: there is no reason, or it is settled already.
    """
    reason = reason.strip()
    if not reason or len(reason) > _REASON_LENGTH:
        raise CanFix("Say in a few words why it is given up.", field="reason")
    with ctx.work(reason) as work:
        row = _open(work, review.quarantine, quarantine_id)
        work.update(review.quarantine, row.id, state="dropped")
        work.audit("aside.dropped", row.id, reason=reason)
    log.info("put aside dropped", quarantine=quarantine_id)


@command("sync.review")
def seen(ctx: Context, notice_id: Id) -> None:
    """A notice has been read."""
    with ctx.work() as work:
        row = _open(work, review.notice, notice_id)
        work.update(review.notice, row.id, state="seen")


def _open(work: Work, table: Table, row_id: Id) -> Any:
    row = work.conn.execute(select(table).where(table.c.id == row_id)).first()
    if row is None or row.state != "open":
        raise CanFix(_SETTLED)
    return row


def _conflict_with_silent(work: Work, conflict_id: Id) -> list[Any]:
    """The conflict, and those of the same act about columns that nobody is shown.

    A phone's searchable form goes where the phone goes.
    """
    row = _open(work, review.conflict, conflict_id)
    c = review.conflict.c
    silent = select(review.conflict).where(
        c.row_id == row.row_id,
        c.state == "open",
        c.column.in_(rules.SILENT),
        c.lost_at.is_(row.lost_at) if row.lost_at is None else c.lost_at == row.lost_at,
        c.id != row.id,
    )
    return [row, *work.conn.execute(silent)]


def _put_lost(work: Work, row: Any) -> None:
    table = rules.table_named(row.tbl)
    now = asides.row_now(work.conn, table, row.row_id)
    kept = asides.one_value(table, row.column, row.kept)
    why_not = asides.why_not_swapped(table, row, now, kept)
    if why_not:
        raise CanFix(why_not)
    work.update(table, row.row_id, **{row.column: asides.one_value(table, row.column, row.lost)})


def _redo(ctx: Context, work: Work, op: Mapping[str, Any], corrections: Mapping[str, Any]) -> None:
    """One record of the transaction, written again with what was corrected."""
    table = known_table(str(op.get("t")))
    if table is None:
        raise CanFix("There is nothing in it that this program can read.")
    row_id = bytes.fromhex(op["id"])
    image = {**asides.values(table, op.get("set") or {}), **corrections}
    if op["op"] == rules.INSERTED:
        require_not_moved(ctx, corrections)
        require_for_here(ctx, image)
    else:
        require_not_moved(ctx, image)
    unknown = sorted(corrections.keys() - table.columns.keys())
    if unknown:
        raise CanFix("There is no field {field} in it.", field=unknown[0])
    here = work.conn.execute(select(table.c.id).where(table.c.id == row_id)).first() is not None
    if not here and op["op"] != rules.INSERTED:
        raise CanFix("A record that it changes is no longer on this PC.")
    if here and table.info["ledger"]:
        raise CanFix("Entries of a ledger stay for ever. Add one that corrects it.")
    _write(work, table, row_id, image, here=here)


def _write(work: Work, table: Table, row_id: Id, image: Mapping[str, Any], *, here: bool) -> None:
    try:
        if here:
            changes = {name: value for name, value in image.items() if name not in _STAYS}
            work.update(table, row_id, **changes)
        else:
            work.insert(table, **{**image, "id": row_id})
    except Refused as error:
        raise CanFix("It needs a record that is not on this PC. Give it up, and do it anew.") from (
            error
        )
