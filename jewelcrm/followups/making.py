"""Follow-ups made by rule: which ones today brings, and putting each of them in once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from db.tables.customers import customer
from db.tables.followups import followup
from db.tables.people import staff
from db.types import Id
from db.work import Work
from jewelcrm.access.catalogue import MANAGER
from jewelcrm.followups import rules
from jewelcrm.followups.chunks import chunks
from jewelcrm.followups.consent import willing
from jewelcrm.followups.looks import LOOKS, Glance, Seen
from jewelcrm.followups.plans import plans
from jewelcrm.followups.rules import Plan


@dataclass(frozen=True, slots=True)
class Firing:
    """A follow-up that a rule wants, before it is known whether it was already made."""

    key: str
    ladder: str
    plan: Plan
    step: int
    seen: Seen

    @property
    def to_manager(self) -> bool:
        return self.plan.for_manager(self.step)

    def rungs(self) -> list[str]:
        """The keys of every rung of its ladder, in the order of the plan's steps."""
        return [rules.step_key(self.ladder, step) for step in self.plan.days]

    def due_on(self, today: dt.date) -> dt.date:
        """Its day; nobody is late for what the program tells late."""
        return max(today, self.seen.anchor + dt.timedelta(days=self.step))

    @property
    def title(self) -> str:
        if self.seen.another and self.plan.rule.for_another:
            return self.plan.rule.for_another
        return self.plan.title(self.step)


@dataclass(frozen=True, slots=True)
class Rung:
    """A follow-up that a rule already made, open or not."""

    key: str
    id: Id
    state: str
    due_on: dt.date
    snoozed_from: dt.date | None

    @property
    def is_open(self) -> bool:
        return self.state == rules.OPEN

    def put_off(self, today: dt.date) -> bool:
        """Whether somebody put it off with a reason to a day still to come."""
        return self.is_open and self.snoozed_from is not None and self.due_on > today


def firing(plan: Plan, seen: Seen, step: int) -> Firing:
    ladder = rules.thing_key(plan.rule.key, seen.thing, seen.anchor)
    return Firing(rules.step_key(ladder, step), ladder, plan, step, seen)


def firings(conn: Connection, plan: Plan, *, today: dt.date, zone: ZoneInfo) -> list[Firing]:
    """What the rule wants today; marketing only for those who agreed to it."""
    look = LOOKS.get(plan.rule.looks_at)
    if look is None or not plan.active:
        return []
    first, last = plan.window(today)
    found = [
        firing(plan, seen, step)
        for seen in look(Glance(conn, zone, plan.rule.of_kind, first, last))
        if (step := plan.reached(seen.anchor, today)) is not None
    ]
    return _with_consent(conn, found) if plan.rule.marketing else found


def _with_consent(conn: Connection, found: list[Firing]) -> list[Firing]:
    who = willing(conn, {f.seen.customer_id for f in found if f.seen.customer_id})
    return [f for f in found if f.seen.customer_id in who]


def news(conn: Connection, wanted: Iterable[Firing], *, today: dt.date) -> list[Firing]:
    """Those for which there is something to write: not made yet, or made by a wrong clock."""
    found: list[Firing] = []
    for piece in chunks(wanted):
        made = _made(conn, [f.key for f in piece])
        found += [f for f in piece if f.key not in made or _too_far(made[f.key], today)]
    return found


def _made(conn: Connection, keys: Iterable[str]) -> dict[str, Rung]:
    c = followup.c
    found: dict[str, Rung] = {}
    for piece in chunks(keys):
        rows = conn.execute(
            select(c.rule_key, c.id, c.state, c.due_on, c.snoozed_from).where(c.rule_key.in_(piece))
        )
        found |= {row.rule_key: Rung(*row) for row in rows}
    return found


def keep(work: Work, wanted: Sequence[Firing], *, today: dt.date) -> int:
    """Put in the firings that were not made yet; returns how many.

    Each takes the place of its ladder's open rung. While somebody has put that off with a reason,
    only the manager's rung comes past it. Once a higher rung was made no lower one is, wherever
    the clock went meanwhile.
    """
    made = _made(work.conn, [key for f in wanted for key in f.rungs()])
    managers = _managers(work.conn)
    rows = []
    for f in wanted:
        rungs = {
            step: made[key] for step, key in zip(f.plan.days, f.rungs(), strict=True) if key in made
        }
        if any(step >= f.step for step in rungs):
            _pull_back(work, rungs[max(rungs)], f, today)
        elif f.to_manager or not any(rung.put_off(today) for rung in rungs.values()):
            _replace(work, rungs.values(), today)
            rows.append(_row(f, today, managers))
    work.insert_many(followup, rows)
    return len(rows)


def _too_far(rung: Rung, today: dt.date) -> bool:
    """Whether it was put on a day that only a clock gone wrong explains."""
    scheduled = rules.anchor_of(rung.key) + dt.timedelta(days=rules.step_of(rung.key) or 0)
    return rung.is_open and rung.snoozed_from is None and rung.due_on > max(today, scheduled)


def _pull_back(work: Work, rung: Rung, f: Firing, today: dt.date) -> None:
    if _too_far(rung, today):
        work.update(followup, rung.id, due_on=f.due_on(today))


def _replace(work: Work, rungs: Iterable[Rung], today: dt.date) -> None:
    """Stop the ladder's open rungs; one that was put off stays until its own day."""
    for rung in rungs:
        if rung.is_open and not rung.put_off(today):
            stop(work, rung.id, "replaced")


def stop(work: Work, followup_id: Id, why: str) -> None:
    """Stop a follow-up by itself; `why` is one of rules.STOPS."""
    work.update(
        followup,
        followup_id,
        state=rules.STOPPED,
        outcome=why,
        closed_at=work.now,
        closed_by=work.actor,
    )


def _row(f: Firing, today: dt.date, managers: Sequence[Id]) -> Mapping[str, Any]:
    manager = managers[0] if managers else None
    return {
        "id": rules.firing_id(f.key, f.seen.anchor),
        "customer_id": f.seen.customer_id,
        "order_id": f.seen.order_id,
        "rule": f.plan.rule.key,
        "rule_key": f.key,
        "title": f.title,
        "due_on": f.due_on(today),
        "assignee_id": manager if f.to_manager else f.seen.assignee_id,
        "state": rules.OPEN,
    }


def _managers(conn: Connection) -> list[Id]:
    c = staff.c
    rows = conn.execute(select(c.id).where(c.role == MANAGER, c.active).order_by(c.id))
    return [row.id for row in rows]


def welcome(work: Work, customer_id: Id, today: dt.date) -> Id | None:
    """The follow-up that welcomes a customer some days after quick add; made once.

    Returns its id, or None when the shop has switched the rule off or it was made before.
    """
    plan = plans(work.conn)["welcome"]
    if not plan.active:
        return None
    owner = work.conn.execute(
        select(customer.c.owner_id).where(customer.c.id == customer_id)
    ).scalar()
    seen = Seen(customer_id, today, customer_id, None, owner or work.actor)
    wanted = firing(plan, seen, plan.days[-1])
    made = keep(work, [wanted], today=today)
    return rules.firing_id(wanted.key, today) if made else None
