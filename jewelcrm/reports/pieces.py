"""Shapes that levels of detail share: figures under a label, under a day, with their part of all.

A statement names its measures once; `by` and `by_time` put them under whatever a manager asks by.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from jewelcrm.reports import standing_orders
from jewelcrm.reports.model import (
    Chart,
    Column,
    Detail,
    Filter,
    LeftOut,
    Read,
    Row,
    Source,
    Value,
    Words,
    number,
    text,
)
from jewelcrm.reports.sql import OTHER_ORDERS, OTHER_ORDERS_KEPT, person

Finish = Callable[[Sequence[int]], Row]
"""What stands in a row, from the sums of its statement."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Sums of a statement: what is summed, of which rows, and how a row is made of the sums.

    `largest` is what the rows are ordered by, in SQL.
    """

    sums: str
    source: str
    where: str
    largest: str
    filters: tuple[Filter, ...] = ()
    finish: Finish = tuple

    def select(self, source: Source, label: str, joined: str = "") -> str:
        """The statement of the sums under each `label`."""
        return (
            f"SELECT {label} AS label, {self.sums} {self.source} {joined}"
            f" WHERE {self.where} AND {source.where(*self.filters)} GROUP BY label"
        )


def by(measured: Measured, key: str, joined: str = "") -> Read:
    """Figures under each value of `key`, the largest first."""
    label = f"coalesce(nullif(trim({key}), ''), :none)"

    def read(source: Source) -> Iterator[Row]:
        ordered = f" ORDER BY {measured.largest} DESC, label"
        for label_, *sums in source.rows(measured.select(source, label, joined) + ordered):
            yield text(label_), *measured.finish(_numbers(sums))

    return read


def by_time(measured: Measured, moment: str, length: int = 10, *, is_day: bool = False) -> Read:
    """Figures under the first `length` characters of the ISO date of `moment` (or of a day)."""
    label = f"substr({moment if is_day else f'local_day({moment})'}, 1, {length})"

    def read(source: Source) -> Iterator[Row]:
        found = source.rows(measured.select(source, label) + " ORDER BY label")
        for label_, *sums in found:
            yield text(label_), *measured.finish(_numbers(sums))

    return read


def in_total(measured: Measured) -> Read:
    """The figures of everything in one row."""

    def read(source: Source) -> Iterator[Row]:
        (sums,) = source.rows(
            f"SELECT {measured.sums} {measured.source}"
            f" WHERE {measured.where} AND {source.where(*measured.filters)}"
        )
        yield measured.finish(_numbers(sums))

    return read


def _numbers(values: Sequence[Value]) -> list[int]:
    return list(map(number, values))


def level(
    name: str,
    title: Words,
    columns: Sequence[Column],
    read: Read,
    chart: str = "",
) -> Detail:
    """A level that stands under one label; `chart` names the column that is drawn."""
    shape = "line" if name in {"day", "week", "month"} else "bars"
    drawn = Chart(name, chart, "line" if shape == "line" else "bars") if chart else None
    return Detail(f"by-{name}", title, (Column(name, title), *columns), read, drawn)


def with_shares(counts: dict[str, int]) -> Iterator[Row]:
    """Counts with their part of all, in hundredths of one per cent."""
    every = sum(counts.values())
    return ((label, count, count * 10_000 // every) for label, count in counts.items())


def other_currencies(sql: str, what: Words, kept: str = "") -> LeftOut:
    """Says what another run of the report would count; `sql` gives currencies and numbers.

    `kept`: gives the same from the rows kept of the orders, as long as those are current.
    """

    def said(source: Source) -> Iterator[Words]:
        found: dict[str, int] = defaultdict(int)
        quick = bool(kept) and standing_orders.current(source)
        for currency, count in source.rows(kept if quick else sql):
            found[text(currency)] += number(count)
        for currency, count in found.items():
            yield Words(
                f"{count} {what.en} in {currency} are not in these figures; run the report for"
                f" {currency} too.",
                f"另有 {count} {what.zh}以 {currency} 計，不在此數字內，請以 {currency} 再做一份。",
            )

    return said


def other_orders() -> LeftOut:
    """Says how many orders of the period are in other currencies."""
    return other_currencies(OTHER_ORDERS, Words("orders", "張訂單"), OTHER_ORDERS_KEPT)


STAFF = Words("Staff", "員工")
CHANNEL = Words("Channel", "渠道")
CATEGORY = Words("Category", "類別")
STAGE = Words("Stage", "階段")


def staff_filter(column: str) -> Filter:
    """One person's, by log-in name."""
    return Filter(
        "staff",
        STAFF,
        f"{column} IN (SELECT id FROM staff WHERE login = :is_staff)",
        f"SELECT s.login, {person('s')} FROM staff s WHERE s.archived_at IS NULL ORDER BY 2",
    )


def choices_sql(codes: Iterable[str]) -> str:
    """SQL of a list that stands in the program; `codes.say` has the words for its codes."""
    return " UNION ALL ".join(f"SELECT '{code}', '{code}'" for code in codes)


def value_filter(name: str, title: Words, column: str, table: str) -> Filter:
    """One value of a column; its options are the values that `table` holds."""
    bare = column.rpartition(".")[2]
    return Filter(
        name,
        title,
        f"{column} = :is_{name}",
        f"SELECT DISTINCT {bare}, {bare} FROM {table} WHERE {bare} <> '' ORDER BY 1",
    )
