"""Where a stick is, by its label: whichever letter or folder the system gave it today."""

from __future__ import annotations

import ctypes
import os
import string
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

ROOTS = ("/media", "/run/media", "/mnt", "/Volumes")
BY_LABEL = Path("/dev/disk/by-label")
MOUNTS = Path("/proc/self/mounts")


def place_of(label: str) -> Path | None:
    """The stick's folder; None when no stick with that label is plugged in."""
    if not label.strip():
        return None
    found = _drives(label) if os.name == "nt" else (*_mounted(label), *_named(label))
    return next(iter(found), None)


def _mounted(label: str) -> list[Path]:
    """Linux: the device that has the label, where it is mounted."""
    device = BY_LABEL / label.replace(" ", "\\x20")
    with suppress(OSError):
        wanted = os.path.realpath(device, strict=True)
        lines = (line.split() for line in MOUNTS.read_text(encoding="utf-8").splitlines())
        return [
            Path(words[1].replace("\\040", " "))
            for words in lines
            if words[0].startswith("/") and os.path.realpath(words[0]) == wanted
        ]
    return []


def _named(label: str) -> list[Path]:
    """Where desktops mount sticks: a folder of the label's name, under the person's or not."""
    tried = [Path(root) / rest / label for root in ROOTS for rest in ("", *_people(root))]
    return [path for path in tried if path.is_dir() and os.path.ismount(path)]


def _people(root: str) -> list[str]:
    with suppress(OSError):
        return [path.name for path in Path(root).iterdir() if path.is_dir()]
    return []


def _drives(label: str) -> Iterator[Path]:
    """Windows: every drive whose volume has the label."""
    asks = getattr(ctypes, "windll").kernel32.GetVolumeInformationW  # noqa: B009 - not here
    for letter in string.ascii_uppercase:
        name = ctypes.create_unicode_buffer(261)
        if not asks(f"{letter}:\\", name, 261, None, None, None, None, 0):
            continue
        if name.value.casefold() == label.casefold():
            yield Path(f"{letter}:\\")
