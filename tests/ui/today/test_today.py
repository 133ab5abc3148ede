"""The page Today: what is due, the deeds of one click, keys, midnight."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jewelcrm.context import Context
from jewelcrm.followups import commands, queries
from tests.conftest import SetClock
from tests.ui.conftest import OpenWindow
from tests.ui.customers.scene import a_repair, amy, dialog, press, reads, words_in
from tests.ui.sync import scene
from tests.ui.sync.conftest import Quiet
from ui.followups.row import TaskRow
from ui.followups.snooze import SnoozeFollowUp
from ui.followups.tasks import choose_outcome
from ui.shell.window import Window
from ui.today.page import TodayPage


@pytest.fixture
def task(ctx: Context) -> bytes:
    """Something to do today for Amy."""
    return commands.add(
        ctx, title="Call about the jade bangle", due_on=ctx.today(), customer_id=amy(ctx)
    )


def today(window: Window, qtbot: QtBot) -> TodayPage:
    window.open("today", {})
    page = window.sheet.page()
    qtbot.waitUntil(lambda: page.board is not None, timeout=8000)
    return page


def row(page: TodayPage, section: str, qtbot: QtBot) -> TaskRow:
    def rows() -> list[TaskRow]:
        return [one for one in page.sections[section].findChildren(TaskRow) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(rows()), timeout=8000)
    return rows()[0]


def test_what_is_due_today_shows_who_and_how_to_reach_her(
    window: Window, task: bytes, qtbot: QtBot
) -> None:
    page = today(window, qtbot)

    reads(
        qtbot,
        page.sections["due"],
        "Chan Tai Man",
        "陳大文",
        "Call about the jade bangle",
        "+852 9123 4567",
        "No calls before 11",
    )
    assert page.tiles.tiles["due"].number.text() == "1"


@pytest.mark.qt_log_ignore("does not support (grabbing|raise|propagateSizeHints)")
def test_one_click_closes_with_an_outcome_and_can_be_taken_back(
    window: Window, ctx: Context, task: bytes, qtbot: QtBot
) -> None:
    page = today(window, qtbot)
    row(page, "due", qtbot)

    menu = choose_outcome(window.desk, queries.one(ctx, task))
    next(action for action in menu.actions() if action.text() == "Left a message").trigger()
    menu.close()

    qtbot.waitUntil(lambda: queries.one(ctx, task).outcome == "left_message", timeout=8000)
    qtbot.waitUntil(lambda: page.tiles.tiles["due"].number.text() == "0", timeout=8000)
    press(window, "Undo")
    qtbot.waitUntil(lambda: queries.one(ctx, task).standing == "due", timeout=8000)


def test_putting_off_needs_a_reason(
    window: Window, ctx: Context, task: bytes, qtbot: QtBot
) -> None:
    page = today(window, qtbot)
    press(row(page, "due", qtbot), "Put off")
    form = dialog(qtbot, SnoozeFollowUp)
    form.reason.set_text("")
    form.save()
    qtbot.waitUntil(form.reason.wrong.isVisible, timeout=8000)

    press(form.days, "In a week")
    press(form.reasons, "Nobody answered")
    form.save()

    qtbot.waitUntil(lambda: queries.one(ctx, task).standing == "snoozed", timeout=8000)
    one = queries.one(ctx, task)
    assert one.due_on == ctx.today() + dt.timedelta(days=7)
    assert one.snooze_reason == "Nobody answered"


def test_the_card_opens_from_a_row_by_its_letter(window: Window, task: bytes, qtbot: QtBot) -> None:
    page = today(window, qtbot)
    line = row(page, "due", qtbot)
    line.setFocus()

    qtbot.keyClick(line, Qt.Key.Key_O)

    qtbot.waitUntil(lambda: window.sheet.page().name == "customers")


def test_rows_are_walked_with_the_arrows(
    window: Window, ctx: Context, task: bytes, qtbot: QtBot
) -> None:
    commands.add(ctx, title="Send photographs", due_on=ctx.today())
    page = today(window, qtbot)
    qtbot.waitUntil(
        lambda: len([r for r in page.findChildren(TaskRow) if r.isVisible()]) >= 2, timeout=8000
    )
    first = row(page, "due", qtbot)
    first.setFocus()

    qtbot.keyClick(first, Qt.Key.Key_Down)

    second = page.window().focusWidget()
    assert isinstance(second, TaskRow)
    assert second is not first
    qtbot.keyClick(second, Qt.Key.Key_Up)
    assert page.window().focusWidget() is first


def test_ready_pieces_and_birthdays_have_their_sections(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    known = amy(ctx)
    a_repair(ctx, known, ready=True)
    page = today(window, qtbot)

    reads(qtbot, page.sections["ready_waiting"], "Resize 18K ring 14 to 13", "HK$480.00 to pay")
    reads(
        qtbot,
        page.sections["birthdays"],
        "Birthday in 9 days",
        "turns 38",
        "no consent to marketing",
    )


def test_a_commit_elsewhere_shows_by_itself(window: Window, ctx: Context, qtbot: QtBot) -> None:
    page = today(window, qtbot)
    assert "Send photographs" not in words_in(page)

    commands.add(ctx, title="Send photographs", due_on=ctx.today())

    reads(qtbot, page.sections["due"], "Send photographs")


def test_at_midnight_today_becomes_yesterday(
    window: Window, ctx: Context, clock: SetClock, task: bytes, qtbot: QtBot
) -> None:
    page = today(window, qtbot)
    row(page, "due", qtbot)

    clock.move(hours=13)
    page._midnight.timeout.emit()

    qtbot.waitUntil(lambda: page.tiles.tiles["overdue"].number.text() == "1", timeout=8000)
    assert page.date.text() == "Monday, 23 November 2026"


def test_a_tile_brings_its_section_into_sight(window: Window, ctx: Context, qtbot: QtBot) -> None:
    for number in range(12):
        commands.add(ctx, title=f"Task {number}", due_on=ctx.today())
    a_repair(ctx, amy(ctx), ready=True)
    window.resize(1024, 600)
    page = today(window, qtbot)
    row(page, "due", qtbot)

    page.tiles.tiles["birthdays"].click()

    assert page._scroll.verticalScrollBar().value() > 0


def test_after_a_narrow_window_the_sections_begin_at_the_top_of_their_columns(
    window: Window, task: bytes, qtbot: QtBot
) -> None:
    page = today(window, qtbot)
    for width in (900, 1280, 900, 1440):
        window.resize(width, 720)
        qtbot.waitUntil(lambda width=width: page._two is (width > 900))
    overdue, promised = page.sections["overdue"], page.sections["promised_today"]
    qtbot.waitUntil(lambda: overdue.x() < promised.x())
    assert overdue.y() == promised.y()


def test_everything_is_said_again_in_chinese(window: Window, task: bytes, qtbot: QtBot) -> None:
    page = today(window, qtbot)
    row(page, "due", qtbot)

    window.use_language("zh_HK", keep=False)

    reads(qtbot, page, "今日", "2026年11月22日 星期日", "沒有逾期事項。", "上午11時前勿致電")


def test_out_of_sight_it_is_said_in_chinese_when_it_is_seen_again(
    window: Window, task: bytes, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = today(window, qtbot)
    row(page, "due", qtbot)
    window.open("customers", {})
    made: list[object] = []
    monkeypatch.setattr(page.sections["due"], "show_section", lambda *of: made.append(of))

    window.use_language("zh_HK", keep=False)
    assert made == []
    window.open("today", {})

    qtbot.waitUntil(lambda: len(made) == 1)
    reads(qtbot, page, "2026年11月22日 星期日")


def test_the_rules_run_once_a_day_after_the_page_is_there(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[Context] = []
    monkeypatch.setattr(commands, "run_rules", ran.append)
    page = today(window, qtbot)

    assert page._rules.isActive()
    assert not ran

    page._rules.start(0)
    qtbot.waitUntil(lambda: len(ran) == 1)
    page.enter()

    assert not page._rules.isActive()


def test_a_locked_desk_runs_no_rules(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[Context] = []
    monkeypatch.setattr(commands, "run_rules", ran.append)
    page = today(window, qtbot)
    window.desk.seat(None)

    page._rules.start(0)
    qtbot.waitUntil(lambda: not page._rules.isActive())

    assert not ran


@pytest.fixture
def too_long_away(ctx: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    """Head office was not reached for longer than this PC may work without it."""
    monkeypatch.setattr("ui.signin.keeping.make", lambda _ctx, _hear: Quiet())
    scene.enrol(ctx, minutes_ago=15 * 1440, lease_days=-1)
    ctx.store.look_again()


def reached_again(ctx: Context) -> None:
    scene.enrol(ctx)
    ctx.store.look_again()


def test_the_page_fills_by_itself_when_head_office_is_reached_after_too_long(
    task: bytes, too_long_away: None, open_window: OpenWindow, ctx: Context, qtbot: QtBot
) -> None:
    window, _session = open_window(ctx)
    window.open("today", {})
    page = window.sheet.page()
    qtbot.waitUntil(lambda: window.desk.line.status is not None)
    qtbot.waitUntil(lambda: not window.desk.background.busy())
    assert page.board is None

    reached_again(ctx)

    reads(qtbot, page.sections["due"], "Call about the jade bangle")


def test_the_rules_wait_while_this_pc_is_too_long_off_line(
    too_long_away: None,
    open_window: OpenWindow,
    ctx: Context,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ran: list[Context] = []
    monkeypatch.setattr(commands, "run_rules", ran.append)
    window, _session = open_window(ctx)
    window.open("today", {})
    page = window.sheet.page()

    page._run_rules()
    assert page._ruled is None
    reached_again(ctx)
    page._run_rules()

    qtbot.waitUntil(lambda: len(ran) == 1)
    assert page._ruled == ctx.today()
