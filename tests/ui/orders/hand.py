"""How a test uses the window: waits for its answers, finds dialogs, buttons and fields."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from jewelcrm.money import Money
from ui.shell.window import Window
from ui.widgets import Field

D = TypeVar("D", bound=QWidget)


def hkd(amount: int | str) -> Money:
    return Money.of(Decimal(amount), "HKD")


def settle(qtbot: QtBot, window: Window) -> None:
    """Until nothing more is on its way."""
    for _ in range(3):
        qtbot.waitUntil(lambda: not window.desk.background.busy(), timeout=10_000)
        qtbot.wait(20)


def front(qtbot: QtBot, kind: type[D]) -> D:
    """The dialog in front, once it is there."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=10_000)
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def button(inside: QWidget, words: str) -> QAbstractButton:
    """The visible button that says so."""
    found = [one for one in inside.findChildren(QAbstractButton) if one.text() == words]
    shown = [one for one in found if not one.isHidden()]
    assert shown, [one.text() for one in inside.findChildren(QAbstractButton)]
    return shown[0]


def has_button(inside: QWidget, words: str) -> bool:
    buttons = inside.findChildren(QAbstractButton)
    return any(one.text() == words and not one.isHidden() for one in buttons)


def texts(inside: QWidget) -> list[str]:
    """Every visible text."""
    return [label.text() for label in inside.findChildren(QLabel) if not label.isHidden()]


def wrong(inside: QWidget) -> dict[str, str]:
    """The fields marked as wrong, with the words."""
    fields = inside.findChildren(Field)
    return {one.field_name: one.wrong.text() for one in fields if not one.wrong.isHidden()}
