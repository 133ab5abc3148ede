"""Labels as PDF, one to a page, exact to the millimetre, moved as this PC's printer needs it.

Bars are a quarter of a millimetre: two dots of a 203 dpi label printer, three of a 300 dpi one. A
code that is too long for them on its label stands there as QR alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from io import BytesIO

from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from jewelcrm.orders.rules.disclosures import GOLDS
from jewelcrm.payments.receipts import words
from jewelcrm.payments.receipts.blocks import qr_code
from jewelcrm.payments.receipts.letters import (
    Style,
    clean,
    draw,
    draw_centred,
    draw_right,
    width,
    wrap,
)
from jewelcrm.payments.receipts.paper import canvas_of
from jewelcrm.printing.model import BagLabel, Label, Look, Tag
from jewelcrm.weights import gram_text, tael_text

BAR = 0.25 * mm
QUIET = 10
"""Modules of white on either side of the bars (ISO/IEC 15417)."""
_BLACK = (0.0, 0.0, 0.0)  # a label printer burns or does not: no grey
_EDGE = 1.5 * mm
_SMALL = (6.0, 5.2, 4.7, 4.2, 3.8, 3.4)
"""Points of the letters on a tag, the largest first."""
_BY_WEIGHT = ("By weight", "按重量計價")
_PIECE = ("Piece", "件")


def render(labels: Sequence[Label], look: Look, copies: int = 1) -> bytes:
    """All labels, each `copies` times, on pages of exactly the label's size."""
    wide, high = (side * mm for side in look.millimetres)
    out = BytesIO()
    canvas = canvas_of(out, title=_title(labels), author="JewelCRM", size=(wide, high))
    for label in labels:
        for _ in range(copies):
            canvas.saveState()
            canvas.translate(look.right / 10 * mm, -look.down / 10 * mm)
            _one(canvas, label, look, (wide, high))
            canvas.restoreState()
            canvas.showPage()
    canvas.save()
    return out.getvalue()


def _title(labels: Sequence[Label]) -> str:
    first = labels[0]
    return first.number if isinstance(first, BagLabel) else first.code


def _one(canvas: Canvas, label: Label, look: Look, room: tuple[float, float]) -> None:
    if isinstance(label, BagLabel):
        _bag(canvas, label, look.language, room)
    elif look.size == "60x12":
        _winged(canvas, label, look.language, room)
    else:
        _flat(canvas, label, look.language, room)


# The bag of an order


def _bag(canvas: Canvas, label: BagLabel, language: str, room: tuple[float, float]) -> None:
    wide, high = room
    side = 15 * mm
    qr_code(label.number, side).paint(canvas, wide - side - _EDGE, high - _EDGE)
    foot = _bars(canvas, label.number, room, high=8 * mm if high > 45 * mm else 6 * mm)
    _lines(
        canvas,
        _said_of(label, language),
        (wide - side - 3 * _EDGE, wide - 2 * _EDGE),
        (high - _EDGE, high - _EDGE - side, foot),
    )


def _said_of(label: BagLabel, language: str) -> Iterator[tuple[str, Style]]:
    yield label.number, Style(10.5, "bold", _BLACK)
    kind = words.name_of(words.KINDS, label.kind, language)
    count = f"{_in(_PIECE, language)} {label.position}/{label.pieces}"
    rush = f" · {words.word('rush', language)}" if label.rush else ""
    yield f"{kind} · {count}{rush}", Style(8, "bold", _BLACK)
    if label.promised_on is not None:
        yield (
            f"{words.word('wanted', language)} {_day(label.promised_on)}",
            Style(8, "bold", _BLACK),
        )
    who = words.person(label.customer, label.customer_zh, language)
    yield " · ".join(filter(None, (who, label.phone))), Style(7, colour=_BLACK)
    piece = words.person(label.description, label.description_zh, language)
    yield piece, Style(8, "bold", _BLACK)
    weight = gram_text(label.weight) if label.weight is not None else ""
    service = words.name_of(words.SERVICES, label.service, language) if label.service else ""
    yield " · ".join(filter(None, (service, weight))), Style(7, colour=_BLACK)
    yield label.condition or "", Style(6.5, colour=_BLACK)
    yield label.shop, Style(6.5, colour=_BLACK)


def _lines(
    canvas: Canvas,
    said: Iterator[tuple[str, Style]],
    rooms: tuple[float, float],
    heights: tuple[float, float, float],
) -> None:
    """Lines from the top; beside the code they are short. What has no room at the foot stays out.

    `rooms`: beside the code, below it. `heights`: the top, the code's foot, where bars begin.
    """
    at, below, foot = heights
    for text, style in said:
        left, most = clean(text), 2
        while left and most and at - style.leading >= foot:
            room = rooms[0] if at > below else rooms[1]
            first, *more = wrap(left, style, room)
            more_to_come = bool(more) and (most == 1 or at - 2 * style.leading < foot)
            shown = _ending(first, style, room) if more_to_come else first
            draw(canvas, _EDGE, at - style.size, shown, style)
            left, most = left[len(first) :].lstrip(), most - 1
            at -= style.leading


def _ending(line: str, style: Style, room: float) -> str:
    """A line with the sign that something is left out."""
    while line and width(f"{line}…", style) > room:
        line = line[:-1]
    return f"{line}…"


# The tag of a piece


def _winged(canvas: Canvas, tag: Tag, language: str, room: tuple[float, float]) -> None:
    """Two wings of 30 mm: what it is on the left one, its code and price on the right one."""
    wide, high = room
    wing, side = wide / 2, high - 2 * mm
    small = Style(5.2, colour=_BLACK)
    bold, texts = Style(6.2, "bold", _BLACK), list(_particulars(tag, language))
    _down(canvas, texts, bold, 1, (wing - 2 * _EDGE, high - 1.1 * mm, 0))
    qr_code(tag.code, side).paint(canvas, wing + 1 * mm, high - 1 * mm)
    begin, right = wing + side + 1.5 * mm, wide - 1 * mm
    draw(canvas, begin, high - 4 * mm, _fit(tag.sku, small, right - begin), small)
    price = _price(tag, language)
    large = next(
        Style(size, "bold", _BLACK)
        for size in (7.5, 6.5, 5.5, 4.5, 3.8)
        if size == 3.8 or width(price, Style(size, "bold")) <= right - begin
    )
    draw(canvas, begin, 2.2 * mm, _fit(price, large, right - begin), large)


def _as_large_as_it_fits(
    texts: Sequence[str], across: float, high: float
) -> tuple[Style, list[str]]:
    """The letters, and the lines in them; in the smallest not everything may have room."""
    for size in _SMALL:
        style = Style(size, colour=_BLACK)
        lines = _packed(texts, style, across)
        widest = max((width(line, style) for line in lines), default=0.0)
        if widest <= across and len(lines) * style.leading <= high:
            break
    return style, lines


def _packed(texts: Sequence[str], style: Style, across: float) -> list[str]:
    """As many particulars to a line as it has room for; a weight is never broken in two."""
    lines: list[str] = []
    for text in texts:
        joint = " · "
        for part in text.split("，"):
            longer = f"{lines[-1]}{joint}{part}" if lines else part
            if lines and width(longer, style) <= across:
                lines[-1] = longer
            else:
                lines.append(part)
            joint = "，"
    return lines


def _flat(canvas: Canvas, tag: Tag, language: str, room: tuple[float, float]) -> None:
    wide, high = room
    fits = bar_width(tag.code) <= wide
    side = 12 * mm
    foot = _bars(canvas, tag.code, room, high=6 * mm) if fits else side + 1 * mm
    if not fits:
        qr_code(tag.code, side).paint(canvas, 1 * mm, side + 0.5 * mm)
        small = Style(6, colour=_BLACK)
        at = side + 2 * mm
        draw(canvas, at, 2 * mm, _fit(tag.sku, small, wide - at - 1 * mm), small)
    price = Style(9, "bold", _BLACK)
    draw_right(
        canvas,
        wide - _EDGE,
        foot + 1.2 * mm,
        _fit(_price(tag, language), price, wide - 2 * _EDGE),
        price,
    )
    bold, texts = Style(8, "bold", _BLACK), list(_particulars(tag, language))
    _down(canvas, texts, bold, 2, (wide - 2 * _EDGE, high - 1 * mm, foot + 1 * mm + price.size))


def _down(
    canvas: Canvas, texts: Sequence[str], bold: Style, lines: int, room: tuple[float, float, float]
) -> None:
    """A name in so many `lines`, and what is told of the piece, as large as it has room for.

    `room` is how wide, where they begin, where they end.
    """
    across, at, foot = room
    for line in wrap(texts[0], bold, across)[:lines] if lines > 1 else texts[:1]:
        draw(canvas, _EDGE, at - bold.size, _fit(line, bold, across), bold)
        at -= bold.leading
    style, told = _as_large_as_it_fits(texts[1:], across, at - foot)
    for line in told[: int((at - foot) / style.leading)]:
        draw(canvas, _EDGE, at - style.size, _fit(line, style, across), style)
        at -= style.leading


def _particulars(tag: Tag, language: str) -> Iterator[str]:
    """What the law wants named first: the metal, the stone; then weight and size."""
    yield words.person(tag.name, tag.name_zh, language)
    if metal := words.metal_words(tag):
        yield metal
    if tag.weight is not None:
        tael = f"（{tael_text(tag.weight)}）" if tag.metal in GOLDS else ""
        yield f"{gram_text(tag.weight)}{tael}"
    if stone := words.stone_words(tag):
        yield stone
    if tag.size is not None:
        yield f"{words.word('size', language)} {tag.size.normalize():f} mm"


def _price(tag: Tag, language: str) -> str:
    return str(tag.price) if tag.price is not None else _in(_BY_WEIGHT, language)


# Codes


def bar_width(code: str) -> float:
    """How much room the bars of a code need, the white beside them included; in points."""
    return float((Code128(code, barWidth=1, quiet=0).width + 2 * QUIET) * BAR)


def _bars(canvas: Canvas, code: str, room: tuple[float, float], *, high: float) -> float:
    """Code 128 at the foot, its text below; returns where it ends. Nothing where it has no room."""
    needed = bar_width(code)
    if needed > room[0]:
        return 0.0
    bars = Code128(
        code, barWidth=BAR, barHeight=high, quiet=1, lquiet=QUIET * BAR, rquiet=QUIET * BAR
    )
    text = Style(6, colour=_BLACK)
    canvas.setFillColorRGB(0, 0, 0)
    bars.drawOn(canvas, (room[0] - needed) / 2, 3.2 * mm)
    draw_centred(canvas, room[0] / 2, 1 * mm, code, text)
    return 3.2 * mm + high


def _fit(text: str, style: Style, room: float) -> str:
    return text if width(text, style) <= room else _ending(text, style, room)


def _in(pair: tuple[str, str], language: str) -> str:
    return pair[1 if language.startswith("zh") else 0]


def _day(day: dt.date) -> str:
    return f"{day:%d/%m/%Y}"
