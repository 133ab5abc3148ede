"""Labels in the real window: looked at, moved, counted, sent to the printer that is bound."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jewelcrm import settings
from jewelcrm.catalogue.commands import add_product
from jewelcrm.catalogue.model import NewProduct
from jewelcrm.commissioning import papers
from jewelcrm.context import Context
from jewelcrm.payments.receipts import letters
from tests.builders import a_line, a_placed_order
from tests.ui.orders.hand import button, front, has_button, hkd, settle, wrong
from ui.catalogue.page import ProductsPage
from ui.payments import printers
from ui.printing.preview import LabelPreview
from ui.shell.window import Window


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[tuple[bytes, str, str]]:
    """What was given to a printer: paper, printer, title."""
    found: list[tuple[bytes, str, str]] = []
    monkeypatch.setattr(printers, "names", lambda: ["Counter", "Tags"])
    monkeypatch.setattr(printers, "send", lambda *paper: found.append(paper))
    return found


@pytest.fixture
def repair(ctx: Context) -> bytes:
    lines = [a_line(description="Jade bangle", service="prongs"), a_line(description="Gold chain")]
    return a_placed_order(ctx, kind="repair", lines=lines).id


def pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def test_the_labels_of_a_repair_come_out_of_the_bound_printer(
    qtbot: QtBot, window: Window, ctx: Context, repair: bytes, sent: list[tuple[bytes, str, str]]
) -> None:
    settings.put(ctx, "label_printer", "Tags")
    window.desk.open("orders", order_id=repair)
    settle(qtbot, window)
    button(window.sheet.page(), "Labels").click()
    preview = front(qtbot, LabelPreview)
    settle(qtbot, window)
    preview.copies.set_text("2")
    preview.save_button.click()
    settle(qtbot, window)

    [(pdf, printer, _title)] = sent
    assert printer == "Tags"
    said = pages(pdf)
    assert ["1/2" in one for one in said] == [True, True, False, False]
    assert "Jade bangle" in said[0]
    assert "Gold chain" in said[3]


def test_the_key_prints_the_labels_of_the_order_that_lies_open(
    qtbot: QtBot, window: Window, repair: bytes, sent: list[tuple[bytes, str, str]]
) -> None:
    window.desk.open("orders", order_id=repair)
    settle(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    preview = front(qtbot, LabelPreview)
    settle(qtbot, window)
    assert not sent
    preview.reject()


def test_a_label_that_just_fits_does_not_keep_the_window_busy(
    qtbot: QtBot, window: Window, ctx: Context, sent: list[tuple[bytes, str, str]]
) -> None:
    order = a_placed_order(ctx, kind="repair", lines=[a_line()]).id
    window.desk.open("orders.label", order_id=order)
    preview = front(qtbot, LabelPreview)
    settle(qtbot, window)
    told: list[int] = []
    preview.view.verticalScrollBar().rangeChanged.connect(lambda _low, high: told.append(high))
    for height in range(400, 520, 4):
        preview.view.setFixedHeight(height)
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    preview.reject()

    assert not sent
    assert len(told) < 500


def test_what_is_printed_is_moved_and_what_is_looked_at_is_not(
    qtbot: QtBot, window: Window, ctx: Context, repair: bytes, sent: list[tuple[bytes, str, str]]
) -> None:
    for key, value in (("label_printer", "Tags"), ("label_right_mm10", 20)):
        settings.put(ctx, key, value)
    window.desk.open("orders.label", order_id=repair)
    preview = front(qtbot, LabelPreview)
    settle(qtbot, window)
    shown = preview.make(ctx, "60x40", "en")
    preview.language.button("en").click()
    preview.save_button.click()
    settle(qtbot, window)

    assert _moved(shown) == pytest.approx(0)
    assert _moved(sent[0][0]) == pytest.approx(2.0 / 25.4 * 72, abs=0.01)


def _moved(pdf: bytes) -> float:
    """By how many points to the right its first page is moved."""
    words = PdfReader(BytesIO(pdf)).pages[0].get_contents().get_data().split()
    moves = [at for at, word in enumerate(words) if word == b"cm"]
    return sum(float(words[at - 2]) for at in moves[:2])


@pytest.mark.parametrize("typed", ["0", "201", "two", "1.5"])
def test_a_count_that_makes_no_sense_is_told_under_its_field(
    qtbot: QtBot, window: Window, repair: bytes, sent: list[tuple[bytes, str, str]], typed: str
) -> None:
    window.desk.open("orders.label", order_id=repair)
    preview = front(qtbot, LabelPreview)
    settle(qtbot, window)
    preview.copies.set_text(typed)
    preview.save_button.click()
    settle(qtbot, window)
    assert wrong(preview).keys() == {"copies"}
    assert not sent
    preview.reject()


def test_the_tag_of_the_chosen_piece_is_kept_as_pdf(
    qtbot: QtBot, window: Window, ctx: Context, sent: list[tuple[bytes, str, str]], tmp_path: Path
) -> None:
    piece = NewProduct(
        sku="R18K-00231", name="Ring", name_zh="戒指", metal="gold", fineness=9999, price=hkd(1280)
    )
    made = add_product(ctx, piece)
    window.desk.open("products")
    settle(qtbot, window)
    page = window.sheet.page()
    assert isinstance(page, ProductsPage)
    assert not page.tag.isEnabled()
    page.table.setCurrentIndex(page.table.model().index(0, 0))
    assert page.subject() == {"product_id": made}
    page.tag.click()
    preview = front(qtbot, LabelPreview)
    settle(qtbot, window)
    preview.keep_pdf(tmp_path / "tag")
    settle(qtbot, window)

    [said] = pages((tmp_path / "tag.pdf").read_bytes())
    assert "戒指" in said
    assert "HK$1,280.00" in said
    assert not sent
    preview.reject()


def test_without_an_open_order_the_key_says_what_to_do(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(type(window.desk), "toast", lambda _desk, text, *_more: told.append(text))
    window.desk.open("orders.label")
    window.desk.open("products.label")
    settle(qtbot, window)
    assert [text.split()[0] for text in told] == ["Open", "Choose"]


def test_without_a_printer_a_label_is_kept_as_pdf(
    qtbot: QtBot, window: Window, repair: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printers, "names", list)
    window.desk.open("orders.label", order_id=repair)
    preview = front(qtbot, LabelPreview)
    settle(qtbot, window)
    assert not preview.save_button.isEnabled()
    assert has_button(preview, "Save as PDF")
    preview.reject()


@pytest.mark.parametrize(
    ("paper", "size"),
    [(papers.test_label((0.5, -1.0)), (60, 12)), (papers.test_page("", "en"), None)],
    ids=["label", "page"],
)
def test_a_label_is_told_from_a_page_by_its_size(
    paper: bytes, size: tuple[float, float] | None
) -> None:
    found = printers.label_size(paper)
    assert found == (pytest.approx(size, abs=0.01) if size else None)


def test_cups_is_told_to_print_a_label_as_large_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []

    def run(words: list[str], paper: bytes | None = None) -> object:
        del paper
        ran.append(words)
        return type("Done", (), {"returncode": 0, "stdout": b""})

    monkeypatch.setattr(printers, "_by_lp", lambda: True)
    monkeypatch.setattr(printers, "_run", run)
    printers.send(papers.test_label((0, 0)), "Tags", "T")
    printers.send(papers.test_page("", "en"), "Counter", "T")
    label, page = (words for words in ran if words[0] == "lp")
    assert label[-4:] == ["-o", "media=Custom.60x12mm", "-o", "print-scaling=none"]
    assert "-o" not in page


def test_without_cups_a_label_s_page_is_the_label(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "printerInfo", lambda _name: QPrinterInfo())
    paper = printers._paper("", "T", (60.0, 12.0))
    size = paper.pageLayout().fullRectPoints()
    assert (size.width(), size.height()) == (170, 34)
    assert paper.fullPage()


def test_the_letters_of_labels_are_there() -> None:
    assert not letters.missing_glyphs("按重量計價 件 加急 …")
