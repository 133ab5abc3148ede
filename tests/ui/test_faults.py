"""Faults: told with a report that holds no data, not over and over, and the window stands."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jewelcrm.errors import CanFix
from ui.shell.fault import TroubleDialog
from ui.shell.page import Page
from ui.shell.trouble import Watch, report_of
from ui.shell.window import Window


def test_a_fault_of_ours_is_told_with_a_report_that_holds_no_data(
    window: Window, qtbot: QtBot
) -> None:
    nobody: dict[str, str] = {}
    try:
        nobody["Vivian Yip 9123 4567"]
    except KeyError as error:
        window.fail(error, None)
        report = report_of(error)

    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, TroubleDialog))
    assert "KeyError" in dialog.report.toPlainText()
    assert "Vivian" not in report
    assert "9123" not in report
    dialog.close()


def test_a_fault_that_comes_back_all_the_time_fills_neither_the_screen_nor_the_log(
    window: Window, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> None:
        raise KeyError

    for _ in range(100):
        with pytest.raises(KeyError) as caught:
            broken()
        window.fail(caught.value, None)

    dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, TroubleDialog)]
    assert [one.isVisible() for one in dialogs] == [True]
    assert caplog.text.count("fault kind=KeyError") == 7  # the 1st, 2nd, 4th … 64th time
    dialogs[0].close()


def test_something_that_can_be_mended_is_said_in_passing(window: Window) -> None:
    window.fail(CanFix("This is not a number."), None)

    assert window._toast.words.text() == "This is not a number."


def test_a_page_that_cannot_be_made_does_not_take_the_window_down(
    window: Window, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def broken(_name: str) -> type[Page]:
        raise ImportError("no such page")

    monkeypatch.setattr("ui.shell.sheet.page_class", broken)
    window.desk.open("followups")

    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, TroubleDialog))
    dialog.close()
    window.desk.open("today")
    assert window.at_desk()


def test_an_exception_nobody_caught_becomes_a_report(window: Window, qtbot: QtBot) -> None:
    told: list[BaseException] = []
    watch = Watch(told.append)

    watch.tell(ZeroDivisionError("91234567"))
    qtbot.waitUntil(lambda: bool(told))

    assert isinstance(told[0], ZeroDivisionError)


def test_a_fault_on_a_thread_that_outlives_the_window_is_logged_and_no_more(
    qapp: QApplication,
) -> None:
    window, told = QObject(), []
    watch = Watch(told.append)
    watch.setParent(window)
    shiboken6.delete(window)

    watch.tell(ZeroDivisionError())
    qapp.processEvents()

    assert not told
