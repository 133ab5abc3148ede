"""How a text table is laid out: its separator, its quotation mark, and where its header is."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

SEPARATORS = (",", ";", "\t", "|", "^", "~", "\x1f")
_SEP_LINE = re.compile(r'\ufeff?"?sep=(.)"?\s*')
_LOOKED_AT = 100
TITLE_ROWS = 15


@dataclass(frozen=True, slots=True)
class Layout:
    """How cells are told apart."""

    delimiter: str = ","
    quote: str = '"'
    escape: str | None = None
    spaced: bool = False  # blanks after the separator do not belong to the cell
    skip: int = 0  # lines before the table that are not rows ("sep=;")


_SINGLE_QUOTED = re.compile(
    r"(?:^|[,;\t|])'(?![=+\-@\t＝＋－＠])[^'\r\n]*'(?=[,;\t|\r\n]|$)",
    re.MULTILINE,
)


def guess_layout(
    lines: Sequence[str], delimiter: str | None = None, quote: str | None = None
) -> Layout:
    """The layout under which the first lines make the most even table."""
    told = _SEP_LINE.fullmatch(lines[0].rstrip("\r\n")) if lines else None
    if told:
        lines, delimiter = lines[1:], delimiter or told.group(1)
    body = "".join(lines)
    quote = quote or _guess_quote(body)
    if delimiter is None:
        delimiter = max(
            SEPARATORS, key=lambda d: (_evenness(lines, d, quote), -SEPARATORS.index(d))
        )
    backslash = f"\\{quote}" in body and quote * 2 not in body
    spaced = f"{delimiter} {quote}" in body and f"{delimiter}{quote}" not in body
    return Layout(delimiter, quote, "\\" if backslash else None, spaced, 1 if told else 0)


def _guess_quote(body: str) -> str:
    """A single mark only where marks stand, and only when the double one never comes.

    A mark before a sign that begins a formula is the guard of an export, not a quote.
    """
    single = len(_SINGLE_QUOTED.findall(body))
    return "'" if single > 1 and '"' not in body else '"'


def _evenness(lines: Sequence[str], delimiter: str, quote: str) -> float:
    """How much the lines look like rows of one table when parted by `delimiter`."""
    rows = _parse(lines[:_LOOKED_AT], delimiter, quote)
    widths = Counter(len(row) for row in rows if any(row))
    wide = {width: count for width, count in widths.items() if width > 1}
    if not wide:
        return 0.0
    width, count = max(wide.items(), key=lambda pair: (pair[1], pair[0]))
    return count / sum(widths.values()) + min(width, 50) / 1000


def _parse(lines: Sequence[str], delimiter: str, quote: str) -> list[list[str]]:
    try:
        return list(csv.reader(lines, delimiter=delimiter, quotechar=quote))
    except csv.Error:
        return [line.split(delimiter) for line in lines]


def find_header(rows: Sequence[Sequence[str]], known: Callable[[str], bool]) -> int | None:
    """Which of the first rows names the columns (from 0); None when none seems to.

    Title rows before it have fewer cells; a row that names columns we know wins.
    """
    width = _usual_width(rows)
    best, score = None, 0
    for n, row in enumerate(rows[:TITLE_ROWS]):
        hits = sum(known(cell) for cell in row)
        if hits > score and (hits > 1 or _filled(row) == hits or _could_name(row, width)):
            best, score = n, hits
    if best is not None and (score > 1 or best == _first(rows, width)):
        return best
    first = _first(rows, width)
    return first if first is not None and _could_name(rows[first], width) else None


def _first(rows: Sequence[Sequence[str]], width: int) -> int | None:
    """The first row as wide as most: what stands before it is a title."""
    for n, row in enumerate(rows[:TITLE_ROWS]):
        if _filled(row) >= max(1, min(width, 2)):
            return n
    return None


def _usual_width(rows: Sequence[Sequence[str]]) -> int:
    widths = Counter(len(row) for row in rows if _filled(row))
    return max(widths, key=lambda w: (widths[w], w)) if widths else 0


def _filled(row: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in row)


_NOT_A_NAME = re.compile(
    r"[+(]?[\d][\d\s().,:/+$-]*|[^@\s]+@[^@\s]+\.\w+|https?://.*|\+?[$£€¥].*", re.DOTALL
)


def _could_name(row: Sequence[str], width: int) -> bool:
    """Nothing in it is a number, a date, an address of the net, or there twice."""
    cells = [cell.strip() for cell in row if cell.strip()]
    if not cells or len(cells) * 2 < width or len(set(cells)) < len(cells):
        return False
    return all(len(cell) <= 80 and not _NOT_A_NAME.fullmatch(cell) for cell in cells)
