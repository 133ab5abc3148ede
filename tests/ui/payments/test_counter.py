"""Money at the counter, in the real window over a real store."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from jewelcrm.catalogue.commands import NewProduct, add_product
from jewelcrm.context import Context
from jewelcrm.errors import CanFix, Denied, Unavailable
from jewelcrm.orders import queries
from jewelcrm.orders.commands import place_order
from jewelcrm.orders.model import NewLine, NewOrder
from jewelcrm.orders.rules.disclosures import WORDS
from jewelcrm.payments import commands
from jewelcrm.payments.model import NewPayment
from jewelcrm.payments.printing import print_receipt
from jewelcrm.payments.receipts import gather
from jewelcrm.payments.rules import _CASH, _OTHER
from tests.builders import a_kept_customer
from tests.shots_deeds import NOTICES
from tests.ui.conftest import OpenWindow
from tests.ui.orders.hand import button, front, has_button, hkd, settle, texts, wrong
from ui.customers.words import joined
from ui.orders.envelope import EnvelopePreview
from ui.payments import printers
from ui.payments.notices import SAID, line_of
from ui.payments.page import PaymentsPage
from ui.payments.receipt import MISSING, ReceiptPreview
from ui.payments.refund import RefundDialog
from ui.payments.take import TakePayment
from ui.payments.taken import TakenDialog
from ui.shell.window import Window


@pytest.fixture
def order(ctx: Context) -> bytes:
    return an_order(ctx, total=20000, deposit=5000)


def an_order(ctx: Context, *, total: int, deposit: int) -> bytes:
    placed = place_order(
        ctx,
        NewOrder(
            kind="custom",
            customer_id=a_kept_customer(ctx),
            lines=[NewLine(description="Engagement ring", unit_price=hkd(total))],
            promised_on=dt.date(2026, 12, 1),
            deposit=NewPayment("card", hkd(deposit)) if deposit else None,
        ),
    )
    return placed.id


def taking(qtbot: QtBot, window: Window, **where: object) -> TakePayment:
    window.desk.open("payments.take", **where)
    dialog = front(qtbot, TakePayment)
    settle(qtbot, window)
    return dialog


def test_the_balance_is_offered_and_taking_it_leaves_nothing(
    qtbot: QtBot, window: Window, ctx: Context, order: bytes
) -> None:
    dialog = taking(qtbot, window, order_id=order)
    assert dialog.pay.amount.text() == "HK$15,000.00"
    assert dialog.kind.value() == "balance"

    dialog.save_button.click()
    taken = front(qtbot, TakenDialog)

    assert queries.order(ctx, order).balance == hkd(0)
    assert taken.number.text() == taken.taken.receipt_number
    taken.accept()


def test_more_than_the_balance_is_refused_and_what_was_typed_stays(
    qtbot: QtBot, window: Window, ctx: Context, order: bytes
) -> None:
    dialog = taking(qtbot, window, order_id=order)
    dialog.pay.amount.set_text("15,000.50")
    dialog.remark.set_text("brother pays")
    dialog.save_button.click()
    settle(qtbot, window)

    assert wrong(dialog) == {"amount": "This is more than the HK$15,000.00 that is left to pay."}
    assert (dialog.pay.amount.text(), dialog.remark.text()) == ("15,000.50", "brother pays")
    assert queries.order(ctx, order).paid == hkd(5000)
    dialog.reject()


def test_a_card_number_is_never_kept(qtbot: QtBot, window: Window, order: bytes) -> None:
    dialog = taking(qtbot, window, order_id=order)
    dialog.pay.method.choose("card")
    dialog.pay.reference.set_text("4111 1111 1111 1111")
    dialog.save_button.click()
    settle(qtbot, window)

    assert "card number" in wrong(dialog)["reference"]
    dialog.reject()


def test_an_order_is_found_by_its_number_and_the_change_is_told(
    qtbot: QtBot, window: Window, ctx: Context, order: bytes
) -> None:
    dialog = taking(qtbot, window)
    assert not dialog.save_button.isEnabled()
    dialog.number.set_text(queries.order(ctx, order).number)
    qtbot.waitUntil(lambda: dialog.order is not None, timeout=5000)

    dialog.pay.received.set_text("16000")
    assert dialog.pay.change.text() == "Change to give back: HK$1,000.00"
    dialog.reject()


def test_much_cash_is_noticed(qtbot: QtBot, window: Window, ctx: Context) -> None:
    order = an_order(ctx, total=150_000, deposit=0)
    dialog = taking(qtbot, window, order_id=order)
    dialog.save_button.click()
    taken = front(qtbot, TakenDialog)

    assert any("dealer registration" in text for text in texts(taken))
    taken.accept()


def test_a_refund_needs_its_reason(
    qtbot: QtBot, window: Window, ctx: Context, order: bytes
) -> None:
    [paid] = queries.order(ctx, order).payments
    window.desk.open("payments.refund", payment=paid)
    dialog = front(qtbot, RefundDialog)
    dialog.amount.set_text("2000")
    dialog.save_button.click()
    assert wrong(dialog) == {"reason": "Say why the money is given back."}

    dialog.reason.set_text("Stone was smaller")
    dialog.save_button.click()
    front(qtbot, TakenDialog).accept()

    assert queries.order(ctx, order).paid == hkd(3000)


def test_sales_staff_neither_see_a_refund_nor_may_make_one(
    qtbot: QtBot, open_window: OpenWindow, sales: Context, order: bytes
) -> None:
    window, _ = open_window(sales)
    window.desk.open("orders", order_id=order)
    settle(qtbot, window)
    panel = window.sheet.page().panel
    [paid] = queries.order(sales, order).payments

    names = [one.accessibleName() for one in panel.findChildren(QAbstractButton)]
    assert "Receipt" in names
    assert "Refund" not in names
    with pytest.raises(Denied):
        commands.refund(sales, paid.id, hkd(1), "because")


def test_the_receipt_is_shown_and_kept_as_pdf(
    qtbot: QtBot, window: Window, ctx: Context, order: bytes, tmp_path: Path
) -> None:
    [paid] = queries.order(ctx, order).payments
    window.desk.open("payments.receipt", payment_id=paid.id)
    preview = front(qtbot, ReceiptPreview)
    settle(qtbot, window)
    preview.language.button("en").click()
    preview.paper.button("80mm").click()
    settle(qtbot, window)

    preview.keep_pdf(tmp_path / "receipt")
    settle(qtbot, window)

    text = PdfReader(tmp_path / "receipt.pdf").pages[0].extract_text()
    assert paid.receipt_number in text
    assert "Engagement ring" in text
    preview.reject()  # another paper was looked at: nothing is asked about what was typed
    qtbot.waitUntil(preview.isHidden)


def test_the_receipt_is_shown_as_it_was_printed_before_pieces_had_the_catalogues_names(
    qtbot: QtBot, window: Window, ctx: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    piece = add_product(ctx, NewProduct(sku="JB-5", name="Jade bangle", name_zh="翡翠手鐲"))
    line = NewLine(description="Jade bangle", unit_price=hkd(880), product_id=piece)
    deposit = NewPayment(amount=hkd(100), method="cash")
    placed = place_order(ctx, NewOrder(kind="sale", lines=[line], deposit=deposit))
    paid = placed.payment_id
    assert paid is not None
    with monkeypatch.context() as then:
        then.setattr(gather, "_names", lambda *_: {})
        first = print_receipt(ctx, paid, paper="A5", language="zh_HK")

    window.desk.open("payments.receipt", payment_id=paid)
    shown = front(qtbot, ReceiptPreview)
    settle(qtbot, window)
    shown.paper.button("A5").click()
    shown.language.button("zh_HK").click()
    settle(qtbot, window)

    assert shown._pdf == first.pdf
    shown.reject()


def test_the_job_envelope_says_what_came_in(
    qtbot: QtBot, window: Window, ctx: Context, order: bytes, tmp_path: Path
) -> None:
    window.desk.open("orders.envelope", order_id=order)
    preview = front(qtbot, EnvelopePreview)
    settle(qtbot, window)
    preview.keep_pdf(tmp_path / "envelope.pdf")
    settle(qtbot, window)

    text = PdfReader(tmp_path / "envelope.pdf").pages[0].extract_text()
    assert queries.order(ctx, order).number in text
    assert "維修袋" in text
    preview.reject()


def test_without_a_printer_it_says_so_and_offers_the_pdf(
    qtbot: QtBot, window: Window, ctx: Context, order: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printers, "names", list)
    [paid] = queries.order(ctx, order).payments
    window.desk.open("payments.receipt", payment_id=paid.id)
    preview = front(qtbot, ReceiptPreview)
    settle(qtbot, window)

    assert "No printer is set up" in preview.warning.text()
    assert not preview.save_button.isEnabled()
    assert has_button(preview, "Save as PDF")
    preview.submit(lambda _ctx: None, lambda _nothing: None)  # as keeping the PDF does
    settle(qtbot, window)
    assert not preview.save_button.isEnabled()
    with pytest.raises(CanFix):
        printers.send(b"", "", "x")
    preview.reject()


def test_a_printer_that_is_off_is_told_in_words(
    qtbot: QtBot, window: Window, ctx: Context, order: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def off(_pdf: bytes, _printer: str, _title: str) -> None:
        raise Unavailable(printers.SILENT)

    monkeypatch.setattr(printers, "names", lambda: ["ShopPDF"])
    monkeypatch.setattr(printers, "send", off)
    [paid] = queries.order(ctx, order).payments
    window.desk.open("payments.receipt", payment_id=paid.id)
    preview = front(qtbot, ReceiptPreview)
    settle(qtbot, window)
    preview.save_button.click()
    settle(qtbot, window)

    assert preview.wrong.text() == printers.SILENT
    assert preview.isVisible()
    preview.reject()


def test_the_day_and_what_is_due_are_on_one_page(
    qtbot: QtBot, window: Window, ctx: Context, order: bytes
) -> None:
    window.desk.open("payments")
    page = window.sheet.page()
    assert isinstance(page, PaymentsPage)
    settle(qtbot, window)

    assert "HK$5,000.00" in texts(page.day)
    [paid] = queries.order(ctx, order).payments
    said = joined(paid.order_number, paid.receipt_number)
    qtbot.waitUntil(lambda: any(said in one for one in texts(page.day)))
    assert page.owing.sum.text() == "HK$15,000.00"
    page.owing.table.select_row(0)
    button(page.owing, "Take payment").click()
    dialog = front(qtbot, TakePayment)
    settle(qtbot, window)
    assert dialog.order is not None
    assert dialog.order.id == order
    dialog.reject()


def test_every_sentence_of_the_rules_is_marked_for_translation() -> None:
    assert {_CASH, _OTHER} <= set(SAID)
    assert set(WORDS.values()) == set(MISSING)


def test_the_picture_of_notices_shows_each_once(qapp: QApplication) -> None:
    said = [line_of(one).text() for one in NOTICES]

    assert len(set(said)) == len(said)
    assert all(one.template in SAID for one in NOTICES)
