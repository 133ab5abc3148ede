"""A change of theme or text size reaches everything: what is in sight first, the rest in turn."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import dress, theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Label


class Sheet(QWidget):
    """A dressed page with a title and a button."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.button = Label("Orders", "title"), Button("New order")
        box = QVBoxLayout(self)
        box.addWidget(self.title)
        box.addWidget(self.button)
        dress.wear(self)

    def sizes(self) -> tuple[int, int]:
        """Letters of the title and of the button, in pixels."""
        return self.title.font().pixelSize(), self.button.font().pixelSize()


@pytest.fixture
def seen(qtbot: QtBot) -> Sheet:
    made = Sheet()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def hidden(qtbot: QtBot) -> Sheet:
    made = Sheet()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.hide()
    return made


@pytest.fixture
def put(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp, "light")
    dress.change()
    dress.finish()


def test_what_is_in_sight_is_dressed_first(
    qapp: QApplication, qtbot: QtBot, put: None, seen: Sheet, hidden: Sheet
) -> None:
    theme.apply(qapp, "dark")
    dress.change()

    qtbot.waitUntil(lambda: theme.token("accent") in seen.styleSheet())
    qtbot.waitUntil(lambda: not dress.busy())

    assert theme.token("accent") in hidden.styleSheet()
    assert seen.updatesEnabled()


def test_a_hidden_page_that_is_shown_does_not_wait(
    qapp: QApplication, put: None, hidden: Sheet
) -> None:
    theme.apply(qapp, "dark")
    dress.change()

    hidden.show()

    assert hidden.styleSheet() == theme.style_sheet()


def test_what_may_never_be_seen_is_dressed_when_it_is_shown(qtbot: QtBot) -> None:
    made = QWidget()
    qtbot.addWidget(made)
    dress.wear_when_shown(made)
    before = made.styleSheet()

    made.show()

    assert (before, made.styleSheet()) == ("", theme.style_sheet())


def test_larger_letters_reach_what_was_dressed_before(
    qapp: QApplication, put: None, seen: Sheet, hidden: Sheet, qtbot: QtBot
) -> None:
    before = seen.sizes()
    theme.apply(qapp, "light", 1.3)
    dress.change()
    dress.finish()
    fresh = Sheet()
    qtbot.addWidget(fresh)
    fresh.show()

    assert seen.sizes() == fresh.sizes() == (theme.px(24), theme.px(15))
    assert hidden.sizes() == fresh.sizes()
    assert before == (24, 15)


def test_a_window_that_is_closed_meanwhile_stops_nobody(
    qapp: QApplication, put: None, seen: Sheet, qtbot: QtBot
) -> None:
    gone = Sheet()
    gone.show()
    theme.apply(qapp, "dark")
    dress.change()
    gone.deleteLater()
    del gone

    qtbot.waitUntil(lambda: not dress.busy())

    assert theme.token("accent") in seen.styleSheet()
