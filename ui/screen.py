"""Is there a screen? Found out before Qt is asked, since Qt answers by aborting the program."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

_NO_SCREEN = """There is no screen here, so the window cannot open.
On a computer with a desktop, start jewelcrm from there. Over ssh, use ssh -X.
For a picture of every page without a screen: make shots
For work without a window: jewelcrm-admin --help"""

_NO_LIBRARY = """The window cannot open: a library of the system is missing.
  {library}
On Debian or Ubuntu:
  sudo apt-get install libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0
JewelCRM has changed nothing on this computer."""


def why_no_window() -> str | None:
    """The reason in words why no window can be opened; None when it can."""
    if not sys.platform.startswith("linux"):
        return None
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform and not platform.startswith(("xcb", "wayland")):
        return None
    if _wayland_answers() or _x_answers(os.environ.get("DISPLAY", "")):
        return _missing_library()
    return _NO_SCREEN


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / name
    return _connects(socket.AF_UNIX, str(path))


def _x_answers(display: str) -> bool:
    host, colon, rest = display.rpartition(":")
    number = rest.split(".")[0]
    if not colon or not number.isdigit():
        return False
    if host in {"", "unix"}:
        path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers listen
        return _connects(socket.AF_UNIX, path) or _connects(socket.AF_UNIX, "\0" + path)
    return _connects(socket.AF_INET, (host, 6000 + int(number)))


def _connects(family: int, address: str | tuple[str, int]) -> bool:
    try:
        with socket.socket(family, socket.SOCK_STREAM) as line:
            line.settimeout(2)
            line.connect(address)
    except OSError:
        return False
    return True


def _missing_library() -> str | None:
    """Qt names libxcb-cursor0 whatever is missing; the loader tells the truth."""
    try:
        import ctypes  # only here: it takes its time

        from PySide6.QtCore import QLibraryInfo

        plugins = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
        plugin = Path(plugins) / "platforms" / "libqxcb.so"
        if plugin.exists():
            ctypes.CDLL(str(plugin))
    except (ImportError, OSError) as error:
        return _NO_LIBRARY.format(library=error)
    return None
