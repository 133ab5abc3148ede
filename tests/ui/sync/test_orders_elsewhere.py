"""Another branch's order in the window: named as such, and not to be changed here."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from jewelcrm.context import Context
from jewelcrm.followups import commands
from tests.builders import a_kept_customer, a_placed_order
from tests.ui.customers.scene import reads
from tests.ui.sync import scene
from ui.orders.page import OrdersPage
from ui.shell.window import Window
from ui.today.page import TodayPage


@pytest.fixture
def theirs(window: Window, ctx: Context, qtbot: QtBot) -> bytes:
    """An order that Mong Kok took for a customer of ours."""
    scene.enrol(ctx)
    other = scene.a_branch(ctx, "HK02", "Mong Kok")
    placed = a_placed_order(ctx, customer_id=a_kept_customer(ctx), promised_on=ctx.today())
    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.raw.execute("UPDATE sales_order SET branch_id = ? WHERE id = ?", (other, placed.id))
        work.touched.add("sales_order")
    window.desk.line.look()
    qtbot.waitUntil(lambda: window.desk.line.elsewhere(other) == "Mong Kok", timeout=8000)
    return placed.id


def buttons(page: OrdersPage) -> set[str]:
    return {b.text() for b in page.panel.findChildren(QAbstractButton)}


def test_its_pieces_and_terms_are_not_offered_to_be_changed(
    window: Window, theirs: bytes, qtbot: QtBot
) -> None:
    window.desk.open("orders", order_id=theirs)
    page = window.sheet.page()
    assert isinstance(page, OrdersPage)
    reads(qtbot, page.panel, "Taken at Mong Kok: only there its pieces and terms are changed.")
    qtbot.waitUntil(lambda: "Take payment" in buttons(page), timeout=8000)
    assert not {"Edit", "Add a line", "Change"} & buttons(page)


def test_the_board_and_the_day_name_the_branch(
    window: Window, ctx: Context, theirs: bytes, qtbot: QtBot
) -> None:
    window.desk.open("orders", order_id=theirs)
    page = window.sheet.page()
    assert isinstance(page, OrdersPage)
    qtbot.waitUntil(lambda: page.board.count() == 1, timeout=8000)
    row = next(s.list.cards for s in page.board._stages if s.list.cards.rows)
    assert "Mong Kok" in row.data(row.index(0, 0))
    window.desk.open("today")
    today = window.sheet.page()
    reads(qtbot, today, "Mong Kok")


def test_the_rules_wait_for_the_first_copy(
    window: Window, ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[Context] = []
    monkeypatch.setattr(commands, "run_rules", ran.append)
    scene.enrol(ctx)
    scene.first_copy(ctx, 10, 100)
    window.desk.line.look()
    line = window.desk.line
    qtbot.waitUntil(lambda: bool(line.status and line.status.first_copy), timeout=8000)
    window.desk.open("today")
    page = window.sheet.page()
    assert isinstance(page, TodayPage)
    page._rules.setInterval(20)
    page._rules.start()
    qtbot.wait(200)
    assert not ran
    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.raw.execute("UPDATE sync_cursor SET stage = NULL")
        work.touched.add("sync")
    qtbot.waitUntil(lambda: len(ran) == 1, timeout=8000)


def test_a_lent_customers_birthday_is_her_own_branchs(ctx: Context) -> None:
    from jewelcrm.customers.commands import set_occasion
    from jewelcrm.customers.model import NewOccasion
    from jewelcrm.followups.queries import today
    from tests.ui.sync.test_elsewhere import on_loan

    customer = a_kept_customer(ctx)
    day = ctx.today()
    set_occasion(ctx, customer, NewOccasion(kind="birthday", month=day.month, day=day.day))
    assert today(ctx).birthdays.total == 1
    scene.enrol(ctx)
    scene.a_branch(ctx, "HK02", "Mong Kok")
    on_loan(ctx, customer)
    assert today(ctx).birthdays.total == 0
