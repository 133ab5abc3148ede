"""Files of a vault as they must be: plain ones of a fair size, in folders that are folders.

A vault may lie on a stick or a share that others can write. A link in the place of a file would be
read, or written through, to wherever it leads; a pipe would be waited for until the end of days;
what says that it is a terabyte would be taken into memory.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

PAPER, NOTE = 32 * 1024 * 1024, 1024 * 1024
"""The most that is read of a manifest (a hundred gigabytes need one), and of a small file."""
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a pipe without a writer is not waited for
    | getattr(os, "O_BINARY", 0)
)
NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)


class Strange(OSError):
    """Not a plain file, or not a folder: a link, a pipe, a device."""


def opened(path: Path) -> BinaryIO:
    """A plain file to read, unbuffered.

    Raises:
        Strange: it is something else. OSError: it cannot be read.
    """
    if is_link(path):
        raise Strange(f"{path.name} is a link")
    handle = os.open(path, _FLAGS)
    try:
        _require_file(handle, path)
        return os.fdopen(handle, "rb", buffering=0)
    except BaseException:
        os.close(handle)
        raise


def _require_file(handle: int, path: Path) -> None:
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        raise Strange(f"{path.name} is no file")


def read(path: Path, most: int) -> bytes:
    """What a plain file of at most so many bytes holds.

    Raises:
        Strange: it is something else, or larger. OSError: it cannot be read.
    """
    with opened(path) as file:
        if os.fstat(file.fileno()).st_size > most:
            raise Strange(f"{path.name} is too large")
        return b"".join(iter(lambda: file.read(most), b""))


def is_link(path: Path) -> bool:
    """A link, or what Windows calls a junction."""
    try:
        seen = path.lstat()
    except OSError:
        return False
    return stat.S_ISLNK(seen.st_mode) or bool(getattr(seen, "st_reparse_tag", 0))


def require_folder(path: Path) -> None:
    """Nothing when it is a folder, or is not there yet.

    Raises:
        Strange: a link, or no folder.
    """
    if is_link(path) or (path.exists() and not path.is_dir()):
        raise Strange(f"{path.name} is no folder")
