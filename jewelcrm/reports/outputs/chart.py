"""A level's figures as a picture: bars or a line, drawn as vectors on the first page."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from jewelcrm.payments.receipts.letters import Style, draw, draw_right, width
from jewelcrm.reports.drawing import Drawing
from jewelcrm.reports.model import Figures
from jewelcrm.reports.outputs.cells import shown
from jewelcrm.reports.outputs.layout import SMALL, broken

BAR, GAP = 13.0, 3.0
LINE_HIGH = 92.0
_COLOUR = (0.13, 0.36, 0.60)
_LABELS = 0.30  # of the room, for the bars' names


def high(made: Drawing) -> float:
    """The room a picture needs, in points."""
    return LINE_HIGH + 22 if made.form == "line" else len(made.points) * (BAR + GAP) + 8


def draw_chart(  # noqa: PLR0917 - where, how wide, and what
    canvas: Canvas, left: float, top: float, room: float, made: Drawing, figures: Figures
) -> None:
    """Draw it below `top`."""
    if made.form == "line":
        _line(canvas, left, top, room, made, figures)
    else:
        _bars(canvas, left, top, room, made, figures)


def _bars(  # noqa: PLR0917
    canvas: Canvas, left: float, top: float, room: float, made: Drawing, figures: Figures
) -> None:
    texts = [shown(value, made.column, figures) for _, value in made.points]
    beside = max(width(text, SMALL) for text in texts) + 6
    names = room * _LABELS
    full = room - names - beside - 6
    largest = max((abs(value) for _, value in made.points), default=0) or 1
    y = top - BAR
    for (name, value), text in zip(made.points, texts, strict=True):
        label = broken(name, SMALL, names)[0]
        draw_right(canvas, left + names, y + 3.5, label, SMALL)
        long = full * abs(value) / largest
        canvas.setFillColorRGB(*(_COLOUR if value >= 0 else (0.70, 0.13, 0.10)))
        canvas.rect(left + names + 6, y, max(long, 0.6), BAR - 2, stroke=0, fill=1)
        draw(canvas, left + names + 10 + long, y + 3.5, text, SMALL)
        y -= BAR + GAP


def _line(  # noqa: PLR0917
    canvas: Canvas, left: float, top: float, room: float, made: Drawing, figures: Figures
) -> None:
    values = [value for _, value in made.points]
    high, low = max(*values, 0), min(*values, 0)
    scale = LINE_HIGH / ((high - low) or 1)
    beside = max(width(shown(one, made.column, figures), SMALL) for one in (high, low)) + 6
    start, base = left + beside, top - LINE_HIGH
    step = (room - beside) / (len(values) - 1)
    for mark in {high, 0, low}:
        y = base + (mark - low) * scale
        draw_right(canvas, start - 4, y - 2.5, shown(mark, made.column, figures), SMALL)
        canvas.setStrokeGray(0.85)
        canvas.setLineWidth(0.4)
        canvas.line(start, y, left + room, y)
    _path(canvas, [(start + n * step, base + (v - low) * scale) for n, v in enumerate(values)])
    draw(canvas, start, base - 12, made.points[0][0], SMALL)
    draw_right(canvas, left + room, base - 12, made.points[-1][0], SMALL)


def _path(canvas: Canvas, points: Sequence[tuple[float, float]]) -> None:
    canvas.setStrokeColorRGB(*_COLOUR)
    canvas.setLineWidth(1.2)
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    canvas.drawPath(path, stroke=1, fill=0)


TITLE = Style(8.5, "bold")
