"""Icons drawn from a small font, in the colours of the theme in force at the moment of painting."""

from __future__ import annotations

import json
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPixmap,
)

from resources.find import find
from ui import theme

# What the shop calls things -> the glyph that shows it. Glyph names may be used directly as well.
NAMES = {
    "today": "view-dashboard",
    "customers": "account-group",
    "customer": "account",
    "orders": "clipboard-list",
    "order": "clipboard-list",
    "followups": "bell",
    "followup": "bell",
    "products": "diamond-stone",
    "product": "diamond-stone",
    "imports": "file-import",
    "settings": "cog",
    "repair": "hammer-wrench",
    "payment": "cash-register",
    "receipt": "receipt-text",
    "brand": "diamond-stone",
    "theme": "theme-light-dark",
    "language": "translate",
    "switch": "account-switch",
    "person": "account",
    "people": "account-multiple",
    "search": "magnify",
    "help": "help-circle",
    "offline": "cloud-off-outline",
    "error": "alert-circle-outline",
    "warning": "alert",
    "sale": "cash-register",
    "more": "dots-horizontal",
}

_CENTRE = Qt.AlignmentFlag.AlignCenter
_FADED = "placeholder"  # as the words beside it


@lru_cache(maxsize=1)
def _glyphs() -> tuple[str, dict[str, int]]:
    number = QFontDatabase.addApplicationFont(str(find("icons/icons.ttf")))
    families = QFontDatabase.applicationFontFamilies(number)
    points: dict[str, int] = json.loads(find("icons/icons.json").read_text("utf-8"))
    return (families[0] if families else "", points)


@lru_cache(maxsize=64)
def _font(pixels: int) -> QFont:
    made = QFont(_glyphs()[0])
    made.setPixelSize(pixels)
    return made


def glyph(name: str) -> str:
    """The character that shows `name`; a question mark in a circle for a name nobody drew."""
    points = _glyphs()[1]
    return chr(points.get(NAMES.get(name, name)) or points.get("help-circle", 0x3F))


def known(name: str) -> bool:
    """Whether there is a picture for this name."""
    return NAMES.get(name, name) in _glyphs()[1]


def paint(painter: QPainter, rect: QRect, name: str, color: QColor) -> None:
    """Draw an icon into rect, for painted lists; nothing where there is no room."""
    if rect.isEmpty():
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setPen(color)
    painter.setFont(_font(min(rect.width(), rect.height())))
    painter.drawText(rect, _CENTRE, glyph(name))
    painter.restore()


class _Engine(QIconEngine):
    def __init__(self, name: str, tone: str, tone_on: str) -> None:
        super().__init__()
        self._name, self._tone, self._tone_on = name, tone, tone_on

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._tone, self._tone_on)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        tone = self._tone_on if state == QIcon.State.On else self._tone
        color = theme.color(_FADED if mode == QIcon.Mode.Disabled else tone)
        paint(painter, rect, self._name, color)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        if made.isNull():  # a button squeezed to nothing
            return made
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made


def icon(name: str, tone: str = "text", tone_on: str | None = None) -> QIcon:
    """An icon by name; `tone` is a theme token, `tone_on` the one when its button is checked.

    It follows a change of theme by itself: the colour is looked up when it is painted.
    """
    return QIcon(_Engine(name, tone, tone_on or tone))


def pixmap(name: str, size: int, tone: str = "text") -> QPixmap:
    """An icon as a picture of the screen's own sharpness, for labels (which do not repaint it)."""
    ratio = _screen_ratio()
    made = QPixmap(QSize(size, size) * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint(painter, QRect(0, 0, size, size), name, theme.color(tone))
    painter.end()
    return made


def _screen_ratio() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.devicePixelRatio()
