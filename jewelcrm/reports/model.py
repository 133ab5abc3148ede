"""What a report is: its words, its columns, what may be asked of it, and the figures it gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Connection
from sqlcipher3 import dbapi2 as cipher

from db.types import Id, to_millis
from jewelcrm.context import Context

Kind = Literal["text", "count", "pieces", "money", "day", "moment", "share", "days"]
"""What a column holds: `pieces` are thousandths, `money` minor units, `share` hundredths of one
per cent, `day` an ISO date as text, `moment` milliseconds since 1970 UTC, `days` whole days."""

Value = str | int | None
Row = tuple[Value, ...]
Sensitivity = Literal["internal", "personal"]


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
        return self.zh if language.startswith("zh") else self.en


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
    """What somebody wants of a report. `branch` None: every branch this PC knows of."""

    detail: str
    period: Period
    branch: Id | None = None
    currency: str = "HKD"
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a report reads: one moment of the store, and what the answers depend on."""

    ctx: Context
    conn: Connection
    now: dt.datetime
    asked: Asked

    @property
    def zone(self) -> ZoneInfo:
        """The branch's time zone: a day is a day there."""
        return self.ctx.zone()

    @property
    def today(self) -> dt.date:
        """The day of `now` where the branch is."""
        return self.now.astimezone(self.zone).date()

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
        }

    def rows(self, sql: str, **more: Value) -> Iterator[Row]:
        """Rows of a statement, one after the other and never all at once."""
        raw: cipher.Connection = self.conn.connection.driver_connection
        yield from raw.execute(sql, {**self.values, **more})

    def day_of(self, millis: int) -> dt.date:
        """The day of a moment where the branch is."""
        return dt.datetime.fromtimestamp(millis / 1000, self.zone).date()


Read = Callable[[Source], Iterator[Row]]


@dataclass(frozen=True, slots=True)
class Detail:
    """One level of detail of a report: who needs less sees less."""

    name: str
    title: Words
    columns: tuple[Column, ...]
    read: Read

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
        details: levels of detail, the shortest first.
    """

    name: str
    title: Words
    owner: str
    about: Words
    formula: Words
    details: tuple[Detail, ...]
    uses_period: bool = True

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
    """A report's answer: columns, rows, totals and what must be said with them."""

    report: Report
    detail: Detail
    asked: Asked
    rows: list[Row]
    totals: Mapping[str, int]
    as_of: tuple[AsOf, ...]
    run_by: str
    run_at: dt.datetime
    zone: ZoneInfo
    branch_name: str
    notes: tuple[Words, ...] = field(default=())
