"""What customers bought and had mended before: orders that are over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from jewelcrm.demo.data import data
from jewelcrm.demo.pieces import Model
from jewelcrm.demo.trade import Buyer, Line, Step, of_piece, pay, place
from jewelcrm.demo.world import World

_WORDS = data("notes.json")
REPAIRS: list[tuple[str, str, int, int, str, str]] = [tuple(one) for one in _WORDS["repairs"]]
CUSTOMS: list[tuple[str, int, int]] = [tuple(one) for one in _WORDS["customs"]]
_FITS: dict[str, Callable[[Model], bool]] = {
    "ring": lambda model: model.category == "ring",
    "band": lambda model: model.category == "ring" and model.stone is None,
    "metal": lambda model: model.metal is not None,
    "white": lambda model: model.metal == "white_gold",
    "chain": lambda model: model.category in ("necklace", "bracelet") and model.stone is None,
    "pearls": lambda model: model.stone == "Pearl" and model.category == "necklace",
    "stones": lambda model: model.stone in ("Diamond", "Ruby", "Sapphire"),
    "watch": lambda model: model.category == "watch",
}
"""Which pieces a service can be done to."""

_KINDS = ("sale", "special", "custom", "repair")
_SHARES = (68, 10, 3, 19)
_ROADS = {
    "sale": ("confirmed", "collected"),
    "special": ("confirmed", "in_work", "ready", "collected"),
    "custom": ("confirmed", "awaiting_approval", "in_work", "ready", "collected"),
    "repair": ("received", "in_work", "quality_check", "ready", "collected"),
}
"""The usual way of an order that went well."""

_OPEN_DAYS = 16
"""What was ordered or brought for mending so lately is still open."""

_SOLD_LATELY = 0.25
"""The share of the sales of those days that is over: the open orders are the others."""


def past_order(world: World, buyer: Buyer, since: dt.date) -> bool:
    """An order that is over and paid, of a day of the shop; False if she came only after it."""
    kind = world.chance.choices(_KINDS, _SHARES)[0]
    day = world.shop_day()
    if day < since:
        return False
    if (world.today - day).days >= _OPEN_DAYS and kind != "sale":
        made(world, buyer, kind, day)
        return True
    lately = (world.today - day).days < _OPEN_DAYS
    if lately and (kind != "sale" or not world.happens(_SOLD_LATELY)):
        return False
    sold(world, buyer, world.moment(day))
    return True


def sold(world: World, buyer: Buyer, at: dt.datetime) -> None:
    """A sale that was paid and taken along at once."""
    day = world.date_of(at)
    lines = [of_piece(world, world.piece(), day) for _ in range(1 + world.happens(0.18))]
    steps = [Step("confirmed", at), Step("collected", at)]
    channel = "counter" if world.happens(0.94) else world.chosen(("phone", "online"))
    order_id = place(world, buyer, "sale", steps, lines, channel=channel)
    pay(world, order_id, buyer, "balance", sum(line.amount for line in lines), at=at)


def made(world: World, buyer: Buyer, kind: str, day: dt.date) -> None:
    """Something made or mended, collected and paid; now and then cancelled and paid back."""
    lines = lines_of(world, kind, day)
    total = sum(line.amount for line in lines)
    if kind != "repair" and world.happens(0.03):
        _cancelled(world, buyer, kind, day, lines)
        return
    steps = _walk(world, _ROADS[kind], day)
    promised = world.date_of(steps[-2].at) + dt.timedelta(days=world.between(-1, 3))
    order_id = place(world, buyer, kind, steps, lines, promised_on=promised)
    deposit = 0 if kind == "repair" else total * world.chosen((30, 40, 50)) // 100
    if deposit:
        pay(world, order_id, buyer, "deposit", deposit, at=steps[0].at)
    pay(world, order_id, buyer, "balance", total - deposit, at=steps[-1].at)


def _cancelled(world: World, buyer: Buyer, kind: str, day: dt.date, lines: list[Line]) -> None:
    steps = _walk(world, ("confirmed", "cancelled"), day)
    order_id = place(world, buyer, kind, steps, lines, promised_on=day)
    deposit = sum(line.amount for line in lines) * 3 // 10
    paid, how = pay(world, order_id, buyer, "deposit", deposit, at=steps[0].at)
    after = steps[-1].at + dt.timedelta(minutes=4)
    pay(world, order_id, buyer, "refund", -deposit, at=after, method=how, reverses_id=paid)


def _walk(world: World, stages: tuple[str, ...], day: dt.date) -> list[Step]:
    """The stages one after the other from `day`, some days apart, all before today."""
    left = max(0, (world.today - day).days - 1)
    steps = [Step(stages[0], world.moment(day))]
    for stage in stages[1:]:
        gap = min(world.between(1, 6), left)
        left -= gap
        day += dt.timedelta(days=gap)
        steps.append(Step(stage, max(world.moment(day), steps[-1].at + dt.timedelta(minutes=5))))
    return steps


def lines_of(world: World, kind: str, day: dt.date) -> list[Line]:
    """What such an order is of."""
    if kind == "repair":
        return [repair_line(world)]
    if kind == "custom":
        words, low, high = world.chosen(CUSTOMS)
        return [Line(words, world.between(low, high) // 10 * 1000)]
    return [of_piece(world, world.piece(), day)]


def repair_line(world: World, *, done: bool = True) -> Line:
    """A piece of the customer's own and what is to be done to it."""
    service, words, low, high, condition, fits = world.chosen(REPAIRS)
    piece = world.chosen([piece for piece in world.pieces if _FITS[fits](piece.model)])
    weight = piece.weight
    return Line(
        f"{words}: {piece.model.name} {piece.model.name_zh}",
        world.between(low, high) // 10 * 1000,
        service=service,
        condition=condition,
        declared=piece.total_cents * 8 // 10 // 10_000 * 10_000 or None,
        weight_in=weight,
        weight_out=weight if done else None,
    )
