"""Each test begins without the windows and dialogs of the one before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from jewelcrm.context import Context
from tests.ui.conftest import OpenWindow
from ui.shell.window import Window


@pytest.fixture(autouse=True)
def _nothing_is_left(qapp: QApplication) -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def window(open_window: OpenWindow, ctx: Context) -> Window:
    """The real window with the administrator at the desk."""
    return open_window(ctx)[0]


class Quiet:
    """A service that does nothing but count how often it is poked."""

    def __init__(self) -> None:
        self.poked = self.started = 0

    def start(self) -> bool:
        self.started += 1
        return True

    def stop(self, timeout: float = 0) -> None:
        """Nothing runs."""

    def poke(self) -> None:
        self.poked += 1


@pytest.fixture(autouse=True)
def service(monkeypatch: pytest.MonkeyPatch) -> Quiet:
    """No test of the window reaches for a head office."""
    made = Quiet()
    monkeypatch.setattr("ui.signin.keeping.make", lambda _ctx, _hear: made)
    return made
