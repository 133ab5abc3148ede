"""Figures as CSV and JSON: safe in a spreadsheet, read back to the same numbers, row by row."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from jewelcrm.imports import tables
from jewelcrm.reports.model import Figures, Row
from jewelcrm.reports.outputs.cells import facts, plain


def write_csv(figures: Figures, stream: BinaryIO) -> None:
    """UTF-8 with a mark, as Excel wants it; nothing in it is taken for a formula."""
    tables.write_csv(stream, _titles(figures), _rows(figures), _numbers(figures))


def write_json(figures: Figures, stream: BinaryIO) -> None:
    """The same, for programs; one row a line."""
    told = json.dumps(_about(figures), ensure_ascii=False, indent=1)
    stream.write(told.removesuffix("\n}").encode() + b',\n "rows": [')
    between = b"\n  "
    for row in figures.rows:
        stream.write(between + json.dumps(_named(row, figures), ensure_ascii=False).encode())
        between = b",\n  "
    stream.write(b"\n ]\n}\n")


def as_json(figures: Figures) -> dict[str, Any]:
    """Columns, rows and totals; money and parts as text, so that nothing is rounded."""
    return _about(figures) | {"rows": [_named(row, figures) for row in figures.rows]}


def _about(figures: Figures) -> dict[str, Any]:
    columns = figures.detail.columns
    by_name = {column.name: column for column in columns}
    return {
        "report": figures.report.name,
        "detail": figures.detail.name,
        "sensitivity": figures.detail.sensitivity,
        "facts": {label.en: text for label, text in facts(figures)},
        "columns": [column.name for column in columns],
        "count": figures.count,
        "totals": {
            name: _value(cents, plain(cents, by_name[name], figures), by_name[name].kind)
            for name, cents in figures.totals.items()
        },
        "formula": figures.report.formula.en,
        "notes": [note.en for note in figures.notes],
    }


def _named(row: Row, figures: Figures) -> dict[str, Any]:
    return {
        column.name: _value(value, plain(value, column, figures), column.kind)
        for column, value in zip(figures.detail.columns, row, strict=True)
    }


def _value(value: str | int | None, text: str, kind: str) -> str | int | None:
    return value if value is None or kind in {"count", "days"} else text


def _titles(figures: Figures) -> list[str]:
    return [column.title.say(figures.asked.language) for column in figures.detail.columns]


def _numbers(figures: Figures) -> frozenset[str]:
    language = figures.asked.language
    return frozenset(one.title.say(language) for one in figures.detail.columns if one.is_number)


def _rows(figures: Figures) -> Iterator[list[str]]:
    columns = figures.detail.columns
    for row in figures.rows:
        yield [plain(value, column, figures) for column, value in zip(columns, row, strict=True)]
