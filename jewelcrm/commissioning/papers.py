"""Commissioning on paper: the test page, the test label, the code, the acceptance sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from jewelcrm import __version__
from jewelcrm.commissioning.journal import Outcome
from jewelcrm.commissioning.words import Spoken, spoken
from jewelcrm.payments.receipts.blocks import (
    Block,
    bar_code,
    beside,
    gap,
    paragraph,
    qr_code,
    rule,
    stacked,
)
from jewelcrm.payments.receipts.letters import Style, draw
from jewelcrm.payments.receipts.paper import canvas_of, put_down

SCAN_ME = "JEWELCRM-SCAN-7"
"""What the test page's codes say; the wizard knows it."""

LABEL = (60 * mm, 12 * mm)
_MARGIN = 18 * mm
_ROOM = A4[0] - 2 * _MARGIN
_QUIET = (0.38, 0.38, 0.42)
_TITLE, _HEAD = Style(18, "bold"), Style(11, "bold")
_BODY, _SMALL = Style(9.5), Style(8, colour=_QUIET)
_NAME = Style(9.5, colour=_QUIET)  # as large as what stands beside it: on one line with it
_GREY = (0.75, 0.75, 0.78)
_INKS = {"green": (0.10, 0.45, 0.25), "amber": (0.62, 0.40, 0.02), "red": (0.70, 0.13, 0.10)}


@dataclass(frozen=True, slots=True)
class About:
    """Which computer, where, by whom."""

    branch: str
    computer: str
    folder: str
    installer: str
    date: str
    language: str = "en"


def acceptance(about: About, done: Sequence[Outcome]) -> bytes:
    """The sheet that both sign: what was looked at, what was found, what is still open."""
    say = spoken(about.language)
    blocks = [
        *paragraph(say.title, _TITLE, _ROOM),
        gap(6),
        *_facts(about, say),
        rule(_ROOM, _GREY, space=6),
    ]
    for outcome in done:
        blocks += _outcome(outcome, say)
    blocks += [gap(10), *_signatures(say)]
    return _pages(blocks, title=say.title, author=about.branch)


def _facts(about: About, say: Spoken) -> list[Block]:
    facts = (
        (say.branch, about.branch),
        (say.computer, about.computer),
        (say.folder, about.folder),
        (say.program, f"JewelCRM {__version__}"),
        (say.date, about.date),
        (say.installer, about.installer),
    )
    return [block for name, value in facts if value for block in _two(name, value, _NAME, _BODY)]


def _two(name: str, value: str, left: Style, right: Style) -> list[Block]:
    """A name, and what it is, beside it."""
    wide = 45 * mm
    names = stacked(paragraph(name, left, wide - 6))
    return [beside(names, stacked(paragraph(value, right, _ROOM - wide)), wide)]


def _outcome(one: Outcome, say: Spoken) -> list[Block]:
    light = Style(9.5, "bold", _INKS[one.light])
    step = say.step(one.step)
    words = f"{step[:1].upper()}{step[1:]}{say.colon}{say.words(one.words)}"
    lines = _two(say.light(one.light), words, light, _BODY)
    if one.advice and one.light != "green":
        lines += _two("", say.words(one.advice), _SMALL, _SMALL)
    return [*lines, gap(2)]


def _signatures(say: Spoken) -> list[Block]:
    def paint(canvas: Canvas, x: float, y: float) -> None:
        for at, name in ((0.0, say.installer), (_ROOM / 2 + 10, say.manager)):
            canvas.setStrokeColorRGB(*_GREY)
            canvas.line(x + at, y - 46, x + at + _ROOM / 2 - 20, y - 46)
            draw(canvas, x + at, y - 58, f"{name} · {say.signed}", _SMALL)

    return [*paragraph(say.accepted, _BODY, _ROOM), Block(64, paint)]


def test_page(printer: str, language: str) -> bytes:
    """Latin, Chinese, rulers, greys, and codes to try the scanner on."""
    say = spoken(language)
    blocks = [
        *paragraph(say.test_title, _TITLE, _ROOM),
        *paragraph(printer, _SMALL, _ROOM),
        gap(8),
        *paragraph("ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 HK$1,234.50", _BODY, _ROOM),
        *paragraph("足金 千足金 翡翠 鑽石 両 錢 分 龍鳳鈪 𨋢 嘅 啲 简体 镯", _HEAD, _ROOM),
        gap(10),
        _ruler(),
        *paragraph(say.ruler, _SMALL, _ROOM),
        gap(14),
        *paragraph(say.scan, _BODY, _ROOM),
        bar_code(SCAN_ME, _ROOM, 16 * mm, _SMALL),
        gap(8),
        qr_code(SCAN_ME, 28 * mm),
    ]
    return _pages(blocks, title=say.test_title, author="JewelCRM")


def test_label(offset_mm: tuple[float, float]) -> bytes:
    """A label's frame 1 mm from its edge, moved as is set: what is cut off can be read in mm."""
    out = BytesIO()
    canvas = canvas_of(out, title="JewelCRM", author="JewelCRM", size=LABEL)
    right, down = offset_mm[0] * mm, offset_mm[1] * mm
    canvas.translate(right, -down)
    wide, high = LABEL
    canvas.setLineWidth(0.2)
    for step in (1, 2, 3):
        canvas.rect(step * mm, step * mm, wide - 2 * step * mm, high - 2 * step * mm)
    for at in range(5, int(wide / mm), 5):
        canvas.line(at * mm, 3 * mm, at * mm, 4 * mm)
    words = f"0  足金 925   {offset_mm[0]:+.1f} {offset_mm[1]:+.1f}"
    draw(canvas, 5 * mm, high / 2 - 1.5, words, Style(5))
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def recovery_paper(login: str, code: str, language: str) -> bytes:
    """The code for the safe."""
    say = spoken(language)
    blocks = [
        *paragraph(f"JewelCRM · {say.code_title}", _TITLE, _ROOM),
        gap(16),
        *paragraph(code, Style(16, "bold"), _ROOM),
        gap(12),
        *paragraph(f"{say.login}: {login}", _BODY, _ROOM),
        *paragraph(say.code_words, _BODY, _ROOM),
    ]
    return _pages(blocks, title=say.code_title, author="JewelCRM")


def _ruler() -> Block:
    def paint(canvas: Canvas, x: float, y: float) -> None:
        canvas.setStrokeColorRGB(0, 0, 0)
        canvas.setLineWidth(0.4)
        for at in range(101):
            long = 5 * mm if at % 10 == 0 else 3 * mm if at % 5 == 0 else 1.8 * mm
            canvas.line(x + at * mm, y, x + at * mm, y - long)

    return Block(7 * mm, paint)


def _pages(blocks: Sequence[Block], *, title: str, author: str) -> bytes:
    out = BytesIO()
    canvas = canvas_of(out, title=title, author=author, size=A4)
    top, room = A4[1] - _MARGIN, A4[1] - 2 * _MARGIN
    page: list[Block] = []
    for block in blocks:
        if page and sum(one.height for one in page) + block.height > room:
            put_down(canvas, page, _MARGIN, top)
            canvas.showPage()
            page = []
        page.append(block)
    put_down(canvas, page, _MARGIN, top)
    canvas.showPage()
    canvas.save()
    return out.getvalue()
