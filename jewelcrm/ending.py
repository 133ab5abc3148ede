"""The end of a program's process: nothing is cleared away under the hands of a thread at work.

When a process ends in good order, SQLCipher, OpenSSL and Qt take down what they work with. A thread
that does not end when it is told to (it waits for a slow line, a disk that does not answer, a long
step of a new release's first start) may be in the middle of a page just then, and the program would
end in a crash. What is committed is safe either way. So while such a thread is left the process
ends at once, and the system clears up.
"""

from __future__ import annotations

import atexit
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn


def end(main: Callable[[], int]) -> NoReturn:
    """Run a whole program, then end its process with the exit code that `main` returns."""
    code = 1  # of an error that nobody caught
    try:
        code = main()
    except SystemExit as stop:
        code = _code_of(stop)
        raise
    finally:
        atexit.register(_leave, code)  # the last that is registered is called first
    sys.exit(code)


def _code_of(stop: SystemExit) -> int:
    return stop.code if isinstance(stop.code, int) else int(stop.code is not None)


def _leave(code: int) -> None:
    """Python has waited for all threads that are not daemons; are others left, end here."""
    if threading.active_count() == 1:
        return
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # a Windows program without a console has none
            with suppress(OSError, ValueError):
                stream.flush()
    os._exit(code)
