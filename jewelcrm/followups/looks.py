"""What the rules look at: each reader finds, by an index, the things of a window of dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, Row, TextClause, func, select, text

from db.tables.customers import consent, customer, occasion, wish
from db.tables.orders import order_step, sales_order
from db.tables.payments import payment_due
from db.types import Id
from jewelcrm.customers.guests import OWN_OR_SHARED
from jewelcrm.customers.queries.confirming import unconfirmed
from jewelcrm.followups.calendar import days_between
from jewelcrm.followups.chunks import chunks
from jewelcrm.followups.owing import owed
from jewelcrm.followups.rules import Look
from jewelcrm.orders.rules.stages import CANCELLED, OPEN_STAGES, WAITING

IN_WORK = tuple(stage for stage in OPEN_STAGES if stage not in WAITING and stage != "draft")
_MAKING_DAYS = 200  # how long ago a purchase that is collected now may have been ordered
_PURCHASES = ("sale", "special", "custom")


@dataclass(frozen=True, slots=True)
class Seen:
    """Something a rule may fire for, on the date that its steps count from."""

    thing: Id
    anchor: dt.date
    customer_id: Id | None
    order_id: Id | None = None
    assignee_id: Id | None = None
    another: bool = False  # somebody else's day that the customer keeps


@dataclass(frozen=True, slots=True)
class Glance:
    """Where and at which dates to look, and for which kind of due or occasion."""

    conn: Connection
    zone: ZoneInfo
    kind: str
    first: dt.date
    last: dt.date

    def date_of(self, moment: dt.datetime) -> dt.date:
        """The branch's date of a moment."""
        return moment.astimezone(self.zone).date()

    def since(self, date: dt.date) -> dt.datetime:
        """The moment the branch's date begins."""
        return dt.datetime.combine(date, dt.time(), self.zone).astimezone(dt.UTC)

    def holds(self, date: dt.date) -> bool:
        return self.first <= date <= self.last


def promised(at: Glance) -> Iterator[Seen]:
    """Orders in work that are promised in the window."""
    o = sales_order.c
    for row in at.conn.execute(
        select(o.id, o.promised_on, o.customer_id, o.staff_id).where(
            o.stage.in_(IN_WORK),
            o.promised_on.between(at.first, at.last),
            o.archived_at.is_(None),
        )
    ):
        yield Seen(row.id, row.promised_on, row.customer_id, row.id, row.staff_id)


def ready_at() -> ColumnElement[dt.datetime]:
    """When an order last became ready, however often the customer was told since."""
    s, o = order_step.c, sales_order.c
    step = select(func.max(s.at)).where(s.order_id == o.id, s.to_stage == "ready")
    return func.coalesce(step.scalar_subquery(), o.stage_since, type_=o.stage_since.type)


def waiting(at: Glance) -> Iterator[Seen]:
    """Orders that wait for the customer, by the day they became ready."""
    o = sales_order.c
    for row in at.conn.execute(
        select(o.id, ready_at().label("ready"), o.customer_id, o.staff_id).where(
            o.stage.in_(WAITING), o.archived_at.is_(None)
        )
    ):
        if at.holds(day := at.date_of(row.ready)):
            yield Seen(row.id, day, row.customer_id, row.id, row.staff_id)


def unpaid(at: Glance) -> Iterator[Seen]:
    """Payments due in the window of which something is open."""
    d, o = payment_due.c, sales_order.c
    rows = at.conn.execute(
        select(d.order_id, d.due_on, o.customer_id, o.staff_id)
        .join(sales_order, o.id == d.order_id)
        .where(
            d.due_on.between(at.first, at.last),
            d.kind == at.kind,
            d.archived_at.is_(None),
            o.archived_at.is_(None),
            o.stage.not_in((CANCELLED, "draft")),
        )
    ).all()
    for piece in chunks(rows):
        yield from _still_open(at, piece)


def _still_open(at: Glance, rows: Sequence[Row[Any, Any, Any, Any]]) -> Iterator[Seen]:
    dues = owed(at.conn, {row.order_id for row in rows})
    for row in rows:
        left = dues.get(row.order_id, ())
        if any(due.kind == at.kind and due.due_on == row.due_on for due in left):
            yield Seen(row.order_id, row.due_on, row.customer_id, row.order_id, row.staff_id)


def occasions(at: Glance) -> Iterator[Seen]:
    """Birthdays or anniversaries in the window, solar and lunar."""
    o, c = occasion.c, customer.c
    for (calendar, month), dates in days_between(at.first, at.last).items():
        for row in at.conn.execute(
            select(o.id, o.day, o.leap_month, o.whose, o.customer_id, c.owner_id)
            .join(customer, c.id == o.customer_id)
            .where(
                o.calendar == calendar,
                o.month == month,
                on_days(dates),
                o.kind == at.kind,
                o.archived_at.is_(None),
                *customer_is_here(),
            )
        ):
            date = dates.get((row.day or 1, bool(row.leap_month)))
            if date is not None:
                yield Seen(row.id, date, row.customer_id, None, row.owner_id, bool(row.whose))


def on_days(dates: Mapping[tuple[int, bool], dt.date]) -> ColumnElement[bool]:
    """Occasions on these days of a month; of the month alone when its first is among them."""
    known = occasion.c.day.in_({day for day, _ in dates})
    return known | occasion.c.day.is_(None) if (1, False) in dates else known


def bought(at: Glance) -> Iterator[Seen]:
    """Purchases in the window: sales by the day placed, made pieces by the day collected.

    One customer's purchases of one day are one thing.
    """
    o = sales_order.c
    early = at.since(at.first - dt.timedelta(days=_MAKING_DAYS))
    late = at.since(at.last + dt.timedelta(days=1))
    found: dict[tuple[Id, dt.date], Seen] = {}
    for row in at.conn.execute(
        select(o.id, o.kind, o.placed_at, o.stage_since, o.customer_id, o.staff_id).where(
            o.placed_at >= early,
            o.placed_at < late,
            o.stage == "collected",
            o.kind.in_(_PURCHASES),
            (o.kind != "sale") | (o.placed_at >= at.since(at.first)),
            o.customer_id.is_not(None),
            o.archived_at.is_(None),
        )
    ):
        day = at.date_of(row.placed_at if row.kind == "sale" else row.stage_since)
        if at.holds(day):
            seen = Seen(row.customer_id, day, row.customer_id, row.id, row.staff_id)
            found.setdefault((row.customer_id, day), seen)
    yield from found.values()


def wished(at: Glance) -> Iterator[Seen]:
    """Open wishes that are wanted in the window."""
    w, c = wish.c, customer.c
    for row in at.conn.execute(
        select(w.id, w.wanted_by, w.customer_id, c.owner_id)
        .join(customer, c.id == w.customer_id)
        .where(
            w.wanted_by.between(at.first, at.last),
            w.state == "open",
            w.archived_at.is_(None),
            *customer_is_here(),
        )
    ):
        yield Seen(row.id, row.wanted_by, row.customer_id, None, row.owner_id)


def spoken(at: Glance) -> Iterator[Seen]:
    """Customers whose spoken consent must be confirmed in the window, by its earliest day."""
    c = customer.c
    first = func.min(consent.c.confirm_due, type_=consent.c.confirm_due.type).label("first")
    waiting = unconfirmed(consent.c.customer_id, first).group_by(consent.c.customer_id).subquery()
    for row in at.conn.execute(
        select(c.id, waiting.c.first, c.owner_id)
        .join(waiting, waiting.c.customer_id == c.id)
        .where(waiting.c.first.between(at.first, at.last), *customer_is_here())
    ):
        yield Seen(row.id, row.first, row.id, None, row.owner_id)


def customer_is_here() -> tuple[ColumnElement[bool] | TextClause, ...]:
    """Neither archived nor merged into another card, and not only lent to this branch."""
    c = customer.c
    return c.archived_at.is_(None), c.merged_into.is_(None), text(OWN_OR_SHARED)


LOOKS: Mapping[Look, Callable[[Glance], Iterator[Seen]]] = MappingProxyType(
    {
        Look.PROMISE: promised,
        Look.READY: waiting,
        Look.DUE: unpaid,
        Look.OCCASION: occasions,
        Look.PURCHASE: bought,
        Look.WISH: wished,
        Look.CONSENT: spoken,
    }
)
