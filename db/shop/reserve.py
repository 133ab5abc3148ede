"""Room kept back on the disk, so that people can work on when everything else of it is full.

A file that holds nothing stands beside the store. When the disk has next to no room it goes, and
what people do is written in its place: a sign-in, a sale, a payment. What can wait, as head
office's news and backups, does not get that room. There is such a file again when there is plenty.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from db.backup.plain import NOFOLLOW
from db.errors import DiskFull

FILE_NAME = "reserve"
SIZE = 32 * 2**20
"""Bytes: what a branch writes in some busy days, with the log that it writes first."""
LEAST = 8 * 2**20
PLENTY = 2**30
_PART = os.urandom(2**20)  # a disk that packs files would keep no room for zeros
SHORT = (
    "This PC's disk is full. The room that was kept back lasts for some days of work; backups and"
    " news of head office wait. Free some space today."
)
WAITS = "The disk is full. This is done when there is room; what people do is still kept."


class Reserve:
    """The file beside the store in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._path = folder, folder / FILE_NAME

    @property
    def is_short(self) -> bool:
        """True when nothing but people's work may be written."""
        return self._free() + self._kept() < SIZE + LEAST

    def give(self) -> None:
        """Before people's work is written: its room is theirs when there is no other."""
        if self._free() < LEAST:
            with suppress(OSError):
                self._path.unlink(missing_ok=True)

    def keep(self) -> None:
        """Keep room back where there is plenty; for a quiet moment."""
        if self._kept() >= SIZE or self._free() < PLENTY:
            return
        with suppress(OSError):
            handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | NOFOLLOW, 0o600)
            try:
                _fill(handle)
            finally:
                os.close(handle)

    def require_room(self) -> None:
        """For what can wait.

        Raises:
            DiskFull: it has to.
        """
        if self.is_short:
            raise DiskFull(WAITS)

    def _free(self) -> int:
        """Bytes; plenty where the system does not tell."""
        with suppress(OSError):
            return shutil.disk_usage(self._folder).free
        return PLENTY

    def _kept(self) -> int:
        with suppress(OSError):
            return self._path.stat().st_size
        return 0


def _fill(handle: int) -> None:
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(handle, 0, SIZE)
        return
    for _ in range(SIZE // len(_PART)):
        os.write(handle, _PART)
