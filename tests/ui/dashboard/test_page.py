"""The dashboard in the real window: tiles, charts, the lists behind them, targets."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jewelcrm.dashboard.targets import set_targets, targets
from jewelcrm.followups.queries import of_customer
from jewelcrm.money import Money
from tests.builders import a_kept_customer, a_line, a_placed_order
from ui import i18n
from ui.dashboard.act import MakeFollowUps
from ui.dashboard.behind import BehindDialog
from ui.dashboard.targets import Targets
from ui.dashboard.words import days_words, short


def opened(kind):
    return next(
        one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()
    )


@pytest.fixture
def chan(ctx):
    """A customer with two orders of today: HK$1,000 and HK$2,500."""
    chan = a_kept_customer(ctx)
    for dollars in (1_000, 2_500):
        a_placed_order(ctx, customer_id=chan, lines=[a_line(unit_price=Money(dollars * 100))])
    return chan


@pytest.fixture
def window(open_window, ctx, chan):
    return open_window(ctx)[0]


@pytest.fixture
def calm(window, qtbot):
    def is_calm():
        front = window.sheet.front()
        drawing = getattr(front, "_drawers", None)  # a chart in each turn, then the slower figures
        coming = drawing or getattr(front, "_wants_slower", False)
        return not window.desk.background.busy() and not coming

    return lambda: qtbot.waitUntil(is_calm, timeout=60_000)


@pytest.fixture
def page(window, calm, qtbot):
    window.desk.open("dashboard")
    shown = window.sheet.page()
    qtbot.waitUntil(lambda: not shown._makers)
    calm()
    yield shown
    calm()


def test_tiles_tell_the_figures_of_the_month(page):
    tiles = page.tiles.tiles

    assert tiles["net_sales"].value.text() == "HK$3,500"
    assert tiles["orders"].value.text() == "2"
    assert "HK$3,500" in tiles["net_sales"].accessibleName()
    assert tiles["new_customers"].value.text() == "1"


def test_a_target_is_typed_kept_and_told_on_its_tile(page, calm, ctx, qtbot):
    page.targets.click()
    calm()
    dialog = opened(Targets)
    dialog.fields["net_sales"].set_text("7,000")
    dialog.save()
    calm()

    assert targets(ctx) == {"net_sales": 7_000_00}
    tile = page.tiles.tiles["net_sales"]
    qtbot.waitUntil(lambda: "to go" in tile.target.text())
    assert tile.target.text() == "of 7K: HK$3.5K to go"
    assert tile.tile.reached == 5_000


def test_a_target_that_is_no_number_stays_with_its_words(page, calm, ctx):
    page.targets.click()
    calm()
    dialog = opened(Targets)
    dialog.fields["orders"].set_text("many")
    dialog.save()

    assert dialog.fields["orders"].wrong.text()
    assert targets(ctx) == {}
    dialog.drop()


def test_a_tile_opens_the_list_behind_it_and_follow_ups_are_made_from_it(page, calm, ctx, chan):
    page.tiles.tiles["net_sales"].click()
    calm()
    listed = opened(BehindDialog)
    calm()
    assert listed.count.text() == "2 orders"
    listed.save_button.click()
    calm()
    dialog = opened(MakeFollowUps)
    dialog.what.set_text("Say thank you")
    dialog.save()
    calm()

    assert [one.title for one in of_customer(ctx, chan)] == ["Say thank you"] * 2
    listed.drop()


def test_before_eight_in_the_morning_today_is_already_today(page, calm, ctx, clock):
    clock.move(hours=19.5)  # half past seven in Hong Kong; yesterday still in Greenwich
    a_placed_order(ctx, lines=[a_line(unit_price=Money(80_00))])
    page.span.choose("today")
    page.read()
    calm()
    page.tiles.tiles["orders"].click()
    calm()
    listed = opened(BehindDialog)
    calm()

    assert listed.count.text() == "1 order"
    listed.drop()


def test_only_the_marked_orders_get_a_follow_up(page, calm, ctx, chan):
    page.tiles.tiles["orders"].click()
    calm()
    listed = opened(BehindDialog)
    calm()
    QTest.keyClick(listed.table, Qt.Key.Key_Space)
    listed.table.select_row(0)

    assert len(listed.marked()) == 1
    assert "1 marked" in listed.count.text()
    listed.drop()


def test_enter_in_the_list_opens_the_order(page, calm, window):
    page.tiles.tiles["orders"].click()
    calm()
    listed = opened(BehindDialog)
    calm()
    listed.table.select_row(0)
    QTest.keyClick(listed.table, Qt.Key.Key_Return)
    calm()

    assert window.sheet.page().name == "orders"


def test_a_bar_is_pressed_and_opens_that_day(page, calm):
    chart = page.time.chart
    today = dt.date(2026, 11, 22).day - 1
    inside = chart.view.mapViewToScene(QPointF(today, 1.0))
    QTest.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=chart.mapFromScene(inside))
    calm()

    assert opened(BehindDialog).which.period.since == dt.date(2026, 11, 22)
    opened(BehindDialog).drop()


def test_a_bar_is_reached_by_keyboard_and_said(page, calm):
    chart = page.stages.chart
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert chart.accessibleDescription().startswith(chart.strokes[chart.at].said)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    calm()

    assert opened(BehindDialog).which.what == "stage"
    opened(BehindDialog).drop()


def test_who_sells_sees_only_her_own(open_window, sales, chan, qtbot):
    window, _session = open_window(sales)
    window.desk.open("dashboard")
    page = window.sheet.page()
    qtbot.waitUntil(lambda: page.board is not None and not page._makers)

    assert page.board.mine
    assert not page.targets.isVisible()
    assert not page.tiles.tiles["owed"].isVisible()
    assert page.tiles.tiles["net_sales"].value.text() == "HK$0"


def test_another_person_finds_no_figures_of_the_last_one(page):
    page.clear()

    assert page.board is None
    assert page.tiles.tiles["net_sales"].value.text() == "–"


def test_a_sale_made_meanwhile_is_counted_by_itself(page, ctx, qtbot):
    a_placed_order(ctx, lines=[a_line(unit_price=Money(500_00))])

    tile = page.tiles.tiles["net_sales"]
    qtbot.waitUntil(lambda: tile.value.text() == "HK$4,000", timeout=20_000)


def test_charts_and_tiles_follow_language_and_theme(page, window, qtbot):
    window.use_language("zh_HK", keep=False)
    qtbot.waitUntil(lambda: page.tiles.tiles["orders"].label.text() == "訂單")
    window.use_theme("dark", keep=False)
    qtbot.waitUntil(
        lambda: (
            page.time.chart.backgroundBrush().color().name().upper() == "#19202D"
            or page.time.chart.backgroundBrush().color().lightness() < 80
        )
    )
    window.use_theme("light", keep=False)


@pytest.mark.parametrize(
    ("cents", "words"),
    [(0, "0"), (99_900, "999"), (125_000_00, "125K"), (1_250_000_00, "1.25M"), (-5_000_00, "-5K")],
)
def test_amounts_in_three_digits(cents, words):
    assert short(cents) == words


def test_targets_of_before_stand_in_the_dialog(page, ctx, calm):
    set_targets(ctx, {"on_time": 9_500})
    page.targets.click()
    calm()
    dialog = opened(Targets)

    assert dialog.fields["on_time"].text() == "95"
    dialog.drop()


def test_the_two_charts_end_at_the_same_height(window, page):
    window.resize(1440, 900)
    QApplication.processEvents()

    assert page.time.parentWidget().y() == page.stages.parentWidget().y()
    assert page.time.parentWidget().height() == page.stages.parentWidget().height()


@pytest.mark.parametrize("language", ["en", "zh_HK"])
def test_what_the_figures_are_of_is_read_to_its_end(window, page, calm, language):
    window.resize(1100, 720)
    window.use_language(language, keep=False)
    calm()
    told = page.told
    room = told.contentsRect().adjusted(0, 0, 0, 1_000)
    needed = told.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, told.text())

    assert told.height() >= needed.height() > 0


def test_a_year_that_two_days_share_is_said_once():
    first, last, later = dt.date(2026, 11, 1), dt.date(2026, 11, 30), dt.date(2027, 1, 3)

    assert days_words(first, last) == "1 Nov – 30 Nov 2026"
    assert days_words(first, later) == "1 Nov 2026 – 3 Jan 2027"
    i18n.use("zh_HK")
    assert days_words(first, last) == "2026年11月1日 – 11月30日"


@pytest.mark.parametrize("size", [(900, 560), (1280, 720)])
@pytest.mark.parametrize("language", ["en", "zh_HK"])
@pytest.mark.parametrize(
    "figure", [("new_customers", 23, 10), ("average", 1_276_049_900, 1_387_000_000)]
)
def test_no_figure_and_no_name_of_a_tile_is_cut(window, page, size, language, figure):
    window.resize(*size)
    i18n.use(language)
    name, actual, before = figure
    tile = page.tiles.tiles[name]
    tile.put(replace(tile.tile, actual=actual, before=before), "HKD")
    QApplication.processEvents()

    def wide(label):
        return label.fontMetrics().horizontalAdvance(label.text())

    assert wide(tile.value) <= tile.value.width() <= tile.width() - 24
    assert wide(tile.label) <= tile.label.width()
