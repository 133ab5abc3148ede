"""Whoever presses Stop, or closes the window, does not wait for a backup to be read through."""

from __future__ import annotations

import threading
import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlcipher3 import dbapi2 as cipher

from db.backup import gathering
from db.backup.stopping import Stopped
from jewelcrm.backup import commands, places, queries, sums
from jewelcrm.backup.schedule import Schedule
from jewelcrm.backup.updating import STOPPED
from jewelcrm.context import Context
from tests.conftest import PASSWORD
from tests.old_stores import FOLDER
from ui.app import build
from ui.background import Background
from ui.backup.page import BackupPage
from ui.shell.window import Window
from ui.signin.farewell import Farewell

OF_SHOP = sums.of_shop
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
SOON_S = 3.0
"""So long the window waits for its backups before the process ends all the same."""


@pytest.fixture
def inside(ctx: Context, monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """There is a backup; any further count of a store has no end, and tells when it begins."""
    commands.back_up(ctx)
    begun = threading.Event()

    def count(raw: cipher.Connection) -> tuple[dict[str, int], dict[str, str]]:
        begun.set()
        raw.execute(ENDLESS).fetchall()
        return {}, {}

    monkeypatch.setattr(sums, "of_shop", count)
    return begun


@pytest.fixture
def page(inside: threading.Event, window: Window, qtbot: QtBot) -> Iterator[BackupPage]:
    window.desk.open("backup")
    shown = window.sheet.page()
    assert isinstance(shown, BackupPage)
    qtbot.waitUntil(lambda: not window.desk.background.busy())
    yield shown
    qtbot.waitUntil(lambda: not window.desk.background.busy())


def left_behind(ctx: Context) -> list[str]:
    folder = places.local(ctx.store.folder)
    files = [path.name for path in folder.glob("*") if path.name.startswith(("check-", "drill-"))]
    return files + [one.name for one in threading.enumerate() if one.name.startswith("backup")]


def test_a_check_under_way_shows_a_way_out_and_ends_by_it(
    page: BackupPage, window: Window, ctx: Context, inside: threading.Event, qtbot: QtBot
) -> None:
    page.verify(page.found.points[0])
    assert page.state.stop.isVisibleTo(page)
    qtbot.waitUntil(inside.is_set)
    qtbot.waitUntil(lambda: page.state.doing.text() == "Checking…")
    qtbot.waitUntil(lambda: page.state.bar.maximum() == 0)  # how long it takes nobody knows
    page.state.stop.click()
    qtbot.waitUntil(lambda: not page.state.going.isVisibleTo(page))
    assert window._toast.words.text() == "Stopped. It was not checked to the end."
    assert left_behind(ctx) == []
    assert [point.state for point in queries.points(ctx)] == ["checked"], "as it was before"


def test_a_trial_under_way_is_stopped_too_and_counts_as_none(
    page: BackupPage, window: Window, ctx: Context, inside: threading.Event, qtbot: QtBot
) -> None:
    page.drill()
    qtbot.waitUntil(inside.is_set)
    page.state.stop.click()
    qtbot.waitUntil(lambda: not page.state.going.isVisibleTo(page))
    assert window._toast.words.text() == "Stopped. It was not tried out to the end."
    assert left_behind(ctx) == []
    assert queries.status(ctx).last_drill_at is None


def test_a_window_that_closes_does_not_wait_for_a_check_that_somebody_began(
    page: BackupPage, window: Window, ctx: Context, inside: threading.Event, qtbot: QtBot
) -> None:
    page.verify(page.found.points[0])
    qtbot.waitUntil(inside.is_set)
    began = time.monotonic()
    window.desk.background.close()
    assert time.monotonic() - began < SOON_S
    assert not window.desk.background.busy()
    assert left_behind(ctx) == []


def test_who_closes_without_waiting_ends_the_check_of_the_days_last_backup(
    ctx: Context, background: Background, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, counted = threading.Event(), iter([sums.of_shop])  # beside the copy

    def count(raw: cipher.Connection) -> tuple[dict[str, int], dict[str, str]]:
        if (first := next(counted, None)) is not None:
            return first(raw)
        begun.set()
        raw.execute(ENDLESS).fetchall()
        return {}, {}

    monkeypatch.setattr(sums, "of_shop", count)
    goodbye = Farewell(background)
    qtbot.addWidget(goodbye)
    goodbye.begin(Schedule(lambda: ctx).at_close)
    qtbot.waitUntil(begun.is_set)
    with qtbot.waitSignal(goodbye.over):
        goodbye.leave.click()
    qtbot.waitUntil(lambda: not background.busy())
    assert left_behind(ctx) == []
    assert [(point.why, point.state) for point in queries.points(ctx)] == [("close", "made")]


def test_who_stops_when_the_backup_is_there_hears_that_it_was_made(
    page: BackupPage,
    window: Window,
    ctx: Context,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tidying = threading.Event()

    def gather(*_: object, cancelled: Callable[[], bool], **__: object) -> int:
        tidying.set()
        while not cancelled():
            time.sleep(0.001)
        raise Stopped(gathering.LATER)

    monkeypatch.setattr(gathering, "gather", gather)
    monkeypatch.setattr(sums, "of_shop", OF_SHOP)
    page.make()
    qtbot.waitUntil(tidying.is_set)
    page.state.stop.click()
    qtbot.waitUntil(lambda: not page.state.going.isVisibleTo(page))
    assert window._toast.words.text().startswith("Backed up: ")
    assert [point.state for point in queries.points(ctx)] == ["checked", "checked"]


def test_a_window_that_closes_gives_up_the_backup_before_an_update(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, failed = threading.Event(), list[Exception]()

    def count(raw: cipher.Connection) -> tuple[dict[str, int], dict[str, str]]:
        begun.set()
        raw.execute(ENDLESS).fetchall()
        return {}, {}

    monkeypatch.setattr(sums, "of_shop", count)
    old = Path(copytree(FOLDER / "0001", tmp_path / "old"))
    window, session = build(qapp, old, Namespace(lang="en", theme="light", demo=False, quit=None))

    def sign_in() -> None:
        with pytest.raises(Stopped) as stopped:
            session.gate.sign_in("", PASSWORD)
        failed.append(stopped.value)

    signing_in = threading.Thread(target=sign_in)
    signing_in.start()
    assert begun.wait(60)
    window.closing.emit()
    signing_in.join(60)
    window.deleteLater()
    assert [str(error) for error in failed] == [STOPPED]
    assert [(one.why, one.state) for one in queries.points_in(old)] == []
