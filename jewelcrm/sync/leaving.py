"""When this PC is no longer the chain's: it erases itself; and what it may do off line until then.

Erasing goes in this order: the keyring's half of the key, the key slots, the files. After the first
two nothing can be read any more, whatever happens then. Only files of the program's own, in the
store's folder, are touched. A wipe that was cut short goes on at the next start.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from db.backup import locking
from db.errors import StoreError
from db.files import parts_of, write_private
from db.shop import attempts, keys, officeslots, osring, reserve
from db.shop.connect import FILE_NAME
from db.shop.osring import OsRing
from db.store import EXCHANGING
from jewelcrm.backup import wiping
from jewelcrm.log import log, stop_writing
from jewelcrm.sync import attempt

MARK = "taken-off"
"""Stands in the folder while the store is erased, and afterwards says why it is empty."""
TAKEN_OFF = (
    "Head office has taken this PC off, and what it held is erased. Ask head office for a new code"
    " to enrol it again."
)

_PATTERNS = (
    f"{FILE_NAME}*",
    f"aside-*-{FILE_NAME}*",
    "before-update-*.db",
    f"{attempts.FILE_NAME}*",
    keys.MAKING,
    attempt.FILE_NAME,
    "recovery-asked",
    "recovery-request.json",
    locking.NAME,
    EXCHANGING,
    reserve.FILE_NAME,
)
_LOCK = "window.lock"
_LOG, _LOGS = "log", "jewelcrm.log*"


def wipe(
    folder: Path,
    *,
    ring: OsRing | None = None,
    close: Callable[[], None] | None = None,
) -> list[str]:
    """Erase the store; returns the names of files that could not be removed yet.

    They hold nothing that can be read; `finish` removes them at the next start.
    """
    write_private(folder / MARK, b"")
    _forget_half(folder, ring)
    for path in (*_key_files(folder), *wiping.papers(folder)):
        _shred(path)
    if close is not None:
        with suppress(StoreError):
            close()
    log.warning("wiped")
    stop_writing()  # the log's own file goes too
    return _cleared(folder)


def is_taken_off(folder: Path) -> bool:
    """True when head office has taken this PC off and nothing new was made since."""
    return (folder / MARK).exists() and not any((folder / n).exists() for n in keys.FILE_NAMES)


def finish(folder: Path) -> bool:
    """Go on with a wipe that was cut short; True when this PC was taken off."""
    if not is_taken_off(folder):
        return False
    _cleared(folder)
    return True


def forget(folder: Path) -> None:
    """A new store is made here: that the last one was taken off matters no more."""
    (folder / MARK).unlink(missing_ok=True)


def _cleared(folder: Path) -> list[str]:
    """Remove what is the program's; the names of what could not be removed yet."""
    wiping.wipe(folder)
    left = [path.name for path in _files(folder) if not _removed(path)]
    with suppress(OSError):
        (folder / _LOG).rmdir()  # if nobody put anything else there
    return left


def _forget_half(folder: Path, ring: OsRing | None) -> None:
    try:
        slots = keys.load(folder)
    except StoreError:
        return
    officeslots.drop_keys(ring or (osring.find() if slots.ring_name else None), slots.store)


def _key_files(folder: Path) -> Iterator[Path]:
    for name in keys.FILE_NAMES:
        yield folder / name
        yield from parts_of(folder / name)


def _shred(path: Path) -> None:
    """Overwrite before removing: on most disks the old bytes are then gone at once."""
    with suppress(OSError):
        size = path.stat().st_size
        with path.open("r+b") as file:
            file.write(os.urandom(size))
            file.flush()
            os.fsync(file.fileno())
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _files(folder: Path) -> Iterator[Path]:
    for pattern in _PATTERNS:
        yield from sorted(folder.glob(pattern))
    if not _window_runs(folder / _LOCK):
        yield folder / _LOCK
    yield from sorted((folder / _LOG).glob(_LOGS))


def _window_runs(lock: Path) -> bool:
    """True while the window that made the lock is there; it takes it away itself."""
    if os.name == "nt":
        return False  # there the file of a running window cannot be removed
    try:
        os.kill(int(lock.read_text("utf-8").split("\n", 1)[0]), 0)
    except (OSError, ValueError):
        return False
    return True


def _removed(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return not path.exists()
    return True
