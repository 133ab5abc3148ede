"""The run of the rules: read what they want, write what is new, in small units of work."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection, select

from db.tables.orders import sales_order
from jewelcrm.context import Context
from jewelcrm.followups.belonging import ours, still_copying
from jewelcrm.followups.chunks import chunks
from jewelcrm.followups.making import Firing, firings, keep, news, stop
from jewelcrm.followups.plans import plans
from jewelcrm.followups.tidying import Stale, stale
from jewelcrm.log import log

_BATCH = 500
_WITNESSES = 20


def run(ctx: Context, today: dt.date) -> int:
    """Make what the rules want on `today`, stop what has lost its reason; returns how many made.

    When the clock stands before the shop's own last orders, nothing is made: a clock that fell
    back for years would greet everybody for birthdays long past.
    """
    with ctx.read() as conn:
        if _clock_fell_back(ctx, conn, today):
            log.warning("rules not run: the clock stands before the last orders")
            return 0
        if still_copying(conn):
            log.info("rules not run: the first copy is under way")
            return 0
        over = stale(conn)
    _stop(ctx, over)
    made = make(ctx, today)
    log.info("rules run", made=made, stopped=len(over))
    return made


def make(ctx: Context, today: dt.date) -> int:
    """Make what the rules want on `today`; returns how many."""
    with ctx.read() as conn:
        wanted = _wanted(ctx, conn, today)
    made = 0
    for batch in chunks(wanted, _BATCH):
        with ctx.work("rules") as work:
            made += keep(work, batch, today=today)
    return made


def _wanted(ctx: Context, conn: Connection, today: dt.date) -> list[Firing]:
    found: list[Firing] = []
    for plan in plans(conn).values():
        found += news(conn, firings(conn, plan, today=today, zone=ctx.zone()), today=today)
    return ours(conn, found, ctx.branch.id) if ctx.in_chain else found


def _stop(ctx: Context, over: list[Stale]) -> None:
    for batch in chunks(over, _BATCH):
        with ctx.work("rules") as work:
            for one in batch:
                stop(work, one.id, one.why)


def _clock_fell_back(ctx: Context, conn: Connection, today: dt.date) -> bool:
    """Whether the shop took several orders on days still to come.

    Not the newest alone: a clock that once ran ahead must not stop the rules for years.
    """
    placed = conn.scalar(
        select(sales_order.c.placed_at)
        .order_by(sales_order.c.placed_at.desc())
        .offset(_WITNESSES - 1)
        .limit(1)
    )
    return placed is not None and placed.astimezone(ctx.zone()).date() > today
