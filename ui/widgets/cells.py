"""How the cells of a painted list look. Nothing is made while painting but text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from ui import theme
from ui.format import names
from ui.widgets.face import face_colors, initial

R = TypeVar("R")
R_contra = TypeVar("R_contra", contravariant=True)

LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_ELIDE = Qt.TextElideMode.ElideRight
_SMOOTH = QPainter.RenderHint.Antialiasing
_NO_PEN = Qt.PenStyle.NoPen
_DOT = " · "
_GAP = "  "
_LEAST = 5  # letters of a name that is cut
_NARROW = 230  # pixels for a person, of which the face takes less
_TONES = {
    "muted": ("muted", "surface2"),
    "accent": ("accent_text", "accent_soft"),
    "gold": ("gold", "gold_soft"),
    "danger": ("danger", "danger_soft"),
    "ok": ("ok", "ok_soft"),
    "info": ("info", "info_soft"),
}


class Brush:
    """Fonts, metrics and colours of the theme in force, made once."""

    def __init__(self) -> None:
        self.serial = theme.serial()
        self.normal, self.strong = theme.font(15), theme.font(15, theme.SEMIBOLD)
        self.small, self.small_strong = theme.font(13), theme.font(12, theme.SEMIBOLD)
        self._metrics: dict[int, QFontMetrics] = {}
        self._faces: dict[str, tuple[QColor, QColor]] = {}

    def metrics(self, font: QFont) -> QFontMetrics:
        """Metrics of one of our cached fonts."""
        found = self._metrics.get(id(font))
        if found is None:
            found = self._metrics[id(font)] = QFontMetrics(font)
        return found

    def text(  # noqa: PLR0917 - called for every cell; keywords cost time here
        self,
        painter: QPainter,
        rect: QRect,
        words: str,
        font: QFont,
        color: str,
        align: int = LEFT,
    ) -> None:
        """One line of text that ends in … where there is no room."""
        painter.setFont(font)
        painter.setPen(theme.color(color))
        shown = self.metrics(font).elidedText(words, _ELIDE, rect.width())
        painter.drawText(rect, align, shown)

    def figure(self, painter: QPainter, rect: QRect, words: str, font: QFont, color: str) -> None:
        """An amount at the right: in smaller letters where there is little room, never cut."""
        for one in (font, self.small, self.small_strong):
            if self.metrics(one).horizontalAdvance(words) <= rect.width():
                font = one
                break
        self.text(painter, rect, words, font, color, RIGHT)

    def names(  # noqa: PLR0917 - called for every row
        self, painter: QPainter, upper: QRect, lower: QRect, large: str, small: str, last: str
    ) -> None:
        """A name, another name, and under them a number, of which no digit may be missing.

        The other name stands beside the first, or beside the number where more of it can be read
        there; nowhere, where no more than a few letters would be left of it.
        """
        quiet = self.metrics(self.small)
        above = upper.width() - self.metrics(self.strong).horizontalAdvance(large + _GAP)
        below = lower.width() - quiet.horizontalAdvance(_DOT + last if last else "")
        wanted = quiet.horizontalAdvance(small)
        least = min(wanted, quiet.horizontalAdvance(small[:_LEAST] + "…"))
        is_beside = bool(last) and (above >= wanted or above > below)
        room = above if is_beside else below
        shown = quiet.elidedText(small, _ELIDE, room) if room >= least else ""
        self.text(painter, upper, large, self.strong, "text")
        if is_beside and shown:
            beside = upper.adjusted(upper.width() - above, 0, 0, 0)
            self.text(painter, beside, shown, self.small, "muted")
        under = (last,) if is_beside else (shown, last)
        self.text(painter, lower, _DOT.join(filter(None, under)), self.small, "muted")

    def pill(self, painter: QPainter, rect: QRect, words: str, tone: str) -> int:
        """A lozenge at the left of rect, in its middle; returns its width."""
        ink, back = _TONES.get(tone, _TONES["muted"])
        width = min(rect.width(), self.metrics(self.small_strong).horizontalAdvance(words) + 20)
        height = self.metrics(self.small_strong).height() + 8
        box = QRect(rect.x(), rect.center().y() - height // 2 + 1, width, height)
        painter.setRenderHint(_SMOOTH)
        painter.setPen(_NO_PEN)
        painter.setBrush(theme.color(back))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setRenderHint(_SMOOTH, on=False)
        self.text(painter, box.adjusted(8, 0, -8, 0), words, self.small_strong, ink, CENTRE)
        return width

    def face(self, painter: QPainter, rect: QRect, name: str, name_zh: str | None) -> None:
        """Initials on a circle."""
        back, ink = self._face_colors(name or name_zh or "")
        painter.setRenderHint(_SMOOTH)
        painter.setPen(_NO_PEN)
        painter.setBrush(back)
        painter.drawEllipse(rect)
        painter.setRenderHint(_SMOOTH, on=False)
        painter.setPen(ink)
        painter.setFont(self.strong)
        painter.drawText(rect, CENTRE, initial(name, name_zh))

    def _face_colors(self, name: str) -> tuple[QColor, QColor]:
        found = self._faces.get(name)
        if found is None:
            if len(self._faces) > 500:
                self._faces.clear()
            found = self._faces[name] = face_colors(name)
        return found

    def placeholder(self, painter: QPainter, rect: QRect) -> None:
        """A grey bar where a row is still on its way."""
        painter.setRenderHint(_SMOOTH)
        painter.setPen(_NO_PEN)
        painter.setBrush(theme.color("surface2"))
        bar = QRect(rect.x(), rect.center().y() - 7, max(24, rect.width() * 2 // 3), 14)
        painter.drawRoundedRect(bar, 7, 7)
        painter.setRenderHint(_SMOOTH, on=False)


class Cell(Protocol[R_contra]):
    """Paints one value of a row, and says it in words (copying, screen readers)."""

    @property
    def right(self) -> bool: ...
    def paint(self, brush: Brush, painter: QPainter, rect: QRect, row: R_contra) -> None: ...
    def words(self, row: R_contra) -> str: ...


@dataclass(frozen=True)
class TextCell(Generic[R]):
    """One line, or two with a small one under it; one that is alone stands in the middle."""

    text: Callable[[R], str]
    small: Callable[[R], str] | None = None
    strong: bool = False
    right: bool = False
    tone: Callable[[R], str] | None = None  # a theme token for the upper line

    def paint(self, brush: Brush, painter: QPainter, rect: QRect, row: R) -> None:
        """Draw it."""
        put = brush.figure if self.right else brush.text
        font = brush.strong if self.strong else brush.normal
        tone = self.tone(row) if self.tone else "text"
        above, below = self.text(row), self.small(row) if self.small else ""
        upper, lower = (_upper(rect), _lower(rect)) if above and below else (rect, rect)
        if above:
            put(painter, upper, above, font, tone)
        if below:
            put(painter, lower, below, brush.small, "muted")

    def words(self, row: R) -> str:
        """Both lines."""
        below = self.small(row) if self.small else ""
        return f"{self.text(row)} {below}".strip()


@dataclass(frozen=True)
class PillCell(Generic[R]):
    """A word in a coloured lozenge; nothing when the word is empty."""

    text: Callable[[R], str]
    tone: Callable[[R], str] = field(default=lambda _row: "muted")
    right: bool = False

    def paint(self, brush: Brush, painter: QPainter, rect: QRect, row: R) -> None:
        """Draw it."""
        if words := self.text(row):
            brush.pill(painter, rect, words, self.tone(row))

    def words(self, row: R) -> str:
        """The word."""
        return self.text(row)


@dataclass(frozen=True)
class PersonCell(Generic[R]):
    """Initials, the name (Chinese first in Chinese), and under it the other name and a detail."""

    name: Callable[[R], str]
    name_zh: Callable[[R], str | None]
    detail: Callable[[R], str] = field(default=lambda _row: "")
    face: bool = True
    right: bool = False

    def paint(self, brush: Brush, painter: QPainter, rect: QRect, row: R) -> None:
        """Draw it."""
        name, name_zh = self.name(row), self.name_zh(row)
        if self.face:
            size, gap = (40, 14) if rect.width() > theme.px(_NARROW) else (30, 10)
            size = min(size, rect.height() - 16)
            circle = QRect(rect.x(), rect.center().y() - size // 2, size, size)
            brush.face(painter, circle, name, name_zh)
            rect = rect.adjusted(size + gap, 0, 0, 0)
        large, small = names(name, name_zh)
        detail = self.detail(row)
        if small or detail:
            brush.names(painter, _upper(rect), _lower(rect), large, small, detail)
        else:
            brush.text(painter, rect, large, brush.strong, "text")

    def words(self, row: R) -> str:
        """Names and detail."""
        large, small = names(self.name(row), self.name_zh(row))
        return " ".join(part for part in (large, small, self.detail(row)) if part)


def _upper(rect: QRect) -> QRect:
    middle = rect.height() // 2
    return rect.adjusted(0, max(2, middle - theme.px(22)), 0, -middle + 2)


def _lower(rect: QRect) -> QRect:
    middle = rect.height() // 2
    return rect.adjusted(0, middle + 1, 0, -max(2, middle - theme.px(21)))


@dataclass(frozen=True)
class Column(Generic[R]):
    """A column of a LazyTable.

    width: at least so many pixels; the columns with stretch share what is left.
    hide_below: not shown when the table is narrower than this.
    """

    title: str
    cell: Cell[R]
    width: int = 120
    stretch: int = 0
    hide_below: int = 0
