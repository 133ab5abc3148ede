"""What the dashboard says: figures with their targets, bars, and what each stands for."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from db.types import Id
from jewelcrm.reports.model import Period

Unit = Literal["money", "count", "share"]
"""`money` in cents of the board's currency, `share` in hundredths of one per cent."""

Span = Literal["today", "this-week", "this-month", "this-quarter", "this-year"]
SPANS: tuple[Span, ...] = ("today", "this-week", "this-month", "this-quarter", "this-year")


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure that is watched.

    Attributes:
        timed: of a period; else as it stands now.
        targeted: a manager may say what it should be in a month.
        adds_up: twice the days have twice the target; a share has not.
        more_is_better: False for what should be little.
    """

    name: str
    unit: Unit
    timed: bool = True
    targeted: bool = False
    adds_up: bool = True
    more_is_better: bool = True


MEASURES: dict[str, Measure] = {
    one.name: one
    for one in (
        Measure("net_sales", "money", targeted=True),
        Measure("orders", "count", targeted=True),
        Measure("average", "money", targeted=True, adds_up=False),
        Measure("takings", "money", targeted=True),
        Measure("on_time", "share", targeted=True, adds_up=False),
        Measure("late", "count", timed=False, more_is_better=False),
        Measure("ready", "count", timed=False, more_is_better=False),
        Measure("overdue", "count", timed=False, more_is_better=False),
        Measure("new_customers", "count", targeted=True),
        Measure("owed", "money", timed=False, more_is_better=False),
    )
}


@dataclass(frozen=True, slots=True)
class Tile:
    """A measure's figure, what it should be for the whole period, and what it was before.

    `actual` is None where there is nothing to divide by; `before` is the same days of the period
    before, None for what stands as it stands now.
    """

    measure: Measure
    actual: int | None
    target: int | None = None
    before: int | None = None

    @property
    def gap(self) -> int | None:
        """What is still missing to the target; negative: more than it."""
        if self.target is None or self.actual is None:
            return None
        return self.target - self.actual

    @property
    def reached(self) -> int | None:
        """How much of the target is reached, in hundredths of one per cent."""
        if not self.target or self.actual is None:
            return None
        return self.actual * 10_000 // self.target


@dataclass(frozen=True, slots=True)
class Point:
    """A day's or a month's net sales; `before` the same one of the period before, if it had one."""

    since: dt.date
    until: dt.date
    cents: int
    before: int | None


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: whose or which, and how long. `staff_id` when it is a person's."""

    key: str
    label: str
    value: int
    staff_id: Id | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the page shows, at one moment. `mine`: one person's own figures."""

    span: Span
    period: Period
    before: Period
    """What the figures so far are compared with: as many days of the period before."""
    mine: bool
    currency: str
    as_of: dt.datetime
    tiles: tuple[Tile, ...]
    points: tuple[Point, ...]
    stages: tuple[Bar, ...]
    people: tuple[Bar, ...]

    def tile(self, name: str) -> Tile:
        """The tile of that measure."""
        return next(one for one in self.tiles if one.measure.name == name)
