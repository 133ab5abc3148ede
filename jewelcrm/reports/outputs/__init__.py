"""Figures on their way out: CSV, XLSX, JSON and PDF, all from the same cells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import BinaryIO, Protocol

from jewelcrm.reports.model import Figures


class Writer(Protocol):
    """Writes figures to an open file."""

    def __call__(self, figures: Figures, stream: BinaryIO, /) -> None: ...


def writers() -> Mapping[str, Writer]:
    """The writer of each form of file, by the end of its name."""
    from jewelcrm.reports.outputs import pdf, sheets, tables

    return {
        "csv": tables.write_csv,
        "json": tables.write_json,
        "xlsx": sheets.write_xlsx,
        "pdf": pdf.write,
    }
