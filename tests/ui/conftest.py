"""A dressed program, a desk, and the real window over the shop's store, all without a screen."""

from __future__ import annotations

import gc
from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jewelcrm.context import Context
from tests.conftest import Shop
from ui import i18n, pages, theme, turns
from ui.app import build
from ui.background import Background
from ui.shell.desk import Desk
from ui.shell.fault import TroubleDialog
from ui.shell.window import Window
from ui.signin.session import Session

HERE = Path(__file__).parent
PATIENCE_MS = 45_000
"""The least time after which something is held not to happen."""
# What the offscreen screen cannot do and no person will miss.
_UNABLE = "This plugin does not support (propagateSizeHints|raise)"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.qt_log_ignore(_UNABLE, extend=True))


@pytest.fixture(autouse=True, scope="session")
def _patient() -> Iterator[None]:
    """No wait gives up before its time on a busy machine: what is proved is not how quick it is."""
    patch = pytest.MonkeyPatch()
    for name in ("waitUntil", "waitSignal", "waitExposed"):
        patch.setattr(QtBot, name, _patiently(getattr(QtBot, name)))
    patch.setattr(turns, "PAUSE_MS", 0)  # nor how long a filling takes; test_turns.py has the other
    yield
    patch.undo()


def _patiently(wait: Callable[..., Any]) -> Callable[..., Any]:
    def waits(self: QtBot, *args: Any, timeout: int = 0, **more: Any) -> Any:
        if more.get("raising", True):  # else something is not to happen for so long
            timeout = max(timeout, PATIENCE_MS)
        return wait(self, *args, timeout=timeout, **more)

    return waits


@pytest.fixture(scope="session")
def _settled() -> None:
    """What is there before the first window stays: nothing of it is looked at again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication, _settled: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(pages, "AT_ONCE", True)  # test_opening.py has the other way
    if theme.serial() == 0 or theme.is_dark() or theme.scale() != 1.0:
        theme.apply(qapp, "light")
    i18n.use("en")
    gc.disable()  # as the program: no widget is collected on a worker thread
    yield
    i18n.use("en")
    _sweep(qapp)
    gc.collect()
    gc.freeze()  # what is still there stays, so that the next test's sweep is as quick as this one
    gc.enable()


def _sweep(qapp: QApplication) -> None:
    """No dialog of a fault outlives its test, wherever in the run that test stands."""
    for left in qapp.topLevelWidgets():
        if isinstance(left, TroubleDialog):
            left.close()
            left.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk()
    yield made
    made.background.close()


OpenWindow = Callable[[Context], tuple[Window, Session]]


@pytest.fixture
def open_window(qapp: QApplication, qtbot: QtBot, shop: Shop) -> Iterator[OpenWindow]:
    """The real window with somebody at the desk: open_window(ctx)."""
    opened: list[tuple[Window, Session]] = []

    def open_it(ctx: Context) -> tuple[Window, Session]:
        args = Namespace(lang="en", theme="light", demo=False, quit=None)
        window, session = build(qapp, shop.folder, args)
        session.close = lambda: None  # the store belongs to the ctx fixture
        window.closing.disconnect()
        opened.append((window, session))
        window.resize(1280, 760)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        session.seat(ctx)
        return window, session

    yield open_it
    for window, session in opened:
        window.desk.background.close()
        for stop in session._let_go():
            stop()
        window.desk.seat(None)
        window.scanner.on = False
        window.scanner.stop()
        window.close()
        window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def window(open_window: OpenWindow, ctx: Context) -> Window:
    """The real window with the administrator at the desk."""
    return open_window(ctx)[0]
