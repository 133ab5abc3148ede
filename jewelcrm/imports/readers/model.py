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
    sheet_cells: int = 60_000_000  # of a sheet's rectangle, empty ones too
    sheet_room: int = 4_000_000  # so many always, then so many times as there are cells
    sheet_sparse: int = 20
    columns: int = 2_000
    cell: int = 1 << 20  # characters
    card: int = 1 << 22  # characters of a vCard, its pictures not counted
    line: int = 1 << 21  # characters
    record: int = 1 << 23  # characters of one row that goes over many lines
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


_PAIRS = (
    (
        "{n} people are customers of another branch; nothing of theirs was changed",
        "{n} person is a customer of another branch; nothing of hers was changed",
    ),
    (
        (
            "{n} lines name pieces that are not in the chain's catalogue; they keep the item"
            " code alone"
        ),
        "{n} line names a piece that is not in the chain's catalogue; it keeps the item code alone",
    ),
    (
        "{n} pictures were left out",
        "{n} picture was left out",
    ),
    (
        "{n} sounds were left out",
        "{n} sound was left out",
    ),
    (
        "{n} keys were left out",
        "{n} key was left out",
    ),
    (
        "{n} rows have fewer cells than the header; the missing ones are empty",
        "{n} row has fewer cells than the header; the missing ones are empty",
    ),
    (
        "{n} line amounts are rounded to the cent or differ from quantity × price",
        "{n} line amount is rounded to the cent or differs from quantity × price",
    ),
    (
        "{n} people have no name; their e-mail or phone stands in its place",
        "{n} person has no name; the e-mail or phone stands in its place",
    ),
    (
        "{n} phone numbers could not be made sure of; they are kept as given and marked",
        "{n} phone number could not be made sure of; it is kept as given and marked",
    ),
    (
        "{n} e-mail addresses look wrong; they are kept as given and marked",
        "{n} e-mail address looks wrong; it is kept as given and marked",
    ),
    (
        "{n} birthdays or anniversaries could not be read; they are kept in a note",
        "{n} birthday or anniversary could not be read; it is kept in a note",
    ),
    (
        "{n} values were too long for their place and are kept in a note",
        "{n} value was too long for its place and is kept in a note",
    ),
    (
        "control characters were taken out of {n} rows",
        "control characters were taken out of {n} row",
    ),
    (
        "{n} people were recognised by their old number alone",
        "{n} person was recognised by the old number alone",
    ),
    (
        (
            "{n} new people are known by an old number alone; if their names are in another"
            " file of the same system, give both files one source"
        ),
        (
            "{n} new person is known by an old number alone; if the name is in another file"
            " of the same system, give both files one source"
        ),
    ),
)
_ONE = dict(_PAIRS)
"""What is said of many, and how it is said of one."""


@dataclass(slots=True)
class Tally:
    """Things worth a word in the summary, counted while rows are read."""

    counts: dict[str, int] = field(default_factory=dict)

    def add(self, what: str, times: int = 1) -> None:
        self.counts[what] = self.counts.get(what, 0) + times

    def words(self) -> list[str]:
        return [
            (_ONE.get(text, text) if n == 1 else text).format(n=n)
            for text, n in self.counts.items()
        ]


class Source(Protocol):
    """A file opened as a table. `rows` may be called again and starts over."""

    path: Path
    facts: Facts
    columns: list[str]

    def rows(self, tally: Tally | None = None) -> Iterator[Row]: ...
