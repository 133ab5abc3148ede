"""Workbooks (XLSX, XLS): one sheet as a table of text.

No macro, link or formula is followed; a formula's cell gives the value last saved with it.
"""

from __future__ import annotations

import datetime as dt
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from jewelcrm.errors import CanFix
from jewelcrm.imports.formula import released
from jewelcrm.imports.readers.compound import Broken, Compound
from jewelcrm.imports.readers.delimited import TOO_LONG, column_names, fit, numbered_columns
from jewelcrm.imports.readers.extent import check_old, count_parts
from jewelcrm.imports.readers.layout import find_header
from jewelcrm.imports.readers.model import LIMITS, Facts, ReadOptions, Row, Tally
from jewelcrm.imports.readers.trial import survives

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook


class Sheet:
    """One sheet of a workbook."""

    def __init__(
        self, path: Path, options: ReadOptions, *, form: str, known: Callable[[str], bool]
    ) -> None:
        self.path = path
        check_size(path, zipped=form != "xls")
        if form == "xls":
            _check_old(path)
        book = _open(path)
        name = _pick(book, options.sheet)
        self._sheet = _load(book, name)
        first = [row for row, _ in zip(self._texts(), range(50), strict=False)]
        at = find_header(first, known) if options.header is None else options.header - 1
        self._header = -1 if at is None else at
        self.columns = self._names(first)
        self.facts = Facts(
            form, header=self._header + 1, sheet=name, sheets=tuple(book.sheet_names)
        )

    def rows(self, tally: Tally | None = None) -> Iterator[Row]:
        """Every row after the header; positions start at 1."""
        width = len(self.columns)
        for n, cells in enumerate(self._texts()):
            if n <= self._header:
                continue
            wrong = fit(cells, width, "", '"', tally) if len(cells) != width else None
            if any(len(cell) > LIMITS.cell for cell in cells):
                wrong = TOO_LONG.format(limit=LIMITS.cell)
            yield n - self._header, [released(cell) for cell in cells], wrong

    def _texts(self) -> Iterator[list[str]]:
        for row in self._sheet.iter_rows():
            yield [as_text(value) for value in row]

    def _names(self, first: list[list[str]]) -> list[str]:
        if self._header >= 0:
            return column_names(first[self._header] if self._header < len(first) else [])
        return numbered_columns(first)


Value = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta


def as_text(value: Value) -> str:
    """A cell as text: whole numbers without `.0`, dates in ISO form."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.datetime):
        plain = value.time() == dt.time(0)
        return value.date().isoformat() if plain else value.isoformat(sep=" ")
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)


def check_size(path: Path, *, zipped: bool) -> None:
    """Refuse a workbook too big to hold, or one that unpacks to far more than it should.

    Every part is really unpacked and counted: what its directory claims is not believed.
    """
    if path.stat().st_size > LIMITS.sheet_bytes:
        raise CanFix(
            "The workbook is larger than {limit} MB. Save it as CSV.",
            limit=LIMITS.sheet_bytes >> 20,
        )
    if not zipped:
        return
    try:
        with zipfile.ZipFile(path) as parts:
            _count_unpacked(parts, path.stat().st_size)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OSError,
    ) as error:
        raise _damaged() from error


def _count_unpacked(parts: zipfile.ZipFile, packed: int) -> None:
    total = 0
    for size in count_parts(parts):
        total += size
        if is_bomb(packed, total):
            raise CanFix("The file unpacks to far more than a real one would. It was not opened.")
    names = {name.casefold().replace("\\", "/") for name in parts.namelist()}
    if "[content_types].xml" not in names or "xl/workbook.bin" in names:
        raise _other()


def _check_old(path: Path) -> None:
    try:
        check_old(Compound(path).workbook())
    except (Broken, struct.error, OSError) as error:
        raise _damaged() from error
    if not survives(lambda: _try_out(path)):
        raise _damaged()


def _try_out(path: Path) -> None:
    book = _open(path)
    for name in book.sheet_names:
        for _ in _load(book, name).iter_rows():
            pass


def is_bomb(packed: int, unpacked: int) -> bool:
    """True when a packed file unpacks to more than a table of real data does."""
    if unpacked < 64 << 20:
        return False
    return unpacked > LIMITS.unpacked_bytes or unpacked > packed * LIMITS.unpacked_ratio


def _open(path: Path) -> CalamineWorkbook:
    from python_calamine import CalamineWorkbook

    with _told(), path.open("rb") as stream:  # by what it is, whatever its name ends with
        return CalamineWorkbook.from_filelike(stream)


@contextmanager
def _told() -> Iterator[None]:
    """What the library says of a workbook it cannot read, in our words; also when it gives up."""
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except PasswordError as error:
        raise _locked() from error
    except (CalamineError, OSError, ValueError) as error:
        raise _damaged() from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise _damaged() from error
        raise


def _pick(book: CalamineWorkbook, told: str | None) -> str:
    names = book.sheet_names
    if told is not None and told not in names:
        raise CanFix(
            "There is no sheet {sheet}. The sheets are: {sheets}.",
            field="sheet",
            sheet=told,
            sheets=", ".join(names),
        )
    if not names:
        raise CanFix("The workbook has no sheet with cells.")
    return told or next((name for name in names if _load(book, name).height), names[0])


def _load(book: CalamineWorkbook, name: str) -> CalamineSheet:
    with _told():
        return book.get_sheet_by_name(name)


def _damaged() -> CanFix:
    return CanFix(
        "The workbook cannot be read; it is damaged or not a workbook. Open and save it again."
    )


def _other() -> CanFix:
    return CanFix(
        "This is an archive or a workbook of another kind. Save it as XLSX or CSV, then import it."
    )


def _locked() -> CanFix:
    return CanFix("The workbook is protected by a password. Save it without one, then import it.")
