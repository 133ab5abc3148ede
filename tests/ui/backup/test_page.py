"""The page Backups: what stands, what can be done, and what is told before a yes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.shop.reserve import SHORT
from jewelcrm.backup import commands, queries
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.sync import reoffering
from jewelcrm.sync.reoffering import Offer
from tests.builders import a_kept_customer
from tests.shots_backup import LATE, POINTS, STICK, WELL, a_point
from tests.ui.conftest import OpenWindow
from ui import i18n
from ui.backup import putback, target, words
from ui.backup.page import BackupPage
from ui.backup.work import Found
from ui.shell.safewords import Here, safe_words
from ui.shell.window import Window

HERE = Here("Asia/Hong_Kong", dt.date(2026, 11, 22), dt.datetime(2026, 11, 22, 4, tzinfo=dt.UTC))


@pytest.fixture
def window(open_window: OpenWindow, ctx: Context) -> Window:
    return open_window(ctx)[0]


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> Iterator[BackupPage]:
    window.desk.open("backup")
    shown = window.sheet.page()
    assert isinstance(shown, BackupPage)
    calm(window, qtbot)
    yield shown
    calm(window, qtbot)


def calm(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.desk.background.busy(), timeout=60_000)


def rows(page: BackupPage) -> list[str]:
    from ui.sync.rows import SyncRow

    shown = [row for row in page.findChildren(SyncRow) if row.isVisibleTo(page)]
    return [row.accessibleName() for row in shown]


# The light -------------------------------------------------------------------------------


def test_green_is_said_only_of_what_was_restored_and_counted():
    assert safe_words(WELL, HERE).tone == "ok"
    assert safe_words(replace(WELL, light="amber", last_drill_at=None), HERE).tone == "gold"
    tried = safe_words(replace(WELL, light="amber", last_drill_at=None), HERE)
    assert tried.text == "Backup not tried out"


def test_no_backup_yet_and_a_late_one_say_so():
    never = replace(WELL, light="amber", last_verified_at=None)
    assert safe_words(never, HERE).text == "No backup yet"
    late = replace(LATE, last_verified_at=HERE.now - dt.timedelta(days=3))
    assert safe_words(late, HERE).text == "No backup for 3 days"
    full = safe_words(replace(WELL, light="red", no_room=True, words=SHORT), HERE)
    assert (full.text, full.tone, full.rest) == ("Disk full", "danger", SHORT)


def test_the_pill_and_the_banner_come_and_go_with_the_light(window: Window, qtbot: QtBot) -> None:
    sheet = window.sheet
    window.desk.safe.show(LATE)
    assert sheet.late.isVisibleTo(sheet)
    assert sheet.top.safe.words().tone == "danger"
    window.desk.safe.show(WELL)
    assert not sheet.late.isVisibleTo(sheet)
    assert sheet.top.safe.words().tone == "ok"
    calm(window, qtbot)


def test_the_pill_is_a_picture_with_words_for_who_cannot_see_it(window: Window) -> None:
    window.desk.safe.show(WELL)
    assert window.sheet.top.safe.accessibleName().startswith("Backups: Backed up")


def test_a_press_on_the_banner_makes_a_backup(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[bool] = []
    monkeypatch.setattr(BackupPage, "make", lambda _page: begun.append(True))
    window.desk.safe.show(LATE)
    window.sheet.late.make.click()
    calm(window, qtbot)
    assert begun == [True]


# Words -----------------------------------------------------------------------------------


def test_a_moment_reads_as_a_person_would_say_it():
    at = dt.datetime(2026, 11, 21, 10, tzinfo=dt.UTC)
    point = a_point(1, made_at=at, customers=12_431)
    assert words.point_words(point, HERE) == "Yesterday 18:00, 12,431 customers, checked"
    i18n.use("zh_HK")
    assert words.point_words(point, HERE) == "昨日 18:00，12,431 位顧客，已檢查"


def test_a_forged_moment_is_not_given_a_date():
    forged = a_point(1, customers=0, state="damaged")
    assert words.point_words(forged, HERE) == "A damaged backup"


# What can be done ------------------------------------------------------------------------


def test_a_backup_is_made_checked_and_listed(
    page: BackupPage, window: Window, ctx: Context, qtbot: QtBot
) -> None:
    a_kept_customer(ctx)
    page.make()
    assert page.state.going.isVisibleTo(page)
    assert not page.state.make.isEnabled()
    calm(window, qtbot)
    assert not page.state.going.isVisibleTo(page)
    [point] = queries.points(ctx)
    assert point.state == "checked"

    def listed() -> None:
        shown = rows(page)
        assert any("1 customer, checked" in row for row in shown), (shown, page.found)

    qtbot.waitUntil(listed, timeout=60_000)  # as patient as calm(): rows are made a few at a time


def test_a_backup_that_is_stopped_leaves_nothing(
    page: BackupPage, window: Window, ctx: Context, qtbot: QtBot
) -> None:
    page.make()
    page.stop()
    calm(window, qtbot)
    assert [one for one in queries.points(ctx) if one.state == "made"] == []
    assert page.state.make.isEnabled()


def test_one_is_checked_again_and_put_back_for_trial(
    page: BackupPage, window: Window, ctx: Context, qtbot: QtBot
) -> None:
    commands.back_up(ctx)
    page.read()
    calm(window, qtbot)
    page.verify(page.found.points[0])
    calm(window, qtbot)
    assert "as it was made" in window._toast.words.text()
    page.drill()
    calm(window, qtbot)
    assert page.found.status.last_drill_at is not None


def test_sales_see_the_light_but_put_nothing_back(
    open_window: OpenWindow, sales: Context, qtbot: QtBot
) -> None:
    window, _ = open_window(sales)
    window.desk.open("backup")
    page = window.sheet.page()
    calm(window, qtbot)
    page._show(Found(WELL, POINTS, [STICK]))
    assert not [
        row for row in page.lists["points"].findChildren(type(page.add)) if "Put" in row.text()
    ]
    assert not page.add.isVisibleTo(page)
    calm(window, qtbot)


def test_a_folder_becomes_a_place_for_copies_and_is_taken_off_again(
    page: BackupPage, window: Window, ctx: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    place = tmp_path / "other disk"
    place.mkdir()
    dialog = target.show(window.desk)
    dialog.kind.choose("folder")
    dialog._kind_changed()
    dialog.place.set_text(str(place))
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        dialog.save()
    calm(window, qtbot)
    [kept] = queries.targets(ctx)
    assert kept.place == str(place)
    page.read()
    calm(window, qtbot)
    page.remove(page.found.targets[0])
    calm(window, qtbot)
    assert queries.targets(ctx) == []


def test_a_folder_that_is_not_there_is_told_under_the_field(
    page: BackupPage, window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = target.show(window.desk)
    dialog.kind.choose("folder")
    dialog.place.set_text(str(tmp_path / "nothing"))
    dialog.save()
    calm(window, qtbot)
    assert not dialog.place.wrong.isHidden()
    dialog.reject()


def test_before_a_yes_it_is_told_what_would_go(
    page: BackupPage, window: Window, ctx: Context, qtbot: QtBot, clock
) -> None:
    commands.back_up(ctx)
    clock.move(hours=1)
    a_kept_customer(ctx)
    dialog = putback.show(window.desk, queries.points(ctx)[0])
    calm(window, qtbot)
    assert dialog.gone.text() == (
        "What was done since then goes: 1 change, among them 1 new customer."
    )
    assert dialog.unsent.isHidden()
    heard: list[object] = []
    window.desk.putBackWanted.disconnect()
    window.desk.putBackWanted.connect(lambda point, source: heard.append((point.id, source)))
    dialog.save()
    calm(window, qtbot)
    assert heard == [(dialog.point.id, ctx.store.folder / "backups")]


def test_the_page_speaks_chinese(page: BackupPage, window: Window, qtbot: QtBot) -> None:
    page._show(Found(WELL, POINTS, [STICK]))
    window.use_language("zh_HK", keep=False)
    qtbot.waitUntil(lambda: "已檢查" in " ".join(rows(page)), timeout=5_000)
    QApplication.processEvents()


# After a restore -------------------------------------------------------------------------


OFFER = Offer(Path("before"), 14, 3, 5, HERE.now, HERE.now)


def test_what_was_not_sent_before_a_restore_is_told_and_brought_back(
    page: BackupPage, window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    assert not page.unsent.isVisibleTo(page)
    monkeypatch.setattr(reoffering, "offer", lambda _ctx: None if done else OFFER)
    monkeypatch.setattr(reoffering, "bring_back", lambda _ctx: done.append("back") or 14)
    page.read()
    calm(window, qtbot)
    assert page.unsent.isVisibleTo(page)
    for words_ in ("14 changes", "3 new customers", "5 new orders"):
        assert words_ in page.unsent.words.text()
    page.unsent.back.click()
    calm(window, qtbot)
    assert done == ["back"]
    assert not page.unsent.isVisibleTo(page)


def test_it_stays_to_be_decided_while_head_office_was_not_heard(
    page: BackupPage, window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def first(_ctx: Context) -> int:
        raise CanFix(reoffering.FIRST)

    monkeypatch.setattr(reoffering, "offer", lambda _ctx: OFFER)
    monkeypatch.setattr(reoffering, "bring_back", first)
    page.read()
    calm(window, qtbot)
    page.unsent.back.click()
    calm(window, qtbot)
    assert page.unsent.isVisibleTo(page)
    assert page.unsent.back.isEnabled()


def test_it_can_be_left_away(
    page: BackupPage, window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    monkeypatch.setattr(reoffering, "offer", lambda _ctx: None if done else OFFER)
    monkeypatch.setattr(reoffering, "let_go", lambda _ctx: done.append("left"))
    page.read()
    calm(window, qtbot)
    page.unsent.leave.click()
    calm(window, qtbot)
    assert done == ["left"]
    assert not page.unsent.isVisibleTo(page)
