"""The list of people who are to be erased, for who may erase."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from db.types import to_millis
from jewelcrm.context import Context
from jewelcrm.sync.visiting import ToErase
from jewelcrm.wire.visiting import ErasureLine
from tests.builders import a_kept_customer
from tests.ui.customers.scene import dialog, press, reads
from tests.ui.sync import scene
from ui.shell.window import Window
from ui.sync import office
from ui.sync.erase import Erase
from ui.sync.erasures import Erasures


@pytest.fixture
def company(window: Window, ctx: Context, qtbot: QtBot) -> Window:
    """A window of a shop that has a head office, on line."""
    scene.enrol(ctx)
    window.desk.line.look()
    qtbot.waitUntil(lambda: window.desk.line.enrolled, timeout=8000)
    return window


def test_open_requests_say_who_asked_when_and_which_pcs_are_missing(
    company: Window, ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    customer, at = a_kept_customer(ctx), to_millis(ctx.clock.now())
    waiting = ErasureLine(customer.hex(), "HK01-A-000001-1", at, "Wing Lau")
    mine = ErasureLine("ab" * 16, "HK02-B-000002-2", at, "Mei Chan", mine=True)
    owed = ErasureLine("cd" * 16, "", at, "Wing Lau", done=at, pcs=3, missing=["HK01-A", "HK02-B"])
    found = [ToErase(waiting, "Chan Tai Man", "陳大文"), ToErase(mine, "", None)]
    monkeypatch.setattr(office, "erasures", lambda _ctx: [*found, ToErase(owed, "", None)])
    company.desk.open("sync")
    page = company.sheet.page()
    qtbot.waitUntil(page.erasures.isVisible, timeout=8000)
    press(page, "Erasure requests")

    asked = dialog(qtbot, Erasures)
    reads(
        qtbot,
        asked,
        "Chan Tai Man",
        "by Wing Lau",
        "HK02-B-000002-2",
        "You asked: another administrator must second it.",
        "Still to confirm: HK01-A, HK02-B",
    )
    press(asked, "Second it…")
    assert isinstance(dialog(qtbot, Erase), Erase)


def test_sales_staff_are_not_shown_the_list(company: Window, sales: Context, qtbot: QtBot) -> None:
    company.desk.seat(sales)
    company.desk.open("sync")
    page = company.sheet.page()
    company.desk.line.look()
    qtbot.wait(200)
    assert not page.erasures.isVisible()
