"""The customers and orders of many items at once, in a handful of indexed reads."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from db.tables.customers import contact_point, customer, preference
from db.tables.orders import order_line, sales_order
from db.tables.people import staff
from db.types import Id
from jewelcrm.followups.chunks import chunks
from jewelcrm.followups.looks import IN_WORK, ready_at
from jewelcrm.followups.model import OrderBrief, Who
from jewelcrm.followups.owing import Owed, owed
from jewelcrm.followups.rules import PAYMENT_RULES
from jewelcrm.money import Money
from jewelcrm.orders.rules.stages import WAITING
from jewelcrm.payments.rules import owing
from jewelcrm.payments.sums import paid_cents, returned_cents, total_cents


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that the items of one answer show besides themselves, each read once."""

    today: dt.date
    orders: dict[Id, OrderBrief]
    people: dict[Id, Who]
    dues: dict[Id, list[Owed]]
    staff: dict[Id | None, tuple[str, str | None]]  # the name, and the Chinese one


def gather(
    conn: Connection,
    *,
    today: dt.date,
    zone: ZoneInfo,
    followups: Iterable[Any] = (),
    order_ids: Iterable[Id] = (),
    customer_ids: Iterable[Id] = (),
) -> Facts:
    """The facts about these follow-up rows, orders and customers."""
    rows = list(followups)
    wanted = {*order_ids, *present(row.order_id for row in rows)}
    order_rows = [row for piece in chunks(wanted) for row in _order_rows(conn, piece)]
    who = people(
        conn,
        {
            *customer_ids,
            *present(row.customer_id for row in rows),
            *present(row.customer_id for row in order_rows),
        },
    )
    return Facts(
        today=today,
        orders={row.id: _brief(row, who.get(row.customer_id), today, zone) for row in order_rows},
        people=who,
        dues=owed(conn, present(row.order_id for row in rows if row.rule in PAYMENT_RULES)),
        staff=staff_names(conn) if rows else {},
    )


def staff_names(conn: Connection) -> dict[Id | None, tuple[str, str | None]]:
    """Who works or worked here."""
    people = conn.execute(select(staff.c.id, staff.c.name, staff.c.name_zh))
    return {row.id: (row.name, row.name_zh) for row in people}


def present(ids: Iterable[Id | None]) -> set[Id]:
    """The ids without the empty ones, each once."""
    return {one for one in ids if one is not None}


def people(conn: Connection, customer_ids: Collection[Id]) -> dict[Id, Who]:
    """The customers by their id."""
    c = customer.c
    found: dict[Id, Who] = {}
    for piece in chunks(customer_ids):
        phones, service = _phones(conn, piece), _service(conn, piece)
        for row in conn.execute(
            select(
                c.id, c.number, c.name, c.name_zh, c.preferred_name, c.title, c.language, c.tier
            ).where(c.id.in_(piece))
        ):
            found[row.id] = Who(
                id=row.id,
                number=row.number,
                name=row.name,
                name_zh=row.name_zh,
                called=row.preferred_name,
                title=row.title,
                phone=phones.get(row.id),
                language=row.language,
                tier=row.tier,
                service=tuple(service.get(row.id, ())),
            )
    return found


def _phones(conn: Connection, customer_ids: list[Id]) -> dict[Id, str]:
    """The phone each of them prefers, else the first she gave."""
    p = contact_point.c
    rows = conn.execute(
        select(p.customer_id, p.normal, p.preferred, p.id)
        .where(p.customer_id.in_(customer_ids), p.kind == "phone", p.archived_at.is_(None))
        .order_by(p.preferred, p.id.desc())
    )
    return {row.customer_id: row.normal for row in rows}


def _service(conn: Connection, customer_ids: list[Id]) -> dict[Id, list[str]]:
    p = preference.c
    found: dict[Id, list[str]] = defaultdict(list)
    for row in conn.execute(
        select(p.customer_id, p.value)
        .where(p.customer_id.in_(customer_ids), p.kind == "service", p.archived_at.is_(None))
        .order_by(p.id)
    ):
        found[row.customer_id].append(row.value)
    return found


def _order_rows(conn: Connection, order_ids: list[Id]) -> Iterable[Any]:
    o, n = sales_order.c, order_line.c
    first_line = (
        select(n.description)
        .where(n.order_id == o.id, n.archived_at.is_(None))
        .order_by(n.position)
        .limit(1)
        .scalar_subquery()
    )
    return conn.execute(
        select(
            o.id,
            o.number,
            o.kind,
            o.stage,
            o.promised_on,
            o.rush,
            o.currency,
            o.customer_id,
            o.branch_id,
            ready_at().label("ready"),
            first_line.label("summary"),
            total_cents().label("total"),
            paid_cents().label("paid"),
            returned_cents().label("returned"),
        ).where(o.id.in_(order_ids))
    ).all()


def _late(row: Any, today: dt.date) -> int:
    """Days past the promise, while the work is not done."""
    promised: dt.date | None = row.promised_on
    if promised is None or row.stage not in IN_WORK:
        return 0
    return max(0, (today - promised).days)


def _brief(row: Any, who: Who | None, today: dt.date, zone: ZoneInfo) -> OrderBrief:
    total = Money(row.total, row.currency)
    waiting = row.stage in WAITING
    return OrderBrief(
        id=row.id,
        number=row.number,
        kind=row.kind,
        stage=row.stage,
        promised_on=row.promised_on,
        rush=row.rush,
        summary=row.summary or "",
        total=total,
        balance=owing(
            total,
            paid=Money(row.paid, row.currency),
            returned=Money(row.returned, row.currency),
            settled=row.stage == "cancelled",
        ),
        late=_late(row, today),
        waiting=max(0, (today - row.ready.astimezone(zone).date()).days) if waiting else 0,
        customer=who,
        branch_id=row.branch_id,
    )
