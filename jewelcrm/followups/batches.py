"""The same follow-up for many at once: orders behind a figure, customers of a report's rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select

from db.tables.customers import customer
from db.tables.followups import followup
from db.tables.orders import sales_order
from db.types import Id
from db.work import Work
from jewelcrm.access.doors import command
from jewelcrm.context import Context
from jewelcrm.followups import checks
from jewelcrm.followups.chunks import chunks
from jewelcrm.followups.commands import working
from jewelcrm.followups.consent import willing
from jewelcrm.followups.rules import OPEN

Whom = dict[str, Id | None]


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a batch: made, had this to do already, do not want to be told of offers."""

    made: int
    had: int = 0
    unwilling: int = 0


@command("followups.edit")
def add_for_orders(
    ctx: Context,
    order_ids: Collection[Id],
    *,
    title: str,
    due_on: dt.date,
    body: str | None = None,
    assignee_id: Id | None = None,
) -> Made:
    """One for each of these orders, all of them or none; it is about their own business.

    An order that has an open follow-up of this title is left out: pressing twice does no harm.

    Raises:
        CanFix: there is no title, the day has passed, or somebody is not there.
    """
    kept = _checked(ctx, title, due_on)
    with ctx.work("follow-ups added") as work:
        wanted = _orders(work, order_ids, kept)
        _add(work, ctx, wanted, kept, due_on, body, assignee_id)
    return Made(len(wanted), had=len(set(order_ids)) - len(wanted))


@command("followups.edit")
def add_for_customers(
    ctx: Context,
    customer_ids: Collection[Id],
    *,
    title: str,
    due_on: dt.date,
    body: str | None = None,
    assignee_id: Id | None = None,
) -> Made:
    """One for each of these customers who agreed to be told of offers (Cap. 486 Part 6A).

    Whoever has an open follow-up of this title is left out, and whoever did not agree.

    Raises:
        CanFix: there is no title, the day has passed, or somebody is not there.
    """
    kept = _checked(ctx, title, due_on)
    with ctx.work("follow-ups added") as work:
        agreed = willing(work.conn, set(customer_ids))
        wanted = _customers(work, agreed, kept)
        _add(work, ctx, wanted, kept, due_on, body, assignee_id)
    every = len(set(customer_ids))
    return Made(len(wanted), had=len(agreed) - len(wanted), unwilling=every - len(agreed))


def _checked(ctx: Context, title: str, due_on: dt.date) -> str:
    kept = checks.title(title)
    checks.coming_day(due_on, ctx.today(), field="due_on")
    return kept


def _add(  # noqa: PLR0917 - what every row of the batch has
    work: Work,
    ctx: Context,
    wanted: list[Whom],
    title: str,
    due_on: dt.date,
    body: str | None,
    assignee_id: Id | None,
) -> None:
    whose = working(work, assignee_id) or ctx.staff.id
    every = {
        "title": title,
        "body": (body or "").strip() or None,
        "due_on": due_on,
        "assignee_id": whose,
        "state": OPEN,
        "seen_at": work.now if whose == ctx.staff.id else None,
    }
    work.insert_many(followup, [{"order_id": None, **every, **one} for one in wanted])


def _orders(work: Work, order_ids: Collection[Id], title: str) -> list[Whom]:
    """Each order and its customer, unless somebody has this to do already."""
    o, f = sales_order.c, followup.c
    found: list[Whom] = []
    for piece in chunks(dict.fromkeys(order_ids)):
        asked = select(f.order_id).where(
            f.order_id.in_(piece), f.state == OPEN, f.title == title, f.archived_at.is_(None)
        )
        wanted = select(o.id, o.customer_id).where(
            o.id.in_(piece), o.archived_at.is_(None), o.id.not_in(asked)
        )
        rows = work.conn.execute(wanted)
        found.extend({"order_id": row.id, "customer_id": row.customer_id} for row in rows)
    return found


def _customers(work: Work, customer_ids: Collection[Id], title: str) -> list[Whom]:
    c, f = customer.c, followup.c
    found: list[Whom] = []
    for piece in chunks(customer_ids):
        asked = select(f.customer_id).where(
            f.customer_id.in_(piece), f.state == OPEN, f.title == title, f.archived_at.is_(None)
        )
        wanted = select(c.id).where(c.id.in_(piece), c.archived_at.is_(None), c.id.not_in(asked))
        found.extend({"customer_id": one} for one in work.conn.scalars(wanted))
    return found
