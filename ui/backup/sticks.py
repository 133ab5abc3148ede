"""Labels of the sticks that are plugged in, as Qt sees them."""

from __future__ import annotations

import sys

from PySide6.QtCore import QStorageInfo

_WHERE = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
_MOST = 4


def sticks() -> list[str]:
    """Of volumes that are not the computer's own."""
    named = (info for info in QStorageInfo.mountedVolumes() if _is_stick(info))
    return sorted({info.name() for info in named if info.name()})[:_MOST]


def _is_stick(info: QStorageInfo) -> bool:
    root = info.rootPath()
    there = not info.isRoot() if sys.platform == "win32" else root.startswith(_WHERE)
    return there and info.isReady() and not info.isReadOnly()
