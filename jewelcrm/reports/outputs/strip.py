"""Figures on the 80 mm roll of the counter's receipt printer: each row a block of its own.

What stands in columns on a sheet stands here as label and value below the row's name. Nothing is
left out that a sheet has, but the picture: the definition, the sensitivity and who took it are
there too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas

from jewelcrm import __version__
from jewelcrm.payments.receipts.blocks import Block, gap, pair, paragraph, rule, share_out, stacked
from jewelcrm.payments.receipts.letters import missing_glyphs
from jewelcrm.payments.receipts.paper import ROLL, put_down
from jewelcrm.reports.model import Column, Figures, Row, Words
from jewelcrm.reports.outputs.cells import STAYS_HERE, facts, shown
from jewelcrm.reports.outputs.words import HOW, NOTHING, TOTAL, unprinted

_LONGEST = 14_000.0
"""Points of one page: more than two hundred inches is opened by few."""

_SMALL = (ROLL.small, ROLL.small)
_BODY = (ROLL.body, ROLL.body)


def write(figures: Figures, stream: BinaryIO) -> None:
    """Write the report as one strip, or several when it is very long."""
    language = figures.asked.language
    canvas = Canvas(stream, pagesize=(ROLL.width, 100), pageCompression=1)
    canvas.setTitle(figures.report.title.say(language))
    canvas.setAuthor(figures.branch_name)
    canvas.setCreator(f"JewelCRM {__version__}")
    canvas.setSubject(STAYS_HERE[figures.detail.sensitivity].say(language))
    for page in share_out(list(_blocks(figures)), _LONGEST, _LONGEST):
        high = sum(block.height for block in page) + 3 * ROLL.margin
        canvas.setPageSize((ROLL.width, high))
        put_down(canvas, page, ROLL.margin, high - ROLL.margin)
        canvas.showPage()
    canvas.save()


def _blocks(figures: Figures) -> Iterator[Block]:
    yield from _head(figures)
    yield from _rows(figures)
    yield from _foot(figures)


def _line() -> Block:
    return rule(ROLL.room, ROLL.faint)


def _words(text: str, *, strong: bool = False, centre: bool = False) -> list[Block]:
    style = ROLL.strong if strong else ROLL.small
    return paragraph(text, style, ROLL.room, align="centre" if centre else "left")


def _head(figures: Figures) -> Iterator[Block]:
    language = figures.asked.language
    yield from _words(figures.branch_name, strong=True, centre=True)
    yield from paragraph(figures.report.title.say(language), ROLL.title, ROLL.room, align="centre")
    yield from _marks(figures)
    yield _line()
    for label, value in facts(figures):
        yield pair(label.say(language), value, ROLL.room, _SMALL)
    yield _line()


def _marks(figures: Figures) -> Iterator[Block]:
    """How far it may go; a personal one also says who took it, as a watermark does on a sheet."""
    yield from _words(
        STAYS_HERE[figures.detail.sensitivity].say(figures.asked.language), centre=True
    )
    if figures.detail.sensitivity == "personal":
        run_at = figures.run_at.astimezone(figures.zone)
        yield from _words(f"{figures.mark} {run_at:%Y-%m-%d %H:%M}", centre=True)


def _rows(figures: Figures) -> Iterator[Block]:
    columns = figures.detail.columns
    names = next((at for at, one in enumerate(columns) if one.is_number), len(columns))
    for row in figures.rows:
        cells = [shown(v, c, figures) for v, c in zip(row, columns, strict=True)]
        called = [cell for cell in cells[:names] if cell]
        yield stacked(
            [
                *(_words(" · ".join(called), strong=True) if called else ()),
                *_pairs(columns[names:], cells[names:], figures),
                gap(4),
            ]
        )
    if not figures.count:
        yield from _words(NOTHING.say(figures.asked.language))


def _pairs(columns: Sequence[Column], cells: Sequence[str], figures: Figures) -> Iterator[Block]:
    language = figures.asked.language
    for column, cell in zip(columns, cells, strict=True):
        if cell:
            yield pair(column.title.say(language), cell, ROLL.room, _BODY, indent=6)


def _foot(figures: Figures) -> Iterator[Block]:
    language = figures.asked.language
    if figures.totals and figures.count:
        summed = [one for one in figures.detail.columns if one.name in figures.totals]
        cells = [shown(figures.totals[one.name], one, figures) for one in summed]
        yield _line()
        yield from _words(TOTAL.say(language), strong=True)
        yield from _pairs(summed, cells, figures)
    yield _line()
    yield from _words(HOW.say(language), strong=True)
    notes: list[Words] = [figures.report.formula, *figures.notes, *unprinted(_missing(figures))]
    for note in notes:
        yield from _words(note.say(language))
    yield gap(4)
    yield from _marks(figures)


def _missing(figures: Figures) -> int:
    """Cells with a letter that no font has."""
    return sum(_lacks(row, figures) for row in figures.rows)


def _lacks(row: Row, figures: Figures) -> int:
    cells = (shown(v, c, figures) for v, c in zip(row, figures.detail.columns, strict=True))
    return sum(bool(missing_glyphs(cell)) for cell in cells)
