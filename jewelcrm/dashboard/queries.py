"""The dashboard at one moment. Sums by day make it quick; see `jewelcrm.reports.summaries`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import Connection, and_, case, func, select, true

from db.tables.followups import followup
from db.tables.orders import sales_order
from db.types import Id
from jewelcrm.access.doors import query
from jewelcrm.context import Context
from jewelcrm.dashboard import rules
from jewelcrm.dashboard.model import MEASURES, Bar, Board, Point, Span, Tile
from jewelcrm.dashboard.targets import kept
from jewelcrm.followups.rules import OPEN
from jewelcrm.orders.rules.stages import OPEN_STAGES, WAITING
from jewelcrm.reports import standing_orders
from jewelcrm.reports.codes import WORK
from jewelcrm.reports.model import Asked, Period, Source, number, text
from jewelcrm.reports.queries import run
from jewelcrm.reports.sql import quoted
from jewelcrm.reports.summaries import (
    DaySales,
    DayTakings,
    current,
    sales_by_day,
    takings_by_day,
)

_RIGHT = "reports.run"
_PEOPLE = 8  # bars of people: the best ones


@query("reports.ask")
def board(ctx: Context, *, span: Span = "this-month", mine: bool = False) -> Board:
    """Figures, targets and bars of a period so far. Who may not run reports sees her own only."""
    today = ctx.today()
    own = mine or not ctx.allows(_RIGHT)
    staff = ctx.staff.id if own else None
    whole, now = rules.period_of(span, today), rules.so_far(span, today)
    before, all_before = rules.same_before(span, today), rules.before_of(span, today)
    sold = sales_by_day(ctx, now, staff=staff)
    drawn = sales_by_day(ctx, all_before, staff=staff).rows
    sold_before = [day for day in drawn if day.day <= before.until]
    taken = takings_by_day(ctx, now, staff=staff).rows
    taken_before = takings_by_day(ctx, before, staff=staff).rows
    with ctx.read() as conn:
        stages = _stages(Source(ctx, conn, ctx.clock.now(), Asked("", now)), staff)
        wanted = {} if own else kept(conn, ctx.branch.id)
        tiles = (
            *_sales_tiles(sold.rows, sold_before),
            _money_tile(taken, taken_before),
            _on_time(conn, ctx, now, before, staff),
            Tile(MEASURES["late"], sum(late for _, _, late in stages)),
            Tile(MEASURES["ready"], sum(n for stage, n, _ in stages if stage in WAITING)),
            Tile(MEASURES["overdue"], _overdue(conn, today, staff)),
        )
        people = () if own else _people(conn, ctx, now)
    return Board(
        span=span,
        period=whole,
        before=before,
        mine=own,
        currency=ctx.branch.currency,
        as_of=sold.as_of,
        tiles=tuple(_aimed(one, wanted, whole) for one in tiles),
        points=_points(whole, all_before, sold.rows, drawn),
        stages=tuple(Bar(stage, stage, n) for stage, n, _ in stages if n),
        people=people,
    )


@query("reports.run")
def slower(ctx: Context, *, span: Span = "this-month") -> tuple[Tile, ...]:
    """Figures read from reports, shown when they come: new customers, overdue money."""
    today = ctx.today()
    whole = rules.period_of(span, today)
    new, new_before = (
        _new_customers(ctx, one)
        for one in (rules.so_far(span, today), rules.same_before(span, today))
    )
    owed = run(ctx, "receivables", _asked(ctx, whole)).totals
    with ctx.read() as conn:
        wanted = kept(conn, ctx.branch.id)
    return (
        _aimed(Tile(MEASURES["new_customers"], new, before=new_before), wanted, whole),
        Tile(MEASURES["owed"], owed.get("owed", 0) - owed.get("not_due", 0)),
    )


def _asked(ctx: Context, period: Period) -> Asked:
    return Asked("summary", period, currency=ctx.branch.currency)


def _new_customers(ctx: Context, period: Period) -> int:
    """Those who bought for the first time; the report's first row."""
    found = run(ctx, "new-customers", _asked(ctx, period))
    first = next(iter(found.rows), ("", 0))
    return number(first[1])


def _aimed(tile: Tile, wanted: dict[str, int], whole: Period) -> Tile:
    measure = tile.measure
    target = rules.target_for(measure, wanted.get(measure.name), whole)
    return Tile(measure, tile.actual, target, tile.before)


# Sales and takings, from the sums by day -------------------------------------------------------


def _sales_tiles(now: Sequence[DaySales], before: Sequence[DaySales]) -> tuple[Tile, ...]:
    net, net_before = (sum(day.net for day in days) for days in (now, before))
    orders, orders_before = (sum(day.orders for day in days) for days in (now, before))
    return (
        Tile(MEASURES["net_sales"], net, before=net_before),
        Tile(MEASURES["orders"], orders, before=orders_before),
        Tile(MEASURES["average"], _part(net, orders), before=_part(net_before, orders_before)),
    )


def _money_tile(now: Sequence[DayTakings], before: Sequence[DayTakings]) -> Tile:
    net, net_before = (sum(day.net for day in days) for days in (now, before))
    return Tile(MEASURES["takings"], net, before=net_before)


def _part(whole: int, parts: int) -> int | None:
    return round(whole / parts) if parts else None


def _points(
    whole: Period, before: Period, now_days: Sequence[DaySales], before_days: Sequence[DaySales]
) -> tuple[Point, ...]:
    return rules.points(
        whole,
        before,
        {day.day: day.net for day in now_days},
        {day.day: day.net for day in before_days},
    )


_SOLD_BY = (
    "SELECT x.staff_id, coalesce(s.name, ''), sum(x.gross + x.returns) AS net FROM sum_sales x"
    " LEFT JOIN staff s ON s.id = x.staff_id WHERE x.day BETWEEN :since AND :until"
    " AND x.currency = :currency GROUP BY x.staff_id ORDER BY net DESC LIMIT :most"
)
_SOLD_BY_LIVE = (
    "SELECT o.staff_id, coalesce(s.name, ''), sum(l.amount_cents) AS net FROM sales_order o"
    " JOIN order_line l ON l.order_id = o.id AND l.archived_at IS NULL"
    " LEFT JOIN staff s ON s.id = o.staff_id WHERE o.placed_at >= :start AND o.placed_at < :end"
    " AND o.archived_at IS NULL AND o.stage NOT IN ('draft', 'cancelled')"
    " AND o.currency = :currency GROUP BY o.staff_id ORDER BY net DESC LIMIT :most"
)


def _people(conn: Connection, ctx: Context, now: Period) -> tuple[Bar, ...]:
    """Net sales of each person, the largest first."""
    source = Source(ctx, conn, ctx.clock.now(), Asked("", now, currency=ctx.branch.currency))
    found = source.rows(_SOLD_BY if current(source) else _SOLD_BY_LIVE, most=_PEOPLE)
    return tuple(_person(*row) for row in found)


def _person(staff_id: object, name: object, net: object) -> Bar:
    whose = staff_id if isinstance(staff_id, bytes) else None
    return Bar(whose.hex() if whose else "", str(name), int(str(net)), whose)


# As it stands now ----------------------------------------------------------------------------


_NOT_LATE = quoted((*WAITING, "draft"))
_KEPT_STAGES = (
    "SELECT o.stage, count(*),"  # noqa: S608 words of our own
    f" coalesce(sum(o.promised_on < :today AND o.stage NOT IN ({_NOT_LATE})), 0) FROM sum_open o"
    " WHERE (:staff IS NULL OR o.staff_id = :staff) GROUP BY o.stage"
)


def _stages(source: Source, staff: Id | None) -> list[tuple[str, int, int]]:
    """Open orders by stage, in the order of the work: how many, and how many of them late."""
    if standing_orders.current(source):
        found = {
            text(stage): (number(n), number(late))
            for stage, n, late in source.rows(_KEPT_STAGES, staff=staff)
        }
    else:
        found = _live_stages(source.conn, source.today, staff)
    return [(stage, *found[stage]) for stage in WORK if stage in found]


def _live_stages(conn: Connection, today: dt.date, staff: Id | None) -> dict[str, tuple[int, int]]:
    o = sales_order.c
    is_late = and_(o.promised_on < today, o.stage.not_in((*WAITING, "draft")))
    found = conn.execute(
        select(o.stage, func.count(), func.coalesce(func.sum(case((is_late, 1), else_=0)), 0))
        .where(
            o.stage.in_(OPEN_STAGES),
            o.archived_at.is_(None),
            true() if staff is None else o.staff_id == staff,
        )
        .group_by(o.stage)
    )
    return {stage: (int(n), int(late)) for stage, n, late in found}


def _overdue(conn: Connection, today: dt.date, staff: Id | None) -> int:
    """Open follow-ups whose day has passed."""
    f = followup.c
    whose = true() if staff is None else f.assignee_id == staff
    counted = select(func.count()).where(f.state == OPEN, f.due_on < today, whose)
    return int(conn.scalar(counted) or 0)


def _on_time(conn: Connection, ctx: Context, now: Period, before: Period, staff: Id | None) -> Tile:
    share, share_before = (_share_on_time(conn, ctx, one, staff) for one in (now, before))
    return Tile(MEASURES["on_time"], share, before=share_before)


_DONE = (
    "SELECT count(*), coalesce(sum(local_day(closed_at) <= due_on), 0) FROM followup"
    " WHERE closed_at >= :start AND closed_at < :end AND +state = 'done'"
    " AND (:staff IS NULL OR closed_by = :staff)"
)


def _share_on_time(conn: Connection, ctx: Context, period: Period, staff: Id | None) -> int | None:
    """Of the follow-ups done in these days, how many were done by the day they were due."""
    source = Source(ctx, conn, ctx.clock.now(), Asked("", period))
    ((done, on_time),) = source.rows(_DONE, staff=staff)
    return number(on_time) * 10_000 // number(done) if done else None
