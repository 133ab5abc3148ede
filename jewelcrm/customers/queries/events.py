"""One line of time for a customer: shop and online together, newest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, select

from db.tables.customers import consent, note
from db.tables.followups import followup
from db.tables.orders import sales_order
from db.tables.payments import payment
from db.types import Id
from jewelcrm.access.doors import query
from jewelcrm.context import Context
from jewelcrm.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened with her. `what` is an English template over the other fields.

    `kind` is note, order, payment, followup or consent; `channel` where it happened; `rule` which
    rule made a follow-up, whose English title `detail` then is.
    """

    at: dt.datetime
    kind: str
    row_id: Id
    what: str
    channel: str
    number: str = ""
    detail: str = ""
    rule: str | None = None
    amount: Money | None = None


@query("customers.view")
def timeline(
    ctx: Context,
    customer_id: Id,
    *,
    before: dt.datetime | None = None,
    limit: int = 50,
    online_only: bool = False,
) -> list[Event]:
    """Her notes, orders, payments, finished follow-ups and consents before a moment."""
    wanted = _Wanted(customer_id, before, limit)
    with ctx.read() as conn:
        found = [
            event
            for reader in _READERS
            for event in reader(conn, wanted)
            if not online_only or event.channel == "online"
        ]
    return sorted(found, key=lambda event: event.at, reverse=True)[:limit]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Whose events, and which of them."""

    customer_id: Id
    before: dt.datetime | None
    limit: int


Reader = Callable[[Connection, _Wanted], Iterator[Event]]


def _rows(conn: Connection, wanted: _Wanted, table: Table, at: str) -> Iterator[Any]:
    moment = table.c[at]
    chosen = select(table).where(table.c.customer_id == wanted.customer_id, moment.is_not(None))
    if wanted.before is not None:
        chosen = chosen.where(moment < wanted.before)
    return iter(conn.execute(chosen.order_by(moment.desc()).limit(wanted.limit)))


def _notes(conn: Connection, wanted: _Wanted) -> Iterator[Event]:
    for row in _rows(conn, wanted, note, "created_at"):
        yield Event(
            at=row.created_at,
            kind="note",
            row_id=row.id,
            what="Note",
            channel=row.channel,
            detail=row.body,
        )


def _orders(conn: Connection, wanted: _Wanted) -> Iterator[Event]:
    for row in _rows(conn, wanted, sales_order, "placed_at"):
        yield Event(
            at=row.placed_at,
            kind="order",
            row_id=row.id,
            what=_ORDER_WORDS.get(row.kind, "Order {number}"),
            channel=row.channel,
            number=row.number,
            detail=row.stage,
        )


_ORDER_WORDS = {
    "sale": "Sale {number}",
    "special": "Special order {number}",
    "custom": "Custom order {number}",
    "repair": "Repair {number}",
}


def _payments(conn: Connection, wanted: _Wanted) -> Iterator[Event]:
    for row in _rows(conn, wanted, payment, "taken_at"):
        yield Event(
            at=row.taken_at,
            kind="payment",
            row_id=row.id,
            what="Refund {number}" if row.amount_cents < 0 else "Payment {number}",
            channel=row.method,
            number=row.receipt_number,
            detail=row.kind,
            amount=Money(row.amount_cents, row.currency),
        )


def _followups(conn: Connection, wanted: _Wanted) -> Iterator[Event]:
    for row in _rows(conn, wanted, followup, "closed_at"):
        yield Event(
            at=row.closed_at,
            kind="followup",
            row_id=row.id,
            what="Follow-up done" if row.state == "done" else "Follow-up stopped",
            channel="shop",
            detail=row.title,
            rule=row.rule,
        )


def _consents(conn: Connection, wanted: _Wanted) -> Iterator[Event]:
    for row in _rows(conn, wanted, consent, "obtained_at"):
        yield Event(
            at=row.obtained_at,
            kind="consent",
            row_id=row.id,
            what="Agreed to marketing" if row.state == "consented" else "Refused marketing",
            channel=row.channel,
            detail=row.source,
        )


_READERS: tuple[Reader, ...] = (_notes, _orders, _payments, _followups, _consents)
