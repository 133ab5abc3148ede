"""The branch on a working day: orders in every stage around today, and today's sales."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jewelcrm.demo.data import table
from jewelcrm.demo.past import lines_of, repair_line, sold
from jewelcrm.demo.trade import Buyer, Line, Step, owe, pay, place
from jewelcrm.demo.world import World
from jewelcrm.orders.rules.stages import WAITING

SALES_TODAY = 6
_ROADS = {
    "sale": ("confirmed", "ready"),
    "special": ("confirmed", "in_work", "ready"),
    "custom": ("confirmed", "awaiting_approval", "in_work", "ready"),
    "repair": (
        *("received", "estimating", "awaiting_approval", "in_work", "quality_check"),
        *("ready", "notified", "uncollected"),
    ),
}
_OUTSOURCED = ("received", "estimating", "awaiting_approval", "outsourced")


@dataclass(frozen=True, slots=True)
class Slot:
    """One order to be, of a line of workday.csv. `age`: days in its stage."""

    kind: str
    stage: str
    promised: tuple[int, int] | None  # days from today; None: about when it became ready
    age: tuple[int, int]


def slots(share: float) -> Iterator[Slot]:
    """The orders of a working day; `share` is the size of the shop against the usual."""
    for line in table("workday.csv"):
        promised = (line["promised_from"], line["promised_to"])
        slot = Slot(
            line["kind"],
            line["stage"],
            (int(promised[0]), int(promised[1])) if promised[0] else None,
            (int(line["age_from"]), int(line["age_to"])),
        )
        yield from [slot] * max(1, round(int(line["count"]) * share))


def road_to(kind: str, stage: str) -> tuple[str, ...]:
    """The stages from the first to this one."""
    if stage == "draft":
        return ("draft",)
    if stage == "outsourced":
        return _OUTSOURCED
    road = _ROADS[kind]
    return road[: road.index(stage) + 1]


def live_order(world: World, buyer: Buyer, slot: Slot) -> None:
    """An order that is open today."""
    steps = _steps(world, slot)
    placed = steps[0].at
    lines = _lines(world, slot, world.date_of(placed))
    promised = _promised(world, slot, steps)
    order_id = place(
        world,
        buyer,
        slot.kind,
        steps,
        lines,
        promised_on=promised,
        rush=world.happens(0.12),
        remark="Gift: please wrap" if world.happens(0.1) else None,
    )
    total = sum(line.amount for line in lines)
    if slot.stage == "draft":
        return
    if slot.kind == "sale" and slot.stage == "confirmed":
        _instalments(world, order_id, buyer, total, placed)
    else:
        _deposit_and_balance(world, order_id, buyer, slot.kind, total=total, at=placed, by=promised)


def _lines(world: World, slot: Slot, day: dt.date) -> list[Line]:
    if slot.kind == "repair":
        return [repair_line(world, done=slot.stage in WAITING)]
    lines = lines_of(world, slot.kind, day)
    # Nobody reserves a small charm: the pieces that wait are the dear ones.
    while slot.kind == "sale" and sum(line.amount for line in lines) < 800_000:
        lines = lines_of(world, slot.kind, day)
    return lines


def _steps(world: World, slot: Slot) -> list[Step]:
    """The way to today's stage, reached `age` days ago."""
    day = world.day(world.between(*slot.age))
    steps = [Step(slot.stage, world.moment(day))]
    for stage in reversed(road_to(slot.kind, slot.stage)[:-1]):
        day -= dt.timedelta(days=world.between(1, 4))
        steps.append(Step(stage, world.moment(day)))
    return steps[::-1]


def _promised(world: World, slot: Slot, steps: Sequence[Step]) -> dt.date | None:
    if slot.promised is not None:
        return world.today + dt.timedelta(days=world.between(*slot.promised))
    if slot.stage in WAITING:
        ready = next(step for step in steps if step.stage == "ready")
        return world.date_of(ready.at) + dt.timedelta(days=world.between(0, 3))
    return None


def _deposit_and_balance(
    world: World,
    order_id: bytes,
    buyer: Buyer,
    kind: str,
    *,
    total: int,
    at: dt.datetime,
    by: dt.date | None,
) -> None:
    """A deposit now and the balance on the promised day; some paid it all, some nothing yet."""
    luck = world.chance.random()
    day = by or world.today
    if luck < 0.18:
        pay(world, order_id, buyer, "balance", total, at=at)
        return
    deposit = total * world.chosen((20, 30, 40, 50)) // 100 // 100 * 100
    if kind == "repair" and luck < 0.75:
        deposit = 0
    if deposit:
        owe(world, order_id, "deposit", due_on=_soon(world, at), cents=deposit, at=at)
        if luck < 0.93:
            pay(world, order_id, buyer, "deposit", deposit, at=at)
    owe(world, order_id, "balance", due_on=day, cents=total - deposit, at=at)


def _soon(world: World, at: dt.datetime) -> dt.date:
    return world.date_of(at) + dt.timedelta(days=world.between(0, 2))


def _instalments(world: World, order_id: bytes, buyer: Buyer, total: int, at: dt.datetime) -> None:
    """A fifth down and the rest by month; one in four is late with the last one."""
    down = total // 5 // 100 * 100
    parts = world.chosen((3, 4, 6))
    rate = (total - down) // parts // 100 * 100
    start = world.date_of(at)
    owe(world, order_id, "deposit", due_on=start, cents=down, at=at)
    pay(world, order_id, buyer, "deposit", down, at=at)
    for n in range(1, parts + 1):
        due_on = start + dt.timedelta(days=30 * n)
        cents = rate if n < parts else total - down - rate * (parts - 1)
        owe(world, order_id, "instalment", due_on=due_on, cents=cents, at=at)
        if due_on < world.today - dt.timedelta(days=2) and world.happens(0.75):
            pay(world, order_id, buyer, "instalment", cents, at=world.moment(due_on))


def sales_of_today(world: World, buyers: Sequence[Buyer], share: float) -> int:
    """What was sold since the doors opened this morning; before that, one sale of yesterday."""
    moments = [world.moment(world.today) for _ in range(max(1, round(SALES_TODAY * share)))]
    sold_at = [at for at in moments if at < world.now] or [world.moment(world.day(1))]
    for at in sold_at:
        sold(world, world.chosen(buyers), at)
    return len(sold_at)
