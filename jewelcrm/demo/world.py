"""What everything in the demo is made with: dice, ids, people, the gold board, the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar
from zoneinfo import ZoneInfo

from db.types import Id
from jewelcrm.demo.batch import Batch
from jewelcrm.demo.ids import Ids
from jewelcrm.demo.pieces import Piece
from jewelcrm.demo.rhythm import days_before

T = TypeVar("T")
YEARS = 8
"""How long the demo shop has been open."""

_OPENS, _SHUTS = 10.5, 20.5  # hours


@dataclass(frozen=True, slots=True)
class Quote:
    """The gold board of a day: cents a tael of ornaments; its record, if it was kept."""

    id: Id | None
    sell_cents: int


@dataclass(slots=True)
class World:
    """One demo shop; what is made goes into `batch`, which the writer changes for a new one."""

    chance: Random
    ids: Ids
    now: dt.datetime
    zone: ZoneInfo
    staff: Sequence[Id]
    pieces: Sequence[Piece]
    often: Sequence[int]  # cumulative weights of `pieces`
    quotes: dict[dt.date, Quote]
    batch: Batch = field(default_factory=Batch)

    @property
    def today(self) -> dt.date:
        return self.now.astimezone(self.zone).date()

    def day(self, ago: int) -> dt.date:
        return self.today - dt.timedelta(days=ago)

    def shop_day(self) -> dt.date:
        """A day of the shop's years before today, a busy one more often."""
        days, sums = days_before(self.today, YEARS * 365)
        return self.chance.choices(days, cum_weights=sums)[0]

    def moment(self, day: dt.date) -> dt.datetime:
        """Some time of that day while the shop is open, and never later than now."""
        seconds = int(3600 * (_OPENS + (_SHUTS - _OPENS) * self.chance.random()))
        start = dt.datetime.combine(day, dt.time(), self.zone)
        return min(start.astimezone(dt.UTC) + dt.timedelta(seconds=seconds), self.now)

    def date_of(self, moment: dt.datetime) -> dt.date:
        return moment.astimezone(self.zone).date()

    def between(self, low: int, high: int) -> int:
        return self.chance.randint(low, high)

    def chosen(self, things: Sequence[T]) -> T:
        return self.chance.choice(things)

    def happens(self, share: float) -> bool:
        return self.chance.random() < share

    def piece(self) -> Piece:
        """A piece as often as it sells."""
        return self.chance.choices(self.pieces, cum_weights=self.often)[0]

    def quote(self, day: dt.date) -> Quote:
        """The board of a day; before it was kept, what the price was about then."""
        kept = self.quotes.get(day)
        if kept is not None:
            return kept
        latest = max(quote.sell_cents for quote in self.quotes.values())
        years = (self.today - day).days / 365
        share = max(0.4, 1 - 0.11 * years)
        return Quote(None, int(latest * share) // 1000 * 1000)
