"""Letters on paper: bundled fonts, lines that wrap, and glyphs that are never silently missing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from jewelcrm.payments.receipts.righttoleft import visual
from resources.find import find

MISSING = "\N{GETA MARK}"
"""Stands where no bundled font has the character: type-setters' own mark, seen at once."""

_FACES = {
    "regular": (
        ("JewelSansHK", "JewelSansHK-Regular"),
        ("Inter", "Inter-Regular"),
        ("JewelSansArabic", "JewelSansArabic-Regular"),
        ("JewelSansHebrew", "JewelSansHebrew-Regular"),
    ),
    "bold": (
        ("JewelSansHK-Bold", "JewelSansHK-Bold"),
        ("Inter-Bold", "Inter-Bold"),
        ("JewelSansArabic-Bold", "JewelSansArabic-Bold"),
        ("JewelSansHebrew-Bold", "JewelSansHebrew-Bold"),
    ),
}
_NEVER_FIRST = frozenset("，。、；：！？）」』】》〉…,.;:!?)]}%‰")
_NEVER_LAST = frozenset("（「『【《〈([{")
_WORDS = re.compile(r"(?<= )(?![,.;:!?)\]}%])")
"""Where a line of ASCII letters may break, by the same rules."""


@dataclass(frozen=True, slots=True)
class Style:
    """A face, a size in points and a grey or colour (red, green, blue)."""

    size: float
    face: str = "regular"
    colour: tuple[float, float, float] = (0.11, 0.11, 0.13)

    @property
    def leading(self) -> float:
        return self.size * 1.38


@lru_cache(maxsize=16)
def _font(face: str, at: int) -> TTFont:
    """A font of a face, first choice first, made known to reportlab when it is wanted."""
    name, file = _FACES[face][at]
    font = TTFont(name, str(find(f"fonts/{file}.ttf")))
    pdfmetrics.registerFont(font)
    return font


_UNSEEN = dict.fromkeys((0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Signs of direction: the letters themselves say it (`righttoleft`)."""


def clean(text: str) -> str:
    """One line of printable text: composed, without control characters."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    composed = unicodedata.normalize("NFC", text).translate(_UNSEEN)
    plain = "".join(" " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c for c in composed)
    return " ".join(plain.split())


@lru_cache(maxsize=20_000)
def _place(face: str, character: str) -> tuple[int, str]:
    """Which of the face's fonts has the character, and the character to draw."""
    if character == "·":  # as wide as a hanzi in the first font
        return 1, character
    for at in range(len(_FACES[face])):
        if ord(character) in _font(face, at).face.charToGlyph:
            return at, character
    return 0, MISSING


def missing_glyphs(text: str, face: str = "regular") -> list[str]:
    """The characters of `text` that no bundled font can draw."""
    return [c for c in clean(text) if _place(face, c)[1] != c]


def runs(text: str, face: str) -> Iterator[tuple[TTFont, str]]:
    """Parts of `text` that one font draws, with that font, in the order they are drawn."""
    if text.isascii() and text.isprintable():  # the first font has all of these
        if text:
            yield _font(face, 0), text
        return
    placed = (_place(face, character) for character in visual(text))
    for at, run in groupby(placed, key=lambda one: one[0]):
        yield _font(face, at), "".join(character for _, character in run)


class _Advances(dict[str, float]):
    """How far a face's characters move the pen, in thousandths of the size; each is asked once."""

    def __init__(self, face: str) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, character: str) -> float:
        at, drawn = _place(self._face, character)
        font = _font(self._face, at).face
        self[character] = moved = font.charWidths.get(ord(drawn), font.defaultWidth)
        return float(moved)


_ADVANCES = {face: _Advances(face) for face in _FACES}


def width(text: str, style: Style) -> float:
    """How wide `text` is, in points."""
    return 0.001 * style.size * sum(map(_ADVANCES[style.face].__getitem__, visual(text)))


def draw(canvas: Canvas, x: float, y: float, text: str, style: Style) -> None:
    """Draw one line with its base line at `y`."""
    pen = canvas.beginText(x, y)
    pen.setFillColorRGB(*style.colour)
    for font, run in runs(text, style.face):
        pen.setFont(font.fontName, style.size)
        pen.textOut(run)
    canvas.drawText(pen)


def draw_right(canvas: Canvas, x: float, y: float, text: str, style: Style) -> None:
    draw(canvas, x - width(text, style), y, text, style)


def draw_centred(canvas: Canvas, x: float, y: float, text: str, style: Style) -> None:
    draw(canvas, x - width(text, style) / 2, y, text, style)


def wrap(text: str, style: Style, room: float) -> list[str]:
    """`text` in lines no wider than `room`: Latin by words, Chinese by characters."""
    return list(wrapped(text, style, room)) or [""]


def wrapped(text: str, style: Style, room: float) -> Iterator[str]:
    """The same line by line, for who wants only the first ones."""
    line = ""
    for piece in _pieces(clean(text)):
        if not line or width((line + piece).rstrip(), style) <= room:
            line += piece
            continue
        yield from _cut(line.rstrip(), style, room)
        line = piece.lstrip()
    yield from _cut(line.rstrip(), style, room)


def _pieces(text: str) -> Iterator[str]:
    """Parts between which a line may break."""
    if text.isascii():
        yield from _WORDS.split(text)
        return
    piece = ""
    for character in text:
        if piece and _breaks(piece[-1], character):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _breaks(before: str, after: str) -> bool:
    if after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    return before == " " or _wide(before) or _wide(after)


def _wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _cut(line: str, style: Style, room: float) -> Iterator[str]:
    """A line as it is, or in parts when one word alone is too wide."""
    while line and width(line, style) > room:
        keep = max(1, _fitting(line, style, room))
        yield line[:keep]
        line = line[keep:].lstrip()
    if line:
        yield line


def _fitting(line: str, style: Style, room: float) -> int:
    """How many characters of `line` fit, found by halving."""
    low, high = 0, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width(line[:middle], style) <= room else (low, middle - 1)
    return low
