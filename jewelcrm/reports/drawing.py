"""What a level's picture shows, on paper and on the page: labels with their values."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from jewelcrm.reports.codes import say
from jewelcrm.reports.model import Column, Figures

MOST_BARS, MOST_POINTS = 10, 400


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is to be drawn: a form, and labels with their values."""

    form: str
    column: Column
    points: tuple[tuple[str, int], ...]
    left_out: int


def drawing(figures: Figures, language: str = "") -> Drawing | None:
    """The picture of these figures; None: the level has none, or there is nothing to compare.

    `language`: of the labels; empty: the one that was asked for.
    """
    chart = figures.detail.chart
    if chart is None:
        return None
    at = {column.name: n for n, column in enumerate(figures.detail.columns)}
    label, value = at[chart.label], at[chart.value]
    most = MOST_POINTS if chart.form == "line" else MOST_BARS
    rows = islice(iter(figures.rows), most)
    spoken = language or figures.asked.language
    points = tuple(
        (say(chart.label, str(row[label] or ""), spoken), int(row[value] or 0)) for row in rows
    )
    if len(points) < 2:
        return None
    column = figures.detail.columns[value]
    return Drawing(chart.form, column, points, figures.count - len(points))
