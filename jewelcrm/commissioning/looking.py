"""What the computer tells of its screen, scanner, camera, clock, proxy and disks; never guessed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from urllib.request import getproxies

from db.shop.shares import is_share

__all__ = ["is_share"]

_SECONDS = 15


def screens(drm: Path = Path("/sys/class/drm")) -> list[tuple[int, int]] | None:
    """Width and height of every screen that is plugged in; None when nobody tells."""
    if sys.platform == "win32":
        return [_windows_screen()]
    if not drm.is_dir():
        return None
    found = []
    for port in sorted(drm.glob("card*-*")):
        with suppress(OSError, ValueError, IndexError):
            if (port / "status").read_text("ascii").strip() == "connected":
                first = (port / "modes").read_text("ascii").splitlines()[0]
                width, height = re.findall(r"\d+", first)[:2]
                found.append((int(width), int(height)))
    return found


def _windows_screen() -> tuple[int, int]:
    import ctypes

    user = getattr(ctypes, "windll").user32  # noqa: B009 - only there on Windows
    return int(user.GetSystemMetrics(0)), int(user.GetSystemMetrics(1))


def scanners(listed: Path = Path("/proc/bus/input/devices")) -> list[str] | None:
    """Barcode scanners by what they call themselves; many call themselves keyboards."""
    if sys.platform == "win32":
        return None
    try:
        names = re.findall(r'Name="([^"]*)"', listed.read_text("utf-8", "replace"))
    except OSError:
        return None
    known = re.compile(
        r"scan|barcode|symbol|honeywell|datalogic|zebra|netum|newland", re.IGNORECASE
    )
    return [name for name in names if known.search(name)]


def cameras(devices: Path = Path("/dev")) -> int | None:
    """How many cameras there are."""
    if sys.platform == "win32":
        answer = said("powershell", "-NoProfile", "-Command", "(Get-PnpDevice -Class Camera).Count")
        return int(answer) if answer.strip().isdigit() else None
    return len(list(devices.glob("video[0-9]*")))


def printers() -> list[str] | None:
    """The printers that are set up, by name."""
    if sys.platform == "win32":
        names = said("powershell", "-NoProfile", "-Command", "(Get-Printer).Name")
    elif shutil.which("lpstat"):
        names = said("lpstat", "-e")
    else:
        return None
    return [name.strip() for name in names.splitlines() if name.strip()]


def keeps_time() -> bool | None:
    """Whether the clock is set from the network."""
    if sys.platform == "win32":
        answer = said("w32tm", "/query", "/status")
        return "Local CMOS" not in answer if answer else None
    answer = said("timedatectl", "show", "--property=NTPSynchronized", "--value").strip()
    return {"yes": True, "no": False}.get(answer)


def proxy_for(url: str) -> str:
    """The proxy through which an address would be asked; empty without one."""
    return getproxies().get(url.partition(":")[0], "")


def written_in(folder: Path, size: int = 4_000_000) -> float:
    """Seconds that it takes to write some megabytes so that a power cut cannot undo them."""
    place = folder / "speed.part"
    began = time.perf_counter()
    try:
        with place.open("wb") as out:
            out.write(os.urandom(size))
            out.flush()
            os.fsync(out.fileno())
    finally:
        place.unlink(missing_ok=True)
    return time.perf_counter() - began


def said(*command: str) -> str:
    """What a fixed command prints; nothing when it is not there, fails or takes too long."""
    place = shutil.which(command[0])
    if place is None:
        return ""
    with suppress(OSError, subprocess.SubprocessError):
        return _run((place, *command[1:])).stdout
    return ""


_PAGE, _LABEL_MM = re.compile(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]"), 75


def send_to_printer(pdf: Path, printer: str) -> bool | None:
    """Give a paper to a printer; None where that is the window's part."""
    place = shutil.which("lp")
    if sys.platform == "win32" or place is None:
        return None
    with suppress(OSError, subprocess.SubprocessError):
        return _run((place, "-d", printer, *_exact(pdf), str(pdf))).returncode == 0
    return False


def _exact(pdf: Path) -> Sequence[str]:
    """For a label: as large as it is, as the window prints it (`ui.payments.printers`)."""
    found = _PAGE.search(pdf.read_bytes())
    sides = [float(side) / 72 * 25.4 for side in found.groups()] if found else []
    if not sides or max(sides) > _LABEL_MM:
        return ()
    size = "x".join(f"{side:.1f}".removesuffix(".0") for side in sides)
    return ("-o", f"media=Custom.{size}mm", "-o", "print-scaling=none")


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - fixed programs; names of printers are arguments of theirs
        command, capture_output=True, text=True, timeout=_SECONDS, check=False
    )
