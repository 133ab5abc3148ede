"""What the operating system tells of itself, each with a time limit; None where it does not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

_SECONDS = 10
_CRYPT = "CRYPT-"
_BITLOCKER = (
    "(New-Object -ComObject Shell.Application).NameSpace($env:SystemDrive)"
    ".Self.ExtendedProperty('System.Volume.BitLockerProtection')"
)


def disk_encryption(folder: Path) -> bool | None:
    """Whether the disk that holds the folder is encrypted."""
    if sys.platform == "win32":
        answer = _said(("powershell", "-NoProfile", "-Command", _BITLOCKER))
        return answer.strip() in {"1", "3", "5"} if answer.strip() else None
    if sys.platform == "darwin":
        answer = _said(("fdesetup", "status"))
        return "is On" in answer if answer else None
    return _linux_encryption(folder)


def _linux_encryption(folder: Path) -> bool | None:
    device = folder.stat().st_dev
    block = Path("/sys/dev/block") / f"{os.major(device)}:{os.minor(device)}"
    return is_crypt(block) if block.exists() else None


def is_crypt(block: Path) -> bool:
    """Whether a block device of the kernel's list, or one it stands on, is encrypted."""
    with suppress(OSError):
        if (block / "dm" / "uuid").read_text(encoding="ascii").startswith(_CRYPT):
            return True
    with suppress(OSError):
        return any(is_crypt(below) for below in (block / "slaves").iterdir())
    return False


def memory() -> tuple[int, int] | None:
    """Bytes of the whole memory, and of what is free or can be made so."""
    if sys.platform == "win32":
        return _windows_memory()
    with suppress(OSError, ValueError, KeyError):
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
        found = {name: int(rest.split()[0]) * 1024 for name, _, rest in map(_halves, lines)}
        return found["MemTotal"], found["MemAvailable"]
    return None


def _halves(line: str) -> tuple[str, str, str]:
    return line.partition(":")


def _windows_memory() -> tuple[int, int] | None:
    import ctypes

    class Status(ctypes.Structure):
        _fields_ = [("length", ctypes.c_ulong), ("load", ctypes.c_ulong)] + [
            (name, ctypes.c_ulonglong) for name in ("total", "free", "a", "b", "c", "d", "e")
        ]

    status = Status()
    status.length = ctypes.sizeof(Status)
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only there on Windows
    if not kernel.GlobalMemoryStatusEx(ctypes.byref(status)):
        return None
    return int(status.total), int(status.free)


def printers() -> int | None:
    """How many printers are set up."""
    if sys.platform == "win32":
        answer = _said(("powershell", "-NoProfile", "-Command", "(Get-Printer).Count"))
        return int(answer) if answer.strip().isdigit() else None
    if shutil.which("lpstat") is None:
        return 0
    return len(_said(("lpstat", "-e")).split("\n")) - 1


def _said(command: Sequence[str]) -> str:
    """What a fixed command prints; nothing when it is not there or takes too long."""
    place = shutil.which(command[0])
    if place is None:
        return ""
    with suppress(OSError, subprocess.SubprocessError):
        answer = subprocess.run(  # noqa: S603 - a fixed program without input
            [place, *command[1:]], capture_output=True, text=True, timeout=_SECONDS, check=False
        )
        return answer.stdout
    return ""
