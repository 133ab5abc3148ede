"""A page at its first visit: its name at once, itself step by step, the last one wanted only."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from jewelcrm.context import Context
from tests.builders import a_kept_customer
from tests.ui.conftest import OpenWindow
from ui import pages
from ui.customers.page import CustomersPage
from ui.shell.coming import Frame
from ui.shell.fault import TroubleDialog
from ui.shell.page import Page
from ui.shell.window import Window


class Slow(Page):
    name, icon, title, help = "slow", "today", "Slow", "start"

    def __init__(self, desk) -> None:
        super().__init__(desk)
        self.told: list[object] = []

    def enter(self, **where: object) -> None:
        self.told.append(where)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the pages in the order in which they were made."""
    names: list[str] = []

    def page_class(name: str) -> type[Page]:
        names.append(name)
        return Slow

    monkeypatch.setattr("ui.shell.sheet.page_class", page_class)
    return names


@pytest.fixture
def window(
    open_window: OpenWindow, ctx: Context, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> Window:
    window = open_window(ctx)[0]
    made.clear()
    monkeypatch.setattr(pages, "AT_ONCE", False)
    return window


def test_the_name_of_a_page_stands_there_before_the_page(
    window: Window, made: list[str], qtbot: QtBot
) -> None:
    window.desk.open("payments")

    frame = window.sheet.stack.currentWidget()
    assert isinstance(frame, Frame)
    assert frame.findChild(QLabel).text() == "Payments"
    assert made == []
    qtbot.waitUntil(lambda: window.sheet.front() is not None)
    assert window.sheet.front().told == [{}]


def test_only_the_page_that_was_wanted_last_is_made(
    window: Window, made: list[str], qtbot: QtBot
) -> None:
    window.desk.open("payments")
    window.desk.open("orders", order_id=b"1")
    window.desk.open("orders", order_id=b"2")

    qtbot.waitUntil(lambda: window.sheet.front() is not None)
    assert made == ["orders"]
    assert window.sheet.front().told == [{"order_id": b"2"}]


def test_going_back_to_a_page_that_is_there_needs_no_waiting(
    window: Window, made: list[str]
) -> None:
    window.desk.open("payments")
    window.desk.open("today")

    assert window.sheet.front() is window.sheet.page()
    assert made == []


def test_the_code_of_a_page_is_loaded_off_the_ui_thread(
    window: Window, made: list[str], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    loaded: list[str] = []
    monkeypatch.setattr(pages, "loaded", lambda _name: False)
    monkeypatch.setattr(pages, "load", lambda name: loaded.append(name) or sys.exc_info())

    window.desk.open("settings")

    assert window.sheet.busy()
    qtbot.waitUntil(lambda: window.sheet.front() is not None)
    assert loaded == ["settings"]


def test_a_page_that_was_on_its_way_when_the_desk_was_locked_is_there_afterwards(
    open_window: OpenWindow,
    ctx: Context,
    made: list[str],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    window, session = open_window(ctx)
    monkeypatch.setattr(pages, "AT_ONCE", False)
    window.desk.open("payments")

    session.lock()
    qtbot.wait(50)
    assert window.sheet.front() is None
    session.seat(ctx)

    qtbot.waitUntil(lambda: window.sheet.front() is not None)
    assert made[-1] == "payments"


def test_a_page_that_cannot_be_made_is_told_and_the_next_one_opens(
    window: Window, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def broken(_name: str) -> type[Page]:
        raise ImportError("no such page")

    def reports() -> list[QDialog]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, TroubleDialog)]

    monkeypatch.setattr("ui.shell.sheet.page_class", broken)
    window.desk.open("followups")

    qtbot.waitUntil(lambda: bool(reports()))
    reports()[0].close()
    window.desk.open("today")
    assert window.sheet.front().told


def test_a_dialog_whose_code_is_not_there_yet_opens_a_little_later(
    window: Window, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    shown: list[str] = []
    monkeypatch.setattr("ui.shell.window.loaded", lambda _name: False)
    monkeypatch.setattr(
        "ui.shell.window.show_dialog", lambda _desk, name, _where: shown.append(name)
    )

    window.desk.open("customers.add")

    assert shown == []
    qtbot.waitUntil(lambda: shown == ["customers.add"])


def test_another_language_is_shown_when_all_in_sight_is_said(window: Window, qtbot: QtBot) -> None:
    window.use_language("zh_HK", keep=False)
    assert not window.updatesEnabled()
    assert window.sheet.top.new.text() == "New customer"

    qtbot.waitUntil(window.updatesEnabled)
    assert window.sheet.top.new.text() == "新顧客"


def test_the_language_chosen_last_is_the_one_that_is_spoken(window: Window, qtbot: QtBot) -> None:
    window.use_language("zh_HK", keep=False)
    window.use_language("en", keep=False)

    qtbot.waitUntil(window.updatesEnabled)
    assert window.sheet.top.new.text() == "New customer"


def test_the_first_page_is_made_while_the_password_is_typed(
    open_window: OpenWindow, ctx: Context, made: list[str], qtbot: QtBot
) -> None:
    window, session = open_window(ctx)
    session.lock()
    window.sheet.forget()
    made.clear()

    assert len(list(window.prepared(["today"]))) >= 3
    session.seat(ctx)
    window.desk.open("today")

    assert made == ["today"]
    assert window.sheet.front() is window.sheet._pages["today"]


def test_a_page_half_made_when_she_signs_in_is_thrown_away(
    open_window: OpenWindow, ctx: Context, made: list[str], qtbot: QtBot
) -> None:
    window, session = open_window(ctx)
    session.lock()
    window.sheet.forget()
    steps = window.prepared(["today"])
    while len(made) < 2:
        next(steps)

    steps.close()
    qtbot.waitUntil(lambda: window.sheet.findChild(Slow) is None)


def test_a_page_that_is_only_passed_loads_nothing(
    window: Window, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("ui.pages.loaded", lambda _name: False)
    monkeypatch.setattr("ui.pages.load", asked.append)

    window.desk.open("payments")
    window.desk.open("orders")

    qtbot.waitUntil(lambda: window.sheet.front() is not None)
    assert asked == ["orders"]


def test_the_list_stands_before_the_card_beside_it_is_made(
    open_window: OpenWindow, ctx: Context, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    who = a_kept_customer(ctx)
    window, _ = open_window(ctx)
    monkeypatch.setattr(pages, "AT_ONCE", False)
    before: list[object] = []
    monkeypatch.setattr(CustomersPage, "_show_ids", _noting(before, CustomersPage._show_ids))

    window.desk.open("customers")
    qtbot.waitUntil(lambda: window.sheet.front() is not None)
    page = window.sheet.front()
    qtbot.waitUntil(lambda: page.place.made is not None and page.place.made.view is not None)

    assert before[0] is None
    assert page.place.made.customer_id == who
    assert page.place.card is page.place.made


def _noting(before: list[object], show: Callable[..., None]) -> Callable[..., None]:
    def noted(page: CustomersPage, *args: object, **more: object) -> None:
        before.append(page.place.made)
        show(page, *args, **more)

    return noted
