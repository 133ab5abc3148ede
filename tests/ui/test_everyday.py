"""Every day: start at log-on, the light beside the clock, a screen pulled out, text at 200 %."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jewelcrm.backup.queries import status
from jewelcrm.commissioning import logon
from jewelcrm.context import Context
from tests.ui.conftest import OpenWindow
from ui import theme
from ui.shell import preferences
from ui.shell.screens import back_in_reach
from ui.shell.tray import Tray

BIG, SMALL = QRect(0, 0, 1920, 1080), QRect(1920, 0, 1280, 720)


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "設定 config"))


def test_starting_at_log_on_can_be_chosen_and_taken_back(tmp_path: Path) -> None:
    entry = tmp_path / "設定 config" / "autostart" / "org.jewelcrm.JewelCRM.desktop"

    logon.switch(on=True)
    assert logon.is_on()
    assert f"Exec={logon._quoted(logon.command())}" in entry.read_text("utf-8")
    logon.switch(on=False)
    assert not logon.is_on()
    logon.switch(on=False)


def test_a_program_in_a_folder_with_spaces_starts_at_log_on() -> None:
    assert logon._quoted("/opt/mei chan/jewelcrm") == '"/opt/mei chan/jewelcrm"'
    assert logon._quoted("/usr/bin/jewelcrm") == "/usr/bin/jewelcrm"


def test_the_frozen_program_starts_the_window_not_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "jewelcrm-admin"))
    monkeypatch.setattr(logon.shutil, "which", lambda _name: None)

    assert logon.command() == str(tmp_path / "jewelcrm")


def test_the_settings_switch_both(open_window: OpenWindow, ctx: Context, qtbot: QtBot) -> None:
    from ui.settings.looks import Looks

    window, _ = open_window(ctx)
    window.desk.open("settings", part="looks")
    qtbot.waitUntil(lambda: window.findChild(Looks) is not None)
    looks = window.findChild(Looks)

    looks.at_logon.click()
    looks.tray.click()

    assert logon.is_on()
    assert preferences.load(window.folder).tray is False


def test_the_light_says_how_backups_stand_also_while_locked(
    open_window: OpenWindow, ctx: Context
) -> None:
    window, session = open_window(ctx)
    tray = Tray(window)

    window.desk.safe.show(status(ctx))
    assert tray.tone == "gold", "there is no backup yet, and the shop is new"
    said = tray.icon.toolTip()
    assert said.startswith("JewelCRM\nBackups: ")
    session.lock()
    tray.tell()

    assert tray.icon.toolTip() == said
    session.seat(ctx)


def test_the_light_names_nobody(open_window: OpenWindow, ctx: Context) -> None:
    window, _ = open_window(ctx)
    tray = Tray(window)
    window.desk.safe.show(status(ctx))

    assert ctx.staff.name not in tray.icon.toolTip()
    assert [action.text() for action in tray.menu.actions()] == [
        "Open JewelCRM",
        "Lock",
        "Close JewelCRM",
    ]


def test_the_lights_menu_locks(open_window: OpenWindow, ctx: Context) -> None:
    window, session = open_window(ctx)
    tray = Tray(window)

    tray.menu.actions()[1].trigger()

    assert not window.at_desk()
    session.seat(ctx)


@pytest.mark.parametrize(
    ("frame", "rooms"),
    [
        (QRect(2000, 100, 1200, 600), [BIG, SMALL]),
        (QRect(1850, 10, 1200, 600), [SMALL]),
        (QRect(-900, 10, 1200, 600), [BIG]),
        (QRect(100, 100, 1200, 600), []),
    ],
)
def test_a_window_that_can_be_reached_stays(frame: QRect, rooms: list[QRect]) -> None:
    assert back_in_reach(frame, rooms) is None


@pytest.mark.parametrize("frame", [QRect(2000, 100, 1200, 600), QRect(300, -400, 1000, 380)])
def test_a_window_on_a_screen_that_was_pulled_out_comes_back(frame: QRect) -> None:
    place = back_in_reach(frame, [BIG])

    assert place is not None
    assert BIG.contains(place)


def test_a_window_bigger_than_the_screen_that_is_left_becomes_smaller() -> None:
    place = back_in_reach(QRect(4000, 0, 1900, 1000), [QRect(0, 0, 1280, 720)])

    assert place == QRect(0, 0, 1280, 720)


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_text_grows_to_twice_its_size(
    open_window: OpenWindow, ctx: Context, qapp: QApplication, percent: int
) -> None:
    window, _ = open_window(ctx)

    window.use_text_size(percent)

    assert theme.px(15) == round(15 * percent / 100)
    window.use_text_size(100)
