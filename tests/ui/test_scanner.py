"""The scanner is heard by how fast it types, and leaves no trace in the field."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.scanner import Scanner, can_be_code, is_code

NUMBER = "HK01A0001237"


@pytest.fixture
def scanner(qapp: QApplication) -> Iterator[Scanner]:
    made = Scanner()
    made.gap_ms = 60_000  # the machine that runs the tests may be busy
    made.listen()
    yield made
    made.stop()


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    window = QWidget()
    layout = QVBoxLayout(window)
    window.line, window.area, window.secret = QLineEdit(), QPlainTextEdit(), QLineEdit()
    window.secret.setEchoMode(QLineEdit.EchoMode.Password)
    for box in (window.line, window.area, window.secret):
        layout.addWidget(box)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


def scan(form: QWidget, text: str = NUMBER) -> None:
    handle = form.windowHandle()
    for character in text:
        QTest.keyClick(handle, character)
    QTest.keyClick(handle, Qt.Key.Key_Return)


def test_a_scan_is_heard_whatever_has_the_focus(
    scanner: Scanner, form: QWidget, qtbot: QtBot
) -> None:
    form.line.setFocus()

    with qtbot.waitSignal(scanner.scanned) as heard:
        scan(form)

    assert heard.args == [NUMBER]


def test_what_was_typed_before_the_scan_is_put_back(
    scanner: Scanner, form: QWidget, qtbot: QtBot
) -> None:
    form.line.setFocus()
    form.line.setText("Chan Tai")
    form.line.setCursorPosition(4)

    scan(form)

    assert form.line.text() == "Chan Tai"
    assert form.line.cursorPosition() == 4


def test_a_note_being_written_is_put_back_as_well(
    scanner: Scanner, form: QWidget, qtbot: QtBot
) -> None:
    form.area.setFocus()
    form.area.setPlainText("likes jade\nnot gold")

    scan(form)

    assert form.area.toPlainText() == "likes jade\nnot gold"


def test_the_return_of_a_scan_presses_no_button(
    scanner: Scanner, form: QWidget, qtbot: QtBot
) -> None:
    form.line.setFocus()
    pressed: list[bool] = []
    form.line.returnPressed.connect(lambda: pressed.append(True))

    scan(form)

    assert pressed == []


def test_slow_typing_is_only_typing(scanner: Scanner, form: QWidget, qtbot: QtBot) -> None:
    scanner.gap_ms = 5
    form.line.setFocus()

    with qtbot.assertNotEmitted(scanner.scanned, wait=20):
        for character in "amy chan":
            QTest.keyClick(form.windowHandle(), character)
            qtbot.wait(15)
        QTest.keyClick(form.windowHandle(), Qt.Key.Key_Return)

    assert form.line.text() == "amy chan"


def test_a_short_burst_is_not_a_scan(scanner: Scanner, form: QWidget, qtbot: QtBot) -> None:
    form.line.setFocus()

    with qtbot.assertNotEmitted(scanner.scanned, wait=20):
        scan(form, "12345")

    assert form.line.text() == "12345"


def test_a_password_field_is_left_alone(scanner: Scanner, form: QWidget, qtbot: QtBot) -> None:
    form.secret.setFocus()

    with qtbot.assertNotEmitted(scanner.scanned, wait=20):
        scan(form, "correcthorse")

    assert form.secret.text() == "correcthorse"


def test_a_switched_off_scanner_is_not_heard(scanner: Scanner, form: QWidget, qtbot: QtBot) -> None:
    scanner.on = False
    form.line.setFocus()

    with qtbot.assertNotEmitted(scanner.scanned, wait=20):
        scan(form)


def test_shortcuts_in_between_end_a_burst(scanner: Scanner, form: QWidget, qtbot: QtBot) -> None:
    form.line.setFocus()

    with qtbot.assertNotEmitted(scanner.scanned, wait=20):
        for character in "1234":
            QTest.keyClick(form.windowHandle(), character)
        QTest.keyClick(form.windowHandle(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        scan(form, "56")


@pytest.mark.parametrize(
    "words",
    ["Call about the chain length.", "necklace", "size 14", "amy2@shop.hk"],
)
def test_text_that_is_typed_fast_and_cannot_be_a_code_stays_where_it_was_typed(
    scanner: Scanner, form: QWidget, qtbot: QtBot, words: str
) -> None:
    form.line.setFocus()
    pressed: list[bool] = []
    form.line.returnPressed.connect(lambda: pressed.append(True))

    with qtbot.assertNotEmitted(scanner.scanned, wait=20):
        scan(form, words)

    assert form.line.text() == words
    assert pressed == [True]


@pytest.mark.parametrize(
    "code",
    [
        "HK01-A-000123-7",
        "HK01A0001237",
        "4006381333931",
        "036000291452",
        "JEWELCRM-SCAN-7",
        "https://office.example:8443#7KQX-M2PD",
    ],
)
def test_numbers_and_item_codes_can_be_scanned(code: str) -> None:
    assert can_be_code(code)


def test_chinese_is_no_code() -> None:
    assert not can_be_code("翡翠手鐲2件")


def test_only_our_numbers_and_goods_numbers_are_surely_scanned() -> None:
    assert all(map(is_code, ["HK01-A-000123-7", "4006381333931", "036000291452"]))
    assert not any(map(is_code, ["4006381333932", "8613800138000", "98765432", "JB-000123"]))


def test_a_number_that_nothing_has_is_given_back_to_whoever_typed_it(
    scanner: Scanner, form: QWidget, qtbot: QtBot
) -> None:
    form.line.setFocus()
    form.line.setText("tel. ")
    form.area.setPlainText("called on")
    scan(form, "98765432")
    form.line.insert(" Amy")  # typing goes on while it is looked up

    scanner.give_back("98765432")
    scanner.give_back("98765432")

    assert form.line.text() == "tel. 98765432 Amy"


def test_a_date_in_a_note_is_given_back_with_its_line(
    scanner: Scanner, form: QWidget, qtbot: QtBot
) -> None:
    form.area.setFocus()
    scan(form, "2026-11-23")

    scanner.give_back("2026-11-23")

    assert form.area.toPlainText() == "2026-11-23\n"


@pytest.mark.parametrize("code", ["HK01-A-000123-7", "4006381333931"])
def test_what_was_surely_scanned_leaves_no_trace_when_nothing_has_it(
    scanner: Scanner, form: QWidget, qtbot: QtBot, code: str
) -> None:
    form.line.setFocus()
    scan(form, code)

    scanner.give_back(code)

    assert form.line.text() == ""


def test_what_went_into_no_field_is_given_to_none(
    scanner: Scanner, form: QWidget, qtbot: QtBot
) -> None:
    form.line.setReadOnly(True)
    form.line.setFocus()
    scan(form, "98765432")

    scanner.give_back("98765432")

    assert form.line.text() == ""
