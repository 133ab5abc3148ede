"""The installer's wizard, from the first look to the signed sheet, in the real window."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from db.shop import keys
from tests.conftest import PASSWORD
from tests.ui.test_accessible import nameless
from ui import i18n
from ui.app import build
from ui.commissioning.form import end_of
from ui.commissioning.wizard import DOING, LOOK, WHOSE, Wizard
from ui.shell.window import Window


@pytest.fixture
def window(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Window]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    made, session = build(qapp, tmp_path / "store", Namespace(lang="en", theme="light"))
    session.says_farewell = False
    made.resize(1280, 860)
    made.show()
    session.begin()
    yield made
    made.close()
    made.deleteLater()
    qapp.processEvents()


@pytest.fixture
def wizard(window: Window, qtbot: QtBot) -> Wizard:
    from ui.signin.founding import NewShopPage

    window.findChild(NewShopPage).commissioning.emit()
    page = window.findChild(Wizard)
    qtbot.waitUntil(lambda: page.devices is not None, timeout=20_000)
    return page


def fill_in(wizard: Wizard) -> None:
    whose = wizard.whose
    whose.way.choose("shop")
    whose._show("shop")
    for field, text in (
        (whose.branch, "HK01"),
        (whose.name, "Nathan Road"),
        (whose.admin, "Mei Chan"),
        (whose.login, "mei"),
        (whose.installer, "K. Wong"),
    ):
        field.set_text(text)
    for box in whose.password.findChildren(QLineEdit):
        box.setText(PASSWORD)


def test_a_new_computer_is_set_up_and_signed_for(
    wizard: Wizard, window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    assert wizard.at == LOOK
    assert nameless(wizard) == []
    wizard.devices.scan.set_text("JEWELCRM-SCAN-7")
    assert wizard.devices.scanned.text() == "The scanner works."
    wizard.go_on()
    assert wizard.at == WHOSE
    fill_in(wizard)
    wizard.go_on()
    qtbot.waitUntil(lambda: not wizard.code.isHidden(), timeout=40_000)
    code = wizard.code.code.text()
    assert wizard.at == DOING
    assert keys.open_with_code(tmp_path / "store", code)

    wizard.code.typed.set_text("wrong")
    assert wizard.code.code.text() == code
    assert not wizard.code.typed.wrong.isHidden()
    wizard.code.typed.set_text(end_of(code).upper())

    qtbot.waitUntil(lambda: bool(wizard.sheet_file), timeout=40_000)
    sheet = PdfReader(wizard.sheet_file).pages[0].extract_text()
    assert "Scanner: it read the code of the test page" in sheet
    assert "Folder: writable" in sheet
    assert wizard.code.code.text() == ""
    wizard.go_on()
    qtbot.waitUntil(window.at_desk, timeout=20_000)


def test_the_first_look_does_not_say_whose_the_computer_is(wizard: Wizard) -> None:
    said = [label.text() for label in wizard.lines.findChildren(QLabel)]

    assert any("head office's code" in text for text in said)
    assert not any("stands alone" in text for text in said)


def test_a_password_that_head_office_knows_is_asked_for_once(wizard: Wizard) -> None:
    wizard.go_on()
    whose = wizard.whose
    asked = [box for box in whose.password.findChildren(QLineEdit) if box.isVisible()]
    assert len(asked) == 1

    whose.ticket.set_text("https://office.example:8443#ABCDE-12345")
    whose.login.set_text("mei")
    assert not whose.complete()  # it is needed, once
    whose.password.first.set_text("short")
    assert whose.complete()


def test_a_new_password_is_asked_for_twice(wizard: Wizard) -> None:
    wizard.go_on()
    fill_in(wizard)
    wizard.whose.password.again.set_text("")

    assert wizard.whose.password.again.isVisible()
    assert not wizard.whose.complete()


def test_what_is_missing_is_said_before_anything_is_made(wizard: Wizard, tmp_path: Path) -> None:
    wizard.go_on()
    wizard.go_on()

    assert wizard.at == WHOSE
    assert not (tmp_path / "store" / "keyslots.json").exists()


@pytest.mark.parametrize(
    ("shown", "said"), [(True, "Saved: "), (False, "no program that shows PDF")]
)
def test_the_test_pages_place_is_told_whether_or_not_it_can_be_shown(
    wizard: Wizard,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    shown: bool,
    said: str,
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: shown)
    wizard.devices.test_wanted.emit()
    qtbot.waitUntil(lambda: said in wizard.wrong.text())
    assert str(tmp_path / "store" / "test-page.pdf") in wizard.wrong.text()


def test_the_keyboard_is_in_the_card_once_the_computer_was_looked_over(
    wizard: Wizard, window: Window, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: window.focusWidget() is not None)
    assert wizard.card.isAncestorOf(window.focusWidget())


def test_the_keyboard_goes_to_the_password_that_is_not_the_same(
    wizard: Wizard, window: Window
) -> None:
    wizard.go_on()
    fill_in(wizard)
    wizard.whose.password.again.set_text("another")
    wizard.go_on()
    assert window.focusWidget() is wizard.whose.password.again.input


def test_it_speaks_chinese(wizard: Wizard, qtbot: QtBot) -> None:
    i18n.use("zh_HK")

    assert wizard.next.text() == "繼續"
    assert wizard.devices.scan.input.accessibleName() == "掃描器"
