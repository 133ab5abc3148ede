"""Reports that are prepared by themselves: subscribed to, made at opening, read, printed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from jewelcrm.errors import Unavailable
from jewelcrm.reports import subscriptions, summaries
from jewelcrm.settings import put
from tests.builders import a_placed_order
from ui.payments import printers
from ui.reports import preparer as preparing
from ui.reports.prepared import PreparedReports
from ui.reports.preparer import Preparer
from ui.reports.preview import PaperPreview
from ui.reports.subscribe import Subscribe
from ui.sync.rows import SyncRow


def opened(kind):
    return next(
        one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()
    )


@pytest.fixture
def press(qtbot):
    """press(dialog, "Print"): the button of the first row, once the rows are there."""

    def rows(dialog):
        return [one for one in dialog.findChildren(SyncRow) if one.isVisibleTo(dialog)]

    def do(dialog, words) -> None:
        qtbot.waitUntil(lambda: bool(rows(dialog)))
        next(deed for deed in rows(dialog)[0].deeds if deed.name == words).run()

    return do


@pytest.fixture
def subscribed(page, calm):
    """Sales, every day, kept."""
    page.list.choose("sales")
    page.options.detail.choose("summary")
    page.subscribe.click()
    dialog = opened(Subscribe)
    dialog.every.choose("daily")
    dialog.save()
    calm()
    return page


def test_a_report_is_subscribed_to_and_its_first_paper_is_there_at_once(subscribed, calm, traded):
    calm()
    assert [one.report for one in subscriptions.of_mine(traded)] == ["sales"]
    subscribed.read()
    calm()
    assert subscribed.shelf.text() == "Prepared (1 new)"


def test_names_are_not_subscribed_to_without_a_purpose(page, calm, traded):
    page.list.choose("receivables")
    page.options.detail.choose("dues")
    page.subscribe.click()
    dialog = opened(Subscribe)
    dialog.save()
    calm()

    assert dialog.purpose.wrong.text()
    assert subscriptions.of_mine(traded) == ()
    dialog.drop()


def test_a_prepared_paper_is_looked_at_and_counts_as_read(subscribed, calm, traded, press):
    subscribed.shelf.click()
    dialog = opened(PreparedReports)
    calm()
    press(dialog, "Look at it")
    calm()
    opened(PaperPreview).accept()

    assert subscriptions.prepared(traded)[0].read_at is not None
    dialog.accept()


def test_a_prepared_paper_is_printed_and_marked(subscribed, calm, traded, press, monkeypatch):
    papers: list[bytes] = []
    monkeypatch.setattr(printers, "see_to", lambda _printer: None)
    monkeypatch.setattr(printers, "send", lambda pdf, _printer, _title: papers.append(pdf))
    subscribed.shelf.click()
    dialog = opened(PreparedReports)
    calm()
    press(dialog, "Print")
    calm()

    assert papers[0].startswith(b"%PDF")
    assert subscriptions.prepared(traded)[0].printed_at is not None
    dialog.accept()


def test_an_ended_subscription_takes_its_papers_along(subscribed, calm, traded, press):
    subscribed.shelf.click()
    dialog = opened(PreparedReports)
    dialog.tabs.button("subscriptions").click()
    calm()
    press(dialog, "End it")
    calm()

    assert subscriptions.of_mine(traded) == ()
    assert subscriptions.prepared(traded) == ()
    dialog.accept()


def test_at_opening_what_is_due_is_made_and_counted_beside_the_page(
    subscribed, clock, traded, qtbot
):
    counts: dict[str, int] = {}
    preparer = Preparer(subscribed.desk, counts.__setitem__, subscribed)
    clock.move(days=1)
    preparer.prepare()
    qtbot.waitUntil(lambda: counts.get("reports") == 2)

    assert [one.turn for one in subscriptions.prepared(traded)] == ["2026-11-23", "2026-11-22"]


def test_what_the_printer_does_not_take_at_opening_stays_to_be_printed(
    page, calm, traded, monkeypatch, qtbot
):
    def off(_printer):
        raise Unavailable(printers.SILENT)

    put(traded, "report_printer", "Office laser")
    monkeypatch.setattr(printers, "see_to", off)
    page.subscribe.click()
    dialog = opened(Subscribe)
    dialog.deliver.choose("print")
    dialog.purpose.set_text("every morning")
    dialog.save()
    calm()
    Preparer(page.desk, lambda _page, _n: None, page).prepare()
    qtbot.waitUntil(lambda: "could not be printed" in page.window()._toast.words.text())

    assert len(subscriptions.to_print(traded)) == 1


def test_who_sells_has_nothing_prepared(open_window, sales, traded, qtbot):
    window, _session = open_window(sales)
    counts: dict[str, int] = {}
    Preparer(window.desk, counts.__setitem__, window).prepare()

    qtbot.waitUntil(lambda: not window.desk.background.busy())
    assert counts == {}


def test_what_waits_to_be_summed_is_summed_by_itself_a_little_at_a_time(
    open_window, traded, clock, qtbot, monkeypatch
):
    for _day in range(3):
        clock.move(days=1)
        a_placed_order(traded)
    monkeypatch.setattr(preparing, "_PORTION", 1)
    monkeypatch.setattr(preparing, "_BREATH_MS", 1)
    assert summaries.waiting(traded) > 1
    window, _session = open_window(traded)
    preparer = Preparer(window.desk, lambda _page, _n: None, window)

    preparer.prepare()

    qtbot.waitUntil(lambda: summaries.catch_up(traded, most=0) == 0, timeout=60_000)
