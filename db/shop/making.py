"""Making a new store: the encrypted file, this PC's identity, and the first person's slot."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from db.errors import ReadOnly, StoreExists, our_errors
from db.migrations import bring_up_to_date
from db.shop import keys
from db.shop.connect import FILE_NAME, connect
from db.shop.osring import OsRing
from db.store import Store
from db.types import Id, new_id, to_millis


@dataclass(frozen=True, slots=True)
class Made:
    """A new, empty store: its key and the code that opens it when all else is lost."""

    key: bytes
    recovery_code: str
    branch_id: Id


def make(
    folder: Path,
    *,
    branch_code: str,
    letter: str,
    staff_id: Id,
    login: str,
    password: str,
    ring: OsRing | None,
    now: dt.datetime,
    fill: Callable[[Store, Id], None],
) -> Made:
    """Make the store in `folder` and let `fill` write its first rows (given the branch's id).

    The key slots are written last: a store whose making was cut short is none.

    Raises:
        StoreExists: there is one already. StoreError: the folder cannot be written.
    """
    _prepare(folder)
    slots, key, half = keys.create(ring)
    branch_id = new_id()
    bring_up_to_date(folder, key)
    _say_who_we_are(
        folder, key, branch_id=branch_id, branch_code=branch_code, letter=letter, now=now
    )
    store = Store(folder, key)
    try:
        fill(store, branch_id)
    finally:
        store.close()
    slots = keys.with_staff(slots, key, half, staff_id=staff_id, login=login, password=password)
    slots, code = keys.with_recovery(slots, key)
    keys.save(folder, slots, key)
    (folder / keys.MAKING).unlink()
    return Made(key, code, branch_id)


def _prepare(folder: Path) -> None:
    try:
        if any((folder / name).exists() for name in keys.FILE_NAMES):
            raise StoreExists("There is a store in this folder already. Choose another folder.")
        if keys.is_orphan(folder):
            raise StoreExists(keys.ORPHAN)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        (folder / keys.MAKING).touch(mode=0o600)
        for leftover in folder.glob(FILE_NAME + "*"):
            leftover.rename(folder / f"aside-{time.strftime('%Y%m%d-%H%M%S')}-{leftover.name}")
        (folder / FILE_NAME).touch(mode=0o600)  # the log and its index take the same mode
    except OSError as error:
        raise ReadOnly("The folder cannot be written. Choose another one.") from error


def _say_who_we_are(
    folder: Path, key: bytes, *, branch_id: Id, branch_code: str, letter: str, now: dt.datetime
) -> None:
    raw = connect(folder / FILE_NAME, key)
    try:
        with our_errors():
            raw.execute("BEGIN IMMEDIATE")
            raw.execute(
                "INSERT INTO sync_state(one, epoch, last_hlc, clock_offset) VALUES (1, 1, 0, 0)"
            )
            raw.execute(
                "INSERT INTO pc VALUES (1, ?, ?, ?, ?, 1, ?)",
                (new_id(), branch_id, branch_code, letter, to_millis(now)),
            )
            raw.execute("COMMIT")
    finally:
        raw.close()
