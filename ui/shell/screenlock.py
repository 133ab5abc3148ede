"""Locks the desk when the computer's screen is locked or its lid is closed.

On Linux the buses tell (QtDBus is part of PySide6-Essentials), on Windows messages to the window.
Where neither is there, nothing happens: the desk still locks by itself when nobody touches it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QByteArray, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

_PLATFORM: str = sys.platform
LOGIN = "org.freedesktop.login1"
SAVERS = tuple(f"org.{name}.ScreenSaver" for name in ("freedesktop", "gnome", "cinnamon", "mate"))

_SESSION_CHANGE, _SESSION_LOCK = 0x02B1, 0x7  # WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK
_POWER, _SUSPEND = 0x0218, 0x4  # WM_POWERBROADCAST, PBT_APMSUSPEND


class ScreenLock(QObject):
    """Tells `locked` when somebody locked the screen or closed the lid."""

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages: SessionMessages | None = None
        self._listens = False

    def listen(self, window: int = 0) -> None:
        """From now on; `window` is the number that Windows knows the window by."""
        if self._listens:
            return
        self._listens = True
        if _PLATFORM == "win32":
            self._listen_to_windows(window)
        elif _PLATFORM == "linux":
            self._listen_to_linux()

    def _listen_to_linux(self) -> None:
        if not (_has_system_bus() or _has_session_bus()):
            return
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:  # a Qt built without it
            return
        if _has_system_bus():
            self.hear_login(QDBusConnection.systemBus())
        if _has_session_bus():
            self.hear_savers(QDBusConnection.sessionBus())

    def hear_login(self, bus: QDBusConnection) -> None:
        """Sleep (the lid is closed) and the lock of a session, as the system tells them."""
        manager, session = f"{LOGIN}.Manager", f"{LOGIN}.Session"
        sleep = SLOT("changed(bool)")
        bus.connect(LOGIN, "", manager, "PrepareForSleep", self, sleep)  # type: ignore[call-overload]
        bus.connect(LOGIN, "", session, "Lock", self, SLOT("lock()"))  # type: ignore[call-overload]

    def hear_savers(self, bus: QDBusConnection) -> None:
        """The screen's lock, as each kind of desktop calls it."""
        for saver in SAVERS:
            bus.connect("", "", saver, "ActiveChanged", self, SLOT("changed(bool)"))  # type: ignore[call-overload]

    @Slot(bool)
    def changed(self, begins: bool) -> None:  # noqa: FBT001 - the bus brings it so
        """Sleep or the lock begins, or ends: waking does not unlock the desk."""
        if begins:
            self.locked.emit()

    @Slot()
    def lock(self) -> None:
        """The session is locked."""
        self.locked.emit()

    def _listen_to_windows(self, window: int) -> None:
        import ctypes

        from PySide6.QtCore import QCoreApplication

        app = QCoreApplication.instance()
        try:
            sessions = ctypes.windll.wtsapi32  # type: ignore[attr-defined]
            known = sessions.WTSRegisterSessionNotification(ctypes.c_void_p(window), 0)
        except OSError:  # a Windows without sessions
            return
        if app is not None and known:
            self._messages = SessionMessages(self)
            app.installNativeEventFilter(self._messages)


class SessionMessages(QAbstractNativeEventFilter):
    """Looks at the messages that Windows sends, and swallows none."""

    def __init__(self, screen: ScreenLock) -> None:
        super().__init__()
        self._screen = screen

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        """The session was locked, or the computer goes to sleep."""
        if QByteArray(kind).data() == b"windows_generic_MSG":
            from ctypes import wintypes  # not before the first message

            told = wintypes.MSG.from_address(int(message))
            if (told.message, told.wParam) in {
                (_SESSION_CHANGE, _SESSION_LOCK),
                (_POWER, _SUSPEND),
            }:
                self._screen.locked.emit()
        return False, 0


def _has_system_bus() -> bool:
    told = os.environ.get("DBUS_SYSTEM_BUS_ADDRESS")
    return bool(told) or Path("/run/dbus/system_bus_socket").exists()


def _has_session_bus() -> bool:
    """Asked first: without an address Qt would try to start a bus of its own, and wait for it."""
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    there = runtime is not None and (Path(runtime) / "bus").exists()
    return bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS")) or there
