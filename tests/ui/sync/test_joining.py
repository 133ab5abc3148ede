"""Joining a head office from the window, and the service that keeps the line up."""

from __future__ import annotations

import threading
import time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.sync.enrolling import Enrolled
from jewelcrm.sync.service import LineState
from tests.ui.conftest import OpenWindow
from tests.ui.customers.scene import dialog, reads, words_in
from tests.ui.sync import scene
from tests.ui.sync.conftest import Quiet
from ui.shell.window import Window
from ui.signin.gate import StoreGate
from ui.signin.joining import JoinPage
from ui.signin.session import Session
from ui.signin.takenoff import TakenOff
from ui.sync import enrol
from ui.sync.join import Join, SameWords


def filled(form: enrol.JoinForm) -> None:
    form.url.set_text("https://office.example")
    form.code.set_text("ABCDE-12345")
    form.login.set_text("mei.chan")
    form.password.set_text("copper kettle sings")


def test_everything_is_needed_to_join(window: Window, qtbot: QtBot) -> None:
    window.desk.open("sync.join")
    join = dialog(qtbot, Join)
    join.save()
    reads(qtbot, join, "This is needed.")


def test_the_six_words_are_shown_while_it_waits(
    window: Window, ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def enrolled(wish: enrol.Wish, progress, words) -> Enrolled:
        assert wish.brings
        words("amber canyon lotus velvet harbour seven")
        while True:
            progress("waiting until head office has compared the six words", 0, 0)

    monkeypatch.setattr(enrol, "enrol_now", enrolled)
    window.desk.open("sync.join")
    join = dialog(qtbot, Join)
    assert isinstance(join, Join)
    filled(join.form)
    join.save()
    reads(qtbot, join, "amber canyon lotus velvet harbour seven", "Waiting until head office")

    join.reject()

    reads(qtbot, join, "Broken off; nothing has changed.")
    assert join.form.code.text() == "ABCDE-12345"


def test_the_six_words_stay_when_joining_took_but_a_moment(
    window: Window, ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = Enrolled(b"", "HK01", "Nathan Road", "B", "air piece winner", None, "mei", "")
    monkeypatch.setattr(enrol, "enrol_now", lambda *_a: done)
    window.desk.open("sync.join")
    join = dialog(qtbot, Join)
    filled(join.form)
    join.save()

    same = dialog(qtbot, SameWords)
    assert same.words.text() == "air piece winner"
    same.accept()


def test_a_wrong_code_is_said_under_its_field(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_asked: object) -> Enrolled:
        raise CanFix("The code is wrong, used or out of time.", field="code")

    monkeypatch.setattr(enrol, "enrol_now", refused)
    window.desk.open("sync.join")
    join = dialog(qtbot, Join)
    assert isinstance(join, Join)
    filled(join.form)
    join.save()
    reads(qtbot, join.form.code, "The code is wrong, used or out of time.")


def test_a_new_pc_joins_and_gets_its_recovery_code(
    window: Window, qtbot: QtBot, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = Enrolled(b"", "HK01", "Nathan Road", "B", "six words", None, "mei", "RECOVER-ME")
    monkeypatch.setattr(enrol, "enrol_now", lambda *_a: done)
    page = JoinPage(window.desk, StoreGate(tmp_path))
    qtbot.addWidget(page)
    filled(page.form)
    with qtbot.waitSignal(page.joined, timeout=8000) as told:
        page.button.click()
    assert told.args == ["mei", "copper kettle sings", "RECOVER-ME", "six words"]


def test_a_store_that_was_taken_off_says_so(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot
) -> None:
    scene.enrol(ctx)
    window, session = open_window(ctx)
    session.desk.line.hear(LineState("revoked", "revoked"))
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), TakenOff), timeout=8000)
    page = window.stack.currentWidget()
    assert "This PC was taken off" in words_in(page)

    qtbot.waitUntil(lambda: page.focusWidget() is page.main)
    qtbot.keyClick(page.main, Qt.Key.Key_Return)
    assert isinstance(window.stack.currentWidget(), JoinPage)


def test_the_service_is_begun_once_and_goes_on_while_locked(
    open_window: OpenWindow, ctx: Context, qtbot: QtBot, service: Quiet
) -> None:
    scene.enrol(ctx)
    window, session = open_window(ctx)
    for _ in range(3):
        window.desk.line.changed.emit()  # before the first has begun
    qtbot.waitUntil(lambda: window.desk.line.keeper is service, timeout=8000)
    assert service.started == 1
    session.lock()
    assert window.desk.line.keeper is service
    window.desk.line.send_now()
    assert service.poked == 1


def test_a_service_that_was_only_being_begun_is_stopped_when_the_window_closes(
    open_window: OpenWindow,
    ctx: Context,
    qtbot: QtBot,
    service: Quiet,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scene.enrol(ctx)
    beginning, done = threading.Event(), []

    def slowly() -> bool:
        beginning.set()
        time.sleep(0.3)
        done.append("begun")
        return True

    monkeypatch.setattr(service, "start", slowly)
    monkeypatch.setattr(service, "stop", lambda _timeout: done.append("stopped"))
    window, session = open_window(ctx)
    window.desk.line.changed.emit()
    qtbot.waitUntil(beginning.is_set)

    monkeypatch.setattr(ctx.store, "close", lambda: done.append("closed"))
    Session.close(session)
    monkeypatch.undo()

    assert done == ["begun", "stopped", "closed"]
