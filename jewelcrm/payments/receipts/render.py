"""A receipt as PDF bytes: A5 or 80 mm; the same receipt always gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from jewelcrm.money import SYMBOLS
from jewelcrm.orders.model import OrderLine
from jewelcrm.payments.receipts import parts, words
from jewelcrm.payments.receipts.blocks import (
    Block,
    Sheet,
    beside,
    gap,
    pair,
    paragraph,
    rule,
    share_out,
    stacked,
)
from jewelcrm.payments.receipts.letters import Style, draw, draw_centred, draw_right
from jewelcrm.payments.receipts.model import Paper, Receipt
from jewelcrm.payments.receipts.paper import A5, ROLL, canvas_of, one_strip, put_down

_FOOT = 6.5 * mm
_LATER_HEAD = 9 * mm
_COLUMNS = (0.52, 0.10, 0.19, 0.19)  # of the room: item, quantity, unit price, amount


def render(receipt: Receipt, paper: Paper, language: str) -> bytes:
    """The receipt as a PDF: fonts embedded, codes that scan, long names wrapped.

    Args:
        receipt: what it says.
        paper: `A5`, or `80mm` for a roll as long as the receipt needs.
        language: `en` or `zh_HK`; names that the law wants in Chinese stand in both.
    """
    if paper == "A5":
        return _sheets(receipt, A5, language)
    return _roll(receipt, ROLL, language)


def _sheets(receipt: Receipt, sheet: Sheet, language: str) -> bytes:
    height = sheet.height or 0
    room = height - 2 * sheet.margin - _FOOT
    pages = share_out(list(_a5_blocks(receipt, sheet, language)), room, room - _LATER_HEAD)
    out = BytesIO()
    shop, size = receipt.shop.name, (sheet.width, height)
    canvas = canvas_of(out, title=receipt.number, author=shop, size=size)
    for number, blocks in enumerate(pages, 1):
        top = height - sheet.margin
        if number > 1:
            _later_head(canvas, receipt, sheet, top)
            top -= _LATER_HEAD
        put_down(canvas, blocks, sheet.margin, top)
        _foot(canvas, receipt, sheet, language, (number, len(pages)))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _roll(receipt: Receipt, sheet: Sheet, language: str) -> bytes:
    blocks = list(_roll_blocks(receipt, sheet, language))
    return one_strip(blocks, sheet, title=receipt.number, author=receipt.shop.name)


def _later_head(canvas: Canvas, receipt: Receipt, sheet: Sheet, top: float) -> None:
    small = replace(sheet.small, colour=sheet.faint)
    draw(canvas, sheet.margin, top - small.size, receipt.shop.name, small)
    draw_right(canvas, sheet.width - sheet.margin, top - small.size, receipt.number, small)
    rule(sheet.room, sheet.accent).paint(canvas, sheet.margin, top - small.leading - 2)


def _foot(
    canvas: Canvas, receipt: Receipt, sheet: Sheet, language: str, at: tuple[int, int]
) -> None:
    """The receipt's number, which page this is, and thanks on the last."""
    small, y = replace(sheet.small, colour=sheet.faint), sheet.margin
    page = words.word("page", language).format(page=at[0], pages=at[1])
    draw(canvas, sheet.margin, y, receipt.number, small)
    draw_right(canvas, sheet.width - sheet.margin, y, page, small)
    if at[0] == at[1]:
        draw_centred(canvas, sheet.width / 2, y, words.word("thanks", language), small)


def _a5_blocks(receipt: Receipt, sheet: Sheet, language: str) -> Iterator[Block]:
    room, at, side = sheet.room, sheet.room * 0.66, 19 * mm
    shop = stacked(parts.shop_lines(receipt, sheet, at - 10))
    yield beside(shop, stacked(_title(receipt, sheet, room - at, language)), at)
    yield gap(4)
    yield rule(room, sheet.accent, weight=1.1)
    yield gap(3)
    known = stacked(parts.particulars_block(receipt, sheet, room - side - 10, language))
    yield beside(known, parts.square(receipt, side), room - side)
    yield gap(4)
    head = _table_head(receipt, sheet, language)
    yield head
    for line in receipt.lines:
        yield from _kept_together(_a5_line(line, receipt, sheet, language), head, sheet)
    yield from _a5_closing(receipt, sheet, language)


def _title(receipt: Receipt, sheet: Sheet, room: float, language: str) -> list[Block]:
    first, second = parts.title(receipt, language)
    large, small = (replace(style, colour=sheet.accent) for style in (sheet.title, sheet.body))
    return [
        *paragraph(first, large, room, align="right"),
        *paragraph(second, small, room, align="right"),
        gap(3),
        *paragraph(receipt.number, sheet.strong, room, align="right"),
        *paragraph(parts.when(receipt), sheet.body, room, align="right"),
    ]


def _kept_together(blocks: list[Block], head: Block, sheet: Sheet) -> list[Block]:
    """A line on one page, unless it would take up most of it."""
    whole = stacked(blocks)
    if sheet.height and whole.height < sheet.height / 3:
        return [replace(whole, head=head)]
    return [replace(block, head=head) for block in blocks]


def _table_head(receipt: Receipt, sheet: Sheet, language: str) -> Block:
    label = replace(sheet.small, face="bold", colour=sheet.faint)
    keys = ("item", "quantity", "unit_price", "amount")
    item, quantity, price, amount = (words.word(key, language) for key in keys)
    unit = SYMBOLS.get(receipt.total.currency, receipt.total.currency)
    row = _row((item, quantity, price, f"{amount} {unit.strip()}"), sheet, label)
    return stacked([row, rule(sheet.room, sheet.accent, weight=0.6, space=1.5), gap(2)])


def _row(cells: tuple[str, ...], sheet: Sheet, style: Style) -> Block:
    """Four columns: the first wraps, the others are short and stand at their right edge."""
    edges = [sum(_COLUMNS[: n + 1]) * sheet.room for n in range(len(_COLUMNS))]
    first = stacked(paragraph(cells[0], style, edges[0] - 8))

    def paint(canvas: Canvas, x: float, y: float) -> None:
        first.paint(canvas, x, y)
        for cell, edge in zip(cells[1:], edges[1:], strict=True):
            draw_right(canvas, x + edge, y - style.size, cell, style)

    return Block(max(first.height, style.leading), paint)


def _a5_line(line: OrderLine, receipt: Receipt, sheet: Sheet, language: str) -> list[Block]:
    grey = replace(sheet.small, colour=sheet.faint)
    price = (line.unit_price * line.quantity).digits()
    name = replace(sheet.body, face="bold")
    what, many = words.called(line, receipt.names, language), parts.number_text(line.quantity)
    cells = (what, many, line.unit_price.digits(), price)
    blocks = [_row(cells, sheet, name)]
    for text in parts.details(line, receipt, language):
        blocks += paragraph(text, grey, sheet.room * 0.80, indent=6)
    for label, value in parts.charges(line, language):
        blocks.append(pair(label, value, sheet.room, (grey, sheet.body), indent=6))
    if line.labour or line.discount:
        blocks.append(pair("", line.amount.digits(), sheet.room, (grey, name)))
    return [*blocks, parts.thin(sheet.room)]


def _a5_closing(receipt: Receipt, sheet: Sheet, language: str) -> Iterator[Block]:
    """What is due and the order's bars at the left, the sums at the right; then the terms."""
    room, half = sheet.room, sheet.room * 0.53
    left = room - half - 12
    money = stacked(parts.sums_blocks(receipt, sheet, half - 3, language))
    dues = parts.dues_blocks(receipt, sheet, left, language)
    bars = parts.bars(receipt.order_number, sheet, left)
    space = gap(4 if dues else max(0, money.height - bars.height - 2))
    yield gap(5)
    yield beside(stacked([*dues, space, bars]), money, room - half)
    yield gap(6)
    terms = parts.terms_blocks(receipt, sheet, room, language)
    yield from [stacked(terms)] if len(terms) < 12 else terms


def _roll_blocks(receipt: Receipt, sheet: Sheet, language: str) -> Iterator[Block]:
    room = sheet.room
    yield from parts.shop_lines(receipt, sheet, room, align="centre")
    yield rule(room, sheet.accent, weight=0.8, space=4)
    yield from paragraph(
        " ".join(parts.title(receipt, language)), sheet.title, room, align="centre"
    )
    yield from paragraph(receipt.number, sheet.strong, room, align="centre")
    yield from paragraph(parts.when(receipt), sheet.body, room, align="centre")
    yield gap(4)
    yield from parts.particulars_block(receipt, sheet, room, language)
    yield rule(room, sheet.accent, weight=0.8, space=4)
    for line in receipt.lines:
        yield from _roll_line(line, receipt, sheet, language)
    yield rule(room, sheet.accent, weight=0.8, space=4)
    yield from parts.sums_blocks(receipt, sheet, room, language)
    yield gap(4)
    yield from parts.dues_blocks(receipt, sheet, room, language)
    yield gap(6)
    yield from parts.terms_blocks(receipt, sheet, room, language)
    yield gap(6)
    yield parts.bars(receipt.order_number, sheet, room)
    side = 22 * mm
    yield beside(gap(0), parts.square(receipt, side), (room - side) / 2)
    yield gap(3)
    yield from parts.thanks(sheet, room, language)


def _roll_line(line: OrderLine, receipt: Receipt, sheet: Sheet, language: str) -> Iterator[Block]:
    room = sheet.room
    called = words.called(line, receipt.names, language)
    yield from paragraph(called, replace(sheet.body, face="bold"), room)
    for text in parts.details(line, receipt, language):
        yield from paragraph(text, sheet.small, room, indent=4)
    times = f"{parts.number_text(line.quantity)} × {line.unit_price}"
    styles = (sheet.body, sheet.body)
    yield pair(times, (line.unit_price * line.quantity).digits(), room, styles, indent=4)
    for label, value in parts.charges(line, language):
        yield pair(label, value, room, (sheet.small, sheet.body), indent=4)
    if line.labour or line.discount:
        yield pair("", line.amount.digits(), room, (sheet.small, sheet.strong))
    yield gap(4)
