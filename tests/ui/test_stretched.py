"""Words of another language are longer: at +40 % nothing is clipped on any page."""

from __future__ import annotations

import re
import weakref

import pytest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from jewelcrm.context import Context
from tests.ui.conftest import OpenWindow
from tests.ui.test_accessible import READY
from ui import i18n
from ui.widgets.labels import ElidedLabel

LONGER = 0.4
SLACK = 2  # pixels that antialiasing may take


def stretched(text: str) -> str:
    """The text with its placeholders, two fifths longer, with marks that show where it ends."""
    letters = len(re.sub(r"\{[^}]*\}", "", text))
    more = max(1, round(letters * LONGER))
    filling = (" lorem ipsum dolor sit amet" * (more // 26 + 1))[: more - 1]
    return f"{text}{filling}¶"


class Stretched(dict[str, str]):
    """A language that nobody speaks: it has every word."""

    def get(self, text: str, default: str | None = None) -> str:
        return stretched(text) if re.search("[A-Za-z]{2}", text) else text

    def __contains__(self, text: object) -> bool:
        return False


@pytest.fixture
def longer(monkeypatch: pytest.MonkeyPatch) -> None:
    i18n.use("en")
    monkeypatch.setattr(i18n._voice, "words", Stretched())
    for owner, bound in list(i18n._voice.said.items()):
        for setter in list(bound):
            i18n._say_again((weakref.ref(owner), setter))


def clipped(window: QWidget) -> list[str]:
    """Texts of ours in sight whose end is not."""
    found = []
    for one in window.findChildren(QWidget):
        if not isinstance(one, QLabel | QAbstractButton) or not one.isVisible():
            continue
        text = one.text()
        if not text.endswith("¶") or isinstance(one, ElidedLabel):
            continue
        if _too_narrow(one, text):
            found.append(f"{type(one).__name__}: {text}")
    return found


def _too_narrow(one: QWidget, text: str) -> bool:
    if isinstance(one, QLabel):
        if one.wordWrap():
            return one.heightForWidth(one.width()) > one.height() + SLACK
        return one.fontMetrics().horizontalAdvance(text) > one.contentsRect().width() + SLACK
    if isinstance(one, QPushButton | QToolButton | QCheckBox):
        shown = getattr(one, "toolButtonStyle", lambda: None)()
        if shown is not None and shown.name == "ToolButtonIconOnly":
            return False
        return one.sizeHint().width() > one.width() + SLACK
    return False


def test_the_made_up_language_is_longer() -> None:
    assert len(stretched("Take payment")) >= 16
    assert "{amount}" in stretched("Paid {amount}")


def test_a_clipped_label_is_found(qtbot: QtBot, longer: None) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    label = QLabel(stretched("Take payment"), holder)
    label.setFixedWidth(30)
    holder.show()

    assert clipped(holder)


@pytest.mark.parametrize("page", READY, ids=lambda page: page.name)
def test_nothing_is_clipped_at_two_fifths_longer(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot, longer: None, page
) -> None:
    window, _ = open_window(ctx)
    i18n._voice.words = Stretched()  # opening the window chose its language
    window.resize(1440, 900)
    window.desk.open(page.name)
    qtbot.waitUntil(lambda: not window.desk.background.busy(), timeout=10_000)
    for owner, bound in list(i18n._voice.said.items()):
        for setter in list(bound):
            i18n._say_again((weakref.ref(owner), setter))
    qtbot.wait(150)

    assert clipped(window) == []
