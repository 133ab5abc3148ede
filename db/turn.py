"""Whose turn it is, among the threads of this program and the programs beside it."""

from __future__ import annotations

import math
import os
import threading
import time
from pathlib import Path

from db.backup.locking import taken
from db.backup.plain import NOFOLLOW

_AGAIN_S = 0.02
"""How often a program asks whether the other one has finished."""


class Turn:
    """One at a time by a lock file, and again, without waiting, by whoever has the turn.

    The operating system lets go of the file when its holder dies. Where it cannot be made, as on a
    full disk, the threads of this program take turns and other programs are not seen.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._threads = threading.RLock()
        self._deep = 0
        self._handle: int | None = None

    def __enter__(self) -> None:
        self.acquire()

    def __exit__(self, *_: object) -> None:
        self.release()

    def acquire(self, timeout: float = -1) -> bool:
        """Wait for the turn, at most so many seconds unless that is negative; whether it came."""
        end = time.monotonic() + timeout if timeout >= 0 else math.inf
        if not self._threads.acquire(timeout=timeout):
            return False
        came = False
        try:
            came = self._deep > 0 or self._among_programs(end)
        finally:
            if not came:
                self._threads.release()
        self._deep += came
        return came

    def release(self) -> None:
        """The next one's turn, once this has been called as often as the turn was taken."""
        self._deep -= 1
        if not self._deep and self._handle is not None:
            handle, self._handle = self._handle, None
            os.close(handle)  # and with it the lock
        self._threads.release()

    def _among_programs(self, end: float) -> bool:
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT | NOFOLLOW, 0o600)
        except OSError:
            return True
        came = False
        try:
            while not (came := taken(handle)) and time.monotonic() < end:
                time.sleep(_AGAIN_S)
        finally:
            if not came:
                os.close(handle)
        self._handle = handle if came else None
        return came
