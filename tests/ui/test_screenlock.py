"""The desk locks with the computer's screen and when the lid is closed."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import sys
from collections.abc import Iterator
from ctypes import wintypes

import pytest
from pytestqt.qtbot import QtBot

from jewelcrm.context import Context
from tests.ui.conftest import OpenWindow
from ui.shell import screenlock
from ui.shell.screenlock import LOGIN, SAVERS, ScreenLock, SessionMessages

QtDBus = pytest.importorskip("PySide6.QtDBus")
needs_bus = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="no dbus-daemon here")


@pytest.fixture
def address() -> Iterator[str]:
    """A bus of this test alone, in the place of the system's and the session's."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()


@pytest.fixture
def buses(address: str) -> Iterator[tuple[object, object]]:
    """Two ends of the bus: one that listens, one that stands for the system."""
    names = ("listens", "tells")
    made = tuple(QtDBus.QDBusConnection.connectToBus(address, name) for name in names)
    assert all(one.isConnected() for one in made)
    yield made
    for name in names:
        QtDBus.QDBusConnection.disconnectFromBus(name)


def tell(bus, path: str, interface: str, name: str, *values: object) -> None:
    message = QtDBus.QDBusMessage.createSignal(path, interface, name)
    message.setArguments(list(values))
    assert bus.send(message)


def locks(qtbot: QtBot, screen: ScreenLock, *said: object) -> None:
    """Said until it is heard: the bus learns of a new listener a little later."""
    heard: list[bool] = []
    screen.locked.connect(lambda: heard.append(True))

    def again() -> bool:
        tell(*said)
        qtbot.wait(50)
        return bool(heard)

    qtbot.waitUntil(again, timeout=20_000)
    qtbot.wait(100)


@needs_bus
def test_a_closed_lid_and_a_locked_session_lock_the_desk(buses, qtbot: QtBot) -> None:
    ours, system = buses
    assert system.registerService(LOGIN)
    screen = ScreenLock()
    screen.hear_login(ours)

    manager, session = "/org/freedesktop/login1", "/org/freedesktop/login1/session/_31"
    locks(qtbot, screen, system, manager, f"{LOGIN}.Manager", "PrepareForSleep", True)
    locks(qtbot, screen, system, session, f"{LOGIN}.Session", "Lock")
    with qtbot.assertNotEmitted(screen.locked, wait=200):
        tell(system, manager, f"{LOGIN}.Manager", "PrepareForSleep", False)


@needs_bus
@pytest.mark.parametrize("saver", SAVERS)
def test_a_locked_screen_locks_the_desk_and_waking_it_does_nothing(
    buses, qtbot: QtBot, saver: str
) -> None:
    ours, desktop = buses
    screen = ScreenLock()
    screen.hear_savers(ours)

    locks(qtbot, screen, desktop, "/ScreenSaver", saver, "ActiveChanged", True)
    with qtbot.assertNotEmitted(screen.locked, wait=200):
        tell(desktop, "/ScreenSaver", saver, "ActiveChanged", False)


def test_without_a_bus_nothing_is_asked_and_nothing_goes_wrong(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(screenlock, "_has_system_bus", lambda: False)
    monkeypatch.setattr(screenlock, "_has_session_bus", lambda: False)
    monkeypatch.setitem(sys.modules, "PySide6.QtDBus", None)

    ScreenLock().listen()


def test_a_bus_that_does_not_answer_leaves_the_desk_as_it_is(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=nowhere")
    monkeypatch.setattr(screenlock, "_has_system_bus", lambda: False)
    gone = QtDBus.QDBusConnection.connectToBus("unix:path=nowhere", "gone")

    ScreenLock().hear_savers(gone)

    assert not gone.isConnected()


@pytest.mark.parametrize(
    ("message", "word", "locks"),
    [(0x02B1, 7, True), (0x0218, 4, True), (0x02B1, 8, False), (0x0200, 7, False)],
)
def test_messages_of_windows_lock_the_desk(message: int, word: int, *, locks: bool) -> None:
    told: list[bool] = []
    screen = ScreenLock()
    screen.locked.connect(lambda: told.append(True))
    sent = wintypes.MSG(message=message, wParam=word)

    SessionMessages(screen).nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(sent))
    SessionMessages(screen).nativeEventFilter(b"xcb_generic_event_t", 0)

    assert bool(told) == locks


def test_the_session_locks_its_desk_with_the_screen(open_window: OpenWindow, ctx: Context) -> None:
    window, session = open_window(ctx)
    assert window.at_desk()

    session.screen.locked.emit()

    assert not window.at_desk()
    assert window.desk.ctx is None
