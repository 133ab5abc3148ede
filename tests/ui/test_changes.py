"""What counts as typed when a dialog is closed, and the keys that work in the palette."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QSpinBox, QStyle, QStyleOptionSpinBox, QWidget
from pytestqt.qtbot import QtBot

from jewelcrm.context import Context
from tests.ui.conftest import OpenWindow
from ui import i18n, theme
from ui.shell.desk import Desk
from ui.widgets.dialog import Dialog

_BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Counting(Dialog):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "How many")
        self.number = QSpinBox()
        self.number.setAccessibleName("How many")
        self.box.addWidget(self.number)


@pytest.fixture
def counting(desk: Desk, qapp: QApplication) -> Iterator[Counting]:
    dialog = Counting(desk)
    dialog.open()
    yield dialog
    dialog.hide()  # to close it would ask about what was typed, over the next test's window
    dialog.deleteLater()
    qapp.processEvents()


def up_arrow(box: QSpinBox) -> QPoint:
    option = QStyleOptionSpinBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_SpinBoxUp
    return box.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, part, box).center()


def test_a_number_turned_by_its_arrow_is_asked_about(counting: Counting, qtbot: QtBot) -> None:
    qtbot.mouseClick(counting.number, Qt.MouseButton.LeftButton, pos=up_arrow(counting.number))
    assert counting.number.value() == 1

    qtbot.waitUntil(counting._changes.any)


def test_a_number_turned_by_an_arrow_key_is_asked_about(counting: Counting, qtbot: QtBot) -> None:
    qtbot.keyClick(counting.number, Qt.Key.Key_Up)

    qtbot.waitUntil(counting._changes.any)


def test_a_number_the_program_fills_in_is_not(counting: Counting, qtbot: QtBot) -> None:
    counting.number.setValue(7)
    qtbot.keyClick(counting.number, Qt.Key.Key_Tab)
    qtbot.wait(20)

    assert not counting._changes.any()


def test_language_and_theme_switch_inside_the_palette(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot
) -> None:
    window, _session = open_window(ctx)
    window.palette_open()
    palette = QApplication.activeModalWidget()
    qtbot.waitUntil(palette.isActiveWindow)

    qtbot.keyClick(palette.edit, Qt.Key.Key_L, _BOTH)
    qtbot.keyClick(palette.edit, Qt.Key.Key_D, _BOTH)

    assert i18n.language() == "zh_HK"
    assert theme.is_dark()
    assert palette.first().title == "新顧客"
    assert palette.isVisible()
    palette.close()


def test_a_dialog_over_a_small_dialog_may_be_as_tall_as_the_window_has_room(
    open_window: OpenWindow, ctx: Context
) -> None:
    window, _ = open_window(ctx)
    small = Counting(window.desk)
    small.setMinimumHeight(430)
    small.open()
    above = Dialog(window.desk, "Why", parent=small)
    above.box.addWidget(tall := QWidget())
    tall.setFixedHeight(500)
    above.open()

    assert small.height() < 500
    assert above.height() > 560
    above.drop()
    small.drop()
