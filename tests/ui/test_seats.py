"""People come and go at one desk: what is in front is painted, and no page outlives its person."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from jewelcrm.context import Context
from tests.ui.conftest import OpenWindow
from tests.ui.customers.scene import amy
from ui.pages import PAGES
from ui.shell.window import Window


class Requests(QObject):
    """Counts how often the platform asks a window to paint."""

    def __init__(self) -> None:
        super().__init__()
        self.heard = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.heard += event.type() == QEvent.Type.UpdateRequest
        return False


def requests_of(window: Window) -> Requests:
    """From now on; those under way are left to pass."""
    QCoreApplication.processEvents()
    made = Requests()
    window.windowHandle().installEventFilter(made)
    return made


def test_the_platform_is_asked_to_paint_whatever_comes_to_the_front(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot
) -> None:
    window, session = open_window(ctx)
    qtbot.wait(400)
    requests = requests_of(window)
    session.lock()
    qtbot.waitUntil(lambda: requests.heard > 0)
    qtbot.wait(400)
    requests.heard = 0
    session.seat(ctx)
    qtbot.waitUntil(lambda: requests.heard > 1)


@pytest.mark.parametrize("page", [page.name for page in PAGES])
def test_a_page_of_the_one_before_does_not_hear_who_comes_next(
    page: str, open_window: OpenWindow, ctx: Context, qtbot: QtBot
) -> None:
    window, session = open_window(ctx)
    where = {"customer_id": amy(ctx)} if page == "customers" else {}
    session.desk.open(page, **where)
    qtbot.waitUntil(lambda: not session.desk.background.busy())
    window.sheet.forget()  # she has signed out
    session.desk.seat(None)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    session.seat(ctx)
    for told in (session.desk.languageChanged, session.desk.themeChanged, session.desk.line.changed):
        told.emit()
    session.desk.changed.emit(frozenset({"customer", "orders", "payment", "task"}))
    qtbot.waitUntil(lambda: not session.desk.background.busy())
    assert session.desk.ctx is ctx
