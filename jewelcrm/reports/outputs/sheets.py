"""Figures as XLSX: one sheet of typed rows, one that says what they are; written as a stream.

Dates are dates, money and counts numbers, everything else text that no spreadsheet takes for a
formula, not even after somebody edits it (`quotePrefix`). Constant memory and no temporary file,
which a library would fill with names.
"""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import BinaryIO
from xml.sax.saxutils import escape

from jewelcrm.money import minor_units
from jewelcrm.reports.codes import say
from jewelcrm.reports.model import Column, Figures, Kind, Value, Words
from jewelcrm.reports.outputs.cells import STAYS_HERE, facts, shown
from jewelcrm.reports.outputs.words import HOW

_OPEN = "http://schemas.openxmlformats.org"
_MAIN = f"{_OPEN}/spreadsheetml/2006/main"
_OFFICE = f"{_OPEN}/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's days have no zone
_DAY = dt.timedelta(days=1)
_ABOUT = Words("About", "說明")
_MOST_LETTERS = 32_767
"""Letters of one cell that a spreadsheet opens."""

_TEXT, _QUOTED, _BOLD, _DATE, _MOMENT, _COUNT, _MONEY, _PIECES, _SHARE = range(9)
"""Styles, by their place in `_styles`."""


def write_xlsx(figures: Figures, stream: BinaryIO) -> None:
    """Write the workbook."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as book:
        language = figures.asked.language
        names = (figures.report.title.say(language)[:31], _ABOUT.say(language))
        for path, body in _parts(names, figures.asked.currency).items():
            book.writestr(path, _HEAD + body)
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write((_HEAD + _opening(len(figures.detail.columns))).encode())
            sheet.write(_row(_titles(figures)))
            makers = [_maker(column, figures) for column in figures.detail.columns]
            for row in figures.rows:
                cells = (make(value) for make, value in zip(makers, row, strict=True))
                sheet.write(_row(cells))
            sheet.write(b"</sheetData></worksheet>")
        book.writestr("xl/worksheets/sheet2.xml", _about(figures))


def _titles(figures: Figures) -> Iterable[str]:
    language = figures.asked.language
    return (_text(column.title.say(language), _BOLD) for column in figures.detail.columns)


def _row(cells: Iterable[str]) -> bytes:
    return f"<row>{''.join(cells)}</row>".encode()


def _text(value: str, style: int = _TEXT) -> str:
    if style == _TEXT and value[:1] in tuple("=+-@\t\r"):
        style = _QUOTED
    plain = escape(_NOT_XML.sub("", value[:_MOST_LETTERS])).replace("\r", "&#13;")
    styled = f' s="{style}"' if style else ""
    return f'<c{styled} t="inlineStr"><is><t xml:space="preserve">{plain}</t></is></c>'


def _number(value: object, style: int) -> str:
    return f'<c s="{style}"><v>{value}</v></c>'


Make = Callable[[Value], str]


def _maker(column: Column, figures: Figures) -> Make:
    """What turns a value of the column into its cell."""
    typed = _TYPED.get(column.kind)
    if typed is None:
        name, language = column.name, figures.asked.language
        return lambda value: _text(say(name, str(value), language)) if value else "<c/>"
    return lambda value: typed(value, figures) if value not in {None, ""} else "<c/>"


def _day(value: Value, _: Figures) -> str:
    try:
        day = dt.datetime.strptime(str(value), "%Y-%m-%d")  # noqa: DTZ007
    except ValueError:
        return _text(str(value))
    return _number((day - _EPOCH) // _DAY, _DATE)


def _moment(value: Value, figures: Figures) -> str:
    at = dt.datetime.fromtimestamp(int(value or 0) / 1000, figures.zone).replace(tzinfo=None)
    return _number(f"{(at - _EPOCH) / _DAY:.9f}", _MOMENT)


def _scaled(places: int, style: int) -> Callable[[Value, Figures], str]:
    def cell(value: Value, _: Figures) -> str:
        return _number(f"{Decimal(int(value or 0)).scaleb(-places):f}", style)

    return cell


def _money(value: Value, figures: Figures) -> str:
    places = minor_units(figures.asked.currency)
    return _number(f"{Decimal(int(value or 0)).scaleb(-places):f}", _MONEY)


_TYPED: Mapping[Kind, Callable[[Value, Figures], str]] = {
    "day": _day,
    "moment": _moment,
    "count": _scaled(0, _COUNT),
    "days": _scaled(0, _COUNT),
    "pieces": _scaled(3, _PIECES),
    "money": _money,
    "share": _scaled(4, _SHARE),
}


def _about(figures: Figures) -> str:
    """What the paper says on its cover and last page."""
    language = figures.asked.language
    by_name = {column.name: column for column in figures.detail.columns}
    pairs: list[tuple[Words, str]] = [
        (figures.report.title, STAYS_HERE[figures.detail.sensitivity].say(language)),
        *facts(figures),
        *(
            (by_name[name].title, shown(total, by_name[name], figures))
            for name, total in figures.totals.items()
        ),
        (Words("Rows", "行數"), str(figures.count)),
        (HOW, figures.report.formula.say(language)),
        *((Words("Not in it", "不包括"), note.say(language)) for note in figures.notes),
    ]
    rows = (
        _row((_text(label.say(language), _BOLD), _text(text))).decode() for label, text in pairs
    )
    return f"{_HEAD}{_opening(2, frozen=False)}{''.join(rows)}</sheetData></worksheet>"


def _opening(columns: int, *, frozen: bool = True) -> str:
    pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    view = f'<sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
    wide = f'<cols><col min="1" max="{columns}" width="18" customWidth="1"/></cols>'
    return f'<worksheet xmlns="{_MAIN}">{view if frozen else ""}{wide}<sheetData>'


def _parts(names: tuple[str, str], currency: str) -> dict[str, str]:
    sheet = f'ContentType="{_TYPE}.worksheet+xml"'
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{_OPEN}/package/2006/content-types">'
            f'<Default Extension="rels" ContentType="{rels}"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" {sheet}/>'
            f'<Override PartName="/xl/worksheets/sheet2.xml" {sheet}/></Types>'
        ),
        "_rels/.rels": _links(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
            f'<sheet name="{escape(names[0])}" sheetId="1" r:id="rId1"/>'
            f'<sheet name="{escape(names[1])}" sheetId="2" r:id="rId2"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _links(
            ("worksheet", "worksheets/sheet1.xml"),
            ("worksheet", "worksheets/sheet2.xml"),
            ("styles", "styles.xml"),
        ),
        "xl/styles.xml": _styles(minor_units(currency)),
    }


def _links(*targets: tuple[str, str]) -> str:
    made = (
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return (
        f'<Relationships xmlns="{_OPEN}/package/2006/relationships">{"".join(made)}</Relationships>'
    )


def _styles(places: int) -> str:
    money = "#,##0" + ("." + "0" * places if places else "")
    forms = ("yyyy\\-mm\\-dd", "yyyy\\-mm\\-dd\\ hh:mm", "#,##0", money, "#,##0.###", "0.00%")
    listed = "".join(
        f'<numFmt numFmtId="{164 + n}" formatCode="{form}"/>' for n, form in enumerate(forms)
    )
    plain = '<xf numFmtId="{}" fontId="{}" fillId="0" borderId="0" xfId="0"{}/>'
    styles = [
        plain.format(0, 0, ""),
        plain.format(49, 0, ' quotePrefix="1" applyNumberFormat="1"'),
        plain.format(0, 1, ' applyFont="1"'),
        *(plain.format(164 + n, 0, ' applyNumberFormat="1"') for n in range(len(forms))),
    ]
    font = '<font>{}<sz val="11"/><name val="Calibri"/></font>'
    return (
        f'<styleSheet xmlns="{_MAIN}"><numFmts count="{len(forms)}">{listed}</numFmts>'
        f'<fonts count="2">{font.format("")}{font.format("<b/>")}</fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        f'</cellStyleXfs><cellXfs count="{len(styles)}">{"".join(styles)}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    )
