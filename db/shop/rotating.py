"""Changing the store's key: the whole file written anew under another one, then put in its place.

    copied     `store.rotating.db` holds everything under the new key
    compared   it was read again: every page whole, every row of every table the same
    slots      the key file gives the new key; `store.db` is still the old file
    closed     the old file refuses whoever has been waiting to write to it
    swapped    the new file is `store.db`

A kill before `slots` leaves the store as it was; after it the next sign-in ends the swap
(`finish`), because the new file was whole and on the disk before the key file changed.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from sqlcipher3 import dbapi2 as cipher

from db.errors import Busy, Damaged, DiskFull, StoreError, our_errors
from db.files import sync_folder
from db.shop import keys
from db.shop.alike import unlike
from db.shop.connect import FILE_NAME, connect
from db.shop.slotfile import Slots

FRESH = "store.rotating.db"
BUSY = (
    "The store is in use. Close the program on this PC, also for other people who are signed in to"
    " the computer, then try again."
)
_WAIT_MS = 3_000
_SPARE = 1.1  # of the store's size must be free

Progress = Callable[[str, int, int], None]
Step = Callable[[str], None]


def rotate(
    folder: Path,
    old: bytes,
    new: bytes,
    slots: Slots,
    *,
    progress: Progress = lambda *_: None,
    step: Step = lambda _: None,
) -> None:
    """Put the store under the key `new`; `slots` are those that give it.

    Raises:
        Busy: somebody has the store open. DiskFull: there is no room for the copy.
        Damaged: the store could not be read whole, or not copied; it is as it was.
    """
    require_room(folder)
    fresh = folder / FRESH
    _drop(fresh)
    with closing(_alone(folder, old)) as raw, our_errors():
        try:
            _copy(raw, fresh, new, progress)
            step("copied")
            _compare(raw, fresh, new, progress)
            step("compared")
            _save(folder, slots, new)
        except BaseException:
            _drop(fresh)
            raise
        step("slots")
        raw.execute("DELETE FROM pc")  # who has waited for us finds no store to write to
    step("closed")
    _swap(folder)
    step("swapped")


def require_room(folder: Path) -> None:
    """Nothing when a second copy of the store fits on the disk.

    Raises:
        DiskFull: it does not.
    """
    wanted = int((folder / FILE_NAME).stat().st_size * _SPARE)
    if shutil.disk_usage(folder).free < wanted:
        raise DiskFull(
            f"The disk is too full: {wanted / 1e9:.1f} GB are needed. Nothing was changed; free"
            " some space and try again."
        )


def finish(folder: Path, key: bytes) -> bool:
    """End a change of key that was cut short; True when the new file was put in place."""
    fresh = folder / FRESH
    if not fresh.exists():
        return False
    if _opens(folder / FILE_NAME, key):
        _drop(fresh)  # cut short before the key file was changed
        return False
    if not _opens(fresh, key):
        return False  # somebody is at it just now, or both are damaged: nothing is thrown away
    _swap(folder)
    return True


def _alone(folder: Path, key: bytes) -> cipher.Connection:
    """The store without its log, and nobody else in it until it is closed."""
    raw = connect(folder / FILE_NAME, key)
    try:
        _lock(raw)
    except cipher.OperationalError as error:
        raw.close()
        raise Busy(BUSY) from error
    except BaseException:
        raw.close()
        raise
    return raw


def _lock(raw: cipher.Connection) -> None:
    """Nobody else may even read, from now on; only possible when nobody does."""
    raw.execute(f"PRAGMA busy_timeout = {_WAIT_MS}")
    raw.execute("PRAGMA foreign_keys = OFF")  # a copy comes table by table
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    raw.execute("PRAGMA locking_mode = EXCLUSIVE")
    raw.execute("PRAGMA journal_mode = DELETE").fetchall()
    raw.execute("BEGIN EXCLUSIVE")
    raw.execute("COMMIT")


def _copy(raw: cipher.Connection, fresh: Path, new: bytes, progress: Progress) -> None:
    progress("copy", 0, 0)
    os.close(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    raw.execute(f"ATTACH DATABASE ? AS fresh KEY \"x'{new.hex()}'\"", (str(fresh),))
    raw.execute("PRAGMA fresh.journal_mode = OFF").fetchall()  # it is read again as a whole
    raw.execute("PRAGMA fresh.synchronous = OFF")
    raw.execute("SELECT sqlcipher_export('fresh')").fetchall()
    schema = int(raw.execute("PRAGMA user_version").fetchone()[0])
    raw.execute("PRAGMA fresh.user_version = " + str(schema))
    raw.execute("DETACH DATABASE fresh")
    with fresh.open("rb+") as file:
        os.fsync(file.fileno())


def _compare(raw: cipher.Connection, fresh: Path, new: bytes, progress: Progress) -> None:
    """Every page whole and every row the same, read again from the disk.

    Raises:
        Damaged: they are not.
    """
    with closing(connect(fresh, new, read_only=True)) as copy:
        faults = copy.execute("PRAGMA cipher_integrity_check").fetchall()
        faults += [row for row in copy.execute("PRAGMA quick_check") if row[0] != "ok"]
    if faults or unlike(raw, fresh, new, lambda n, of: progress("check", n, of)) is not None:
        raise Damaged(_UNLIKE)
    _drop_logs(fresh)


_UNLIKE = (
    "The copy under the new key is not like the store, so the old key stays and nothing was"
    " changed. Check the disk: jewelcrm-admin doctor"
)


def _save(folder: Path, slots: Slots, new: bytes) -> None:
    """From the first of its two copies on the new key is in force, whatever becomes of the rest."""
    try:
        keys.save(folder, slots, new)
    except StoreError:
        if not keys.is_ours(keys.load(folder), new):
            raise


def _swap(folder: Path) -> None:
    if not (folder / FRESH).exists():
        return  # somebody who signed in meanwhile has done it
    _drop_logs(folder / FILE_NAME)
    (folder / FRESH).replace(folder / FILE_NAME)
    sync_folder(folder)


def _opens(path: Path, key: bytes) -> bool:
    with suppress(StoreError, OSError):
        connect(path, key, read_only=True).close()
        return True
    return False


def _drop(path: Path) -> None:
    path.unlink(missing_ok=True)
    _drop_logs(path)


def _drop_logs(path: Path) -> None:
    for mark in ("-wal", "-shm", "-journal"):
        path.with_name(path.name + mark).unlink(missing_ok=True)
