"""One at a time: a lock that the operating system lets go of when its holder dies."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.backup.plain import NOFOLLOW
from db.errors import Busy
from db.files import in_our_words

NAME = "busy.lock"


@contextmanager
def alone(folder: Path, words: str) -> Iterator[None]:
    """Nobody else, in this program or another, is inside for the same folder.

    Raises:
        Busy: somebody is; `words` says so.
    """
    try:
        handle = os.open(folder / NAME, os.O_RDWR | os.O_CREAT | NOFOLLOW, 0o600)
    except OSError as error:
        raise in_our_words(error) from error
    try:
        if not taken(handle):
            raise Busy(words)
        yield
    finally:
        os.close(handle)  # and with it the lock


if sys.platform == "win32":
    import msvcrt

    def taken(handle: int) -> bool:
        """Whether the lock of this open file is ours now."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def taken(handle: int) -> bool:
        """Whether the lock of this open file is ours now."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
