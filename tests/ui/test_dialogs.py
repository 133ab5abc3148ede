"""Every dialog: as tall as what is in it, and no deed that cannot be taken back by a slip."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jewelcrm.errors import CanFix
from ui.shell.desk import Desk
from ui.widgets import Field, Tabs
from ui.widgets.buttons import Button, DangerButton
from ui.widgets.dialog import Dialog, ask_yes

_LONG = "A sentence that says what went wrong, and in a second one what is to be done. " * 4

_LINE = 6  # less than a line of text


class Asks(Dialog):
    def __init__(self, desk: Desk, *, danger: bool = False) -> None:
        super().__init__(desk, "A form", danger=danger)
        self.pressed = 0
        self.first = Field("First", name="first")
        self.more = Field("More", name="more")
        self.box.addWidget(self.first)
        self.box.addWidget(self.more)

    def save(self) -> None:
        self.pressed += 1


@pytest.fixture
def form(desk: Desk, qapp: QApplication, qtbot: QtBot) -> Iterator[Asks]:
    yield from _opened(Asks(desk), qapp, qtbot)


@pytest.fixture
def harm(desk: Desk, qapp: QApplication, qtbot: QtBot) -> Iterator[Asks]:
    yield from _opened(Asks(desk, danger=True), qapp, qtbot)


def _opened(dialog: Asks, qapp: QApplication, qtbot: QtBot) -> Iterator[Asks]:
    dialog.open()
    calm(dialog, qtbot)
    yield dialog
    dialog.hide()
    dialog.deleteLater()
    qapp.processEvents()


def calm(dialog: Dialog, qtbot: QtBot) -> None:
    """Until it has taken the height it wants."""
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not (dialog._grow.isActive() or dialog._calm.isActive()))


# Its height ----------------------------------------------------------------------------------


def test_what_is_hidden_gives_its_room_back(form: Asks, qtbot: QtBot) -> None:
    before = form.height()
    form.more.hide()
    calm(form, qtbot)
    assert form.height() < before - 40

    form.more.show()
    calm(form, qtbot)
    assert form.height() == before


@pytest.mark.parametrize("field", ["", "first"])
def test_an_error_makes_room_for_itself_and_gives_it_back(
    form: Asks, qtbot: QtBot, field: str
) -> None:
    before = form.height()
    form.show_error(CanFix(_LONG, field=field or None))
    calm(form, qtbot)
    assert form.height() > before
    assert form._scroll.verticalScrollBar().maximum() == 0

    form._set_working(working=True)
    form._set_working(working=False)
    calm(form, qtbot)
    assert form.height() - before < _LINE


def test_it_does_not_jump_when_the_same_error_comes_again(form: Asks, qtbot: QtBot) -> None:
    form.show_error(CanFix(_LONG))
    calm(form, qtbot)
    heights = {form.height()}
    form._set_working(working=True)
    qtbot.wait(400)
    heights.add(form.height())
    form._set_working(working=False)
    form.show_error(CanFix(_LONG))
    calm(form, qtbot)
    assert heights == {form.height()}


def test_long_work_gives_the_room_back_too(form: Asks, qtbot: QtBot) -> None:
    before = form.height()
    form._set_working(working=True)
    form.more.hide()
    calm(form, qtbot)
    assert form.height() < before - 40
    form._set_working(working=False)


def test_it_is_never_lower_than_it_was_made_by_hand(form: Asks, qtbot: QtBot) -> None:
    by_hand = form.height() + 120
    form.resize(form.width(), by_hand)
    form.more.hide()
    calm(form, qtbot)
    assert form.height() == by_hand


def test_the_keyboard_goes_along_when_another_of_a_few_is_chosen(desk: Desk, qtbot: QtBot) -> None:
    tabs = Tabs((("board", "Board"), ("list", "List")))
    dialog = Asks(desk)
    dialog.box.addWidget(tabs)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    tabs.choose("list")
    assert not tabs.button("list").hasFocus()
    tabs.button("list").setFocus()
    tabs.choose("board")
    assert tabs.button("board").hasFocus()
    dialog.drop()
    dialog.deleteLater()


# What it does ---------------------------------------------------------------------------------


def test_enter_never_does_what_cannot_be_taken_back(harm: Asks, qtbot: QtBot) -> None:
    assert isinstance(harm.save_button, DangerButton)
    for held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
        qtbot.keyClick(harm.first.input, Qt.Key.Key_Return, held)
    assert harm.pressed == 0
    assert harm.isVisible()
    assert harm.focusWidget() is harm.save_button


def test_enter_saves_a_form_that_does_no_harm(form: Asks, qtbot: QtBot) -> None:
    qtbot.keyClick(form.first.input, Qt.Key.Key_Return)
    qtbot.keyClick(form.first.input, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.pressed == 2


def test_enter_on_a_button_means_that_button(form: Asks, qtbot: QtBot) -> None:
    asked: list[bool] = []
    more = Button("More", pressed=lambda: asked.append(True))
    form.box.addWidget(more)
    calm(form, qtbot)
    more.setFocus()
    qtbot.keyClick(more, Qt.Key.Key_Return)
    assert (asked, form.pressed) == ([True], 0)
    form.cancel_button.setFocus()
    qtbot.keyClick(form.cancel_button, Qt.Key.Key_Enter)
    assert not form.isVisible()
    assert form.pressed == 0


def test_enter_on_what_is_switched_saves_as_it_does_in_a_field(form: Asks, qtbot: QtBot) -> None:
    tabs = Tabs((("board", "Board"), ("list", "List")))
    form.box.addWidget(tabs)
    calm(form, qtbot)
    tabs.button("list").setFocus()
    qtbot.keyClick(tabs.button("list"), Qt.Key.Key_Return)
    assert form.pressed == 1


def test_a_question_about_harm_is_answered_no_by_enter(desk: Desk, qtbot: QtBot) -> None:
    done: list[bool] = []
    ask_yes(desk, "Remove?", "It goes.", "Remove", lambda: done.append(True), danger=True)
    question = QApplication.activeModalWidget()
    assert isinstance(question, Dialog)
    qtbot.keyClick(question, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not question.isVisible()
    assert not done
