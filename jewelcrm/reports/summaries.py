"""Sums by day: what keeps a report of years, and the dashboard, quick beside millions of lines.

Three small tables hold a day's sales by branch, person, channel, kind and currency, the same by
category, and its takings. Triggers name a day to be summed anew in the very transaction that
changes one of its orders, lines or payments, whoever does (`db.shop.reporting`); `catch_up` sums
those days, a few at a time. Nobody ever reads an old sum: as long as one day of the asked period
waits, `current` says no and the figures come from every line.

For the dashboard (all read from these sums, in the branch's currency unless told otherwise):

    catch_up(ctx)                                   # first, off the UI thread; quick when idle
    sales_by_day(ctx, period, branch=None, staff=None) -> Told[DaySales]
    takings_by_day(ctx, period, branch=None, staff=None) -> Told[DayTakings]
    Told(rows, as_of)                               # `as_of`: the moment the rows are of

`sales_by_day` falls back to every line when days wait, so that its rows are always right too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from sqlcipher3 import dbapi2 as cipher

from db.types import Id
from jewelcrm.access.doors import query
from jewelcrm.context import Context
from jewelcrm.reports import standing, standing_orders
from jewelcrm.reports.model import Asked, Period, Progress, Row, Source, number
from jewelcrm.reports.sql import COUNTS

DAY_MS = 86_400_000
AT_ONCE = 40
"""Days summed in one transaction: some tens of milliseconds of a busy shop."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class DaySales:
    """One day's sales: orders, thousandths of pieces, and money in cents."""

    day: dt.date
    orders: int
    quantity: int
    gross: int
    returns: int

    @property
    def net(self) -> int:
        """What was sold less what came back."""
        return self.gross + self.returns


@dataclass(frozen=True, slots=True)
class DayTakings:
    """One day's ledger in cents."""

    day: dt.date
    entries: int
    taken: int
    back: int

    @property
    def net(self) -> int:
        """What was taken less what was given back."""
        return self.taken + self.back


@dataclass(frozen=True, slots=True)
class Told(Generic[T]):
    """Rows, and the moment they are of."""

    rows: tuple[T, ...]
    as_of: dt.datetime


def current(source: Source) -> bool:
    """True when the sums of every day of the asked period are as the store is now."""
    period = source.asked.period
    first, last = _utc_days(period, source.zone)
    (waits,) = source.rows(
        "SELECT EXISTS (SELECT 1 FROM sum_dirty WHERE day BETWEEN :first AND :last)"
        " OR NOT EXISTS (SELECT 1 FROM sum_state WHERE zone = :zone)",
        first=first,
        last=last,
        zone=source.zone.key,
    )
    return not waits[0]


def _utc_days(period: Period, zone: ZoneInfo) -> tuple[int, int]:
    start, end = period.bounds(zone)
    return start // DAY_MS, (end - 1) // DAY_MS


def waiting(ctx: Context) -> int:
    """How many days wait to be summed; the whole store's when nothing was ever summed."""
    with ctx.read() as conn:
        raw: cipher.Connection = conn.connection.driver_connection
        if _begun(raw, ctx.zone()):
            return int(raw.execute("SELECT count(*) FROM sum_dirty").fetchone()[0])
        return int(raw.execute(f"SELECT count(*) FROM ({_EVERY_DAY})").fetchone()[0])


def few_wait(ctx: Context) -> bool:
    """True when some days wait, and no more than are summed in a moment."""
    with ctx.read() as conn:
        raw: cipher.Connection = conn.connection.driver_connection
        days = "SELECT day FROM sum_dirty" if _begun(raw, ctx.zone()) else _FIRST_DAYS
        found = raw.execute(f"SELECT count(*) FROM ({days} LIMIT {AT_ONCE + 1})").fetchone()
    return 0 < int(found[0]) <= AT_ONCE


@query("reports.ask")
def catch_up(ctx: Context, *, most: int | None = None, progress: Progress | None = None) -> int:
    """Sum the days that wait, then look at customers and orders that do; returns what is left.

    With `most`, stops after that many days, or some of the others: for idle times.
    """
    left = _sum_days(ctx, most, progress)
    if left:
        return left
    for queue in (standing.QUEUE, standing_orders.QUEUE):
        left += queue.look_again(ctx, most=most and queue.at_most, progress=progress)
    return left


def catch_up_quickly(ctx: Context) -> None:
    """What has changed since, when it is summed in a moment; else it waits for an idle time."""
    if few_wait(ctx):
        _sum_days(ctx, None, None)
    for queue in (standing.QUEUE, standing_orders.QUEUE):
        if queue.few_wait(ctx):
            queue.look_again(ctx)


def _sum_days(ctx: Context, most: int | None, progress: Progress | None) -> int:
    """The newest first, `AT_ONCE` in a transaction."""
    left = total = waiting(ctx)
    while left and (most is None or total - left < most):
        with ctx.work("sums") as work:
            if not _begun(work.raw, ctx.zone()):
                _begin(work.raw, ctx.zone())
            left = _some(work.raw, ctx.zone())
        if progress is not None:
            progress(total - left, total, "summing")
    return left


_FIRST_DAYS = f"SELECT DISTINCT placed_at / {DAY_MS} FROM sales_order"
_EVERY_DAY = (
    f"SELECT DISTINCT placed_at / {DAY_MS} FROM sales_order"
    f" UNION SELECT DISTINCT taken_at / {DAY_MS} FROM payment"
)


def _begun(raw: cipher.Connection, zone: ZoneInfo) -> bool:
    found = raw.execute("SELECT 1 FROM sum_state WHERE zone = ?", (zone.key,)).fetchone()
    return found is not None


def _begin(raw: cipher.Connection, zone: ZoneInfo) -> None:
    """Nothing is summed yet, or the branch's days begin at another hour now: all of it waits."""
    for table in ("sum_state", "sum_sales", "sum_category", "sum_takings"):
        raw.execute(f"DELETE FROM {table}")
    raw.execute("INSERT INTO sum_state(zone, since) VALUES (?, 0)", (zone.key,))
    raw.execute(f"INSERT INTO sum_dirty(day) {_EVERY_DAY} WHERE 1 ON CONFLICT DO NOTHING")


def _some(raw: cipher.Connection, zone: ZoneInfo) -> int:
    chosen = raw.execute("SELECT day FROM sum_dirty ORDER BY day DESC LIMIT ?", (AT_ONCE,))
    days = [int(day) for (day,) in chosen]
    for day in sorted({here for one in days for here in _days_here(one, zone)}):
        _sum(raw, day, zone)
    raw.executemany("DELETE FROM sum_dirty WHERE day = ?", [(day,) for day in days])
    return int(raw.execute("SELECT count(*) FROM sum_dirty").fetchone()[0])


def _days_here(utc_day: int, zone: ZoneInfo) -> set[dt.date]:
    """The branch's days that a day of Greenwich has a part of."""
    ends = (utc_day * DAY_MS, (utc_day + 1) * DAY_MS - 1)
    return {dt.datetime.fromtimestamp(at / 1000, zone).date() for at in ends}


def _sum(raw: cipher.Connection, day: dt.date, zone: ZoneInfo) -> None:
    start, end = Period(day, day).bounds(zone)
    values = {"day": day.isoformat(), "start": start, "end": end}
    for table, statement in _SUMS.items():
        raw.execute(f"DELETE FROM {table} WHERE day = :day", values)
        raw.execute(statement, values)


_KEYS = "branch_id, staff_id, channel, kind, currency"
_OF = "o.branch_id, o.staff_id, o.channel, o.kind, o.currency"
_FIGURES = (
    "count(DISTINCT o.id), sum(l.quantity), sum(max(l.amount_cents, 0)),"
    " sum(min(l.amount_cents, 0))"
)
_LINES_OF_DAY = (
    "FROM sales_order o JOIN order_line l ON l.order_id = o.id AND l.archived_at IS NULL"
)
_OF_DAY = f"WHERE {COUNTS} AND o.placed_at >= :start AND o.placed_at < :end"
_SUMS = {
    "sum_sales": (
        f"INSERT INTO sum_sales(day, {_KEYS}, orders, quantity, gross, returns)"
        f" SELECT :day, {_OF}, {_FIGURES} {_LINES_OF_DAY} {_OF_DAY} GROUP BY {_OF}"
    ),
    "sum_category": (
        f"INSERT INTO sum_category(day, {_KEYS}, category, orders, quantity, gross, returns)"
        f" SELECT :day, {_OF}, p.category, {_FIGURES} {_LINES_OF_DAY}"
        f" LEFT JOIN product p ON p.id = l.product_id {_OF_DAY} GROUP BY {_OF}, p.category"
    ),
    "sum_takings": (
        "INSERT INTO sum_takings(day, branch_id, staff_id, method, kind, currency, entries,"
        " taken, back) SELECT :day, p.branch_id, p.staff_id, p.method, p.kind, p.currency,"
        " count(*), sum(max(p.amount_cents, 0)), sum(min(p.amount_cents, 0)) FROM payment p"
        " WHERE p.taken_at >= :start AND p.taken_at < :end"
        " GROUP BY p.branch_id, p.staff_id, p.method, p.kind, p.currency"
    ),
}

_WHOSE = (
    "(:branch IS NULL OR {t}.branch_id = :branch) AND (:staff IS NULL OR {t}.staff_id = :staff)"
)
_DAYS = "x.day >= :since AND x.day <= :until AND x.currency = :currency AND " + _WHOSE.format(t="x")
_KEPT_SALES = (
    "SELECT x.day, sum(x.orders), sum(x.quantity), sum(x.gross), sum(x.returns)"
    f" FROM sum_sales x WHERE {_DAYS} GROUP BY x.day ORDER BY x.day"
)
_LIVE_SALES = (
    f"SELECT local_day(o.placed_at) AS day, {_FIGURES} {_LINES_OF_DAY} {_OF_DAY}"
    f" AND o.currency = :currency AND {_WHOSE.format(t='o')} GROUP BY day ORDER BY day"
)
_KEPT_TAKINGS = (
    "SELECT x.day, sum(x.entries), sum(x.taken), sum(x.back)"
    f" FROM sum_takings x WHERE {_DAYS} GROUP BY x.day ORDER BY x.day"
)
_LIVE_TAKINGS = (
    "SELECT local_day(p.taken_at) AS day, count(*), sum(max(p.amount_cents, 0)),"
    " sum(min(p.amount_cents, 0)) FROM payment p WHERE p.taken_at >= :start AND p.taken_at < :end"
    f" AND p.currency = :currency AND {_WHOSE.format(t='p')} GROUP BY day ORDER BY day"
)


@query("reports.ask")
def sales_by_day(
    ctx: Context,
    period: Period,
    *,
    branch: Id | None = None,
    staff: Id | None = None,
    currency: str | None = None,
) -> Told[DaySales]:
    """Each day's sales, days without any left out. Sales staff may ask only for their own.

    Raises:
        Denied: a salesperson asked for somebody else's.
    """
    _own_only(ctx, staff)
    asked = Asked("", period, branch, currency or ctx.branch.currency)
    found, at = _either(ctx, asked, staff, (_KEPT_SALES, _LIVE_SALES))
    return Told(tuple(DaySales(_day(row[0]), *map(number, row[1:])) for row in found), at)


@query("reports.ask")
def takings_by_day(
    ctx: Context,
    period: Period,
    *,
    branch: Id | None = None,
    staff: Id | None = None,
    currency: str | None = None,
) -> Told[DayTakings]:
    """Each day's ledger, days without any left out. Sales staff may ask only for their own.

    Raises:
        Denied: a salesperson asked for somebody else's.
    """
    _own_only(ctx, staff)
    asked = Asked("", period, branch, currency or ctx.branch.currency)
    found, at = _either(ctx, asked, staff, (_KEPT_TAKINGS, _LIVE_TAKINGS))
    return Told(tuple(DayTakings(_day(row[0]), *map(number, row[1:])) for row in found), at)


def _own_only(ctx: Context, staff: Id | None) -> None:
    if staff != ctx.staff.id:
        ctx.require("reports.run")


def _day(value: object) -> dt.date:
    return dt.date.fromisoformat(str(value))


def _either(
    ctx: Context, asked: Asked, staff: Id | None, statements: Sequence[str]
) -> tuple[list[Row], dt.datetime]:
    now = ctx.clock.now()
    with ctx.read() as conn:
        source = Source(ctx, conn, now, asked)
        kept, live = statements
        return list(source.rows(kept if current(source) else live, staff=staff)), now


__all__ = [
    "DaySales",
    "DayTakings",
    "Told",
    "catch_up",
    "catch_up_quickly",
    "current",
    "few_wait",
    "sales_by_day",
    "takings_by_day",
    "waiting",
]
