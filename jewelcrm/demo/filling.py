"""Filling a store with the demo shop, in units of work that are each whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Protocol

from sqlalchemy import func, select

from db.tables.customers import customer
from jewelcrm.access.catalogue import MANAGER, SALES
from jewelcrm.access.doors import command
from jewelcrm.context import Context
from jewelcrm.demo import stock, workday
from jewelcrm.demo.batch import Batch
from jewelcrm.demo.cards import full_card, short_card, spouse_card
from jewelcrm.demo.crew import Hand, hire
from jewelcrm.demo.crowd import Person, someone
from jewelcrm.demo.ids import Ids
from jewelcrm.demo.live import live_order, sales_of_today, slots
from jewelcrm.demo.past import past_order, sold
from jewelcrm.demo.trade import Buyer
from jewelcrm.demo.world import YEARS, World
from jewelcrm.errors import CanFix
from jewelcrm.followups.chunks import chunks
from jewelcrm.log import log

MOST = 1_000_000
CORE = 5_000
"""How many customers have a full card; beyond that, cards are short."""

_SHORT_BATCH = 5_000
_FULL_BATCH = 250
_COUPLES = 0.07
_ORDERS = {
    "standard": ((0, 1, 2, 3), (40, 38, 17, 5)),
    "silver": ((1, 2, 3, 4), (35, 35, 20, 10)),
    "gold": ((2, 3, 5, 7), (30, 35, 25, 10)),
    "vip": ((4, 6, 9, 14), (30, 35, 25, 10)),
}


class Progress(Protocol):
    """Told how far it is; raises to stop, which keeps what is finished."""

    def __call__(self, done: int, total: int = 0, text: str = "") -> object: ...


@dataclass(frozen=True, slots=True)
class Filled:
    """What is in the store now that was not before."""

    customers: int
    orders: int
    rows: int
    followups: int
    staff: tuple[Hand, ...]


@command("people.manage")
def fill(
    ctx: Context, customers: int = 5000, seed: int = 7, progress: Progress | None = None
) -> Filled:
    """Fill the store with made-up customers and a branch on a working day.

    The same seed in a fresh store on the same day gives the same shop. Run again, it adds others.

    Raises:
        CanFix: the number of customers is not between 1 and a million.
    """
    if not 1 <= customers <= MOST:
        raise CanFix("Choose between 1 and {most} customers.", field="customers", most=f"{MOST:,}")
    tell = progress or _quiet
    crew = hire(ctx)
    return _Filler(ctx, crew, customers, seed, tell).run()


def _quiet(done: int, total: int = 0, text: str = "") -> None:
    """Nobody watches."""


class _Filler:
    """One filling: the world, and the counts so far."""

    def __init__(
        self, ctx: Context, crew: list[Hand], customers: int, seed: int, tell: Progress
    ) -> None:
        self.ctx, self.crew, self.customers, self.tell = ctx, crew, customers, tell
        self.rows = self.orders = self.done = 0
        self.world = self._new_world(seed)

    def run(self) -> Filled:
        core = min(self.customers, CORE)
        self._short_cards(self.customers - core)
        buyers = self._full_cards(core)
        self._orders_of(buyers)
        self._today(buyers)
        self.tell(self.customers, self.customers, "Reminders")
        followups = workday.live_through(self.ctx, self.world, [b.id for b in buyers])
        log.info("demo filled", customers=self.customers, rows=self.rows)
        return Filled(self.customers, self.orders, self.rows, followups, tuple(self.crew))

    def _new_world(self, seed: int) -> World:
        """The dice follow from the seed and from how many customers are there already."""
        ctx, now = self.ctx, self.ctx.clock.now()
        with ctx.read() as conn:
            there = conn.scalar(select(func.count()).select_from(customer)) or 0
            batch, all_pieces = Batch(), stock.pieces()
            stock.stock(batch, all_pieces, conn)
            quotes = stock.board(batch, conn, now, ctx.zone())
        dice = f"{seed} {there}"
        world = World(
            chance=Random(dice),
            ids=Ids(dice),
            now=now,
            zone=ctx.zone(),
            staff=[hand.id for hand in self.crew if hand.role == SALES],
            pieces=all_pieces,
            often=stock.often(all_pieces),
            quotes=quotes,
            batch=batch,
        )
        self.world = world
        self._write(now)
        return world

    def _write(self, now: dt.datetime) -> None:
        """Keep what was made, dated when it happened, by whoever may do all of it: the manager.

        A head office that this shop joins looks at who did what, and whether they might.
        """
        batch, self.world.batch = self.world.batch, Batch()
        actor = next(hand.id for hand in self.crew if hand.role == MANAGER)
        with self.ctx.store.write(actor=actor, now=now, reason="demo") as work:
            self.rows += batch.write(work)

    def _short_cards(self, count: int) -> None:
        world, imported = self.world, self.world.moment(self.world.day(45))
        for batch in chunks(_days(world, count, newest=46), _SHORT_BATCH):
            for day in batch:
                person = someone(world.chance, day.year)
                at = world.moment(day)
                buyer = short_card(world, person, at)
                if world.happens(0.14):
                    sold(world, buyer, world.moment(world.day(world.between(46, 1400))))
                    self.orders += 1
            self._write(imported)
            self._advance(len(batch))

    def _full_cards(self, count: int) -> list[Buyer]:
        world, buyers = self.world, []
        for batch in chunks(_days(world, count, newest=0), _FULL_BATCH):
            days, at = iter(batch), world.now
            for day in days:
                at = world.moment(day)
                buyers += self._one_or_a_couple(someone(world.chance, day.year), at, days)
            self._write(at)
            self._advance(len(batch))
        return buyers

    def _one_or_a_couple(
        self, person: Person, at: dt.datetime, days: Iterator[dt.date]
    ) -> list[Buyer]:
        """A customer, now and then with her spouse, who takes the place of the next one."""
        world = self.world
        buyer = full_card(world, person, at)
        if not world.happens(_COUPLES) or next(days, None) is None:
            return [buyer]
        return [buyer, spouse_card(world, person, buyer, at)]

    def _advance(self, count: int) -> None:
        self.done += count
        self.tell(self.done, self.customers, "Customers")

    def _orders_of(self, buyers: list[Buyer]) -> None:
        """The orders of the core, each customer's since she came."""
        world = self.world
        for batch in chunks(buyers, _FULL_BATCH * 2):
            for buyer in batch:
                since = dt.datetime.fromtimestamp(
                    int.from_bytes(buyer.id[:6], "big") / 1000, dt.UTC
                )
                counts, shares = _ORDERS[buyer.tier]
                # Half of the shop's days are before the day she came.
                for _ in range(2 * world.chance.choices(counts, shares)[0]):
                    self.orders += past_order(world, buyer, world.date_of(since))
            self._write(world.now - dt.timedelta(days=1))

    def _today(self, buyers: list[Buyer]) -> None:
        """Orders around today; a small shop has fewer."""
        world = self.world
        share = min(1.0, len(buyers) / CORE)
        for slot in slots(share):
            live_order(world, world.chosen(buyers), slot)
            self.orders += 1
        self.orders += sales_of_today(world, buyers, share)
        self._write(world.now)


def _days(world: World, count: int, *, newest: int) -> Iterator[dt.date]:
    """The days on which customers came, oldest first: about as many every year."""
    span = YEARS * 365
    for n in range(count):
        left = 1 - (n + 1) / count
        yield world.day(newest + int(span * left * (1.2 - 0.2 * left)))
