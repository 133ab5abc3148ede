"""Colours, fonts and sizes: one set of tokens per theme, turned into a palette and a style sheet.

Fusion with our own palette looks the same on every system; the style sheet only gives shape.
Everything is cached per theme, since painted lists ask for colours and fonts at every cell.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from resources.find import find

Mode = Literal["light", "dark", "system"]

REGULAR = QFont.Weight.Normal
MEDIUM = QFont.Weight.Medium
SEMIBOLD = QFont.Weight.DemiBold
BOLD = QFont.Weight.Bold

# A Chinese family must be named: without one the system picks by locale, often Japanese shapes.
FAMILIES = [
    "Inter",
    "Jewel Sans HK",
    "Segoe UI",
    "SF Pro Text",
    "Noto Sans",
    "Noto Sans CJK HK",
    "Microsoft JhengHei UI",
    "PingFang HK",
]
FONT_FILES = (
    "Inter-Regular.ttf",
    "Inter-Medium.ttf",
    "Inter-SemiBold.ttf",
    "Inter-Bold.ttf",
    "JewelSansHK-Regular.ttf",
    "JewelSansHK-Bold.ttf",
)
TEXT_SIZES = (0.9, 1.0, 1.15, 1.3)

_PALETTE = (
    (QPalette.ColorRole.Window, "bg"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "surface2"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.Light, "surface2"),
    (QPalette.ColorRole.Midlight, "surface2"),
    (QPalette.ColorRole.Mid, "line"),
    (QPalette.ColorRole.Dark, "edge"),
    (QPalette.ColorRole.ToolTipBase, "surface"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.BrightText, "danger"),
    (QPalette.ColorRole.ToolTipText, "text"),
    (QPalette.ColorRole.PlaceholderText, "placeholder"),
    (QPalette.ColorRole.Highlight, "accent"),
    (QPalette.ColorRole.HighlightedText, "on_accent"),
    (QPalette.ColorRole.Accent, "accent"),
    (QPalette.ColorRole.Link, "accent_text"),
    (QPalette.ColorRole.LinkVisited, "accent_text"),
)
_FADED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


class _Look:
    """The theme in force."""

    def __init__(self) -> None:
        self.dark = False
        self.scale = 1.0
        self.serial = 0
        self.sheet = ""
        self.tokens: dict[str, str] = {}
        self.colors: dict[str, QColor] = {}
        self.fonts: dict[tuple[int, QFont.Weight], QFont] = {}


_look = _Look()


@lru_cache(maxsize=2)
def tokens_of(name: Literal["light", "dark"]) -> dict[str, str]:
    """The colours of one theme by name, as #RRGGBB."""
    tokens: dict[str, str] = json.loads(find(f"themes/{name}.json").read_text("utf-8"))
    return tokens


@lru_cache(maxsize=1)
def load_fonts() -> None:
    """Make the bundled fonts known to Qt; a missing file only means the system's font is used."""
    for name in FONT_FILES:
        with suppress(FileNotFoundError):
            QFontDatabase.addApplicationFont(str(find(f"fonts/{name}")))


def system_is_dark() -> bool:
    """Whether the desktop asks programs to be dark."""
    return QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def apply(app: QApplication, mode: Mode = "light", scale: float = 1.0) -> None:
    """The theme in force from now on; ui/dress.py then dresses what there is."""
    load_fonts()
    dark = system_is_dark() if mode == "system" else mode == "dark"
    _look.dark, _look.scale = dark, scale
    _look.serial += 1
    _look.sheet = ""
    _look.tokens = tokens_of("dark" if dark else "light")
    _look.colors.clear()
    _look.fonts.clear()
    app.setPalette(palette())
    if app.font() != font(15):
        app.setFont(font(15))


def palette() -> QPalette:
    """The palette of the theme in force."""
    made = QPalette()
    for role, name in _PALETTE:
        made.setColor(role, color(name))
    for role in _FADED:
        made.setColor(QPalette.ColorGroup.Disabled, role, color("placeholder"))
    made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, color("line"))
    return made


def style_sheet() -> str:
    """themes/jewel.qss with its @tokens and @px sizes filled in."""
    if not _look.sheet:
        _look.sheet = re.sub(r"@(\w+)", _fill, find("themes/jewel.qss").read_text("utf-8"))
    return _look.sheet


def _fill(match: re.Match[str]) -> str:
    word = match.group(1)
    if word.startswith("px"):
        return f"{px(int(word[2:]))}px"
    if word.startswith("image_"):
        name = word.removeprefix("image_").replace("_", "-")
        return find(f"themes/{name}-{'dark' if _look.dark else 'light'}.svg").as_posix()
    return token(word)


def is_dark() -> bool:
    """Whether the dark theme is on."""
    return _look.dark


def scale() -> float:
    """The person's text size, 1.0 being normal."""
    return _look.scale


def serial() -> int:
    """Grows with every change of theme or text size; painters then make their caches anew."""
    return _look.serial


def token(name: str) -> str:
    """A colour of the theme in force as #RRGGBB."""
    return _current()[name]


def color(name: str) -> QColor:
    """A colour of the theme in force; the same object until the theme changes."""
    found = _look.colors.get(name)
    if found is None:
        found = _look.colors[name] = QColor(_current()[name])
    return found


def _current() -> dict[str, str]:
    return _look.tokens or tokens_of("light")


def px(size: int) -> int:
    """A text-bound size (font, row height) at the person's text size."""
    return round(size * _look.scale)


def font(size: int, weight: QFont.Weight = REGULAR) -> QFont:
    """Our font at a pixel size before text-size scaling; cached until the theme changes."""
    key = (size, weight)
    found = _look.fonts.get(key)
    if found is None:
        found = _look.fonts[key] = _make_font(size, weight)
    return found


def _make_font(size: int, weight: QFont.Weight) -> QFont:
    made = QFont()
    made.setFamilies(FAMILIES)
    made.setPixelSize(px(size))
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
