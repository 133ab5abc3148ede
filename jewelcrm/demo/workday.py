"""The days before today as the staff lived them: reminders made, called, put off, closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select

from db.tables.customers import customer
from db.tables.followups import followup
from db.types import Id
from jewelcrm.context import Context
from jewelcrm.customers.commands import add_note, edit_customer
from jewelcrm.demo.data import data
from jewelcrm.demo.world import World
from jewelcrm.followups import running
from jewelcrm.followups.commands import run_rules, snooze
from jewelcrm.followups.making import welcome
from jewelcrm.followups.rules import DONE, OPEN
from jewelcrm.settings import get

_WORDS = data("notes.json")
_LIVED = (12, 9, 6, 4, 2, 1)
"""How many days ago the rules were run and the staff worked through what they made."""

_OUTCOMES = ("reached", "left_message", "no_answer", "promised", "bought", "not_needed", "done")
_OUTCOME_SHARES = (40, 14, 9, 12, 5, 6, 14)
_DONE, _DONE_LATELY = 0.93, 0.82
"""How much of a day's list gets done; of the last days some is still late."""

_PAYING = ("reached", "promised", "left_message", "no_answer")
_HANDS = 26


@dataclass(frozen=True, slots=True)
class _Then:
    """A clock that stands at a moment of the past."""

    moment: dt.datetime

    def now(self) -> dt.datetime:
        return self.moment


def live_through(ctx: Context, world: World, customers: Sequence[Id]) -> int:
    """Leave the follow-ups and the history of the last days; returns how many are open."""
    _welcomes(ctx, world)
    for ago in _LIVED:
        _day(ctx, world, world.day(ago))
    _by_hand(ctx, world, customers)
    run_rules(ctx)
    _touches(ctx, world, customers)
    return len(_open(ctx))


def _at(ctx: Context, moment: dt.datetime) -> Context:
    return replace(ctx, clock=_Then(moment))


def _day(ctx: Context, world: World, day: dt.date) -> None:
    """One day: the rules run at opening, and most of what is due gets done."""
    opening = dt.datetime.combine(day, dt.time(10, 35), world.zone).astimezone(dt.UTC)
    then = _at(ctx, min(opening, world.now))
    running.make(then, day)
    done = _DONE if (world.today - day).days > 2 else _DONE_LATELY
    evening = min(opening + dt.timedelta(hours=8), world.now)
    with ctx.store.write(
        actor=world.chosen(world.staff), now=evening, reason="follow-ups done"
    ) as work:
        for row in _open(ctx):
            if row.due_on <= day and world.happens(done):
                work.update(followup, row.id, **_closed(world, row, evening))


def _open(ctx: Context) -> Sequence[Any]:
    c = followup.c
    with ctx.read() as conn:
        return conn.execute(
            select(c.id, c.due_on, c.rule, c.assignee_id).where(c.state == OPEN).order_by(c.id)
        ).all()


def _closed(world: World, row: Any, at: dt.datetime) -> dict[str, Any]:
    outcomes = _PAYING if (row.rule or "").endswith("_due") else _OUTCOMES
    shares = _OUTCOME_SHARES[: len(outcomes)]
    moment = at - dt.timedelta(minutes=world.between(5, 440))
    return {
        "state": DONE,
        "outcome": world.chance.choices(outcomes, shares)[0],
        "outcome_note": world.chosen(_WORDS["call"]) if world.happens(0.4) else None,
        "closed_at": moment,
        "closed_by": row.assignee_id or world.chosen(world.staff),
        "seen_at": moment,
    }


def _welcomes(ctx: Context, world: World) -> None:
    """The customers of the last days came by quick add: somebody welcomes them."""
    c = customer.c
    since = world.moment(world.day(5))
    with ctx.read() as conn:
        rows = conn.execute(
            select(c.id, c.created_at).where(c.id >= _floor(since)).order_by(c.id).limit(40)
        ).all()
    for row in rows:
        then = _at(ctx, row.created_at)
        with then.work("quick add") as work:
            welcome(work, row.id, then.today())


def _floor(moment: dt.datetime) -> Id:
    """The lowest id of that moment: ids begin with their time."""
    return int(moment.timestamp() * 1000).to_bytes(6, "big") + bytes(10)


def _by_hand(ctx: Context, world: World, customers: Sequence[Id]) -> None:
    """What the staff noted for themselves: late, for today, for later, put off."""
    speakers = _chinese_speakers(ctx)
    shop = get(ctx, "language") == "zh_HK"
    for n in range(min(_HANDS, len(customers))):
        customer_id = world.chosen(customers)
        titles = _WORDS["tasks_zh" if shop or customer_id in speakers else "tasks"]
        world.batch.add(followup, _task(ctx, world, customer_id, n, titles))
    batch, world.batch = world.batch, type(world.batch)()
    with ctx.work("demo") as work:
        batch.write(work)
    later = [row.id for row in _open(ctx) if row.rule is None and row.due_on == world.today][:4]
    for followup_id in later:
        until = world.today + dt.timedelta(days=world.between(2, 9))
        snooze(ctx, followup_id, until=until, reason=world.chosen(_WORDS["snoozes"]))


def _chinese_speakers(ctx: Context) -> set[Id]:
    """Of them the staff write in Chinese, whatever the language of the shop."""
    c = customer.c
    with ctx.read() as conn:
        return set(conn.scalars(select(c.id).where(c.language.in_(("yue", "cmn")))))


def _task(
    ctx: Context, world: World, customer_id: Id, n: int, titles: Sequence[str]
) -> dict[str, Any]:
    made = world.moment(world.day(world.between(3, 9)))
    days = -world.between(1, 2) if n < 5 else 0 if n < 14 else world.between(1, 12)
    mine = n % 6 == 0
    return {
        "id": world.ids.at(made),
        "customer_id": customer_id,
        "title": world.chosen(titles),
        "due_on": world.today + dt.timedelta(days=days),
        "assignee_id": ctx.staff.id if mine else world.chosen(world.staff),
        "state": OPEN,
        "seen_at": None if mine else made,
        "created_at": made,
    }


def _touches(ctx: Context, world: World, customers: Sequence[Id]) -> None:
    """A few changes through the real commands, so that every history has something to show."""
    for customer_id in customers[-6:]:
        edit_customer(ctx, customer_id, tier="silver", reason="Bought again")
        add_note(ctx, customer_id, world.chosen(_WORDS["chat"]), channel="visit")
    for customer_id in customers[:3]:
        edit_customer(ctx, customer_id, preferred_name="VIP guest", alert="Ask for her new phone")
        edit_customer(ctx, customer_id, preferred_name=None)
