"""Keys that go on with what lies open, dialogs that ask before they forget, words in dialogs."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jewelcrm.context import Context
from jewelcrm.customers.queries import header
from jewelcrm.followups.commands import add as add_followup
from jewelcrm.orders.commands import place_order
from jewelcrm.orders.model import NewLine, NewOrder
from tests.builders import a_kept_customer
from tests.ui.conftest import OpenWindow
from tests.ui.orders.hand import button, front, hkd, settle, texts
from ui import i18n, theme
from ui.customers.add import QuickAdd
from ui.customers.words import in_days
from ui.orders.add import NewOrder as NewOrderDialog
from ui.payments.take import TakePayment
from ui.shell.finding import Hit, page_lines
from ui.shell.window import Window
from ui.widgets import Label
from ui.widgets.dialog import _Question, _ThrowAway, ask_yes

CTRL = Qt.KeyboardModifier.ControlModifier
BOTH = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _nothing_is_left(qapp: QApplication) -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def window(open_window: OpenWindow, ctx: Context, qtbot: QtBot) -> Window:
    opened = open_window(ctx)[0]
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    return opened


@pytest.fixture
def customer(ctx: Context) -> bytes:
    return a_kept_customer(ctx)


def an_order(ctx: Context, customer: bytes, what: str = "Ring") -> bytes:
    lines = [NewLine(description=what, unit_price=hkd(9000))]
    day = dt.date(2026, 12, 1)
    new = NewOrder(kind="custom", customer_id=customer, lines=lines, promised_on=day)
    return place_order(ctx, new).id


def in_hand() -> QWidget:
    """Where a key lands, also while the screen still hands the window its activity."""
    front = QApplication.activeModalWidget() or QApplication.activeWindow()
    found = QApplication.focusWidget() or (front and (front.focusWidget() or front))
    assert found is not None
    return found


def keys(text: str) -> None:
    QTest.keyClicks(in_hand(), text)


def key(which: Qt.Key, how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(in_hand(), which, how)


def quick_add(window: Window, qtbot: QtBot) -> QuickAdd:
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    form = front(qtbot, QuickAdd)
    qtbot.waitUntil(form.phone.input.hasFocus)
    return form


def test_take_payment_begins_where_the_number_is_typed(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL)
    form = front(qtbot, TakePayment)
    qtbot.waitUntil(form.number.input.hasFocus)

    keys("HK01")

    assert form.number.text() == "HK01"
    form.drop()


def test_take_payment_takes_the_open_order(
    window: Window, ctx: Context, customer: bytes, qtbot: QtBot
) -> None:
    order = an_order(ctx, customer)
    window.desk.open("orders", order_id=order)
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL)
    form = front(qtbot, TakePayment)

    qtbot.waitUntil(lambda: form.order is not None and form.order.id == order)
    qtbot.waitUntil(form.pay.amount.input.hasFocus)
    form.reject()
    assert not form.isVisible()  # what the program filled in is nothing to lose


def test_take_payment_offers_what_the_open_customer_owes(
    window: Window, ctx: Context, customer: bytes, qtbot: QtBot
) -> None:
    first, second = an_order(ctx, customer), an_order(ctx, customer, "Bangle")
    window.desk.open("customers", customer_id=customer)
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL)
    form = front(qtbot, TakePayment)

    qtbot.waitUntil(lambda: form.order is not None)
    assert {form.owed.itemData(n) for n in range(2)} == {first.hex(), second.hex()}
    form.owed.setCurrentIndex(1)
    form.owed.activated.emit(1)
    qtbot.waitUntil(lambda: form.order is not None and form.order.id.hex() == form.owed.value())
    form.drop()


def test_new_order_takes_the_open_customer(window: Window, customer: bytes, qtbot: QtBot) -> None:
    window.desk.open("customers", customer_id=customer)
    qtbot.keyClick(window, Qt.Key.Key_O, CTRL)
    form = front(qtbot, NewOrderDialog)

    qtbot.waitUntil(lambda: form.customer.customer() is not None)
    assert form.customer.customer().id == customer
    form.drop()


def test_a_half_filled_dialog_asks_before_it_forgets(window: Window, qtbot: QtBot) -> None:
    form = quick_add(window, qtbot)
    keys("9888")

    key(Qt.Key.Key_Escape)
    asked = front(qtbot, _ThrowAway)
    assert asked.focusWidget() is asked.cancel_button
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    assert form.isVisible()
    assert form.phone.text() == "9888"

    key(Qt.Key.Key_Escape)
    qtbot.keyClick(front(qtbot, _ThrowAway), Qt.Key.Key_Return, CTRL)
    assert form.isVisible()
    assert form.phone.text() == "9888"

    key(Qt.Key.Key_Escape)
    button(front(qtbot, _ThrowAway), "Throw away").click()
    qtbot.waitUntil(lambda: not i18n.alive(form) or not form.isVisible())


@pytest.mark.parametrize("how", [Qt.KeyboardModifier.NoModifier, CTRL])
def test_what_does_harm_is_never_what_enter_does(
    window: Window, qtbot: QtBot, how: Qt.KeyboardModifier
) -> None:
    done: list[str] = []
    ask_yes(window.desk, "Gone?", "All of it.", "Go", lambda: done.append("gone"), danger=True)
    asked = front(qtbot, _Question)

    qtbot.keyClick(asked, Qt.Key.Key_Return, how)

    assert not i18n.alive(asked) or not asked.isVisible()
    assert not done


@pytest.mark.parametrize("title", ["Away?", "Throw away what you typed?"])
def test_a_question_of_one_line_is_no_taller_than_its_words(
    window: Window, qtbot: QtBot, title: str
) -> None:
    ask_yes(window.desk, title, "It can come back.", "Put away", lambda: None)
    asked = front(qtbot, _Question)
    *_title, words, _wrong = asked.findChildren(Label)
    qtbot.waitUntil(lambda: not asked._grow.isActive())

    end = words.mapTo(asked, words.rect().bottomLeft()).y()

    assert words.text() == "It can come back."
    assert asked.save_button.mapTo(asked, QPoint()).y() - end < 40
    asked.reject()


def test_a_question_that_does_no_harm_is_answered_by_enter(window: Window, qtbot: QtBot) -> None:
    done: list[str] = []
    ask_yes(window.desk, "Away?", "It can come back.", "Put away", lambda: done.append("away"))

    qtbot.keyClick(front(qtbot, _Question), Qt.Key.Key_Return, CTRL)

    assert done == ["away"]


def test_a_dialog_without_changes_closes_at_once(window: Window, qtbot: QtBot) -> None:
    form = quick_add(window, qtbot)
    keys("9")
    key(Qt.Key.Key_Backspace)

    key(Qt.Key.Key_Escape)

    assert not i18n.alive(form) or not form.isVisible()


def test_a_choice_that_was_pressed_is_a_change(window: Window, qtbot: QtBot) -> None:
    form = quick_add(window, qtbot)
    form.consent.button("refused").click()

    form.reject()

    front(qtbot, _ThrowAway).accept()
    assert not i18n.alive(form) or not form.isVisible()


def test_escape_puts_only_the_suggestions_away(
    window: Window, ctx: Context, customer: bytes, qtbot: QtBot
) -> None:
    window.desk.open("orders.add")
    form = front(qtbot, NewOrderDialog)
    qtbot.waitUntil(form.customer.input.hasFocus)
    keys(header(ctx, [customer])[0].number)
    qtbot.waitUntil(form.customer.list.isVisible, timeout=5000)
    key(Qt.Key.Key_Down)

    key(Qt.Key.Key_Escape)

    assert form.isVisible()
    assert not form.customer.list.isVisible()
    assert QApplication.activeModalWidget() is form
    form.drop()


def test_language_and_theme_switch_inside_a_dialog(window: Window, qtbot: QtBot) -> None:
    form = quick_add(window, qtbot)
    keys("9888 7777")

    key(Qt.Key.Key_L, BOTH)
    key(Qt.Key.Key_D, BOTH)

    assert form.phone.text() == "9888 7777"
    assert {"電話", "中文姓名"} & set(texts(form))
    assert form.cancel_button.text() == "取消"
    assert theme.is_dark()
    form.drop()


def test_language_switches_by_key_on_a_page(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_L, BOTH)

    assert i18n.language() == "zh_HK"


def test_results_do_not_return_with_the_focus(
    window: Window, customer: bytes, qtbot: QtBot
) -> None:
    search = window.sheet.top.search
    window.search_focus()
    keys("a")
    qtbot.waitUntil(search.open_results)
    form = quick_add(window, qtbot)

    form.reject()
    window.activateWindow()
    search.clearFocus()
    search.setFocus()
    qtbot.waitUntil(search.hasFocus)
    settle(qtbot, window)
    assert not search.open_results()

    key(Qt.Key.Key_Down)
    qtbot.waitUntil(search.open_results)


def test_the_badge_of_today_counts_what_is_overdue(
    window: Window, ctx: Context, customer: bytes, qtbot: QtBot
) -> None:
    badges = window.sheet.badges
    badges._show({"overdue": 2, "due": 3, "promised_today": 4, "birthdays": 9})
    assert "9" in window.sheet.side._buttons["today"].accessibleName()

    badges._pause.stop()
    add_followup(ctx, customer_id=customer, title="Call", due_on=ctx.today())
    qtbot.waitUntil(badges._pause.isActive)


def test_one_day_is_a_day() -> None:
    today = dt.date(2026, 11, 22)
    assert in_days(today - dt.timedelta(days=3), today) == "3 days ago"
    assert in_days(today - dt.timedelta(days=1), today) in ("1 day ago", "yesterday")


def test_the_palette_names_no_key_that_nobody_can_press(window: Window) -> None:
    pages = [line for line in page_lines(window.desk, "") if isinstance(line, Hit)]
    keys = {hit.title: hit.right for hit in pages}

    assert (keys["Customers"], keys["Settings"], keys["Backups"]) == ("Ctrl+2", "Ctrl+0", "")
