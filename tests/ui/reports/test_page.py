"""Choosing a report, its figures, and what goes wrong on the way."""

from __future__ import annotations

import datetime as dt
import threading
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from db.tables.people import branch
from jewelcrm.errors import Denied
from jewelcrm.reports import queries
from ui import i18n, theme
from ui.reports.listing import Brush, _broken
from ui.reports.table import _TEXT_ENOUGH, _narrowed
from ui.reports.words import said


def cells(page) -> list[list[str]]:
    """What the table shows."""
    model = page.result.table.table.cells
    return [
        [model.data(model.index(row, at)) for at in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def a_number(page) -> str:
    """Of a customer there is."""
    with page.desk.ctx.look() as raw:
        return str(raw.execute("SELECT min(number) FROM customer").fetchone()[0])


def test_a_manager_sees_sales_added_up_with_their_total(page, run):
    run("sales", "by-day")

    assert [row[-2] for row in cells(page)] == ["3,500.00"]
    assert "3,500.00" in page.result.table.totals.accessibleName()
    assert page.result.about.text().endswith("1 row")


def test_the_longest_texts_give_way_before_sums_leave_the_window():
    wide = theme.px(_TEXT_ENOUGH)
    wanted = [wide + 200, 90, wide + 100, 120]

    assert _narrowed(wanted, [0, 2], over=-40) == wanted
    assert _narrowed(wanted, [0, 2], over=150) == [wide + 100, 90, wide + 50, 120]
    assert _narrowed(wanted, [0, 2], over=900) == [wide, 90, wide, 120]


def test_a_report_is_chosen_and_shown_by_keyboard_alone(page, window, calm):
    names = [page.list.item(at).data(256) for at in range(page.list.count())]
    page.list.setFocus()
    page.list.setCurrentRow(0)
    for _ in range(names.index("sales")):
        QTest.keyClick(page.list, Qt.Key.Key_Down)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    calm()

    assert page.result.figures.report.name == "sales"


def test_every_report_can_be_chosen_narrowed_and_shown(page, run, calm):
    page.window()._toast.hide()  # what sign-in had to say
    for at in range(page.list.count()):
        page.list.setCurrentRow(at)
        calm()
        name = page.list.value()
        wanted = {one.name for one in page.list.listed().report.filters if one.options}
        offered = page.options.filters.parts
        assert all(offered[one].list.count() >= 1 for one in wanted), name
        page.options.filters.choose({"customer": a_number(page)})  # a statement is of somebody
        for detail in page.list.listed().details:
            run(name, detail.name)
            toast = page.window()._toast
            assert not toast.isVisible(), f"{name}/{detail.name}: {toast.words.text()}"
            assert not page.options.wrong.isVisible(), f"{name}: {page.options.wrong.text()}"
            assert page.result.figures.detail.name == detail.name


def test_a_report_of_one_customer_asks_whose_in_its_own_field(page, run):
    run("statement", "entries")

    assert page.options.wrong.isVisible()
    page.options.filters.parts["customer"].put(a_number(page))
    assert not page.options.wrong.isVisible()


def test_the_dates_the_wrong_way_round_are_told_in_words(page, calm):
    page.list.choose("sales")
    page.options.period.choose("own")
    page.options.choose({"period": "own", "since": "30/11/2026", "until": "1/11/2026"})
    page.options.go.click()

    assert "before it begins" in page.options.wrong.text()
    assert page.options.wrong.isVisible()
    page.options.since.set_text("1/11/2026")
    assert not page.options.wrong.isVisible()


def test_the_page_begins_with_what_was_chosen_last(page, run, window, calm):
    page.options.period.choose("last-year")
    run("sales", "by-day")
    page.found = None
    page.list.choose("takings")
    page.options.period.choose("today")
    window.desk.open("reports")
    calm()

    assert page.list.value() == "sales"
    assert page.options.habits()["period"] == "last-year"
    assert page.options.habits()["detail"] == "by-day"


def test_a_kept_choice_that_cannot_be_read_is_forgotten(page, window):
    window.likes.report = "{broken"

    assert page._habits() == {}


def test_sales_people_are_told_to_ask_their_manager(open_window, sales, traded):
    window, _session = open_window(sales)
    window.desk.open("reports")
    page = window.sheet.page()

    assert page.stack.currentIndex() == 1
    assert "Ask your manager" in page.refused.hint.text()


def test_a_report_that_takes_long_is_stopped_in_the_middle(page, run, calm, monkeypatch, qtbot):
    begun = threading.Event()

    def endless(ctx, name, asked, *_more):
        with ctx.read() as conn:
            begun.set()
            count = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
            conn.exec_driver_sql(f"{count} SELECT count(*) FROM n").scalar()

    run("sales", "summary")
    before = page.result.figures
    monkeypatch.setattr(queries, "run", endless)
    page.show_figures()
    qtbot.waitUntil(begun.is_set)
    started = time.monotonic()
    page.result.going.stop.click()
    calm()

    assert time.monotonic() - started < 5
    assert page.result.figures is before
    assert page.result.stack.currentIndex() == 2


def test_a_right_withdrawn_while_the_report_runs_shows_nothing(page, run, calm, monkeypatch, qtbot):
    def refused(ctx, name, asked, *_more):
        raise Denied("reports.run")

    monkeypatch.setattr(queries, "run", refused)
    run("sales", "summary")

    assert page.result.figures is None
    assert "Ask your manager" in page.window()._toast.words.text()


def test_another_person_finds_nothing_of_the_last_ones_report(page, run, calm):
    run("receivables", "dues")
    page.clear()

    assert page.result.figures is None
    assert cells(page) == []


def test_an_answer_that_comes_after_the_person_left_is_not_shown(
    page, run, calm, monkeypatch, qtbot
):
    go_on = threading.Event()
    real = queries.run

    def slow(*args, **more):
        go_on.wait(10)
        return real(*args, **more)

    monkeypatch.setattr(queries, "run", slow)
    page.list.choose("sales")
    page.show_figures()
    page.clear()
    go_on.set()
    calm()

    assert page.result.figures is None


def test_a_branch_that_was_closed_can_still_be_asked_for(page, run, calm, traded):
    with traded.work() as item:
        closed = item.insert(
            branch, code="KLN9", name="Old Shop", currency="HKD", time_zone="Asia/Hong_Kong"
        )
        item.archive(branch, closed)
    page.read()
    calm()
    page.options.branch.choose(closed.hex())
    run("sales", "by-day")

    assert page.options.branch.currentText() == "KLN9 Old Shop (closed)"
    assert cells(page) == []
    assert page.result.empty.isVisible()


def test_stale_branches_are_marked_in_words(page, run):
    from dataclasses import replace

    run("sales", "summary")
    figures = page.result.figures
    old = replace(figures.as_of[0], stale=True, at=figures.run_at - dt.timedelta(days=3))
    page.result.put(replace(figures, as_of=(old,)))

    pills = [one.text() for one in page.result.marks.findChildren(QWidget) if hasattr(one, "text")]
    assert any("OLD" in words for words in pills)


def test_everything_follows_the_language(page, run, window):
    run("sales", "summary")
    window.use_language("zh_HK", keep=False)
    i18n.go_on()

    assert "銷售" in page.result.name.text()
    assert page.list.item(0).text() != page.found.listed[0].report.title.en


def test_no_control_is_without_a_name(page, run):
    run("sales", "by-day")
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

    nameless = [
        one
        for one in page.findChildren(QWidget)
        if isinstance(one, QAbstractButton | QComboBox | QLineEdit)
        and one.isVisible()
        and not (one.accessibleName() or getattr(one, "text", str)())
    ]
    assert not nameless


def test_the_orders_of_a_reports_rows_get_a_follow_up_each(page, run, calm, traded):
    from PySide6.QtWidgets import QApplication

    from jewelcrm.followups.queries import open as open_ones
    from ui.dashboard.act import MakeFollowUps

    run("sales", "by-day")
    assert not page.result.act.isVisible()
    run("sales", "lines")
    page.result.act.click()
    calm()
    calm()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MakeFollowUps))
    dialog.what.set_text("Ask how the ring fits")
    dialog.save()
    calm()

    assert open_ones(traded).total == 2


def test_a_level_with_a_chart_has_it_on_the_page_and_it_can_be_put_away(page, run):
    run("sales", "by-staff")
    assert not page.result.draw.isVisible()  # one bar compares nothing
    run("orders", "by-stage")
    assert not page.result.draw.isVisible()
    run("data-quality", "by-problem")
    picture = page.result.picture
    assert page.result.draw.isVisible()
    was = picture.isVisible()
    page.result.draw.click()
    assert picture.isVisible() is not was
    assert len(picture.chart.strokes) == 10
    assert picture.chart.strokes[0].said.startswith("No way to reach: ")


def test_the_axis_of_a_chart_speaks_in_whole_money(page, run):
    run("sales", "by-day")
    picture = page.result.picture
    picture._kind = "money"
    assert picture._along(123_456_00) == "123K"
    picture._kind = "count"
    assert picture._along(42) == "42"


@pytest.mark.parametrize("language", ["en", "zh_HK"])
def test_what_each_report_is_about_is_read_to_its_end(page, language):
    i18n.use(language)
    brush, words = Brush(), [said(one.report.about) for one in page.list._listed]
    wide = page.list.viewport().width() - 28  # the margins of a line

    lines = {one: len(_broken(QTextLayout(one, brush.small), wide)) for one in words}

    assert not [one for one, high in lines.items() if high > 2]


def test_in_the_smallest_window_nothing_of_a_report_is_cut_and_rows_are_seen(
    page, run, window, qtbot, calm
):
    window.resize(900, 560)
    run("sales", "lines")
    qtbot.wait(100)

    shown = [one for one in page.findChildren(QPushButton) if one.isVisible()]
    assert [one.text() for one in shown if one.width() < one.sizeHint().width()] == []
    title = page.result.name
    assert title.fontMetrics().horizontalAdvance(title.text()) <= title.width()
    rows = page.result.table.table
    assert rows.viewport().height() >= 2 * rows.verticalHeader().defaultSectionSize()
