"""Where things stand on a report's page: how wide each column is, how each cell breaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from reportlab.lib.pagesizes import A4, A5, landscape

from jewelcrm.payments.receipts.letters import Style, width, wrapped
from jewelcrm.reports.model import Column, Figures, Row
from jewelcrm.reports.outputs.cells import shown

MARGIN, GAP = 36.0, 8.0
BODY, HEAD, SMALL = Style(8.5), Style(8.5, "bold"), Style(7.5, colour=(0.38, 0.40, 0.45))
TITLE = Style(16, "bold")
MOST_LINES = 4
"""Lines of one cell; what is longer ends with a mark and stands whole in the CSV file."""

_SAMPLE = 400
_NARROWEST, _WIDEST = 36.0, 260.0
_HALF_EM = 0.62  # most letters of most fonts are narrower than this part of their size


@dataclass(frozen=True, slots=True)
class Slot:
    """A column's place: from `left`, `room` points wide."""

    column: Column
    left: float
    room: float

    @property
    def right(self) -> float:
        return self.left + self.room


@dataclass(frozen=True, slots=True)
class Layout:
    """A page and its columns."""

    page: tuple[float, float]
    slots: tuple[Slot, ...]


def lay_out(figures: Figures) -> Layout:
    """Upright when the columns fit so, else lying; text gives way before numbers do."""
    sample = list(islice(iter(figures.rows), _SAMPLE))
    columns = figures.detail.columns
    wanted = [_wanted(at, column, sample, figures) for at, column in enumerate(columns)]
    needed = sum(wanted) + GAP * (len(wanted) - 1)
    upright = A5 if figures.asked.paper == "A5" else A4
    page = upright if needed <= upright[0] - 2 * MARGIN else landscape(upright)
    rooms = _fitted(wanted, figures.detail.columns, page[0] - 2 * MARGIN)
    lefts = [MARGIN + sum(rooms[:at]) + GAP * at for at in range(len(rooms))]
    slots = map(Slot, figures.detail.columns, lefts, rooms)
    return Layout(page, tuple(slots))


def _wanted(at: int, column: Column, sample: list[Row], figures: Figures) -> float:
    texts = [shown(row[at], column, figures) for row in sample]
    if column.name in figures.totals:
        texts.append(shown(figures.totals[column.name], column, figures))
    widest = max((width(text, HEAD) for text in texts), default=0.0)
    title = min(width(column.title.say(figures.asked.language), HEAD), 90.0)
    most = _WIDEST if not column.is_number else widest
    return max(_NARROWEST, title, min(widest, most))


def _fitted(wanted: list[float], columns: Sequence[Column], room: float) -> list[float]:
    """The wanted widths in the room there is: what is left over, or lacking, falls to texts."""
    spare = room - GAP * (len(wanted) - 1) - sum(wanted)
    texts = [at for at, column in enumerate(columns) if not column.is_number]
    if not texts or (spare > 0 and spare > room / 3):
        return wanted
    weight = sum(wanted[at] for at in texts)
    return [
        max(_NARROWEST, size + spare * size / weight) if at in texts else size
        for at, size in enumerate(wanted)
    ]


def broken(text: str, style: Style, room: float) -> list[str]:
    """A cell's lines; measured only when it might not fit."""
    if len(text) * style.size * _HALF_EM <= room and text.isascii():
        return [text]
    lines = list(islice(wrapped(text, style, room), MOST_LINES + 1)) or [""]
    if len(lines) <= MOST_LINES:
        return lines
    return [*lines[: MOST_LINES - 1], lines[MOST_LINES - 1][:-1] + "…"]
