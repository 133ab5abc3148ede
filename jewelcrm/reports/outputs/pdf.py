"""Figures on paper: a head on every page, a picture, totals, and the definition on the last.

Cells are drawn a column at a time, one text object a page and column: that is what makes a table
of many rows quick (limits.md 7). The number of pages is filled in at the end; a page is in the
file as soon as it is full.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.ttfonts import TTFont

from jewelcrm import __version__
from jewelcrm.payments.receipts.letters import MISSING, Style, draw, draw_right, runs, width, wrap
from jewelcrm.reports.drawing import drawing
from jewelcrm.reports.model import ROLL, Figures, Sensitivity, Words
from jewelcrm.reports.outputs import strip
from jewelcrm.reports.outputs.cells import STAYS_HERE, facts, shown, stale
from jewelcrm.reports.outputs.chart import draw_chart, high
from jewelcrm.reports.outputs.flowing import FlowingCanvas
from jewelcrm.reports.outputs.layout import (
    BODY,
    HEAD,
    MARGIN,
    SMALL,
    TITLE,
    Layout,
    Slot,
    broken,
    lay_out,
)
from jewelcrm.reports.outputs.words import HOW, NOTHING, TOTAL, unprinted

_TOP, _FOOT = 54.0, 40.0
_LINE = BODY.leading
_PAD = 3.5
_LOGO = (120.0, 30.0)
_OLD = Style(8.5, "bold", (0.70, 0.13, 0.10))
_PAGES = "pages"
_MARK = "mark"
_INK = {"internal": (0.38, 0.40, 0.45), "personal": (0.70, 0.13, 0.10)}

Lines = list[list[str]]
"""The lines of each cell of a row."""


def write(figures: Figures, stream: BinaryIO) -> None:
    """Write the report as a PDF, on sheets or on the roll."""
    if figures.asked.paper == ROLL:
        strip.write(figures, stream)
    else:
        _Paper(figures, stream).write()


class _Paper:
    """One report being drawn, from the first page to the last."""

    def __init__(self, figures: Figures, stream: BinaryIO) -> None:
        self.figures = figures
        self.layout: Layout = lay_out(figures)
        self.canvas = FlowingCanvas(stream, pagesize=self.layout.page)
        self.page = 0
        self.y = 0.0
        self.unprinted = 0  # lines with a letter that no font has
        self._describe()

    def write(self) -> None:
        self._open_page()
        self._cover()
        self._chart()
        self._table()
        self._definition()
        self._close_page()
        self._number_pages()
        self.canvas.save()

    def say(self, words: Words) -> str:
        return words.say(self.figures.asked.language)

    def _describe(self) -> None:
        report = self.figures.report
        self.canvas.setTitle(self.say(report.title))
        self.canvas.setAuthor(self.figures.branch_name)
        self.canvas.setCreator(f"JewelCRM {__version__}")
        self.canvas.setSubject(self.say(STAYS_HERE[self.figures.detail.sensitivity]))

    def _open_page(self) -> None:
        self.page += 1
        wide, high = self.layout.page
        sensitivity: Sensitivity = self.figures.detail.sensitivity
        top = high - MARGIN + 6
        if sensitivity == "personal":
            self._watermark()
        draw(self.canvas, MARGIN, top, f"{self.figures.branch_name} · {self._title()}", SMALL)
        mark = Style(7.5, "bold", _INK[sensitivity])
        draw_right(self.canvas, wide - MARGIN, top, self.say(STAYS_HERE[sensitivity]), mark)
        self._rule(high - MARGIN - 2)
        self._foot(wide)
        self.y = high - _TOP

    def _title(self) -> str:
        return self.say(self.figures.report.title)

    def _foot(self, wide: float) -> None:
        run_at = self.figures.run_at.astimezone(self.figures.zone)
        made = f"{self.figures.run_by} · {run_at:%Y-%m-%d %H:%M}"
        draw(self.canvas, MARGIN, 22, made, SMALL)
        of_all = width(self._page_text(88, 88), SMALL)
        page = self._page_text(self.page, None)
        draw(self.canvas, wide - MARGIN - of_all, 22, page, SMALL)
        self.canvas.saveState()
        self.canvas.translate(wide - MARGIN - of_all + width(page, SMALL), 22)
        self.canvas.doForm(_PAGES)
        self.canvas.restoreState()

    def _page_text(self, page: int, pages: int | None) -> str:
        before = self.say(Words(f"Page {page} of ", f"第 {page} 頁，共 "))
        return before if pages is None else before + self._pages_text(pages)

    def _pages_text(self, pages: int) -> str:
        return self.say(Words(f"{pages}", f"{pages} 頁"))

    def _number_pages(self) -> None:
        self.canvas.beginForm(_PAGES, 0, -4, 60, 10)
        draw(self.canvas, 0, 0, self._pages_text(self.page), SMALL)
        self.canvas.endForm()

    def _watermark(self) -> None:
        """Who took it and when, faint and across the page: a copy tells where it came from."""
        wide, high = self.layout.page
        if not self.canvas.hasForm(_MARK):
            run_at = self.figures.run_at.astimezone(self.figures.zone)
            text = f"{self.figures.mark} {run_at:%Y-%m-%d %H:%M}"
            self.canvas.beginForm(_MARK, 0, 0, wide, high)
            self.canvas.translate(wide / 2, high / 2)
            self.canvas.rotate(35)
            long = width(text, Style(100, "bold")) / 100
            style = Style(min(34.0, 0.85 * wide / long), "bold", (0.93, 0.93, 0.94))
            draw(self.canvas, -width(text, style) / 2, 0, text, style)
            self.canvas.endForm()
        self.canvas.doForm(_MARK)

    def _rule(self, y: float, grey: float = 0.8) -> None:
        self.canvas.setStrokeGray(grey)
        self.canvas.setLineWidth(0.5)
        self.canvas.line(MARGIN, y, self.layout.page[0] - MARGIN, y)

    def _close_page(self) -> None:
        self.canvas.showPage()

    def _turn(self, room: float) -> bool:
        """A new page when `room` points are not left on this one."""
        if self.y - room >= _FOOT:
            return False
        self._close_page()
        self._open_page()
        return True

    def _cover(self) -> None:
        self._bookmark("cover", self._title())
        self.y -= TITLE.size
        self._logo()
        draw(self.canvas, MARGIN, self.y, self._title(), TITLE)
        self.y -= 16
        self._paragraph(self.say(self.figures.report.about), SMALL)
        labels = [(self.say(label), text) for label, text in facts(self.figures)]
        indent = max(width(label, SMALL) for label, _ in labels) + 12
        old = stale(self.figures)
        for label, text in labels:
            self._turn(_LINE)
            draw(self.canvas, MARGIN, self.y, label, SMALL)
            style = _OLD if text in old else BODY
            for line in broken(text, style, self.layout.page[0] - 2 * MARGIN - indent):
                draw(self.canvas, MARGIN + indent, self.y, line, style)
                self.y -= _LINE
        self.y -= 8

    def _logo(self) -> None:
        """The shop's own picture at the end of the cover line, as high as the title."""
        if not self.figures.logo:
            return
        with suppress(OSError):  # it was moved or is no picture: the report goes without
            picture = ImageReader(Path(self.figures.logo))
            wide, high = picture.getSize()
            scale = min(_LOGO[0] / wide, _LOGO[1] / high)
            left = self.layout.page[0] - MARGIN - wide * scale
            self.canvas.drawImage(
                picture, left, self.y - 6, wide * scale, high * scale, mask="auto"
            )

    def _chart(self) -> None:
        made = drawing(self.figures)
        if made is None:
            return
        self._turn(high(made) + 2 * _LINE)
        title = self.say(made.column.title)
        self._bookmark("chart", title)
        draw(self.canvas, MARGIN, self.y, title, HEAD)
        room = self.layout.page[0] - 2 * MARGIN
        draw_chart(self.canvas, MARGIN, self.y - 12, room, made, self.figures)
        self.y -= high(made) + 20
        if made.left_out:
            more = Words(f"and {made.left_out:,} more below", f"另有 {made.left_out:,} 項見下表")
            self._paragraph(self.say(more), SMALL)
            self.y -= 4

    def _bookmark(self, key: str, title: str) -> None:
        self.canvas.bookmarkPage(key)
        self.canvas.addOutlineEntry(title, key)

    def _paragraph(self, text: str, style: Style) -> None:
        for line in wrap(text, style, self.layout.page[0] - 2 * MARGIN):
            self._turn(style.leading)
            draw(self.canvas, MARGIN, self.y, line, style)
            self.y -= style.leading

    def _table(self) -> None:
        self._bookmark("figures", self.say(self.figures.detail.title))
        self._head()
        waiting: list[tuple[float, Lines]] = []
        for lines, tall in self._rows():
            if self.y - tall < _FOOT:
                self._draw_rows(waiting, BODY)
                waiting = []
                self._turn(tall)
                self._head()
            waiting.append((self.y, lines))
            self.y -= tall
        self._draw_rows(waiting, BODY)
        if not self.figures.count:
            self._paragraph(self.say(NOTHING), SMALL)
        self._totals()

    def _rows(self) -> Iterator[tuple[Lines, float]]:
        for row in self.figures.rows:
            texts = (
                shown(value, slot.column, self.figures)
                for value, slot in zip(row, self.layout.slots, strict=True)
            )
            lines = self._broken(texts, BODY)
            yield lines, max(map(len, lines)) * _LINE + _PAD

    def _broken(self, texts: Iterator[str], style: Style) -> Lines:
        return [
            broken(text, style, slot.room)
            for text, slot in zip(texts, self.layout.slots, strict=True)
        ]

    def _head(self) -> None:
        texts = (self.say(slot.column.title) for slot in self.layout.slots)
        lines = self._broken(texts, HEAD)
        self.y -= 4
        self._draw_rows([(self.y, lines)], HEAD)
        self.y -= (max(map(len, lines)) - 1) * HEAD.leading + 5
        self._rule(self.y, 0.45)
        self.y -= _LINE

    def _totals(self) -> None:
        if not self.figures.totals or not self.figures.rows:
            return
        self._turn(3 * _LINE)
        self._rule(self.y + _LINE - 4, 0.45)
        texts = [
            shown(self.figures.totals.get(slot.column.name), slot.column, self.figures)
            for slot in self.layout.slots
        ]
        if not texts[0]:
            texts[0] = self.say(TOTAL)
        self._draw_rows([(self.y - 2, self._broken(iter(texts), HEAD))], HEAD)
        self.y -= 2 * _LINE

    def _draw_rows(self, rows: Sequence[tuple[float, Lines]], style: Style) -> None:
        for at, slot in enumerate(self.layout.slots):
            self._draw_column(slot, [(y, lines[at]) for y, lines in rows], style)

    def _draw_column(self, slot: Slot, cells: list[tuple[float, list[str]]], style: Style) -> None:
        pen = self.canvas.beginText()
        pen.setFillColorRGB(*style.colour)
        held: TTFont | None = None
        for y, lines in cells:
            for n, line in enumerate(lines):
                left = slot.right - width(line, style) if slot.column.is_number else slot.left
                pen.setTextOrigin(left, y - n * _LINE)
                for font, run in runs(line, style.face):
                    if font is not held:  # said again it costs a third of all
                        pen.setFont(font.fontName, style.size)
                        held = font
                    pen.textOut(run)
                    self.unprinted += MISSING in run
        self.canvas.drawText(pen)

    def _definition(self) -> None:
        self._turn(6 * _LINE)
        title = self.say(HOW)
        self._bookmark("definition", title)
        self.y -= 6
        self._paragraph(title, Style(10, "bold"))
        self._paragraph(self.say(self.figures.report.formula), BODY)
        for note in (*self.figures.notes, *unprinted(self.unprinted)):
            self._paragraph(self.say(note), HEAD)
