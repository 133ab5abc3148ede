"""Taking an order at the counter, in the real window over a real store."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.types import new_id
from jewelcrm.catalogue.commands import add_product, set_gold_rate
from jewelcrm.catalogue.model import NewProduct
from jewelcrm.context import Context
from jewelcrm.demo.data import data
from jewelcrm.orders import queries
from jewelcrm.orders.model import PlacedOrder
from jewelcrm.payments.receipts import words as papers
from tests.builders import a_kept_customer
from tests.ui.orders.hand import button, front, hkd, settle, texts, wrong
from ui.customers.picker import CustomerPicker
from ui.orders import words
from ui.orders.add import NewOrder
from ui.orders.new.placed import Placed
from ui.shell.window import Window
from ui.widgets import Scroll


@pytest.fixture
def customer(ctx: Context) -> bytes:
    return a_kept_customer(ctx)


def begin(qtbot: QtBot, window: Window, **where: object) -> NewOrder:
    window.desk.open("orders.add", **where)
    dialog = front(qtbot, NewOrder)
    settle(qtbot, window)
    return dialog


def fill_in(dialog: NewOrder, words: str, price: str) -> None:
    line = dialog.lines.editors[0]
    line.piece.set_text(words)
    line.price.set_text(price)


def test_an_order_with_a_deposit_is_placed_and_its_number_is_shown(
    qtbot: QtBot, window: Window, ctx: Context, customer: bytes
) -> None:
    dialog = begin(qtbot, window, customer_id=customer, kind="custom")
    fill_in(dialog, "Engagement ring", "20,000")
    dialog.terms.promised.set_text("22/12/2026")
    button(dialog.paying, "30 %").click()
    dialog.save_button.click()

    placed = front(qtbot, Placed)

    order = queries.order(ctx, placed.placed.id)
    assert placed.number.text() == order.number
    assert (order.total, order.paid, order.balance) == (hkd(20000), hkd(6000), hkd(14000))
    assert order.customer_id == customer
    assert [(due.kind, due.due_on) for due in order.dues] == [
        ("deposit", dt.date(2026, 11, 22)),
        ("balance", dt.date(2026, 12, 22)),
    ]
    placed.accept()


def test_everything_typed_stays_and_the_wrong_field_is_marked(
    qtbot: QtBot, window: Window, ctx: Context, customer: bytes
) -> None:
    dialog = begin(qtbot, window, customer_id=customer, kind="repair")
    fill_in(dialog, "18K ring", "450")
    dialog.lines.editors[0].repair.condition.set_text("Two prongs worn")
    dialog.save_button.click()
    settle(qtbot, window)

    assert wrong(dialog) == {"promised_on": "Say on which day it will be ready."}
    assert dialog.lines.editors[0].piece.text() == "18K ring"
    assert dialog.lines.editors[0].repair.condition.text() == "Two prongs worn"
    assert dialog.isVisible()
    assert queries.listing(ctx) == []
    dialog.reject()


def test_in_a_low_window_the_red_words_of_what_is_missing_are_in_sight(
    qtbot: QtBot, window: Window, customer: bytes
) -> None:
    window.resize(900, 560)
    dialog = begin(qtbot, window, customer_id=customer, kind="repair")
    fill_in(dialog, "18K ring", "450")
    dialog.save_button.click()
    settle(qtbot, window)
    told = dialog.terms.promised.wrong
    [scroll] = [some for some in dialog.findChildren(Scroll) if some.isAncestorOf(told)]

    def in_sight() -> bool:
        at = QRect(told.mapTo(scroll.viewport(), QPoint()), told.size())
        return told.isVisible() and scroll.viewport().rect().contains(at)

    qtbot.waitUntil(in_sight)
    dialog.drop()


def test_a_repair_keeps_what_came_in(
    qtbot: QtBot, window: Window, ctx: Context, customer: bytes
) -> None:
    dialog = begin(qtbot, window, customer_id=customer, kind="repair")
    fill_in(dialog, "18K ring", "450")
    intake = dialog.lines.editors[0].repair
    intake.service.put("resize")
    intake.weight.set_text("8分6厘")
    intake.value.set_text("9000")
    dialog.terms.promised.set_text("+7")
    dialog.terms.rush.setChecked(True)
    dialog.save_button.click()

    placed = front(qtbot, Placed)
    order = queries.order(ctx, placed.placed.id)
    [line] = order.lines
    assert (order.kind, order.stage, order.rush) == ("repair", "received", True)
    assert (line.service, line.weight_in) == ("resize", Decimal("3.2189"))
    assert line.declared_value == hkd(9000)
    placed.accept()


def test_a_sale_taken_along_is_paid_and_collected_at_once(
    qtbot: QtBot, window: Window, ctx: Context
) -> None:
    dialog = begin(qtbot, window)
    fill_in(dialog, "Gold pellet", "5,600")
    dialog.paying.pay.received.set_text("6000")
    assert dialog.paying.pay.change.text() == "Change to give back: HK$400.00"
    dialog.save_button.click()

    placed = front(qtbot, Placed)
    order = queries.order(ctx, placed.placed.id)
    assert (order.stage, order.balance) == ("collected", hkd(0))
    assert placed.placed.receipt_number in " ".join(texts(placed))
    placed.accept()


def test_a_sale_that_is_not_paid_in_full_after_all_records_no_money_nobody_typed(
    qtbot: QtBot, window: Window, ctx: Context, customer: bytes
) -> None:
    dialog = begin(qtbot, window, customer_id=customer)
    fill_in(dialog, "Gold pellet", "5,600")
    assert dialog.paying.paid() == hkd(5600)
    dialog.paying.take_now.click()
    assert dialog.paying.paid() == hkd(0)
    dialog.save_button.click()

    placed = front(qtbot, Placed)
    order = queries.order(ctx, placed.placed.id)
    assert (order.paid, order.balance) == (hkd(0), hkd(5600))
    placed.accept()


def test_a_piece_by_weight_is_priced_from_the_board(
    qtbot: QtBot, window: Window, ctx: Context
) -> None:
    set_gold_rate(ctx, "gold", "ornament", hkd(41280))
    piece = add_product(
        ctx,
        NewProduct(
            sku="GDB-1",
            name="Bangle",
            metal="gold",
            fineness=9990,
            weight=Decimal("37.429"),
            pricing_mode="by_weight",
            labour=hkd(1200),
            barcode="4890001",
        ),
    )
    dialog = begin(qtbot, window, product_id=piece)

    assert dialog.lines.total() == hkd(42480)
    dialog.lines.editors[0].making.weight.set_text("2兩")
    settle(qtbot, window)
    assert dialog.lines.total() == hkd(83760)
    dialog.save_button.click()

    placed = front(qtbot, Placed)
    [line] = queries.order(ctx, placed.placed.id).lines
    assert (line.amount, line.weight) == (hkd(83760), Decimal("74.858"))
    assert line.gold_rate_id is not None
    placed.accept()


def test_a_scanned_piece_fills_the_first_line_and_the_next_makes_another(
    qtbot: QtBot, window: Window, ctx: Context
) -> None:
    for code in ("48900011", "48900012"):
        add_product(ctx, NewProduct(sku=code, name=f"Ring {code}", price=hkd(900), barcode=code))
    dialog = begin(qtbot, window)

    for code in ("48900011", "48900012"):
        window.scanner.scanned.emit(code)
        settle(qtbot, window)

    assert [line.piece.text() for line in dialog.lines.editors] == [
        "Ring 48900011",
        "Ring 48900012",
    ]
    assert dialog.lines.total() == hkd(1800)
    dialog.reject()


@pytest.mark.parametrize("kind", ["sale", "repair"])
def test_the_dialog_after_an_order_shows_all_of_itself_without_a_scroll_bar(
    qtbot: QtBot, window: Window, kind: str
) -> None:
    placed = Placed(window.desk, PlacedOrder(new_id(), "HK01-A-1-7", "HK01-A-2-5", new_id()), kind)
    body = placed._scroll.widget()
    body.setMinimumHeight(250)  # as where letters are taller than was reckoned

    placed.open()

    qtbot.waitUntil(lambda: placed._scroll.height() >= body.height() >= 250)
    placed.accept()


def test_enter_in_the_list_of_pieces_takes_the_piece_and_saves_nothing(
    qtbot: QtBot, window: Window, ctx: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in (1, 2):
        add_product(ctx, NewProduct(sku=f"JB-{n}", name=f"Jade bangle {n}", price=hkd(900 * n)))
    dialog = begin(qtbot, window)
    saved: list[str] = []
    monkeypatch.setattr(dialog, "save", lambda: saved.append("order"))
    piece = dialog.lines.editors[0].piece
    piece.input.setFocus()
    qtbot.keyClicks(piece.input, "JB-")
    qtbot.waitUntil(piece.found.isVisible)

    qtbot.keyClick(piece.input, Qt.Key.Key_Down)
    qtbot.keyClick(piece.found, Qt.Key.Key_Down)
    wanted = piece.found.currentItem().data(Qt.ItemDataRole.UserRole)
    qtbot.keyClick(piece.found, Qt.Key.Key_Return)

    assert piece.text() == wanted.name
    assert piece.product == wanted
    assert not saved
    dialog.drop()


def test_enter_in_the_list_of_customers_takes_her_and_saves_nothing(
    qtbot: QtBot, window: Window, customer: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = begin(qtbot, window)
    saved: list[str] = []
    monkeypatch.setattr(dialog, "save", lambda: saved.append("order"))
    [who] = dialog.findChildren(CustomerPicker)
    who.input.setFocus()
    qtbot.keyClicks(who.input, "Chan Tai")
    qtbot.waitUntil(who.list.isVisible)

    qtbot.keyClick(who.input, Qt.Key.Key_Down)
    qtbot.keyClick(who.list, Qt.Key.Key_Return)

    assert who.required().id == customer
    assert not saved
    dialog.drop()


def test_tab_from_a_piece_goes_to_its_price_and_not_over_the_cross(
    qtbot: QtBot, window: Window
) -> None:
    dialog = begin(qtbot, window)
    dialog.lines.add()
    line = dialog.lines.editors[0]
    after: list[QWidget] = [line.piece.input]
    while after[-1] is not line.remove:
        after.append(after[-1].nextInFocusChain())
        assert after[-1] is not line.piece.input
    assert line.price.input in after
    dialog.drop()


def test_a_schedule_that_does_not_add_up_is_refused_in_words(
    qtbot: QtBot, window: Window, customer: bytes
) -> None:
    dialog = begin(qtbot, window, customer_id=customer, kind="special")
    fill_in(dialog, "Earrings", "3000")
    dialog.terms.promised.set_text("+30")
    dialog.paying.agree.setChecked(True)
    dialog.paying.dues.add_rest()
    dialog.paying.dues._rows[0].amount.setText("1000")
    dialog.paying.dues._rows[1].amount.setText("1500")
    assert dialog.paying.dues.state.text() == "HK$500.00 is not planned yet."
    dialog.save_button.click()
    settle(qtbot, window)

    assert "add up to HK$2,500.00" in dialog.wrong.text()
    assert dialog.isVisible()
    dialog.reject()


def test_the_dialog_changes_its_language_and_keeps_what_is_typed(
    qtbot: QtBot, window: Window
) -> None:
    dialog = begin(qtbot, window)
    fill_in(dialog, "Ring", "100")

    window.use_language("zh_HK", keep=False)

    assert dialog.save_button.text() == "儲存訂單"
    assert dialog.lines.editors[0].piece.text() == "Ring"
    dialog.reject()


def test_what_is_done_to_a_piece_has_words_in_the_window_and_on_paper() -> None:
    codes = {code for code, _words in words.SERVICES}
    assert codes == papers.SERVICES.keys() - {"commission"}
    assert {repair[0] for repair in data("notes.json")["repairs"]} <= codes
