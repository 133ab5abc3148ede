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
from itertools import islice
from pathlib import Path
from typing import BinaryIO, cast

from jewelcrm.errors import CanFix
from jewelcrm.imports.formula import released
from jewelcrm.imports.readers.encodings import detect
from jewelcrm.imports.readers.layout import Layout, find_header, guess_layout
from jewelcrm.imports.readers.model import LIMITS, Facts, ReadOptions, Row, Tally
from jewelcrm.imports.rules.values import one_line

OPEN_QUOTE = "a quotation mark is opened and never closed"
ODD_BYTES = "holds bytes that are not {encoding} text"
TOO_LONG = "a cell holds more than {limit:,} characters"
LONG_LINE = "the line is longer than {limit:,} characters"
_SAMPLE_LINES, _SAMPLE_LETTERS = 200, 1 << 22
_NAME = 200  # characters of a column's name
_WIDE = ("utf-16", "utf-32", "utf_16", "utf_32")
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
            errors = "replace" if self._encoding.startswith(_WIDE) else "surrogateescape"
            text = io.TextIOWrapper(stream, encoding=self._encoding, errors=errors, newline="")
            try:
                yield text
            finally:
                text.detach()

    def _sample(self) -> list[str]:
        with self._text() as text:
            sample: list[str] = []
            letters = 0
            for line in islice(_lines(text), _SAMPLE_LINES):
                sample.append(line)
                letters += len(line)
                if letters > _SAMPLE_LETTERS:
                    break
            return sample

    def _find_columns(
        self, told: int | None, known: Callable[[str], bool]
    ) -> tuple[int, list[str]]:
        with self._text() as text:
            first = _first_cells(self._records(text, 0))
        at = find_header(first, known) if told is None else told - 1
        if at is not None and at >= 0:
            return at, column_names(first[at] if at < len(first) else [])
        return -1, numbered_columns(first)

    def _records(self, text: io.TextIOWrapper, width: int) -> Iterator[Record]:
        lines = _lines(text)
        for _ in range(self._layout.skip):
            next(lines, None)
        return read_records(lines, self._layout, width, self._encoding)


def _first_cells(records: Iterator[Record]) -> list[list[str]]:
    """Enough rows to find the header in; fewer when they are very long."""
    first: list[list[str]] = []
    letters = 0
    for cells, raw, _ in islice(records, 50):
        first.append(cells)
        letters += len(raw)
        if letters > _SAMPLE_LETTERS:
            break
    return first


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
        name = one_line(cell)[:_NAME] or f"Column {n}"
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
    """Lines with their ends; of one that is too long only the first part is kept."""
    limit = LIMITS.line
    while line := text.readline(limit):
        if len(line) == limit and line[-1] not in "\r\n":
            while (rest := text.readline(limit)) and rest[-1] not in "\r\n":
                pass
        yield line


class _RunawayError(Exception):
    """A record goes on for longer than any cell does."""


class _Feed:
    """Lines for the parser, remembering those taken since the last record ended."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._again: deque[str] = deque()
        self.taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        taken, letters = self.taken, 0
        while True:
            line = self._again.popleft() if self._again else next(self._lines, None)
            if line is None:
                return
            taken.append(line)
            letters = letters + len(line) if len(taken) > 1 else len(line)
            if len(taken) > LIMITS.record_lines or letters > LIMITS.record:
                raise _RunawayError
            if len(line) >= LIMITS.line:
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
    odd = ODD_BYTES.format(encoding=encoding.removesuffix("-sig"))
    if "\ufffd" in raw and encoding.startswith(_WIDE):
        return odd
    try:
        raw.encode("utf-8")
    except UnicodeEncodeError:
        return odd
    return None


def _mended(feed: _Feed, layout: Layout, width: int) -> Record:
    """One line with stray quotation marks as text; of several, only the first is wrong."""
    long = len(feed.taken[0]) >= LIMITS.line
    cells = _lenient(feed.taken, layout) if len(feed.taken) == 1 and not long else None
    if cells is not None and (len(cells) == width or len(cells) > 1):
        raw = feed.taken[0]
        feed.taken.clear()
        return cells, raw, None
    first = feed.back()
    return _torn(first[: LIMITS.cell].rstrip("\r\n"), layout, width), first, _why(first, layout)


def _why(line: str, layout: Layout) -> str:
    if any(len(part) >= LIMITS.cell for part in line.split(layout.delimiter)):
        return TOO_LONG.format(limit=LIMITS.cell)
    return LONG_LINE.format(limit=LIMITS.line) if len(line) >= LIMITS.line else OPEN_QUOTE


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
