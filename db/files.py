"""Writing small files that must never be half there nor readable by others."""

from __future__ import annotations

import glob
import os
import threading
import time
from contextlib import suppress
from pathlib import Path

from db.errors import Busy, Damaged, DiskFull, ReadOnly, StoreError

_TRIES, _PAUSE_S = 20, 0.1
_PART, _LEFT_S = ".part", 3600.0
_HELD = {5, 32, 33}  # access denied, sharing violation, lock violation
_HELD_WORDS = (
    "Another program, perhaps a virus scanner, is holding a file of the store. Nothing was lost."
    " Try again; if it comes back, leave the store's folder out of its scans."
)


def write_private(path: Path, data: bytes) -> None:
    """Write `data` so that a power cut leaves the old file or the new one, never a part.

    Permissions are narrowed before the first byte is written. The window and a scheduled job may
    write the same file at one moment: each has a part of its own, and the last one stays.

    Raises:
        DiskFull: there is no room. ReadOnly: the folder cannot be written.
    """
    part = path.with_name(f"{path.name}.{threading.get_native_id()}{_PART}")
    try:
        _clear_left(path)
        part.unlink(missing_ok=True)
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        put_in_place(part, path)
        sync_folder(path.parent)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise in_our_words(error) from error


def parts_of(path: Path) -> list[Path]:
    """What was begun of a file and not (yet) put in its place."""
    return sorted(path.parent.glob(f"{glob.escape(path.name)}.*{_PART}"))


def _clear_left(path: Path) -> None:
    """Remove the parts that a killed program left; those of programs at work are young."""
    for part in parts_of(path):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > _LEFT_S:
                part.unlink()


def put_in_place(part: Path, path: Path) -> None:
    """Rename over the old file. A virus scanner may hold either for a moment: it is waited for.

    Raises:
        Busy: it was held for two seconds. OSError: anything else.
    """
    for left in range(_TRIES, -1, -1):
        try:
            part.replace(path)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
            if not left:
                raise Busy(_HELD_WORDS) from error
            time.sleep(_PAUSE_S)
        else:
            return


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
