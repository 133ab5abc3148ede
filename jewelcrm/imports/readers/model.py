"""What every reader gives: a table of text with its columns, read as often as wanted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

Row = tuple[int, list[str], str | None]
"""Position from 1, the cells, and what is wrong with the row (None: nothing)."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What is refused before anything is read (proof.md: broken and hostile files)."""

    file_bytes: int = 4 << 30
    sheet_bytes: int = 256 << 20  # a workbook is held in memory
    unpacked_bytes: int = 1 << 30
    unpacked_ratio: int = 250
    columns: int = 2_000
    cell: int = 1 << 20  # characters
    record_lines: int = 1_000  # a cell with more line ends is a quotation mark never closed


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a person says about a file; everything not said is found out."""

    encoding: str | None = None
    delimiter: str | None = None
    quote: str | None = None
    sheet: str | None = None
    header: int | None = None  # the row with the column names, from 1; 0: there is none


@dataclass(frozen=True, slots=True)
class Facts:
    """How a file was understood; shown before an import and in its summary."""

    form: str  # csv | xlsx | xls | vcard
    encoding: str = ""
    delimiter: str = ""
    quote: str = ""
    header: int = 1
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Tally:
    """Things worth a word in the summary, counted while rows are read."""

    counts: dict[str, int] = field(default_factory=dict)

    def add(self, what: str, times: int = 1) -> None:
        self.counts[what] = self.counts.get(what, 0) + times

    def words(self) -> list[str]:
        return [text.format(n=n) for text, n in self.counts.items()]


class Source(Protocol):
    """A file opened as a table. `rows` may be called again and starts over."""

    path: Path
    facts: Facts
    columns: list[str]

    def rows(self, tally: Tally | None = None) -> Iterator[Row]: ...
