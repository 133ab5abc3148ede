"""What a report is: its words, its columns, what may be asked of it, and the figures it gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Connection
from sqlcipher3 import dbapi2 as cipher

from db.types import Id, to_millis
from jewelcrm.context import Context
from jewelcrm.script import chosen

Kind = Literal["text", "count", "pieces", "money", "day", "moment", "share", "days"]
"""What a column holds: `pieces` are thousandths, `money` minor units, `share` hundredths of one
per cent, `day` an ISO date as text, `moment` milliseconds since 1970 UTC, `days` whole days."""

Value = str | int | None
Row = tuple[Value, ...]
Sensitivity = Literal["internal", "personal"]
Paper = Literal["A4", "A5", "80mm"]
SHEETS: tuple[Paper, ...] = ("A4", "A5")
ROLL: Paper = "80mm"
"""The roll of a receipt printer, as long as it needs."""

MOST_ON_ROLL = 200
"""Rows: what is longer is a list, and nobody reads a list on a roll."""


def paper_named(name: str) -> Paper:
    """The paper of that name; A4 for any other."""
    return next((one for one in (*SHEETS, ROLL) if one == name), "A4")


Progress = Callable[[int, int, str], None]
"""Told how far it is (done, of how many or 0, with what); what it raises stops the work."""


def number(value: Value) -> int:
    """A number of a statement's row; nothing counts as zero."""
    return value if isinstance(value, int) else 0


def text(value: Value) -> str:
    """A text of a statement's row; nothing is an empty one."""
    return "" if value is None else str(value)


class Words(NamedTuple):
    """A text in English and Traditional Chinese."""

    en: str
    zh: str

    def say(self, language: str) -> str:
        """The text in the language of a person or a paper."""
        return chosen(language, self.en, self.zh)


NOT_GIVEN = Words("(not given)", "（未填）")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of figures; `total` columns are added up at the end of the report."""

    name: str
    title: Words
    kind: Kind = "text"
    personal: bool = False
    total: bool = False

    @property
    def is_number(self) -> bool:
        """True when the values stand right and are numbers in a spreadsheet."""
        return self.kind not in {"text", "day", "moment"}


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `since` to `until`, both included, where the branch is."""

    since: dt.date
    until: dt.date

    def bounds(self, zone: ZoneInfo) -> tuple[int, int]:
        """First and one past the last millisecond, since 1970 UTC."""
        after = self.until + dt.timedelta(days=1)
        return _midnight(self.since, zone), _midnight(after, zone)


def _midnight(day: dt.date, zone: ZoneInfo) -> int:
    return int(dt.datetime.combine(day, dt.time(), zone).timestamp() * 1000)


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants of a report. `branch` None: every branch this PC knows of.

    `filters` are values by the names of the report's own filters; an absent one lets all through.
    """

    detail: str
    period: Period
    branch: Id | None = None
    currency: str = "HKD"
    language: str = "en"
    filters: Mapping[str, str] = field(default_factory=dict)
    paper: Paper = "A4"


@lru_cache(maxsize=8)
def day_function(zone: ZoneInfo) -> Callable[[int | None], str | None]:
    """What SQL calls `local_day`: the ISO date, in the zone, of a moment in milliseconds.

    Each quarter of an hour is looked up once; every zone's midnights fall on one.
    """
    known: dict[int, str] = {}

    def local_day(millis: int | None) -> str | None:
        if millis is None:
            return None
        quarter = millis // _QUARTER_MS
        day = known.get(quarter)
        if day is None:
            at = dt.datetime.fromtimestamp(quarter * _QUARTER_MS / 1000, zone)
            day = known[quarter] = at.date().isoformat()
        return day

    return local_day


_QUARTER_MS = 900_000


@dataclass(frozen=True, slots=True)
class Source:
    """Where a report reads: one moment of the store, and what the answers depend on."""

    ctx: Context
    conn: Connection
    now: dt.datetime
    asked: Asked
    _known: dict[str, list[Row]] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Once, before the first statement: none may run while a function is made."""
        raw: cipher.Connection = self.conn.connection.driver_connection
        raw.create_function("local_day", 1, day_function(self.zone), deterministic=True)

    @property
    def zone(self) -> ZoneInfo:
        """The branch's time zone: a day is a day there."""
        return self.ctx.zone()

    @property
    def today(self) -> dt.date:
        """The day of `now` where the branch is."""
        return self.now.astimezone(self.zone).date()

    @property
    def chinese(self) -> bool:
        """Whether the branches' Chinese names are printed, where they have one."""
        return self.asked.language.startswith("zh")

    @property
    def values(self) -> dict[str, object]:
        """The named parameters that every statement of a report may use."""
        start, end = self.asked.period.bounds(self.zone)
        return {
            "start": start,
            "end": end,
            "since": self.asked.period.since.isoformat(),
            "until": self.asked.period.until.isoformat(),
            "branch": self.asked.branch,
            "currency": self.asked.currency,
            "today": self.today.isoformat(),
            "now": to_millis(self.now),
            "none": NOT_GIVEN.say(self.asked.language),
            "chinese": self.chinese,
            **{f"is_{name}": value for name, value in self.asked.filters.items()},
        }

    def rows(self, sql: str, **more: Value | bytes) -> Iterator[Row]:
        """Rows of a statement, one after the other and never all at once.

        Beside its parameters it may call `local_day(milliseconds)`.
        """
        raw: cipher.Connection = self.conn.connection.driver_connection
        yield from raw.execute(sql, {**self.values, **more})

    def once(self, what: str, ask: Callable[[], Iterable[Row]]) -> list[Row]:
        """Few rows that both the list and its number need: asked of the store one time a run."""
        if what not in self._known:
            self._known[what] = list(ask())
        return self._known[what]

    def where(self, *filters: Filter) -> str:
        """The condition of those of the filters that were asked for."""
        asked = (one.where for one in filters if one.name in self.asked.filters)
        return " AND ".join(("1", *asked))

    def day_of(self, millis: int) -> dt.date:
        """The day of a moment where the branch is."""
        return dt.datetime.fromtimestamp(millis / 1000, self.zone).date()


Read = Callable[[Source], Iterator[Row]]
Tally = Callable[[Source], Row]
LeftOut = Callable[[Source], Iterator["Words"]]
"""What is not in the figures though somebody might think so: sentences for the last page."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What a report can be narrowed by.

    Attributes:
        where: the SQL condition; the value is the parameter `:is_<name>`.
        options: SQL of the values there are and how each is called; empty: any text.
        required: the report is about nothing without it.
        whose: SQL that finds the customer whose number the value is; empty: it is nobody's.
    """

    name: str
    title: Words
    where: str
    options: str = ""
    required: bool = False
    whose: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of a level's first rows: which column names the bars, which measures them."""

    label: str
    value: str
    form: Literal["bars", "line"] = "bars"


@dataclass(frozen=True, slots=True)
class Detail:
    """One level of detail of a report: who needs less sees less."""

    name: str
    title: Words
    columns: tuple[Column, ...]
    read: Read
    chart: Chart | None = None
    tally: Tally | None = None
    """Counts and adds up a long list without reading it: rows, then each added-up column."""

    @property
    def sensitivity(self) -> Sensitivity:
        """As sensitive as its most sensitive column."""
        return "personal" if any(column.personal for column in self.columns) else "internal"


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it stands in the catalogue.

    Attributes:
        name: what scripts call it; never changes once given.
        owner: the role that answers for the definition.
        formula: how every figure is computed; printed on the last page.
        uses_period: False when the report is about how things stand now.
        filters: what it can be narrowed by beside period and branch.
        left_out: says what is not in the figures; a report without money needs none.
        layouts: papers it fits on, the usual one first; the roll for what a counter prints.
        details: levels of detail, the shortest first.
    """

    name: str
    title: Words
    owner: str
    about: Words
    formula: Words
    details: tuple[Detail, ...]
    uses_period: bool = True
    filters: tuple[Filter, ...] = ()
    left_out: LeftOut | None = None
    layouts: tuple[Paper, ...] = SHEETS

    def detail(self, name: str) -> Detail | None:
        """The level of that name."""
        return next((one for one in self.details if one.name == name), None)


@dataclass(frozen=True, slots=True)
class AsOf:
    """From when a branch's data is; `stale` when that is too long ago to be relied on."""

    branch: str
    at: dt.datetime
    stale: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """A report's answer: columns, rows, totals and what must be said with them.

    `rows` can be gone through more than once; those of a file being written are read anew from the
    same moment of the store each time, and never lie in memory together.
    """

    report: Report
    detail: Detail
    asked: Asked
    rows: Collection[Row]
    totals: Mapping[str, int]
    as_of: tuple[AsOf, ...]
    run_by: str
    run_at: dt.datetime
    zone: ZoneInfo
    branch_name: str
    notes: tuple[Words, ...] = field(default=())
    count: int = 0
    """How many rows there are; `rows` of a window may be the first of them."""
    logo: str = ""
    """A picture file for the cover; empty: none."""
    mark: str = ""
    """Who takes it out, when and on which PC: printed across a personal one."""
    branch: str = ""
    """The code of the one branch it is about; empty: all of them."""
