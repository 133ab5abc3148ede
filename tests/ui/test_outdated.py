"""A newer program changes the store under an open window: the window does not write, and says so.

The newer program is a process of its own, as `jewelcrm-admin` of the next release would be.
"""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from pytestqt.qtbot import QtBot

from db.errors import NewerStore
from db.migrations import SCHEMA
from db.shop.connect import FILE_NAME
from jewelcrm.context import Context
from tests.jewelcrm.backup.builders import a_customer, names
from tests.ui.conftest import OpenWindow
from ui.signin.outdated import SAID, Outdated

NEWER = """
import sys
from pathlib import Path
from db.cipher import connect
raw = connect(Path(sys.argv[1]), bytes.fromhex(sys.stdin.read()))
raw.execute("BEGIN IMMEDIATE")
raw.execute("ALTER TABLE customer ADD COLUMN of_the_next_release TEXT")
raw.execute(f"PRAGMA user_version = {int(sys.argv[2])}")
raw.execute("COMMIT")
raw.close()
"""


def updated(ctx: Context, to: int = SCHEMA + 1) -> None:
    """The next release brings the store up to date, in a process of its own."""
    subprocess.run(
        [sys.executable, "-c", NEWER, str(ctx.store.folder / FILE_NAME), str(to)],
        input=ctx.store.key.hex(),
        text=True,
        check=True,
        timeout=60,
    )


def test_nothing_is_written_into_a_store_that_a_newer_program_changed(ctx: Context):
    a_customer(ctx, "Before")
    updated(ctx)
    with pytest.raises(NewerStore) as told:
        a_customer(ctx, "After")
    assert str(told.value) == SAID
    assert names(ctx) == ["Before"]
    with pytest.raises(NewerStore), ctx.store.apply(now=ctx.clock.now()):
        pass


def test_a_store_that_nobody_changed_is_written_as_always(ctx: Context):
    assert not ctx.store.is_outdated()
    updated(ctx, SCHEMA)
    assert not ctx.store.is_outdated()
    a_customer(ctx, "After")
    assert names(ctx) == ["After"]


def test_the_window_notices_by_itself_and_says_what_to_do(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot, monkeypatch
):
    monkeypatch.setattr("ui.signin.session._LOOK_MS", 100)
    window, session = open_window(ctx)
    updated(ctx)
    qtbot.waitUntil(lambda: bool(window.findChildren(Outdated)), timeout=15_000)
    assert session.desk.ctx is None
    [page] = window.findChildren(Outdated)
    closed: list[bool] = []
    monkeypatch.setattr(window, "close", lambda: closed.append(True) or True)
    page.over.disconnect()
    page.over.connect(window.close)
    page.over.emit()
    assert closed
    assert not session.says_farewell


def test_the_window_notices_while_it_is_locked_too(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot, monkeypatch
):
    monkeypatch.setattr("ui.signin.session._LOOK_MS", 100)
    window, session = open_window(ctx)
    session.lock()
    updated(ctx)
    qtbot.waitUntil(lambda: bool(window.findChildren(Outdated)), timeout=15_000)
    assert session._held is None


def test_looking_costs_next_to_nothing(ctx: Context):
    began = time.process_time()
    for _ in range(200):
        ctx.store.is_outdated()
    assert (time.process_time() - began) / 200 < 0.002
