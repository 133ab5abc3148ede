"""The real window with somebody at the desk; nothing is left of the test before."""

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
    """The administrator's window."""
    return open_window(ctx)[0]
