"""Text tables: any separator, quotation mark, line end and encoding, in constant memory.

A broken row never takes its neighbours with it: when a quotation mark is not closed, its line is
given back as wrong and reading goes on with the next line.
"""

from __future__ import annotations

import csv
import gzip
import io
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from jewelcrm.errors import CanFix
from jewelcrm.imports.formula import released
from jewelcrm.imports.readers.encodings import detect
from jewelcrm.imports.readers.layout import Layout, find_header, guess_layout
from jewelcrm.imports.readers.model import LIMITS, Facts, ReadOptions, Row, Tally

OPEN_QUOTE = "a quotation mark is opened and never closed"
ODD_BYTES = "holds bytes that are not {encoding} text"
TOO_LONG = "a cell holds more than {limit:,} characters"
_SAMPLE_LINES = 200
Record = tuple[list[str], str, str | None]
"""Cells, the raw text, and what is wrong."""


class Delimited:
    """A CSV file and its kin."""

    def __init__(
        self, path: Path, options: ReadOptions, *, zipped: bool, known: Callable[[str], bool]
    ) -> None:
        self.path = path
        self._zipped = zipped
        self._encoding = options.encoding or self._detect()
        sample = self._sample()
        self._layout = guess_layout(sample, options.delimiter, options.quote)
        self._header, self.columns = self._find_columns(options.header, known)
        self.facts = Facts(
            "csv", self._encoding, self._layout.delimiter, self._layout.quote, self._header + 1
        )

    def rows(self, tally: Tally | None = None) -> Iterator[Row]:
        """Every record after the header; positions start at 1."""
        width = len(self.columns)
        with self._text() as text:
            records = self._records(text, width)
            for _ in range(self._header + 1):
                next(records, None)
            for position, (cells, raw, wrong) in enumerate(records, 1):
                reason = wrong
                if len(cells) != width and reason is None:
                    reason = fit(cells, width, raw, self._layout.quote, tally)
                if "'" in raw:
                    cells[:] = map(released, cells)
                yield position, cells, reason

    def _detect(self) -> str:
        with self._bytes() as stream:
            return detect(stream)

    @contextmanager
    def _bytes(self) -> Iterator[BinaryIO]:
        with self.path.open("rb") as raw:
            if not self._zipped:
                yield raw
                return
            with gzip.GzipFile(fileobj=raw) as unpacked:
                yield cast("BinaryIO", unpacked)

    @contextmanager
    def _text(self) -> Iterator[io.TextIOWrapper]:
        with self._bytes() as stream:
            errors = (
                "replace" if self._encoding.startswith(("utf-16", "utf-32")) else "surrogateescape"
            )
            text = io.TextIOWrapper(stream, encoding=self._encoding, errors=errors, newline="")
            try:
                yield text
            finally:
                text.detach()

    def _sample(self) -> list[str]:
        with self._text() as text:
            return [line for line, _ in zip(_lines(text), range(_SAMPLE_LINES), strict=False)]

    def _find_columns(
        self, told: int | None, known: Callable[[str], bool]
    ) -> tuple[int, list[str]]:
        with self._text() as text:
            first = [cells for cells, *_ in _some(self._records(text, 0), 50)]
        at = find_header(first, known) if told is None else told - 1
        if at is not None and at >= 0:
            return at, column_names(first[at] if at < len(first) else [])
        return -1, numbered_columns(first)

    def _records(self, text: io.TextIOWrapper, width: int) -> Iterator[Record]:
        lines = _lines(text)
        for _ in range(self._layout.skip):
            next(lines, None)
        return read_records(lines, self._layout, width, self._encoding)


def _some(records: Iterator[Record], most: int) -> list[Record]:
    return [record for record, _ in zip(records, range(most), strict=False)]


def numbered_columns(rows: list[list[str]]) -> list[str]:
    """Names for the columns of a table that brings none."""
    width = max((len(row) for row in rows), default=0)
    return column_names([f"Column {n}" for n in range(1, width + 1)])


def column_names(cells: list[str]) -> list[str]:
    """The names of the columns: trimmed, never empty, never twice the same."""
    if len(cells) > LIMITS.columns:
        raise CanFix("The file has more than {limit} columns.", limit=LIMITS.columns)
    while cells and not cells[-1].strip():
        cells = cells[:-1]
    names: list[str] = []
    for n, cell in enumerate(cells, 1):
        name = " ".join(cell.replace("\0", "").split()) or f"Column {n}"
        count = sum(other == name or other.startswith(f"{name} (") for other in names)
        names.append(f"{name} ({count + 1})" if count else name)
    return names


def fit(cells: list[str], width: int, raw: str, quote: str, tally: Tally | None) -> str | None:
    """Make a ragged row as wide as the header; the answer says why it cannot be."""
    while len(cells) > width and not cells[-1].strip():
        cells.pop()
    if len(cells) > width:
        return f"has {len(cells)} cells where the header has {width}"
    if len(cells) < width and len(cells) > 0 and raw.count(quote) % 2:
        return "cells are missing and its quotation marks are broken"
    if 0 < len(cells) < width and tally is not None:
        tally.add("{n} rows have fewer cells than the header; the missing ones are empty")
    cells.extend([""] * (width - len(cells)))
    return None


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    """Lines with their ends; one longer than a cell may be comes in pieces."""
    limit = LIMITS.cell * 2
    return iter(lambda: text.readline(limit), "")


class _RunawayError(Exception):
    """A record goes on for longer than any cell does."""


class _Feed:
    """Lines for the parser, remembering those taken since the last record ended."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._again: deque[str] = deque()
        self.taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        taken = self.taken
        while True:
            line = self._again.popleft() if self._again else next(self._lines, None)
            if line is None:
                return
            taken.append(line)
            if len(taken) > LIMITS.record_lines:
                raise _RunawayError
            yield line

    def back(self) -> str:
        """Give all lines but the first back, to be read again; the answer is the first."""
        first, *rest = self.taken
        self._again.extendleft(reversed(rest))
        self.taken.clear()
        return first


def read_records(
    lines: Iterator[str], layout: Layout, width: int, encoding: str = "utf-8"
) -> Iterator[Record]:
    """The records in `lines`; strict first, and with every mending that keeps what was written."""
    csv.field_size_limit(LIMITS.cell)
    feed = _Feed(lines)
    taken = feed.taken
    reader = _reader(iter(feed), layout, strict=True)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except (csv.Error, _RunawayError):
            yield _mended(feed, layout, width)
            reader = _reader(iter(feed), layout, strict=True)
            continue
        raw = taken[0] if len(taken) == 1 else "".join(taken)
        taken.clear()
        yield cells, raw, None if raw.isascii() else _bytes_wrong(raw, encoding)


def _reader(lines: Iterator[str], layout: Layout, *, strict: bool) -> Iterator[list[str]]:
    return csv.reader(
        lines,
        delimiter=layout.delimiter,
        quotechar=layout.quote,
        escapechar=layout.escape,
        doublequote=layout.escape is None,
        skipinitialspace=layout.spaced,
        strict=strict,
    )


def _bytes_wrong(raw: str, encoding: str) -> str | None:
    try:
        raw.encode("utf-8")
    except UnicodeEncodeError:
        return ODD_BYTES.format(encoding=encoding.removesuffix("-sig"))
    return None


def _mended(feed: _Feed, layout: Layout, width: int) -> Record:
    """One line with stray quotation marks as text; of several, only the first is wrong."""
    cells = _lenient(feed.taken, layout) if len(feed.taken) == 1 else None
    if cells is not None and (len(cells) == width or len(cells) > 1):
        raw = feed.taken[0]
        feed.taken.clear()
        return cells, raw, None
    first = feed.back()
    long = any(len(part) >= LIMITS.cell for part in first.split(layout.delimiter))
    reason = TOO_LONG.format(limit=LIMITS.cell) if long else OPEN_QUOTE
    return _torn(first[: LIMITS.cell].rstrip("\r\n"), layout, width), first, reason


def _torn(line: str, layout: Layout, width: int) -> list[str]:
    """A broken line in cells all the same, so that it can be mended in its columns."""
    cells = line.split(layout.delimiter)
    return cells if len(cells) <= max(width, 1) else [line]


def _lenient(lines: list[str], layout: Layout) -> list[str] | None:
    """The cells when stray quotation marks are taken as text; None when one stays open."""
    try:
        rows = list(_reader(iter([*lines, "x"]), layout, strict=False))
    except csv.Error:
        return None
    return rows[0] if len(rows) == 2 and rows[1] == ["x"] else None
