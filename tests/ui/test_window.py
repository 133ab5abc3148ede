"""The real window over a real store: search, palette, keys, locking, switching."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from jewelcrm.context import Context
from jewelcrm.customers.commands import add_customer
from jewelcrm.customers.model import NewCustomer
from tests.builders import a_consent, a_phone
from tests.ui.conftest import OpenWindow
from ui import i18n, pages, theme
from ui.shell.fault import TroubleDialog
from ui.shell.page import Page
from ui.shell.palette import Palette
from ui.shell.window import Window
from ui.widgets.dialog import Dialog
from ui.widgets.fields import Field


class Plain(Page):
    """A page that remembers what it was told."""

    name, icon, title, help = "plain", "today", "Plain", "start"

    def __init__(self, desk) -> None:
        super().__init__(desk)
        self.told: list[object] = []
        self.box = QLineEdit(self)
        self.box.setAccessibleName("box")

    def enter(self, **where: object) -> None:
        self.told.append(where)

    def refresh(self, tables: frozenset[str]) -> None:
        self.told.append(tables)


@pytest.fixture(autouse=True)
def _plain_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """These tests are about the window; the pages have their own."""
    monkeypatch.setattr("ui.shell.sheet.page_class", lambda _name: Plain)


@pytest.fixture
def vivian(ctx: Context) -> bytes:
    return add_customer(
        ctx,
        NewCustomer(
            name="Vivian Yip",
            name_zh="葉景輝",
            contacts=(a_phone("91234567"),),
            consent=a_consent(),
        ),
    )


def typed(box: QLineEdit, text: str) -> None:
    box.setText(text)
    box.textEdited.emit(text)


def test_who_is_signed_in_is_called_as_in_the_language_of_the_window(
    window: Window, ctx: Context
) -> None:
    window.sheet.side.show_person(replace(ctx, staff=replace(ctx.staff, name_zh="陳美")))
    name = window.sheet.side.person.name

    assert name.text() == ctx.staff.name
    window.use_language("zh_HK", keep=False)
    assert name.text() == "陳美"
    window.use_language("en", keep=False)
    assert name.text() == ctx.staff.name


def test_results_come_while_one_types(window: Window, vivian: bytes, qtbot: QtBot) -> None:
    search = window.sheet.top.search
    window.search_focus()

    typed(search, "vivi")
    qtbot.waitUntil(search.open_results)

    assert [line.title for line in search.results.lines()][:2] == ["Customers", "Vivian Yip"]


def test_enter_opens_what_was_found_even_before_the_answer_is_there(
    window: Window, vivian: bytes, qtbot: QtBot
) -> None:
    search = window.sheet.top.search
    window.search_focus()

    typed(search, "1234")
    qtbot.keyClick(search, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: {"customer_id": vivian} in window.sheet.page().told)


def test_the_arrow_keys_walk_over_lines_and_never_stand_on_a_heading(
    window: Window, vivian: bytes, qtbot: QtBot
) -> None:
    window.palette_open()
    palette = QApplication.activeModalWidget()
    assert isinstance(palette, Palette)

    assert palette.first().title == "New customer"
    for _ in range(40):
        qtbot.keyClick(palette.edit, Qt.Key.Key_Down)
        assert palette.first() is not None
    assert palette.first().title == "Backups"
    qtbot.keyClick(palette.edit, Qt.Key.Key_Escape)


def test_the_palette_finds_deeds_pages_and_customers(
    window: Window, vivian: bytes, qtbot: QtBot
) -> None:
    window.palette_open()
    palette = QApplication.activeModalWidget()

    typed(palette.edit, "sett")
    palette.finder.ask()
    qtbot.waitUntil(lambda: palette.first() is not None)
    assert palette.first().title == "Settings"
    typed(palette.edit, "葉")
    palette.finder.ask()
    qtbot.waitUntil(lambda: palette.first() is not None and palette.first().name == "Vivian Yip")
    palette.close()


def test_the_palette_speaks_chinese(window: Window, qtbot: QtBot) -> None:
    window.use_language("zh_HK", keep=False)

    window.palette_open()
    palette = QApplication.activeModalWidget()

    assert palette.first().title == "新顧客"
    typed(palette.edit, "設定")
    assert palette.first().title == "設定"
    palette.close()


def test_control_and_a_number_open_the_pages(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)

    assert window.sheet.page() is window.sheet._pages["orders"]


def test_what_changed_is_told_to_the_page_in_front_and_to_others_when_visited(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    window.desk.open("customers")
    window.desk.open("orders")
    front, other = window.sheet._pages["orders"], window.sheet._pages["customers"]

    add_customer(ctx, NewCustomer(name="Amy Ho", contacts=(a_phone(),), consent=a_consent()))
    qtbot.waitUntil(lambda: any("customer" in told for told in front.told if told))

    assert not any(isinstance(told, frozenset) for told in other.told)
    window.desk.open("customers")
    assert any(isinstance(told, frozenset) and "customer" in told for told in other.told)


def test_when_head_office_is_reached_after_too_long_every_page_reads_anew(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    window.desk.open("customers")
    window.desk.open("orders")
    front, other = window.sheet._pages["orders"], window.sheet._pages["customers"]

    window.desk.line.reopened.emit()

    assert front.told == [{}, frozenset()]
    assert other.told == [{}]
    window.desk.open("customers")
    assert other.told[-2:] == [frozenset(), {}]
    window.desk.open("orders")
    assert front.told[2:] == [{}]


def test_language_and_theme_change_without_losing_what_is_typed(window: Window) -> None:
    window.desk.open("orders")
    page = window.sheet.page()
    page.box.setText("半句")

    window.next_language()
    window.next_theme()

    assert i18n.language() == "zh_HK"
    assert theme.is_dark()
    assert page.box.text() == "半句"
    assert window.sheet.top.new.text() == "新顧客"


def test_the_locked_desk_shows_nothing_of_the_customers(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot
) -> None:
    window, session = open_window(ctx)
    window.desk.open("customers")

    session.lock()

    assert window.desk.ctx is None
    assert not window.sheet.isVisible()
    window.desk.open("orders")
    assert not window.at_desk()


def test_the_same_person_comes_back_to_what_she_was_typing(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot
) -> None:
    window, session = open_window(ctx)
    window.desk.open("customers")
    page = window.sheet.page()
    page.box.setText("half a sentence")

    session.lock()
    session.seat(ctx)

    assert window.sheet.page() is page
    assert page.box.text() == "half a sentence"


def test_another_person_finds_fresh_pages(
    open_window: OpenWindow, ctx: Context, sales: Context, qtbot: QtBot
) -> None:
    window, session = open_window(ctx)
    window.desk.open("customers")
    page = window.sheet.page()

    session.lock()
    session.seat(sales)

    assert window.sheet.page() is not page
    assert window.desk.ctx is sales


def test_a_dialog_is_hidden_by_the_lock_and_comes_back(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot
) -> None:
    _window, session = open_window(ctx)
    session.ask_pin()
    dialog = QApplication.activeModalWidget()

    session.lock()
    assert not dialog.isVisible()
    session.seat(ctx)
    assert dialog.isVisible()
    dialog.close()


@pytest.mark.parametrize(("start", "length"), [(8, 0), (4, 4), (8, -4), (0, 12)])
def test_typing_goes_on_after_the_lock_where_it_was(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot, start: int, length: int
) -> None:
    window, session = open_window(ctx)
    dialog = Dialog(window.desk, "New customer")
    name = Field("Name", name="name")
    dialog.box.addWidget(name)
    dialog.open()
    name.set_text("Chan Tai Man")
    name.input.setFocus()
    name.input.setSelection(start, length)
    before = name.input.cursorPosition(), name.input.selectedText()

    window.lock_wanted.emit()
    assert not dialog.isVisible()
    session.seat(ctx)
    QCoreApplication.processEvents()

    assert (name.input.cursorPosition(), name.input.selectedText()) == before
    dialog.drop()


def test_the_desk_is_locked_from_within_a_dialog_too(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot
) -> None:
    window, session = open_window(ctx)
    session.ask_pin()
    dialog = QApplication.activeModalWidget()

    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    assert not window.at_desk()
    assert not dialog.isVisible()
    session.seat(ctx)
    dialog.close()


def test_the_desk_locks_when_nobody_touches_it(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot
) -> None:
    window, session = open_window(ctx)
    session.idle.minutes = 0.0

    session.idle.look()

    assert window.desk.ctx is None


def test_a_sales_assistant_sees_no_page_she_may_not_use(
    open_window: OpenWindow, sales: Context
) -> None:
    window, _ = open_window(sales)

    assert not window.sheet.side._buttons["imports"].isVisible()
    assert window.sheet.side._buttons["customers"].isVisible()


def test_a_scanned_number_opens_its_customer(
    window: Window, ctx: Context, vivian: bytes, qtbot: QtBot
) -> None:
    from jewelcrm.search.queries import search

    number = search(ctx, "vivian")[0].number

    window.scanner.scanned.emit(number)

    qtbot.waitUntil(lambda: {"customer_id": vivian} in window.sheet.page().told)


def test_an_unknown_number_is_said_in_passing(window: Window, qtbot: QtBot) -> None:
    window.scanner.scanned.emit("999999999999")

    qtbot.waitUntil(lambda: "999999999999" in window._toast.words.text())


def test_words_in_passing_do_not_stay_on_a_locked_desk(window: Window) -> None:
    window.desk.toast("Chan Tai Man was put away", "Undo", lambda: None)
    assert window._toast.isVisible()

    window.desk.seat(None)

    assert not window._toast.isVisible()


def test_a_number_typed_fast_that_nothing_has_is_not_lost(window: Window, qtbot: QtBot) -> None:
    window.scanner.gap_ms = 60_000  # the machine that runs the tests may be busy
    box = window.sheet.page().box
    box.setFocus()

    for key in "98989898":
        qtbot.keyClick(window.windowHandle(), key)
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: "98989898" in window._toast.words.text())
    assert box.text() == "98989898"


@pytest.mark.parametrize(("width", "narrow"), [(1440, False), (1100, True), (960, True)])
def test_the_side_bar_shrinks_to_icons_in_a_narrow_window(
    window: Window, qtbot: QtBot, width: int, narrow: bool
) -> None:
    window.resize(width, 640)
    qtbot.waitUntil(lambda: window.sheet.side.narrow() is narrow)


def test_help_opens_at_the_page_in_front_and_goes_back(window: Window, qtbot: QtBot) -> None:
    from ui.help.viewer import open_help

    help_window = open_help(window, "settings")
    help_window.show_page("keys")

    assert help_window.shown() == "keys"
    help_window.go_back()
    assert help_window.shown() == "settings"
    help_window.search.setText("bluetooth")
    assert help_window.contents.count() >= 1
    help_window.close()


def test_help_follows_the_language(window: Window, qtbot: QtBot) -> None:
    from ui.help.viewer import open_help

    help_window = open_help(window, "settings")
    window.use_language("zh_HK", keep=False)

    assert "提示規則" in help_window.text.toPlainText()
    help_window.close()


def test_every_page_of_the_side_bar_has_a_key_and_a_name() -> None:
    assert len([page for page in pages.PAGES if page.bar]) <= 10  # Ctrl+1 to Ctrl+9, Ctrl+0
    assert len({page.name for page in pages.PAGES}) == len(pages.PAGES)


def test_counts_are_shown_beside_the_pages(window: Window) -> None:
    window.sheet.side.show_count("today", 12)

    button = window.sheet.side._buttons["today"]
    assert "12" in button.accessibleName()


def test_a_name_with_markup_is_shown_as_it_is(qtbot: QtBot) -> None:
    from ui.widgets import Label

    label = Label()
    label.raw("<b>Amy</b>")
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert isinstance(label, QLabel)


def test_a_page_that_works_on_while_the_desk_is_locked_disturbs_nobody(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot
) -> None:
    from ui.shell.desk import Away

    window, session = open_window(ctx)
    session.lock()

    with pytest.raises(Away) as caught:
        window.desk.context()
    window.fail(caught.value, None)

    assert not any(isinstance(w, TroubleDialog) for w in QApplication.topLevelWidgets())


def test_the_shops_own_look_is_used_until_somebody_chooses(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot
) -> None:
    from jewelcrm.settings import everything

    window, session = open_window(ctx)
    window.likes.theme = "system"

    session.apply_settings({**everything(ctx), "theme": "dark", "text_size": 115})

    assert theme.is_dark()
    assert theme.scale() == 1.15
