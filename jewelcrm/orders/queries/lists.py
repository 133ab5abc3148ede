"""Lists of orders: of one customer, the board, late, promised, waiting; each quick at a million.

Lists of work read only open stages, by the index on stage and promise; finished orders, nearly
all of them, are never looked at.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from db.shop.among import all_found
from db.tables.customers import customer
from db.tables.orders import sales_order
from db.types import Id
from jewelcrm.access.doors import query
from jewelcrm.context import Context, one_read
from jewelcrm.orders.model import OrderFilter, OrderRow
from jewelcrm.orders.reading import ORDER_ROWS, by_ids, fetch
from jewelcrm.orders.rules.stages import KINDS, OPEN_STAGES, STAGES, WAITING

PAGE = 200
_NOT_READY = tuple(stage for stage in OPEN_STAGES if stage not in WAITING)
_LIVE = sales_order.c.archived_at.is_(None)


@query("orders.view")
def of_customer(
    ctx: Context, customer_id: Id, *, limit: int = PAGE, conn: Connection | None = None
) -> list[OrderRow]:
    """A customer's own orders, newest first."""
    statement = (
        ORDER_ROWS.where(sales_order.c.customer_id == customer_id, _LIVE)
        .order_by(sales_order.c.placed_at.desc())
        .limit(limit)
    )
    with one_read(ctx, conn) as read:
        return fetch(ctx, read, statement)


@query("orders.view")
def of_household(
    ctx: Context, customer_id: Id, *, limit: int = PAGE, conn: Connection | None = None
) -> list[OrderRow]:
    """The orders of the others in the customer's household, without surprises still secret."""
    home = select(customer.c.household_id).where(customer.c.id == customer_id).scalar_subquery()
    others = select(customer.c.id).where(
        customer.c.household_id == home, customer.c.id != customer_id
    )
    with one_read(ctx, conn) as read:
        if read.scalar(select(home)) is None:
            return []
        statement = (
            ORDER_ROWS.where(
                sales_order.c.customer_id.in_(list(read.scalars(others))),
                _no_longer_secret(ctx.today()),
                _LIVE,
            )
            .order_by(sales_order.c.placed_at.desc())
            .limit(limit)
        )
        return fetch(ctx, read, statement)


def _no_longer_secret(today: dt.date) -> ColumnElement[bool]:
    return or_(sales_order.c.secret_until.is_(None), sales_order.c.secret_until <= today)


@query("orders.view")
def board(
    ctx: Context,
    kinds: Sequence[str] = KINDS,
    mine: bool = False,  # noqa: FBT001, FBT002 - fixed by the window's contract
    *,
    limit: int = PAGE,
    conn: Connection | None = None,
) -> dict[str, list[OrderRow]]:
    """Open orders by stage, soonest promise first, at most `limit` a stage.

    Every open stage of the kinds asked for is there, in its usual order, empty or not.
    """
    narrow = and_(
        _LIVE,
        sales_order.c.kind.in_(list(kinds)),
        *([sales_order.c.staff_id == ctx.staff.id] if mine else []),
    )
    with one_read(ctx, conn) as read:
        stages = {stage: _soonest(read, stage, narrow, limit) for stage in _stages_of(kinds)}
        found = {
            row.id: row for row in by_ids(ctx, read, [i for ids in stages.values() for i in ids])
        }
    return {stage: [found[i] for i in ids if i in found] for stage, ids in stages.items()}


def _soonest(conn: Connection, stage: str, narrow: ColumnElement[bool], limit: int) -> list[Id]:
    return list(
        conn.scalars(
            select(sales_order.c.id)
            .where(sales_order.c.stage == stage, narrow)
            .order_by(sales_order.c.promised_on, sales_order.c.id)
            .limit(limit)
        )
    )


def _stages_of(kinds: Sequence[str]) -> list[str]:
    return [stage for stage in OPEN_STAGES if any(stage in STAGES[kind] for kind in kinds)]


@query("orders.view")
def late(ctx: Context, *, limit: int = PAGE, conn: Connection | None = None) -> list[OrderRow]:
    """Promised for a day that has passed and not yet ready; the longest overdue first."""
    statement = (
        ORDER_ROWS.where(
            sales_order.c.stage.in_(_NOT_READY), sales_order.c.promised_on < ctx.today(), _LIVE
        )
        .order_by(sales_order.c.promised_on)
        .limit(limit)
    )
    with one_read(ctx, conn) as read:
        return fetch(ctx, read, statement)


@query("orders.view")
def promised_on(
    ctx: Context, day: dt.date, *, limit: int = PAGE, conn: Connection | None = None
) -> list[OrderRow]:
    """Open orders promised for `day`, those not yet ready first."""
    statement = (
        ORDER_ROWS.where(
            sales_order.c.stage.in_(OPEN_STAGES), sales_order.c.promised_on == day, _LIVE
        )
        .order_by(sales_order.c.stage.in_(WAITING), sales_order.c.rush.desc(), sales_order.c.number)
        .limit(limit)
    )
    with one_read(ctx, conn) as read:
        return fetch(ctx, read, statement)


@query("orders.view")
def listing(
    ctx: Context,
    which: OrderFilter | None = None,
    *,
    limit: int = 5000,
    after: int = 0,
    conn: Connection | None = None,
) -> list[Id]:
    """The ids of a list, newest first: `limit` of them, after the first `after`."""
    statement = (
        select(sales_order.c.id)
        .where(*_conditions(ctx, which or OrderFilter()), _LIVE)
        .order_by(sales_order.c.placed_at.desc(), sales_order.c.id.desc())
        .limit(limit)
        .offset(after)
    )
    with one_read(ctx, conn) as read:
        return all_found(read, statement)


def _conditions(ctx: Context, which: OrderFilter) -> list[ColumnElement[bool]]:
    column = sales_order.c
    wanted: list[tuple[object, ColumnElement[bool]]] = [
        (which.kinds, column.kind.in_(which.kinds)),
        (which.stages, column.stage.in_(which.stages)),
        (which.open_only, column.stage.in_(OPEN_STAGES)),
        (which.customer_id, column.customer_id == which.customer_id),
        (which.staff_id, column.staff_id == which.staff_id),
        (which.channel, column.channel == which.channel),
        (which.rush is not None, column.rush.is_(which.rush)),
    ]
    return [*(condition for asked, condition in wanted if asked), *_dates(ctx, which)]


def _dates(ctx: Context, which: OrderFilter) -> Iterator[ColumnElement[bool]]:
    if which.placed_from is not None:
        yield sales_order.c.placed_at >= _midnight(ctx, which.placed_from)
    if which.placed_to is not None:
        yield sales_order.c.placed_at < _midnight(ctx, which.placed_to + dt.timedelta(days=1))
    if which.promised_to is not None:
        yield sales_order.c.promised_on <= which.promised_to


def _midnight(ctx: Context, day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), ctx.zone())


@query("orders.view")
def rows(ctx: Context, ids: Sequence[Id], *, conn: Connection | None = None) -> list[OrderRow]:
    """The rows of a list's ids, in their order."""
    with one_read(ctx, conn) as read:
        return by_ids(ctx, read, ids)
