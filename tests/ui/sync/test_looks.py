"""How the page Head office and the page Backups look: names, room, and what the pill says."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jewelcrm.context import Context
from jewelcrm.sync.service import LineState
from tests.builders import a_kept_customer
from tests.ui.customers.scene import dialog, reads
from tests.ui.sync import scene
from ui.backup.unsent import UnsentCard
from ui.shell.window import Window
from ui.sync.join import Join


def test_names_on_the_page_follow_the_language_of_the_window(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    scene.enrol(ctx)
    customer = a_kept_customer(ctx, name="Chan Tai Man", name_zh="陳大文")
    scene.a_conflict(ctx, customer)
    scene.an_aside(ctx, scene.a_new_note(ctx, customer, "Ring 14"), customer_id=customer)
    window.desk.line.look()
    window.open("sync", {"show": "asides"})
    page = window.sheet.page()
    reads(qtbot, page, "Body: Ring 14  ·  ", "Customer: Chan Tai Man")

    window.use_language("zh_HK", keep=False)
    reads(qtbot, page, "內容：Ring 14  ·  ", "顧客：陳大文")


def test_the_box_that_joins_is_as_tall_as_what_it_says(window: Window, qtbot: QtBot) -> None:
    window.desk.open("sync.join")
    join = dialog(qtbot, Join)
    assert isinstance(join, Join)
    tall = join.height()
    join.form._turn(under_way=True)
    join.form._show_words("amber canyon lotus velvet harbour seven")

    qtbot.waitUntil(lambda: join.height() < tall - 100)
    told = [one.text() for one in join.findChildren(QLabel) if one.isVisible()]
    assert "Make a backup of this computer first." not in told
    assert not join.save_button.isEnabled()
    join.form._turn(under_way=False)
    assert join.form.url.isVisible()


def test_a_pc_that_is_not_let_in_yet_is_not_said_to_be_on_line(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    scene.enrol(ctx)
    scene.all_sent(ctx)
    window.desk.line.hear(LineState("refused", "waiting"))
    pill = window.sheet.top.line

    qtbot.waitUntil(lambda: "Not let in yet" in pill.accessibleName())


@pytest.mark.parametrize("page", ["sync", "backup"])
def test_in_the_smallest_window_nothing_of_the_page_is_cut(
    window: Window, ctx: Context, qtbot: QtBot, page: str
) -> None:
    scene.enrol(ctx)
    scene.waiting(ctx, 1)
    scene.first_copy(ctx, 43, 100)
    window.resize(900, 560)
    window.desk.line.hear(LineState("refused", "untrusted"))
    window.desk.open(page)
    shown = window.sheet.page()
    qtbot.waitUntil(lambda: not window.desk.background.busy())
    for offer in shown.findChildren(UnsentCard):
        offer.words.raw("Not sent to head office before the store was put back: 14 changes. " * 2)
        offer.show()
    qtbot.wait(100)

    assert cut(shown) == []


def cut(page: QWidget) -> list[str]:
    """Words that have less room than they need."""
    labels = [one for one in page.findChildren(QLabel) if one.isVisible() and one.text()]
    short = [one.text() for one in labels if _needs(one) > one.height()]
    buttons = [one for one in page.findChildren(QPushButton) if one.isVisible()]
    return short + [one.text() for one in buttons if one.height() < 30]


def _needs(label: QLabel) -> int:
    if label.wordWrap():
        return label.heightForWidth(label.width())
    return label.fontMetrics().height()


@pytest.mark.parametrize("how", ["closed", "revoked"])
def test_a_pc_that_no_longer_belongs_is_not_offered_to_send_nor_told_how_long_it_may_work(
    window: Window, ctx: Context, qtbot: QtBot, how: str
) -> None:
    scene.enrol(ctx, state=how if how == "revoked" else "on")
    window.desk.line.hear(LineState("refused", how if how == "closed" else ""))
    window.desk.line.look()
    window.open("sync", {})
    state = window.sheet.page().state
    qtbot.waitUntil(lambda: "Head office has" in state.head.text())

    assert not state.send.isVisible()
    assert not state.lease.isVisible()


def test_when_the_time_off_line_is_over_the_moment_alone_is_told(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    scene.enrol(ctx, minutes_ago=2 * 1440, lease_days=-1)
    window.desk.line.look()
    window.open("sync", {})
    state = window.sheet.page().state

    qtbot.waitUntil(lambda: state.lease.value.text() == "Yesterday 12:00")
