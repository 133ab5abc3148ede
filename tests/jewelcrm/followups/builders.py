"""Builders of what reminders are about."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import select

from db.tables.customers import wish
from db.tables.followups import followup
from db.types import Id
from jewelcrm.context import Context
from jewelcrm.customers.model import NewOccasion
from jewelcrm.followups import commands, queries
from jewelcrm.followups.model import FollowUp
from jewelcrm.money import Money
from jewelcrm.orders.commands import move_order
from jewelcrm.orders.model import PlacedOrder
from jewelcrm.payments.model import NewDue, NewPayment
from tests.builders import a_consent, a_kept_customer, a_line, a_placed_order
from tests.conftest import SetClock

DAY = dt.timedelta(days=1)


def an_order_with_a_balance(
    ctx: Context, *, due_in: int = 3, price: int = 1_000_00, **more: Any
) -> PlacedOrder:
    """A special order, HK$300 of HK$1,000 paid, the rest due some days from now."""
    total, deposit = Money(price), Money(300_00)
    day = ctx.today() + due_in * DAY
    return a_placed_order(
        ctx,
        **{
            "kind": "special",
            "customer_id": a_kept_customer(ctx),
            "lines": [a_line(unit_price=total)],
            "promised_on": ctx.today() + 60 * DAY,
            "deposit": NewPayment("card", deposit),
            "dues": [
                NewDue("deposit", ctx.today(), deposit),
                NewDue("balance", day, total - deposit),
            ],
            **more,
        },
    )


def a_ready_order(ctx: Context) -> PlacedOrder:
    """A special order that became ready today, paid."""
    order = a_placed_order(
        ctx,
        kind="special",
        customer_id=a_kept_customer(ctx),
        promised_on=ctx.today() + 60 * DAY,
        deposit=NewPayment("card", Money(128000)),
    )
    move_order(ctx, order.id, "in_work")
    move_order(ctx, order.id, "ready")
    return order


def a_birthday(on: dt.date, **more: Any) -> NewOccasion:
    return NewOccasion(**{"kind": "birthday", "month": on.month, "day": on.day, **more})


def a_customer_with_a_birthday(
    ctx: Context, *, in_days: int = 7, consent: str | None = "consented", **more: Any
) -> Id:
    """Somebody who agreed to marketing and has a birthday soon."""
    on = ctx.today() + in_days * DAY
    agreed = {"consent": a_consent(consent)} if consent else {}
    return a_kept_customer(ctx, occasions=(a_birthday(on, **more),), **agreed)


def a_wish(ctx: Context, customer_id: Id, wanted_by: dt.date) -> Id:
    with ctx.work() as work:
        return work.insert(
            wish, customer_id=customer_id, description="Pearls", wanted_by=wanted_by, state="open"
        )


def made(ctx: Context, rule: str | None = None) -> list[FollowUp]:
    """Every follow-up of a rule (or of all), open or not, the oldest first."""
    with ctx.read() as conn:
        ids = conn.execute(select(followup.c.id, followup.c.rule).order_by(followup.c.created_at))
        wanted = [row.id for row in ids if rule is None or row.rule == rule]
    return [queries.one(ctx, one) for one in wanted]


def still_open(ctx: Context, rule: str | None = None) -> list[FollowUp]:
    return [one for one in made(ctx, rule) if one.standing not in ("done", "stopped")]


def days_pass(ctx: Context, clock: SetClock, days: int) -> None:
    """The days go by; every morning the rules run."""
    for _ in range(days):
        clock.move(days=1)
        commands.run_rules(ctx)
