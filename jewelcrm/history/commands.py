"""Undoing one change: what was there before is written back, as a change of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, select

from db.shop.local import change as change_table
from db.work import Work
from jewelcrm.access.doors import command
from jewelcrm.context import Context
from jewelcrm.customers.guests import require_not_moved
from jewelcrm.errors import CanFix
from jewelcrm.history import rules
from jewelcrm.history.queries import current_rows, read_change
from jewelcrm.history.rules import Change
from jewelcrm.history.values import Reader
from jewelcrm.log import log


@command("customers.undo")
def undo(ctx: Context, change_n: int) -> None:
    """Undo one change: what was added is put away, what was changed becomes what it was.

    Raises:
        CanFix: it cannot be undone, or something in it was changed again since; says what.
    """
    change = _the_change(ctx, change_n)
    ctx.require(rules.right_to_undo(change))
    with ctx.work(f"{rules.UNDOING} {change_n}") as work:
        now = current_rows(work.conn, [change]).get(change.row_id, {})
        _require_undoable(change)
        require_not_moved(ctx, () if change.op == rules.INSERTED else change.before)
        reader = Reader(work.conn, ctx.zone(), ctx.staff.language or "en", ctx.branch.currency)
        _require_unchanged(reader, now, rules.overtaken(change, now))
        _put_back(work, change)
        work.audit("change.undone", change.row_id, columns=sorted(change.written))
    log.info("change undone", change=change_n)


def _the_change(ctx: Context, change_n: int) -> Change:
    with ctx.read() as conn:
        row = conn.execute(select(change_table).where(change_table.c.n == change_n)).first()
    if row is None:
        raise CanFix("This change is no longer in the history.")
    return read_change(row)


def _require_undoable(change: Change) -> None:
    never = rules.never_undone(change)
    if never:
        raise CanFix(never)


def _require_unchanged(
    reader: Reader, now: Mapping[str, Any], overtaken: Sequence[Column[Any]]
) -> None:
    if not overtaken:
        return
    column = overtaken[0]
    raise CanFix(
        "{label} was changed again since: it is now “{now}”. Undo that first, or mend it by hand.",
        field=column.name,
        label=rules.label(column),
        now=reader.read(column, now.get(column.name), now),
    )


def _put_back(work: Work, change: Change) -> None:
    if change.op == rules.INSERTED:
        work.archive(change.table, change.row_id)
    else:
        work.update(change.table, change.row_id, **change.before)
