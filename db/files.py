"""Writing small files that must never be half there nor readable by others."""

from __future__ import annotations

import os
from pathlib import Path

from db.errors import Damaged, DiskFull, ReadOnly, StoreError


def write_private(path: Path, data: bytes) -> None:
    """Write `data` so that a power cut leaves the old file or the new one, never a part.

    Permissions are narrowed before the first byte is written.

    Raises:
        DiskFull: there is no room. ReadOnly: the folder cannot be written.
    """
    part = path.with_name(path.name + ".part")
    try:
        part.unlink(missing_ok=True)
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        part.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise in_our_words(error) from error


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` durable, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def in_our_words(error: OSError, *, reading: bool = False) -> StoreError:
    """Our error for one of the file system's."""
    if error.errno in {28, 122}:  # ENOSPC, EDQUOT
        return DiskFull("The disk is full. Nothing was saved; free some space and try again.")
    if reading or error.errno == 5:  # EIO
        return Damaged("A file cannot be read; the disk may be failing or was pulled out.")
    return ReadOnly("The folder cannot be written. Ask for write access, then try again.")
