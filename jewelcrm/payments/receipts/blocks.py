"""Blocks: parts of a receipt that know their height, and how they share out over pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from segno import make_qr

from jewelcrm.payments.receipts.letters import Style, draw, draw_centred, draw_right, width, wrap

Paint = Callable[[Canvas, float, float], None]
"""Paints a block with its left upper corner at (x, y)."""

Colour = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Block:
    """A part that is never cut. `head` is painted again when it begins a page."""

    height: float
    paint: Paint
    head: Block | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper: its size in points (height None: as long as it needs) and its letters."""

    width: float
    height: float | None
    margin: float
    body: Style
    small: Style
    strong: Style
    title: Style
    shop: Style
    accent: Colour
    tint: Colour
    faint: Colour

    @property
    def room(self) -> float:
        return self.width - 2 * self.margin


def gap(height: float) -> Block:
    return Block(height, lambda _canvas, _x, _y: None)


def rule(length: float, colour: Colour, *, weight: float = 0.5, space: float = 2.0) -> Block:
    """A line across, with `space` above and below."""

    def paint(canvas: Canvas, x: float, y: float) -> None:
        canvas.setStrokeColorRGB(*colour)
        canvas.setLineWidth(weight)
        canvas.line(x, y - space, x + length, y - space)

    return Block(2 * space + weight, paint)


def paragraph(
    text: str, style: Style, room: float, *, indent: float = 0, align: str = "left"
) -> list[Block]:
    """Text as one block for each of its lines."""
    return [
        _line(line, style, room, indent=indent, align=align)
        for line in wrap(text, style, room - indent)
    ]


def _line(text: str, style: Style, room: float, *, indent: float, align: str) -> Block:
    def paint(canvas: Canvas, x: float, y: float) -> None:
        base = y - style.size
        if align == "right":
            draw_right(canvas, x + room, base, text, style)
        elif align == "centre":
            draw_centred(canvas, x + room / 2, base, text, style)
        else:
            draw(canvas, x + indent, base, text, style)

    return Block(style.leading, paint)


def stacked(blocks: Sequence[Block]) -> Block:
    """Several blocks as one that is never cut."""

    def paint(canvas: Canvas, x: float, y: float) -> None:
        for block in blocks:
            block.paint(canvas, x, y)
            y -= block.height

    return Block(sum(block.height for block in blocks), paint)


def beside(left: Block, right: Block, right_at: float) -> Block:
    """Two blocks next to each other, the right one `right_at` from the left edge."""

    def paint(canvas: Canvas, x: float, y: float) -> None:
        left.paint(canvas, x, y)
        right.paint(canvas, x + right_at, y)

    return Block(max(left.height, right.height), paint)


def pair(
    label: str, value: str, room: float, styles: tuple[Style, Style], *, indent: float = 0
) -> Block:
    """A label at the left and its value at the right; the label gives way and wraps."""
    label_style, value_style = styles
    taken = width(value, value_style)
    if taken > room * 0.62:
        return stacked(
            [
                *paragraph(label, label_style, room, indent=indent),
                *paragraph(value, value_style, room, align="right"),
            ]
        )
    words = stacked(paragraph(label, label_style, room - taken - 6, indent=indent))

    def paint(canvas: Canvas, x: float, y: float) -> None:
        words.paint(canvas, x, y)
        draw_right(canvas, x + room, y - value_style.size, value, value_style)

    return Block(max(words.height, value_style.leading), paint)


def tinted(block: Block, room: float, tint: Colour, *, pad: float = 3) -> Block:
    """A block on a tinted ground with rounded corners."""

    def paint(canvas: Canvas, x: float, y: float) -> None:
        canvas.setFillColorRGB(*tint)
        canvas.roundRect(
            x - pad,
            y - block.height - pad,
            room + 2 * pad,
            block.height + 2 * pad,
            3,
            stroke=0,
            fill=1,
        )
        block.paint(canvas, x, y)

    return Block(block.height + 2 * pad, lambda canvas, x, y: paint(canvas, x, y - pad))


def qr_code(text: str, side: float) -> Block:
    """A QR code with its quiet zone, `side` wide and high."""
    matrix = [bytes(row) for row in make_qr(text, error="m").matrix_iter(border=2)]
    dot = side / len(matrix)

    def paint(canvas: Canvas, x: float, y: float) -> None:
        canvas.setFillColorRGB(0, 0, 0)
        for down, row in enumerate(matrix):
            for across, dark in enumerate(row):
                if dark:
                    canvas.rect(x + across * dot, y - (down + 1) * dot, dot, dot, stroke=0, fill=1)

    return Block(side, paint)


def bar_code(text: str, room: float, height: float, style: Style) -> Block:
    """Code 128 of `text` in the middle of `room`, quiet zones within it, the text below."""
    modules = Code128(text, barWidth=1, quiet=0).width + 20
    bar = min(0.30 * mm, room / modules)
    code = Code128(text, barWidth=bar, barHeight=height, quiet=1, lquiet=10 * bar, rquiet=10 * bar)

    def paint(canvas: Canvas, x: float, y: float) -> None:
        canvas.setFillColorRGB(0, 0, 0)
        code.drawOn(canvas, x + (room - modules * bar) / 2, y - height)
        draw_centred(canvas, x + room / 2, y - height - style.size - 1, text, style)

    return Block(height + style.leading + 1, paint)


def share_out(blocks: Sequence[Block], first: float, later: float) -> list[list[Block]]:
    """Blocks over pages with room for `first` on the first page and `later` on each other."""
    pages: list[list[Block]] = [[]]
    left = first
    for block in blocks:
        if block.height > left and pages[-1]:
            again = [block.head] if block.head is not None else []
            pages.append(again)
            left = later - sum(one.height for one in again)
        pages[-1].append(block)
        left -= block.height
    return pages
