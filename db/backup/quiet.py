"""A thread that stands back: whoever works at the counter comes first."""

from __future__ import annotations

import ctypes
import os
import threading
from contextlib import suppress

NICE = 15
_BACKGROUND = 0x00010000  # Windows: THREAD_MODE_BACKGROUND_BEGIN, for the disk too
_IDLE_DISK = (251, 1, 3 << 13)  # Linux, x86-64: ioprio_set, this thread, class idle


def stand_back() -> None:
    """Give this thread the lowest priority that the system lets us choose."""
    with suppress(OSError, AttributeError, ValueError):
        if os.name == "nt":
            _windows()
        else:
            _linux()


def _windows() -> None:
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - not on this system
    kernel.SetThreadPriority(kernel.GetCurrentThread(), _BACKGROUND)


def _linux() -> None:
    me = threading.get_native_id()
    os.setpriority(os.PRIO_PROCESS, me, NICE)  # on Linux a thread has a priority of its own
    call, which, idle = _IDLE_DISK
    if os.uname().machine == "x86_64":
        ctypes.CDLL(None).syscall(call, which, me, idle)
