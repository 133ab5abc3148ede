"""The line on top has room for the search box, whatever the pills beside it have to say."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from jewelcrm.context import Context
from tests.builders import a_kept_customer
from tests.shots_backup import LATE
from tests.ui.sync import scene
from ui import theme
from ui.shell.pill import shortened
from ui.shell.window import Window

ROOM = 280


def attention(ctx: Context) -> None:
    scene.enrol(ctx, minutes_ago=30)
    scene.a_conflict(ctx, a_kept_customer(ctx))


def much_to_send(ctx: Context) -> None:
    scene.enrol(ctx, minutes_ago=3 * 1440)
    for _ in range(3):
        a_kept_customer(ctx)


def told(window: Window, qtbot: QtBot) -> None:
    """The pills say how the line and the backups stand."""
    window.desk.safe.look = lambda: None
    window.desk.safe.show(LATE)
    window.desk.line.look()
    top = window.sheet.top
    qtbot.waitUntil(lambda: top.line.isVisible() and top.safe.isVisible())
    qtbot.wait(50)


@pytest.mark.parametrize("language", ["en", "zh_HK"])
@pytest.mark.parametrize("state", [attention, much_to_send])
def test_the_pills_leave_the_search_box_its_room(
    window: Window, ctx: Context, qtbot: QtBot, state: Callable[[Context], None], language: str
) -> None:
    state(ctx)
    window.use_language(language, keep=False)
    told(window, qtbot)

    top = window.sheet.top
    for width in (1280, 900, 1040, 1210):
        window.resize(width, 600)
        qtbot.waitUntil(lambda: top.search.width() >= ROOM)
    assert top.line.words().text in top.line.toolTip()
    assert top.line.words().text in top.line.accessibleName()
    assert top.safe.words().text in top.safe.toolTip()
    assert top.safe.words().text in top.safe.accessibleName()
    assert not top.line.icon().isNull()


def test_large_letters_leave_the_search_box_its_room_too(
    window: Window, ctx: Context, qtbot: QtBot
) -> None:
    attention(ctx)
    told(window, qtbot)

    window.use_text_size(125)

    search = window.sheet.top.search
    qtbot.waitUntil(lambda: search.width() >= theme.px(ROOM))


def test_where_there_is_room_the_pills_say_all(window: Window, ctx: Context, qtbot: QtBot) -> None:
    attention(ctx)
    window.resize(1280, 720)
    told(window, qtbot)
    top = window.sheet.top
    qtbot.waitUntil(lambda: top.line.text() == "Attention")

    window.resize(1600, 900)

    qtbot.waitUntil(lambda: top.line.text() == "Off line · needs attention")
    assert top.safe.text() == top.safe.words().text


def test_pills_get_shorter_in_turn_and_no_more_than_they_must() -> None:
    line, safe = [200, 100, 40], [150, 80, 40]

    assert shortened([line, safe], 400) == [0, 0]
    assert shortened([line, safe], 250) == [1, 0]
    assert shortened([line, safe], 200) == [1, 1]
    assert shortened([line, safe], 121) == [2, 1]
    assert shortened([line, safe], 10) == [2, 2]
    assert shortened([line, [40]], 100) == [2, 0]
    assert shortened([], 10) == []
