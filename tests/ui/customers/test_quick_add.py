"""Quick add by keyboard, and who is known already."""

from __future__ import annotations

import time
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlcipher3.dbapi2 import OperationalError

from db.errors import in_our_words
from jewelcrm.context import Context
from jewelcrm.customers import queries
from jewelcrm.followups.queries import of_customer
from tests.ui.customers.scene import amy, dialog, press, reads
from ui.customers.add import QuickAdd
from ui.shell.window import Window


def keys(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def tab() -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)


def full(*_: object, **_more: object) -> NoReturn:
    raise in_our_words(OperationalError("database or disk is full"))


def test_a_customer_is_added_by_keyboard_alone(window: Window, ctx: Context, qtbot: QtBot) -> None:
    window.open("customers.add", {})
    form = dialog(qtbot, QuickAdd)
    qtbot.waitUntil(form.phone.input.hasFocus)
    began = time.monotonic()

    keys("9888 7777")
    tab()
    keys("Wong Siu Ming")
    tab()
    form.name_zh.input.insert("黃小明")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.sheet.page().name == "customers", timeout=8000)
    panel = window.sheet.page().place.card
    qtbot.waitUntil(lambda: panel.view is not None, timeout=8000)

    card = panel.view.card
    assert (card.name, card.name_zh) == ("Wong Siu Ming", "黃小明")
    assert card.contacts[0].normal == "+85298887777"
    assert card.consent.overall == "unknown"
    assert [one.rule for one in of_customer(ctx, card.id)] == ["welcome"]
    assert time.monotonic() - began < 20


def test_who_has_the_phone_already_shows_while_one_types(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    known = amy(ctx)
    window.open("customers.add", {})
    form = dialog(qtbot, QuickAdd)

    form.phone.set_text("91234567")
    reads(qtbot, form, "Chan Tai Man", "Same phone")
    press(form, "Open the card of Chan Tai Man")

    assert window.sheet.page().place.card.customer_id == known
    assert len(queries.ids(ctx)) == 1


def test_a_chinese_name_is_noticed_in_the_other_script(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    amy(ctx, name_zh="陳國華", name="Chan Kwok Wah")
    window.open("customers.add", {})
    form = dialog(qtbot, QuickAdd)

    form.name_zh.set_text("陈国华")

    reads(qtbot, form, "陳國華", "Same Chinese name")


def test_a_phone_without_digits_keeps_what_was_typed_and_says_where(
    window: Window, qtbot: QtBot
) -> None:
    window.open("customers.add", {})
    form = dialog(qtbot, QuickAdd)
    form.phone.set_text("no phone")
    form.name.set_text("Wong Siu Ming")

    form.save()
    qtbot.waitUntil(lambda: "digits" in form.phone.wrong.text(), timeout=8000)

    assert form.isVisible()
    assert (form.phone.text(), form.name.text()) == ("no phone", "Wong Siu Ming")


def test_on_a_full_disk_what_was_typed_stays_and_is_saved_when_there_is_room(
    window: Window, ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open("customers.add", {})
    form = dialog(qtbot, QuickAdd)
    form.phone.set_text("9888 7777")
    form.name.set_text("Wong Siu Ming")
    with monkeypatch.context() as disk:
        disk.setattr(Context, "work", full)
        form.save()
        reads(qtbot, form, "The disk is full. Nothing was saved; free some space and try again.")
    assert (form.phone.text(), form.name.text()) == ("9888 7777", "Wong Siu Ming")
    assert not queries.ids(ctx)

    form.save()

    qtbot.waitUntil(lambda: len(queries.ids(ctx)) == 1, timeout=8000)


def test_her_answer_is_kept_with_its_witness(window: Window, ctx: Context, qtbot: QtBot) -> None:
    window.open("customers.add", {})
    form = dialog(qtbot, QuickAdd)
    form.phone.set_text("9888 7777")
    form.name.set_text("Wong Siu Ming")
    press(form.consent, "Agrees")
    form.witness.set_text("Wing Lau")

    form.save()
    qtbot.waitUntil(lambda: len(queries.ids(ctx)) == 1, timeout=8000)

    card = queries.card(ctx, queries.ids(ctx)[0])
    entry = card.consent.entries[0]
    assert (entry.state, entry.source, entry.witness) == ("consented", "oral", "Wing Lau")


def test_what_was_searched_for_in_vain_is_already_typed(window: Window, qtbot: QtBot) -> None:
    window.open("customers.add", {"text": "9888 7777"})
    by_phone = dialog(qtbot, QuickAdd)
    assert by_phone.phone.text() == "9888 7777"
    by_phone.reject()

    window.open("customers.add", {"text": "黃小明 Wong"})
    by_name = dialog(qtbot, QuickAdd)
    assert (by_name.name.text(), by_name.name_zh.text()) == ("Wong", "黃小明")
