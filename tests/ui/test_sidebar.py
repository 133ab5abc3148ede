"""The bar at the side has room for every page and for who is here, however low the window is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from ui.shell.window import Window

SIZES = ((900, 560), (1280, 720), (1440, 900))


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_in_the_side_bar_lies_over_its_neighbour(
    window: Window, qtbot: QtBot, width: int, height: int
) -> None:
    window.resize(width, height)
    side = window.sheet.side
    qtbot.waitUntil(lambda: side.height() == height)
    qtbot.wait(50)
    rows = [row for row in side._buttons.values() if row.isVisible()]
    below = [side.person, side._person_button, side._lock_button]
    places = [one.geometry() for one in (*rows, *below)]

    assert all(upper.bottom() < lower.top() for upper, lower in pairwise(places))
    assert places[-1].bottom() < height
    assert side.person.height() >= side.person.face.height()


def test_in_a_high_window_the_pages_are_as_easy_to_hit_as_ever(
    window: Window, qtbot: QtBot
) -> None:
    side = window.sheet.side
    for height in (560, 900):
        window.resize(1440, height)
        qtbot.waitUntil(lambda high=height: side.height() == high)
        qtbot.wait(50)

    assert side._buttons["today"].height() == 48
