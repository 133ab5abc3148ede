"""No digit of an amount or a number is missing, however large it is and small the window."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from jewelcrm.context import Context
from jewelcrm.money import Money
from jewelcrm.search.queries import SearchResult
from tests.builders import a_kept_customer, a_line, a_placed_order
from tests.ui.conftest import OpenWindow
from ui import i18n
from ui.shell.finding import hit_for
from ui.shell.window import Window
from ui.widgets.cells import Brush

LARGE = "HK$12,345,678.90"
LONG, OWN = "Alexandrina Wilhelmina Featherstonehaugh", "歐陽司徒諸葛慕容上官夏侯"


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What every painted list has written."""
    written: list[str] = []

    def text(
        self: Brush, _painter: QPainter, rect: QRect, words: str, font: object, *_rest: object
    ) -> None:
        metrics = self.metrics(font)
        fits = metrics.horizontalAdvance(words) <= rect.width()
        written.append(words if fits else f"{words[:12]}… in {rect.width()}")

    monkeypatch.setattr(Brush, "text", text)
    return written


@pytest.fixture
def window(open_window: OpenWindow, ctx: Context) -> Window:
    customer = a_kept_customer(ctx, name=LONG, name_zh=OWN)
    a_placed_order(
        ctx,
        customer_id=customer,
        kind="custom",
        lines=[a_line(unit_price=Money(1_234_567_890))],
        promised_on=ctx.today() + dt.timedelta(days=60),
    )
    return open_window(ctx)[0]


def shown(window: Window, qtbot: QtBot, page: str, size: tuple[int, int]) -> None:
    window.resize(*size)
    window.desk.open(page)
    qtbot.waitUntil(lambda: not window.desk.background.busy())
    qtbot.wait(100)


@pytest.mark.parametrize("size", [(900, 560), (1280, 720)])
@pytest.mark.parametrize("language", ["en", "zh_HK"])
def test_an_orders_balance_is_whole_on_its_card_and_in_the_list(
    window: Window, qtbot: QtBot, drawn: list[str], language: str, size: tuple[int, int]
) -> None:
    i18n.use(language)
    shown(window, qtbot, "orders", size)
    page = window.sheet.page()
    for view in ("board", "list"):
        page.view.button(view).click()

        def painted() -> bool:
            drawn.clear()
            window.grab()
            return any(one.startswith((OWN, LONG[:12])) for one in drawn)

        qtbot.waitUntil(painted)
        assert LARGE in drawn
        assert not [one for one in drawn if one.startswith("HK$") and "…" in one]


def test_a_table_too_narrow_for_its_columns_takes_from_names_and_not_from_amounts(
    window: Window, qtbot: QtBot
) -> None:
    shown(window, qtbot, "payments", (1280, 720))
    table = window.sheet.page().owing.table
    table.resize(380, 300)
    QApplication.processEvents()

    assert table.horizontalHeader().length() <= table.viewport().width()
    assert table.columnWidth(2) >= 152


def test_an_amount_takes_smaller_letters_before_it_is_cut(
    qapp: QApplication, drawn: list[str]
) -> None:
    brush = Brush()
    room = brush.metrics(brush.strong).horizontalAdvance(LARGE) - 10
    sheet = QPixmap(300, 40)
    painter = QPainter(sheet)

    brush.figure(painter, QRect(0, 0, room, 40), LARGE, brush.strong, "text")
    brush.figure(painter, QRect(0, 0, 40, 40), LARGE, brush.strong, "text")
    painter.end()

    assert drawn[0] == LARGE
    assert "…" in drawn[1]


def test_the_days_money_is_whole_when_it_is_a_great_deal(window: Window, qtbot: QtBot) -> None:
    shown(window, qtbot, "payments", (1280, 720))
    page = window.sheet.page()
    for tile in (page.day._net, page.day._in):
        tile.show_value("HK$24,691,357.80")
    qtbot.wait(50)

    for tile in (page.day._net, page.day._in):
        label: QLabel = tile.value
        assert label.width() >= label.sizeHint().width()


def test_a_number_that_was_looked_for_stands_before_the_names_that_may_be_cut(
    window: Window,
) -> None:
    found = SearchResult(
        kind="customer",
        id=b"1" * 16,
        name=LONG,
        chinese_name=OWN,
        number="HK01-A-000001-9",
        phones=["+85291234567", "+85261234567"],
    )

    assert hit_for(window.desk, found).small.startswith("+852 9123 4567  ·  ")
