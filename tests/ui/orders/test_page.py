"""The orders page: board, list, one order, and its steps."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from jewelcrm.context import Context
from jewelcrm.orders import queries
from jewelcrm.orders.commands import move_order, place_order
from jewelcrm.orders.model import NewLine, NewOrder
from jewelcrm.payments.model import NewPayment
from tests.builders import a_kept_customer
from tests.ui.conftest import OpenWindow
from tests.ui.orders.hand import button, front, has_button, hkd, settle, texts, wrong
from ui.orders.describe import DescribeLine
from ui.orders.edit import EditOrder
from ui.orders.line import LineDialog
from ui.orders.moving import MoveDialog
from ui.orders.page import OrdersPage
from ui.payments.notices import Notices
from ui.shell.window import Window
from ui.widgets import DangerButton, IconButton


def a_repair(ctx: Context, *, paid: bool = True, weight: str = "3.21") -> bytes:
    line = NewLine(description="18K ring", unit_price=hkd(450), weight_in=Decimal(weight))
    placed = place_order(
        ctx,
        NewOrder(
            kind="repair",
            customer_id=a_kept_customer(ctx),
            lines=[line],
            promised_on=dt.date(2026, 11, 24),
            deposit=NewPayment("cash", hkd(450)) if paid else None,
        ),
    )
    return placed.id


def a_ready_repair(ctx: Context, **more: bool) -> bytes:
    order = a_repair(ctx, **more)
    for stage in ("in_work", "quality_check", "ready"):
        move_order(ctx, order, stage)
    return order


def at_orders(qtbot: QtBot, window: Window, **where: object) -> OrdersPage:
    window.desk.open("orders", **where)
    page = window.sheet.page()
    assert isinstance(page, OrdersPage)
    settle(qtbot, window)
    return page


@pytest.fixture
def order(ctx: Context) -> bytes:
    return a_repair(ctx)


def test_the_board_shows_each_order_in_its_stage(
    qtbot: QtBot, window: Window, ctx: Context, order: bytes
) -> None:
    page = at_orders(qtbot, window)

    column = next(one for one in page.board._stages if one.stage == "received")
    assert [row.id for row in column.list.cards.rows] == [order]
    assert page.count.text() == "1 order"


def test_ctrl_right_moves_the_marked_card_to_the_next_stage(
    qtbot: QtBot, window: Window, ctx: Context, order: bytes
) -> None:
    page = at_orders(qtbot, window)
    page.board.focus_cards()
    column = next(one for one in page.board._stages if one.stage == "received")

    qtbot.keyClick(column.list, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)

    assert queries.order(ctx, order).stage == "estimating"
    assert page.board.current().stage == "estimating"


def test_enter_on_a_card_opens_the_order_and_esc_puts_it_away(
    qtbot: QtBot, window: Window, order: bytes
) -> None:
    page = at_orders(qtbot, window)
    page.board.focus_cards()
    column = next(one for one in page.board._stages if one.stage == "received")

    qtbot.keyClick(column.list, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert page.panel.isVisible()
    assert "18K ring" in texts(page.panel)

    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()


def test_the_panel_offers_only_the_steps_that_are_allowed(
    qtbot: QtBot, window: Window, ctx: Context, order: bytes
) -> None:
    page = at_orders(qtbot, window, order_id=order)

    assert has_button(page.panel, "Start work")
    assert not has_button(page.panel, "Hand over")
    button(page.panel, "Start work").click()
    settle(qtbot, window)

    assert queries.order(ctx, order).stage == "in_work"
    assert has_button(page.panel, "Check quality")


def test_a_repair_is_weighed_when_it_is_handed_back(
    qtbot: QtBot, window: Window, ctx: Context
) -> None:
    order = a_ready_repair(ctx)
    page = at_orders(qtbot, window, order_id=order)
    button(page.panel, "Hand over").click()
    dialog = front(qtbot, MoveDialog)
    assert not isinstance(dialog.save_button, DangerButton)

    dialog.save_button.click()
    assert wrong(dialog) == {"weight_out": "Weigh the piece and write the weight down."}

    dialog.weights[next(iter(dialog.weights))].set_text("2.9")
    dialog.save_button.click()
    told = front(qtbot, Notices)

    assert queries.order(ctx, order).stage == "collected"
    assert queries.order(ctx, order).lines[0].weight_out == Decimal("2.9")
    assert any("came in at 3.21 g" in text for text in texts(told))
    told.accept()


def test_a_piece_leaves_unpaid_only_with_a_reason(
    qtbot: QtBot, window: Window, ctx: Context
) -> None:
    order = a_ready_repair(ctx, paid=False)
    page = at_orders(qtbot, window, order_id=order)
    button(page.panel, "Hand over").click()
    dialog = front(qtbot, MoveDialog)
    dialog.weights[next(iter(dialog.weights))].set_text("3.21")
    assert "HK$450.00 is still to be paid." in texts(dialog)

    dialog.save_button.click()
    settle(qtbot, window)
    assert "reason" in wrong(dialog)

    dialog.reason.set_text("Regular customer, pays on Friday")
    dialog.save_button.click()
    settle(qtbot, window)
    assert queries.order(ctx, order).stage == "collected"


def test_sales_staff_are_not_offered_to_cancel(
    qtbot: QtBot, open_window: OpenWindow, sales: Context, order: bytes
) -> None:
    window, _ = open_window(sales)
    page = at_orders(qtbot, window, order_id=order)

    assert has_button(page.panel, "Start work")
    assert not has_button(page.panel, "Cancel order")


def test_cancelling_asks_for_the_reason(
    qtbot: QtBot, window: Window, ctx: Context, order: bytes
) -> None:
    page = at_orders(qtbot, window, order_id=order)
    button(page.panel, "Cancel order").click()
    dialog = front(qtbot, MoveDialog)
    assert isinstance(dialog.save_button, DangerButton)
    dialog.reason.set_text("Customer changed her mind")
    dialog.save_button.click()
    told = front(qtbot, Notices)

    assert queries.order(ctx, order).stage == "cancelled"
    assert queries.order(ctx, order).steps[-1].reason == "Customer changed her mind"
    told.accept()


def test_the_list_narrows_to_what_is_late(
    qtbot: QtBot, window: Window, ctx: Context, clock, order: bytes
) -> None:
    a_repair(ctx)
    clock.move(days=3)
    on_time = place_order(
        ctx, NewOrder(kind="sale", lines=[NewLine(description="Pellet", unit_price=hkd(10))])
    )
    page = at_orders(qtbot, window, state="all")
    assert len(page.table.ids()) == 3

    page.filters.state.choose("late")
    page.reload()
    settle(qtbot, window)

    assert order in page.table.ids()
    assert on_time.id not in page.table.ids()


def test_the_promise_can_be_changed(
    qtbot: QtBot, window: Window, ctx: Context, order: bytes
) -> None:
    page = at_orders(qtbot, window, order_id=order)
    button(page.panel, "Edit").click()
    dialog = front(qtbot, EditOrder)
    dialog.terms.promised.set_text("30/11/2026")
    dialog.save_button.click()
    settle(qtbot, window)

    assert queries.order(ctx, order).promised_on == dt.date(2026, 11, 30)


def test_a_line_can_be_changed_and_the_total_follows(
    qtbot: QtBot, window: Window, ctx: Context
) -> None:
    order = a_repair(ctx, paid=False)
    at_orders(qtbot, window, order_id=order)
    kept = queries.order(ctx, order)
    window.desk.open("orders.line", order=kept, line=kept.lines[0])
    dialog = front(qtbot, LineDialog)
    dialog.editor.price.set_text("600")
    dialog.save_button.click()
    settle(qtbot, window)

    changed = queries.order(ctx, order)
    assert changed.total == hkd(600)
    assert changed.lines[0].weight_in == Decimal("3.21")


def test_the_page_speaks_chinese_after_a_switch(qtbot: QtBot, window: Window, order: bytes) -> None:
    page = at_orders(qtbot, window, order_id=order)

    window.use_language("zh_HK", keep=False)
    settle(qtbot, window)

    assert has_button(page.panel, "開始製作")
    assert page.count.text() == "1 張訂單"
    assert "陳大文" in texts(page.panel)


def test_a_card_may_be_dragged_only_where_its_order_may_go(
    qtbot: QtBot, window: Window, ctx: Context, order: bytes
) -> None:
    page = at_orders(qtbot, window)
    columns = {one.stage: one.list for one in page.board._stages}
    cards = columns["received"].cards
    mime = cards.mimeData([cards.index(0, 0)])

    def over() -> QDropEvent:
        move = Qt.DropAction.MoveAction
        no_keys = Qt.KeyboardModifier.NoModifier
        return QDropEvent(QPointF(5, 5), move, mime, Qt.MouseButton.LeftButton, no_keys)

    refused, allowed = over(), over()
    columns["ready"]._welcome(refused)
    columns["in_work"]._welcome(allowed)
    assert (refused.isAccepted(), allowed.isAccepted()) == (False, True)

    columns["in_work"].dropEvent(allowed)
    settle(qtbot, window)
    assert queries.order(ctx, order).stage == "in_work"


def test_what_the_receipt_of_a_finished_order_lacks_can_be_filled_in(
    qtbot: QtBot, window: Window, ctx: Context
) -> None:
    ring = NewLine(description="Gold ring", unit_price=hkd(4500), metal="gold")
    sold = place_order(
        ctx, NewOrder(kind="sale", lines=[ring], deposit=NewPayment("cash", hkd(4500)))
    )
    move_order(ctx, sold.id, "collected")
    page = at_orders(qtbot, window, order_id=sold.id)
    pencils = page.panel.findChildren(IconButton)
    next(one for one in pencils if one.accessibleName() == "Change this line").click()
    dialog = front(qtbot, DescribeLine)
    dialog.making.fineness.set_text("750")
    dialog.making.weight.set_text("3.1 g")
    dialog.save_button.click()
    settle(qtbot, window)

    line = queries.order(ctx, sold.id).lines[0]
    assert (line.fineness, line.weight, line.amount) == (7500, Decimal("3.1"), hkd(4500))
