"""How far a workbook's cells reach, found out before they are laid out in memory.

A sheet is held as a rectangle. Two cells in opposite corners make it as large as a sheet can be:
a file of two kilobytes would ask for hundreds of gigabytes, and the program would be gone.
"""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from jewelcrm.errors import CanFix
from jewelcrm.imports.readers.model import LIMITS

_ROWS, _COLUMNS = 1 << 20, 1 << 14
_AT = re.compile(rb"\sr ?= ?[\"']([A-Za-z]*)([0-9]*)")
_BLANKS = re.compile(rb"\s{2,}")
_CHUNK, _OVERLAP = 1 << 20, 128
_WIDE = (b"\xff\xfe", b"\xfe\xff")


@dataclass(slots=True)
class Reach:
    """The last row and column that any cell of a sheet names, and how many cells do."""

    cells: int = 0
    rows: set[bytes] = field(default_factory=set)
    columns: set[bytes] = field(default_factory=set)

    def add(self, chunk: bytes) -> None:
        """Every cell and row that a piece of a sheet names."""
        found = _AT.findall(chunk)
        self.cells += len(found)
        self.columns = {max((*self.columns, *(c for c, _ in found)), key=_order, default=b"")}
        self.rows = {max((*self.rows, *(r for _, r in found)), key=_order, default=b"")}

    def check(self) -> None:
        """Refuse what no sheet can be, and a rectangle that is nearly all empty."""
        (rows,) = self.rows or {b""}
        (columns,) = self.columns or {b""}
        if len(rows) > 8 or len(columns) > 3:
            raise _too_far()
        fits(int(rows or 0), _number(columns), self.cells)


def _order(text: bytes) -> tuple[int, bytes]:
    return len(text), text.upper()


def _number(letters: bytes) -> int:
    """`A` is 1, `XFD` 16,384."""
    n = 0
    for letter in letters.upper():
        n = n * 26 + letter - 64
    return n


def fits(rows: int, columns: int, cells: int) -> None:
    """Nothing when a sheet of so many rows and columns may be laid out.

    Raises:
        CanFix: it is larger than a sheet can be, or its cells are too few for its size.
    """
    if rows > _ROWS or columns > _COLUMNS:
        raise _too_far()
    room = max(LIMITS.sheet_room, cells * LIMITS.sheet_sparse)
    if rows * columns > min(room, LIMITS.sheet_cells):
        raise _too_far()


def count_parts(parts: zipfile.ZipFile) -> Iterator[int]:
    """Unpack every part of a workbook and yield how many bytes came; refuse a part too far."""
    for part in parts.infolist():
        reach, tail = Reach(), b""
        with parts.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                yield len(chunk)
                if chunk.startswith(_WIDE) and not tail:
                    raise zipfile.BadZipFile("a part in two bytes a character")
                piece = _BLANKS.sub(b" ", tail + chunk)
                reach.add(piece)
                tail = piece[-_OVERLAP:]
        reach.check()


_CELLS = frozenset([0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E])
_MANY, _SHEET, _SIZE, _END = 0x00BD, 0x0085, 0x0200, 0x000A


def check_old(stream: bytes) -> None:
    """The same for the one stream that a workbook of Excel 97-2003 is."""
    starts = [0]
    for kind, body in _records(stream, 0, whole=True):
        if kind == _SHEET and len(body) >= 4:
            starts.append(int.from_bytes(body[:4], "little"))
    for start in dict.fromkeys(starts):
        _check_sheet(stream, start)


def _check_sheet(stream: bytes, start: int) -> None:
    rows = columns = cells = told = 0
    for kind, body in _records(stream, start, whole=start == 0):
        if kind in _CELLS and len(body) >= 4:
            row, column = struct.unpack_from("<HH", body)
            if kind == _MANY:
                column = max(column, *struct.unpack_from("<H", body, len(body) - 2))
            rows, columns, cells = max(rows, row + 1), max(columns, column + 1), cells + 1
        elif kind == _SIZE:
            told = max(told, _told_size(body))
    fits(rows, columns, cells)
    if told > LIMITS.sheet_cells:
        raise _too_far()


def _told_size(body: bytes) -> int:
    """Cells that the sheet says it has; room is made for so many."""
    if len(body) >= 14:
        first, last, left, right = struct.unpack_from("<IIHH", body)
    elif len(body) >= 8:
        first, last, left, right = struct.unpack_from("<HHHH", body)
    else:
        return 0
    if first > last or left > right:
        return LIMITS.sheet_cells + 1  # it would be taken for billions
    size: int = (last - first + 1) * (right - left + 1)
    return size


def _records(stream: bytes, at: int, *, whole: bool) -> Iterator[tuple[int, bytes]]:
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + size]
        if kind == _END and not whole:
            return
        at += 4 + size


def _too_far() -> CanFix:
    return CanFix(
        "The cells of a sheet lie so far apart that it cannot be opened. Delete what stands far"
        " outside the table, or save it as CSV."
    )
