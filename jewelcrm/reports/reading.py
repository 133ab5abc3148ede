"""Going through a report's rows: counted and added up once, read again for a file, stoppable.

What fits is kept; more is read from the same moment of the store a second time, so that a file of
a million rows needs no more memory than one of a thousand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice

from sqlalchemy import Connection
from sqlcipher3 import dbapi2 as cipher

from jewelcrm.errors import CanFix
from jewelcrm.reports.model import Column, Detail, Progress, Row, Source, Tally, number

MOST_ROWS = 1_000_000
"""Rows of one report. More is a list to be exported, not a report to be read."""

KEPT = 10_000
"""Rows that a window is given at once and that lie in memory together."""

_STEP = 2_000
_OPERATIONS = 50_000  # of the store between two looks whether to stop: some ten milliseconds


@dataclass(slots=True)
class Gone:
    """What going through all rows has found."""

    kept: list[Row] = field(default_factory=list)
    count: int = 0
    sums: list[int] = field(default_factory=list)

    def totals(self, columns: Sequence[Column]) -> dict[str, int]:
        """The sums of the columns that are added up, by name."""
        return {one.name: total for one, total in zip(columns, self.sums, strict=True) if one.total}


def go_through(source: Source, detail: Detail, tell: Progress) -> Gone:
    """Count and add up every row; the first ones are kept.

    Raises:
        CanFix: there are more than a report may have.
    """
    if detail.tally is not None:
        return _tallied(source, detail, detail.tally)
    found = Gone(sums=[0] * len(detail.columns))
    added = [at for at, column in enumerate(detail.columns) if column.total]
    for row in detail.read(source):
        if found.count == MOST_ROWS:
            raise _too_many()
        if found.count < KEPT:
            found.kept.append(row)
        for at in added:
            value = row[at]
            if isinstance(value, int):
                found.sums[at] += value
        found.count += 1
        if not found.count % _STEP:
            tell(found.count, 0, "reading")
    return found


def _tallied(source: Source, detail: Detail, tally: Tally) -> Gone:
    """The store counts and adds up a long list; only its first rows are read."""
    count, *sums = (number(value) for value in tally(source))
    if count > MOST_ROWS:
        raise _too_many()
    left = iter(sums)
    found = Gone(count=count, sums=[next(left) if one.total else 0 for one in detail.columns])
    found.kept.extend(islice(detail.read(source), KEPT))
    return found


def _too_many() -> CanFix:
    return CanFix(
        "This report would have more than {most} rows. Take a shorter period, one branch,"
        " or a level with less detail.",
        field="detail",
        most=f"{MOST_ROWS:,}",
    )


class Streamed(Collection[Row]):
    """All rows of a level, read again from the same moment each time somebody goes through them."""

    def __init__(self, source: Source, detail: Detail, count: int, tell: Progress) -> None:
        self._source, self._detail, self._count, self._tell = source, detail, count, tell

    def __len__(self) -> int:
        return self._count

    def __contains__(self, row: object) -> bool:
        return any(one == row for one in self)

    def __iter__(self) -> Iterator[Row]:
        for at, row in enumerate(self._detail.read(self._source)):
            if not at % _STEP:
                self._tell(at, self._count, "writing")
            yield row


def quiet(_done: int, _total: int, _what: str) -> None:
    """Nobody wants to know."""


@contextmanager
def stoppable(conn: Connection, tell: Progress) -> Iterator[None]:
    """Ask `tell` also while the store is adding up and gives no row; what it raises stops that."""
    raw: cipher.Connection = conn.connection.driver_connection
    stopped: list[BaseException] = []

    def look() -> int:
        try:
            tell(0, 0, "reading")
        except BaseException as error:  # noqa: BLE001 - raised again below, out of the driver
            stopped.append(error)
        return len(stopped)

    raw.set_progress_handler(look, _OPERATIONS)
    try:
        yield
    except cipher.OperationalError:
        if stopped:
            raise stopped[0] from None
        raise
    finally:
        raw.set_progress_handler(None, 0)
