"""The orders behind a tile or a bar: what a click on it shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import func, or_, select, true

from db.shop.among import all_found
from db.tables.customers import customer
from db.tables.orders import sales_order
from db.tables.payments import payment
from db.types import Id, from_millis
from jewelcrm.access.doors import query
from jewelcrm.context import Context
from jewelcrm.followups.chunks import chunks
from jewelcrm.orders.model import OrderFilter
from jewelcrm.orders.queries import listing
from jewelcrm.orders.rules.stages import CANCELLED, OPEN_STAGES, WAITING
from jewelcrm.reports.model import Period

What = Literal["sold", "taken", "late", "ready", "stage"]
MOST = 5_000
"""Orders of one list: more than anybody goes through by hand."""


@dataclass(frozen=True, slots=True)
class Behind:
    """Which list: sold or paid in a period, late, ready, or in a stage; perhaps one person's."""

    what: What
    period: Period | None = None
    stage: str = ""
    staff_id: Id | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """Whom the rows of a report are about."""

    orders: tuple[Id, ...] = ()
    customers: tuple[Id, ...] = ()


@query("orders.view")
def named(ctx: Context, numbers: Collection[str]) -> Named:
    """Orders and customers of these numbers, as they stand in a report's rows."""
    o, c = sales_order.c, customer.c
    orders: list[Id] = []
    customers: list[Id] = []
    with ctx.read() as conn:
        for piece in chunks(dict.fromkeys(numbers)):
            mine = or_(o.number.in_(piece), o.external_key.in_(piece))
            orders += conn.scalars(select(o.id).where(mine, o.archived_at.is_(None)))
            hers = c.number.in_(piece)
            customers += conn.scalars(select(c.id).where(hers, c.archived_at.is_(None)))
    return Named(tuple(orders), tuple(customers))


_IN_WORK = tuple(stage for stage in OPEN_STAGES if stage not in WAITING and stage != "draft")


@query("orders.view")
def behind(ctx: Context, which: Behind) -> list[Id]:
    """Ids of these orders, the newest first; who may not run reports gets her own only."""
    staff = which.staff_id if ctx.allows("reports.run") else ctx.staff.id
    if which.what == "taken":
        return _paid(ctx, which, staff)
    if which.what == "sold":
        return _sold(ctx, which, staff)
    return listing(ctx, _filter(ctx, which, staff), limit=MOST)


def _filter(ctx: Context, which: Behind, staff: Id | None) -> OrderFilter:
    if which.what == "late":
        return OrderFilter(
            stages=_IN_WORK, staff_id=staff, promised_to=ctx.today() - dt.timedelta(days=1)
        )
    if which.what == "ready":
        return OrderFilter(stages=tuple(sorted(WAITING)), staff_id=staff)
    return OrderFilter(stages=(which.stage,), staff_id=staff)


def _sold(ctx: Context, which: Behind, staff: Id | None) -> list[Id]:
    """What counts as sold (neither a draft nor cancelled), by the index on its moment."""
    assert which.period is not None
    start, end = (from_millis(at) for at in which.period.bounds(ctx.zone()))
    o = sales_order.c
    wanted = (
        select(o.id)
        .where(
            o.placed_at >= start,
            o.placed_at < end,
            o.stage.not_in(("draft", CANCELLED)),
            o.currency == ctx.branch.currency,
            o.archived_at.is_(None),
            true() if staff is None else o.staff_id == staff,
        )
        .order_by(o.placed_at.desc(), o.id.desc())
        .limit(MOST)
    )
    with ctx.read() as conn:
        return all_found(conn, wanted)


def _paid(ctx: Context, which: Behind, staff: Id | None) -> list[Id]:
    """Orders on which money was taken in the period, the latest first."""
    assert which.period is not None
    start, end = (from_millis(at) for at in which.period.bounds(ctx.zone()))
    p = payment.c
    wanted = (
        select(p.order_id)
        .where(
            p.taken_at >= start,
            p.taken_at < end,
            p.currency == ctx.branch.currency,
            p.order_id.is_not(None),
            true() if staff is None else p.staff_id == staff,
        )
        .group_by(p.order_id)
        .order_by(func.max(p.taken_at).desc())
        .limit(MOST)
    )
    with ctx.read() as conn:
        return all_found(conn, wanted)
