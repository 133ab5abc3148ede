"""Every control of every page says what it is to a screen reader, in both languages."""

from __future__ import annotations

from importlib.util import find_spec

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from jewelcrm.context import Context
from tests.ui.conftest import OpenWindow
from ui import i18n
from ui.pages import PAGES, _room
from ui.signin.first import SignIn
from ui.signin.founding import NewShopPage
from ui.signin.gate import StoreGate
from ui.signin.lock import Locked
from ui.signin.recover import Recover

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
READY = [page for page in PAGES if find_spec(f"ui.{_room(page.name)}.page") is not None]


def nameless(widget: QWidget) -> list[str]:
    found = []
    for control in widget.findChildren(QWidget):
        if not isinstance(control, CONTROLS) or not _counts(control):
            continue
        interface = QAccessible.queryAccessibleInterface(control)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(control).__name__} in {_family(control)}")
    return found


def _counts(control: QWidget) -> bool:
    """Parts Qt makes inside its own controls speak through these."""
    if isinstance(control, QHeaderView) or control.objectName().startswith("qt_"):
        return False
    above = control.parentWidget()
    while above is not None:
        if isinstance(above, QComboBox | QAbstractSpinBox | QCalendarWidget | QLineEdit):
            return False
        above = above.parentWidget()
    return True


def _family(control: QWidget) -> str:
    names, above = [], control.parentWidget()
    while above is not None and len(names) < 4:
        names.append(type(above).__name__)
        above = above.parentWidget()
    return " < ".join(names)


@pytest.mark.parametrize("language", ["en", "zh_HK"])
@pytest.mark.parametrize("page", READY, ids=lambda page: page.name)
def test_every_control_of_a_page_has_a_name(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot, page, language: str
) -> None:
    window, _ = open_window(ctx)
    window.use_language(language, keep=False)

    window.desk.open(page.name)
    qtbot.waitUntil(lambda: not window.desk.background.busy(), timeout=10_000)

    assert nameless(window) == []


@pytest.mark.parametrize("part", ["looks", "safety", "scanner", "receipts", "rules", "people"])
def test_every_control_of_the_settings_has_a_name(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot, part: str
) -> None:
    window, _ = open_window(ctx)

    window.desk.open("settings", part=part)
    qtbot.waitUntil(lambda: not window.desk.background.busy(), timeout=10_000)

    assert nameless(window) == []


@pytest.mark.parametrize("way", [SignIn, Locked, Recover, NewShopPage])
def test_every_control_of_the_ways_in_has_a_name(desk, qtbot: QtBot, tmp_path, way) -> None:
    page = way(desk, StoreGate(tmp_path))
    qtbot.addWidget(page)

    assert nameless(page) == []


def test_names_follow_the_language(open_window: OpenWindow, ctx: Context) -> None:
    window, _ = open_window(ctx)
    i18n.use("zh_HK")

    assert window.sheet.top.search.accessibleName() == "搜尋任何資料"
