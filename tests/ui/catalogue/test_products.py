"""Products and the gold board, in the real window over a real store."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jewelcrm.catalogue import queries
from jewelcrm.catalogue.commands import add_product, set_gold_rate
from jewelcrm.catalogue.model import NewProduct
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from tests.ui.conftest import OpenWindow
from tests.ui.orders.hand import button, front, hkd, settle, wrong
from ui import i18n
from ui.catalogue.add import ProductDialog
from ui.catalogue.page import ProductsPage
from ui.catalogue.rate import RateDialog
from ui.catalogue.words import (
    METALS,
    category_word,
    metal_words,
    parse_fineness,
    spec,
    stone_words,
    weight_words,
)
from ui.shell.window import Window


def a_ring(ctx: Context, **more: object) -> bytes:
    usual = {"sku": "R-1", "name": "Plain ring", "name_zh": "光身戒指", "price": hkd(900)}
    return add_product(ctx, NewProduct(**{**usual, **more}))


def at_products(qtbot: QtBot, window: Window, **where: object) -> ProductsPage:
    window.desk.open("products", **where)
    page = window.sheet.page()
    assert isinstance(page, ProductsPage)
    settle(qtbot, window)
    return page


def test_a_new_piece_is_kept_with_its_make(qtbot: QtBot, window: Window, ctx: Context) -> None:
    page = at_products(qtbot, window)
    page.new.click()
    dialog = front(qtbot, ProductDialog)
    dialog.sku.set_text("R18K-1")
    dialog.name.set_text("Diamond ring")
    dialog.metal.choose("white_gold")
    dialog.fineness.set_text("18K")
    dialog.weight.set_text("3.21")
    dialog.carats.set_text("0.30")
    dialog.stone.set_text("Diamond")
    dialog.ring.set_text("HK 14")
    dialog.price.set_text("12,800")
    dialog.save_button.click()
    settle(qtbot, window)

    piece = queries.by_barcode(ctx, "R18K-1")
    assert (piece.fineness, piece.weight, piece.stone_weight) == (
        7500,
        Decimal("3.21"),
        Decimal("0.300"),
    )
    assert piece.price == hkd(12800)
    assert page.count.text() == "1 piece"


def test_an_item_code_in_use_is_refused_under_its_field(
    qtbot: QtBot, window: Window, ctx: Context
) -> None:
    a_ring(ctx)
    window.desk.open("products.add")
    dialog = front(qtbot, ProductDialog)
    dialog.sku.set_text("R-1")
    dialog.name.set_text("Another")
    dialog.save_button.click()
    settle(qtbot, window)

    assert wrong(dialog) == {"sku": "The item code R-1 is already in use."}
    assert dialog.name.text() == "Another"
    dialog.reject()


def test_changing_one_thing_leaves_the_others(qtbot: QtBot, window: Window, ctx: Context) -> None:
    ring = a_ring(ctx, tags="gift", barcode="489")
    window.desk.open("products.add", product=queries.piece(ctx, ring))
    dialog = front(qtbot, ProductDialog)
    dialog.price.set_text("950")
    dialog.save_button.click()
    settle(qtbot, window)

    piece = queries.piece(ctx, ring)
    assert (piece.price, piece.tags, piece.barcode, piece.name_zh) == (
        hkd(950),
        "gift",
        "489",
        "光身戒指",
    )


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_a_category_is_shown_and_typed_in_words_and_kept_as_its_code(
    qtbot: QtBot, window: Window, ctx: Context, language: i18n.Language
) -> None:
    ring = a_ring(ctx, category="bangle")
    window.use_language(language, keep=False)
    window.desk.open("products.add", product=queries.piece(ctx, ring))
    dialog = front(qtbot, ProductDialog)
    words = {"en": "Bangle", "zh_HK": "手鐲", "zh_CN": "手镯"}
    assert dialog.category.text() == words[language]
    assert dialog.typed().category == "bangle"
    dialog.category.set_text(category_word("necklace").upper())
    assert dialog.typed().category == "necklace"
    dialog.category.set_text("hairpin")
    assert dialog.typed().category == "hairpin"
    dialog.drop()


def test_a_piece_is_changed_in_the_words_of_the_window_and_keeps_those_it_has(
    qtbot: QtBot, window: Window, ctx: Context
) -> None:
    kept = {"category": "Ring", "stone": "Diamond", "treatment": "Not treated"}
    ring = a_ring(ctx, **kept)
    window.use_language("zh_HK", keep=False)
    window.desk.open("products.add", product=queries.piece(ctx, ring))
    dialog = front(qtbot, ProductDialog)
    assert (dialog.stone.text(), dialog.treatment.text()) == ("鑽石", "未經處理")
    typed = dialog.typed()
    assert {name: getattr(typed, name) for name in kept} == kept
    dialog.stone.set_text("藍寶石")
    assert dialog.typed().stone == "藍寶石"
    dialog.drop()


def test_pieces_are_found_by_a_word(qtbot: QtBot, window: Window, ctx: Context) -> None:
    a_ring(ctx)
    bangle = a_ring(ctx, sku="B-1", name="Bangle", name_zh="鈪")
    page = at_products(qtbot, window)
    page.search.setText("bang")
    qtbot.waitUntil(lambda: list(page.table.ids()) == [bangle], timeout=5000)

    assert page.count.text() == "1 piece"


def test_sales_staff_sell_a_piece_but_do_not_change_it(
    qtbot: QtBot, open_window: OpenWindow, ctx: Context, sales: Context
) -> None:
    from ui.orders.add import NewOrder

    ring = a_ring(ctx)
    window, _ = open_window(sales)
    page = at_products(qtbot, window)
    assert page.new.isHidden()

    page.table.opened.emit(ring)
    dialog = front(qtbot, NewOrder)
    settle(qtbot, window)
    assert dialog.lines.total() == hkd(900)
    dialog.reject()


def test_a_strange_gold_price_is_asked_about_once(
    qtbot: QtBot, window: Window, ctx: Context
) -> None:
    set_gold_rate(ctx, "gold", "ornament", hkd(41280))
    page = at_products(qtbot, window, view="board")
    page.board.change.click()
    dialog = front(qtbot, RateDialog)
    dialog.sell.set_text("4128")
    dialog.save_button.click()
    settle(qtbot, window)
    assert "The last price was HK$41,280.00" in wrong(dialog)["sell"]

    dialog.save_button.click()
    settle(qtbot, window)
    assert queries.gold_board(ctx)[0].sell == hkd(4128)


def test_the_board_shows_the_history_of_a_metal(
    qtbot: QtBot, window: Window, ctx: Context, clock
) -> None:
    set_gold_rate(ctx, "gold", "ornament", hkd(40000))
    clock.move(days=1)
    set_gold_rate(ctx, "gold", "ornament", hkd(41000))
    page = at_products(qtbot, window, view="board")

    assert [price for _at, price in page.board.curve._points] == [4_000_000, 4_100_000]
    assert page.board.curve.isVisible()


def test_a_board_without_prices_draws_no_lines(qtbot: QtBot, window: Window) -> None:
    page = at_products(qtbot, window, view="board")

    assert not page.board.curve.isVisible()
    assert not page.board.rule.isVisible()


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("999.9", 9999),
        ("9999", 9999),
        ("750", 7500),
        ("18K", 7500),
        ("14k", 5850),
        ("Pt950", 9500),
        ("足金", 9990),
        ("７５０", 7500),
        ("925‰", 9250),
        ("", None),
    ],
)
def test_fineness_is_read_as_a_goldsmith_writes_it(typed: str, parts: int | None) -> None:
    assert parse_fineness(typed) == parts


@pytest.mark.parametrize("typed", ["gold", "13K", "1200", "0", "-5", "NaN", "750.55"])
def test_what_is_no_fineness_is_refused(typed: str) -> None:
    with pytest.raises(CanFix):
        parse_fineness(typed)


def test_a_piece_is_described_with_fineness_taels_and_stones() -> None:
    piece = NewProduct(
        sku="x",
        name="x",
        metal="white_gold",
        fineness=7500,
        weight=Decimal("3.7429"),
        stone="Diamond",
        stone_weight=Decimal("0.3"),
        stone_origin="natural",
        certificate="GIA 1",
    )

    assert metal_words("gold", 9999) == "Chuk Kam (pure gold) 999.9‰"
    assert weight_words(Decimal("37.429")) == "37.429 g (1 tael)"
    assert weight_words(Decimal("3.935")) == "3.935 g (0.105 tael)"
    assert spec(piece) == (
        "18K white gold 750‰  ·  3.7429 g (0.1 tael)  ·  Diamond 0.30 ct, Natural  ·  GIA 1"
    )


def test_a_chinese_window_names_taels_and_stones_in_chinese() -> None:
    i18n.use("zh_HK")
    piece = NewProduct(sku="x", name="x", weight=Decimal("3.935"), stone="Diamond")

    assert spec(piece) == "3.935 克（1錢5厘）  ·  鑽石"
    assert stone_words(replace(piece, stone="Paraiba")) == "Paraiba"


def test_every_metal_of_the_shop_has_a_word() -> None:
    from jewelcrm.catalogue.rules import METALS as KNOWN

    assert {code for code, _words in METALS} == set(KNOWN)


def test_a_piece_is_put_away_after_asking(qtbot: QtBot, window: Window, ctx: Context) -> None:
    ring = a_ring(ctx)
    window.desk.open("products.add", product=queries.piece(ctx, ring))
    dialog = front(qtbot, ProductDialog)
    button(dialog, "Put away…").click()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() not in (None, dialog))
    button(QApplication.activeModalWidget(), "Put the piece away").click()
    settle(qtbot, window)

    assert queries.by_barcode(ctx, "R-1") is None
    assert QApplication.activeModalWidget() is None
