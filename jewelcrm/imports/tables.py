"""Tables of text written as CSV or XLSX, safe to open in a spreadsheet.

XLSX is written as a stream of text cells: constant memory, no temporary file, nothing a
spreadsheet could take for a formula or a link.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO
from xml.sax.saxutils import escape

from jewelcrm.imports.formula import guarded

Rows = Iterable[Sequence[str]]
_NUMBER = re.compile(r"-?\d{1,14}(\.\d+)?")
_HALVES = re.compile("[\ud800-\udfff]+")
MOST_ROWS = 1_048_576
"""The rows an XLSX sheet can have."""


def safe(cell: str, *, plain_number: bool) -> str:
    """The cell as it may stand in a file: guarded, unless it is a number we wrote ourselves."""
    if plain_number and _NUMBER.fullmatch(cell):
        return cell
    return guarded(cell)


def write_csv(
    stream: BinaryIO, columns: Sequence[str], rows: Rows, numeric: frozenset[str] = frozenset()
) -> int:
    """Write UTF-8 with a mark, as Excel wants it; returns the number of rows."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([guarded(column) for column in columns])
    count = 0
    for row in _safe_rows(columns, rows, numeric):
        writer.writerow(row)
        count += 1
    text.flush()
    text.detach()
    return count


def _safe_rows(columns: Sequence[str], rows: Rows, numeric: frozenset[str]) -> Iterator[list[str]]:
    plain = [column in numeric for column in columns]
    for row in rows:
        yield [
            safe(_whole(cell), plain_number=number) for cell, number in zip(row, plain, strict=True)
        ]


def _whole(cell: str) -> str:
    """Bytes that were not text (kept as half characters) as the letters they most likely are."""
    if cell.isascii():
        return cell
    return _HALVES.sub(lambda m: m[0].encode("utf-8", "surrogateescape").decode("latin-1"), cell)


_OPEN = "http://schemas.openxmlformats.org"
_OFFICE = f"{_OPEN}/officeDocument/2006/relationships"
_MAIN = f"{_OPEN}/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_RELS = "application/vnd.openxmlformats-package.relationships+xml"


def _link(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_OPEN}/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_OPEN}/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{_RELS}"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml"'
        f' ContentType="{_TYPE}.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": _link("officeDocument", "xl/workbook.xml"),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        '<sheets><sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": _link("worksheet", "worksheets/sheet1.xml"),
}
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SHEET = f'<worksheet xmlns="{_MAIN}"><sheetData>'
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_xlsx(
    stream: BinaryIO,
    columns: Sequence[str],
    rows: Rows,
    numeric: frozenset[str] = frozenset(),
    *,
    name: str = "Sheet1",
) -> int:
    """Write one sheet; numbers of our own are numbers, everything else is text."""
    count = 0
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as book:
        for path, body in _PARTS.items():
            book.writestr(path, _HEAD + body.replace("{name}", escape(name)))
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write((_HEAD + _SHEET).encode())
            sheet.write(_row([guarded(column) for column in columns], [False] * len(columns)))
            plain = [column in numeric for column in columns]
            for row in _safe_rows(columns, rows, numeric):
                sheet.write(_row(row, plain))
                count += 1
            sheet.write(b"</sheetData></worksheet>")
    return count


def _row(cells: Sequence[str], numeric: Sequence[bool]) -> bytes:
    return f"<row>{''.join(map(_cell, cells, numeric))}</row>".encode()


def _cell(text: str, numeric: bool) -> str:  # noqa: FBT001
    if not text:
        return "<c/>"
    if numeric and _NUMBER.fullmatch(text):
        return f"<c><v>{text}</v></c>"
    plain = escape(_NOT_XML.sub("", text)).replace("\r", "&#13;")
    return f'<c t="inlineStr"><is><t xml:space="preserve">{plain}</t></is></c>'
