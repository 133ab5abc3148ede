"""Icons are drawn where they are expected: in the middle of their square."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter

from ui import icons, theme

_SIZE = 64
_FLAT = QImage.Format.Format_Grayscale8


@pytest.mark.parametrize("name", ["chevron-left", "chevron-right", "plus", "account", "help"])
@pytest.mark.usefixtures("qapp")
def test_an_icon_is_in_the_middle_of_its_square(name: str) -> None:
    across, down = _inked(name)
    assert abs(min(across) + max(across) + 1 - _SIZE) <= 4
    assert abs(min(down) + max(down) + 1 - _SIZE) <= 6


@pytest.mark.parametrize("tone", ["on_accent", "danger", "text"])
@pytest.mark.usefixtures("qapp")
def test_the_icon_of_a_button_that_cannot_be_pressed_is_as_its_words(tone: str) -> None:
    size = QSize(_SIZE, _SIZE)
    drawn = icons.icon("content-save", tone).pixmap(size, 1.0, QIcon.Mode.Disabled).toImage()
    colors = {drawn.pixelColor(x, y).name() for x in range(_SIZE) for y in range(_SIZE)}

    assert theme.color("placeholder").name() in colors
    assert theme.color(tone).name() not in colors


def _inked(name: str) -> tuple[set[int], set[int]]:
    """The columns and the rows that an icon covers."""
    image = QImage(_SIZE, _SIZE, _FLAT)
    image.fill(QColor("white"))
    painter = QPainter(image)
    icons.paint(painter, QRect(0, 0, _SIZE, _SIZE), name, QColor("black"))
    painter.end()
    dark = [
        (x, y)
        for x in range(_SIZE)
        for y in range(_SIZE)
        if image.pixelColor(x, y).lightness() < 128
    ]
    return {x for x, _ in dark}, {y for _, y in dark}
