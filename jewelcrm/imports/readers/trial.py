"""Opening a doubtful file in a process that may die of it, before this one opens it.

A broken workbook of the old kind can ask for more memory than there is; the library that reads it
then ends its process. Where a process cannot be copied (Windows), the file is opened as it is.
"""

from __future__ import annotations

import os
import signal
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_ROOM = 2 << 30
_SECONDS = 60


def survives(work: Callable[[], object]) -> bool:
    """Whether `work` comes to its end, well or with an error, in a copy of this process."""
    if not hasattr(os, "fork"):
        return True
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the copy touches no lock of ours
        child = os.fork()
    if child == 0:
        _try(work)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == 0


def _try(work: Callable[[], object]) -> None:
    """In the copy: never returns."""
    code = 1
    with suppress(BaseException):
        with suppress(OSError):
            _limit()
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(_SECONDS)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what the library says when it gives up
        with suppress(Exception):
            work()
        code = 0
    os._exit(code)


def _limit() -> None:
    import resource

    held = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    room = held * resource.getpagesize() + _ROOM
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (room, room))
