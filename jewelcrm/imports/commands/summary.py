"""What a person is told when a file is done."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from jewelcrm.imports.readers import Source
from jewelcrm.imports.rules.mapping import Mapping

SAMPLE_ROWS = 1_000
SHOWN_CELLS = 5


@dataclass(frozen=True, slots=True)
class RowTold:
    """What would become of a row: its first cells by what they are taken for, and why not."""

    row: int
    end: str
    cells: dict[str, str]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of a file: `read` is always `new + matched + skipped + rejected`.

    Rows are counted (input lines for orders and products); `made` counts the records added.
    """

    kind: str
    read: int
    new: int
    matched: int
    skipped: int
    rejected: int
    rejects_file: str | None
    resumed: bool
    stopped: bool
    dry_run: bool
    seconds: float
    notes: list[str] = field(default_factory=list)
    rows: list[RowTold] = field(default_factory=list)  # of a dry run, the first ones
    reasons: dict[str, int] = field(default_factory=dict)
    made: dict[str, int] = field(default_factory=dict)
    mapping: dict[str, Any] = field(default_factory=dict)
    first_rejects: list[tuple[int, str]] = field(default_factory=list)


_STROKES = re.compile(r"\s*\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}")


def _has_strokes(source: Source, mapping: Mapping) -> bool:
    """Whether the order of day and month matters in this file."""
    dates = {"birthday", "anniversary", "order_date", "day"}
    at = [n for n, c in enumerate(source.columns) if mapping.columns.get(c) in dates]
    sample = islice(source.rows(), SAMPLE_ROWS if at else 0)
    return any(_STROKES.match(row[n]) for _, row, _ in sample for n in at if n < len(row))


ERASED = "head office looks whether anybody in this list was erased by request: a notice says who"


def notes_on(source: Source, mapping: Mapping, *, chained: bool = False) -> list[str]:
    """What a person should know before trusting the result; `chained`: there is a head office."""
    left = [column for column in source.columns if column not in mapping.columns]
    notes = []
    if left and source.facts.form != "vcard":
        notes.append(f"columns not used: {', '.join(left[:30])}")
    if _has_strokes(source, mapping):
        words = {"dmy": "day/month/year", "mdy": "month/day/year", "ymd": "year/month/day"}
        notes.append(f"dates with strokes were read as {words[mapping.date_order]}")
    if mapping.kind == "customers":
        notes.append("no consent to marketing is assumed: ask before anybody is sent an offer")
    if chained and mapping.kind in {"customers", "orders"}:
        notes.append(ERASED)
    if mapping.kind == "orders":
        notes.append("imported orders bring no payments and are never shown as money due")
    return notes
