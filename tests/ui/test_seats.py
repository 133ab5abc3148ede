"""People come and go at one desk: what is in front is painted, and no page outlives its person."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jewelcrm.context import Context
from tests.ui.conftest import OpenWindow
from tests.ui.customers.scene import amy
from ui import i18n, pages
from ui.pages import PAGES
from ui.still import go_on_painting, hold_still


class Painted(QWidget):
    """Counts how often it is painted."""

    times = 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.times += 1


@pytest.fixture
def painted(qtbot: QtBot) -> Painted:
    made = Painted()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: made.times > 0)
    QCoreApplication.processEvents()
    made.times = 0
    return made


def test_what_waited_to_be_painted_when_a_window_stood_still_is_painted_afterwards(
    painted: Painted, qtbot: QtBot
) -> None:
    painted.update()
    hold_still(painted)
    QCoreApplication.processEvents()  # what was asked for comes, and is of no use
    assert painted.times == 0
    go_on_painting(painted)
    qtbot.waitUntil(lambda: painted.times > 0)
    painted.times = 0
    painted.update()
    qtbot.waitUntil(lambda: painted.times > 0)


def test_unlocking_shows_the_shop_whatever_language_and_theme_it_brings(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "AT_ONCE", False)
    window, session = open_window(ctx)
    window.likes.language = ""  # nobody has chosen one on this PC: the shop's is spoken
    for language in ("zh_HK", "en"):
        session.lock()
        qtbot.waitUntil(lambda: not session.desk.background.busy())
        session.seat(ctx)
        window.sheet.side.update()
        window.use_language(language, keep=False)
        qtbot.waitUntil(i18n.speaks_yet)
        qtbot.wait(200)
        shown = Painted(window.sheet)
        shown.resize(20, 20)
        shown.show()
        qtbot.waitUntil(lambda shown=shown: shown.times > 0)


def test_a_language_that_is_spoken_already_is_not_said_again_at_every_unlocking(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, session = open_window(ctx)
    qtbot.waitUntil(lambda: not session.desk.background.busy())
    window.likes.language = ""
    said: list[object] = []
    monkeypatch.setattr(window, "use_language", lambda *given, **_more: said.append(given))
    session._speak("en")
    assert not said
    session._speak("zh_HK")
    assert said == [("zh_HK",)]


@pytest.mark.parametrize("page", [page.name for page in PAGES])
def test_a_page_of_the_one_before_does_not_hear_who_comes_next(
    page: str, open_window: OpenWindow, ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, session = open_window(ctx)
    where = {"customer_id": amy(ctx)} if page == "customers" else {}
    session.desk.open(page, **where)
    qtbot.waitUntil(lambda: not session.desk.background.busy())
    faults: list[BaseException] = []
    monkeypatch.setattr("sys.excepthook", lambda _kind, error, _where: faults.append(error))
    window.sheet.forget()  # she has signed out
    session.desk.seat(None)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    session.seat(ctx)
    for told in (
        session.desk.languageChanged,
        session.desk.themeChanged,
        session.desk.line.changed,
    ):
        told.emit()
    session.desk.changed.emit(frozenset({"customer", "orders", "payment", "task"}))
    qtbot.waitUntil(lambda: not session.desk.background.busy())
    assert not faults
