"""Making a new store: the encrypted file, this PC's identity, and the first person's slot."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from db.errors import OnShare, ReadOnly, StoreExists, our_errors
from db.migrations import bring_up_to_date
from db.shop import keys, officeslots
from db.shop.connect import FILE_NAME, connect
from db.shop.osring import OsRing
from db.shop.shares import is_share
from db.store import Store
from db.types import Id, new_id, to_millis


@dataclass(frozen=True, slots=True)
class Identity:
    """Which PC of which branch the store belongs to, and the letter in its numbers."""

    pc: Id
    branch_id: Id
    branch_code: str
    letter: str


@dataclass(frozen=True, slots=True)
class FirstPerson:
    """Who may open the store first."""

    staff_id: Id
    login: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Made:
    """A new store: its key and the code that opens it when all else is lost."""

    key: bytes = field(repr=False)
    recovery_code: str = field(repr=False)
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
    """Make a stand-alone store in `folder`; `fill` writes its first rows, given the branch's id.

    Raises:
        StoreExists: there is one already. StoreError: the folder cannot be written.
    """
    identity = Identity(new_id(), new_id(), branch_code, letter)
    first = FirstPerson(staff_id, login, password)

    def fill_in(store: Store) -> None:
        fill(store, identity.branch_id)

    return make_as(folder, identity, first=first, ring=ring, now=now, fill=fill_in)


def make_as(
    folder: Path,
    identity: Identity,
    *,
    first: FirstPerson | None,
    ring: OsRing | None,
    now: dt.datetime,
    fill: Callable[[Store], None],
    more_slots: Callable[[keys.Slots, bytes, bytes], keys.Slots] | None = None,
) -> Made:
    """Make the store of a PC that knows who it is; `fill` writes its first rows.

    The key slots are written last: a store whose making was cut short is none. `more_slots` adds
    to them, given the database key and the keyring half.

    Raises:
        StoreExists: there is one already. StoreError: the folder cannot be written.
    """
    _prepare(folder)
    slots, key, half = keys.create(ring)
    try:
        bring_up_to_date(folder, key)
        _say_who_we_are(folder, key, identity, now)
        _filled(folder, key, fill)
        if first is not None:
            slots = keys.with_staff(
                slots,
                key,
                half,
                staff_id=first.staff_id,
                login=first.login,
                password=first.password,
            )
        slots, code = keys.with_recovery(slots, key)
        keys.save(folder, more_slots(slots, key, half) if more_slots else slots, key)
    except BaseException:
        officeslots.drop_keys(ring, slots.store)
        raise
    (folder / keys.MAKING).unlink()
    return Made(key, code, identity.branch_id)


def _filled(folder: Path, key: bytes, fill: Callable[[Store], None]) -> None:
    store = Store(folder, key)
    try:
        fill(store)
    finally:
        store.close()


def require_room(folder: Path) -> None:
    """Nothing when a store can be made in the folder.

    Raises:
        StoreExists: there is one already. ReadOnly: the folder cannot be written.
    """
    try:
        if any((folder / name).exists() for name in keys.FILE_NAMES):
            raise StoreExists("There is a store in this folder already. Choose another folder.")
        if keys.is_orphan(folder):
            raise StoreExists(keys.ORPHAN)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        (folder / keys.MAKING).touch(mode=0o600)
    except OSError as error:
        raise ReadOnly("The folder cannot be written. Choose another one.") from error


ON_SHARE = (
    "The store cannot lie on a network share: it would be damaged when the network drops. Choose a"
    " folder on this computer's own disk; backups may go to the share."
)


def _prepare(folder: Path) -> None:
    if is_share(folder):
        raise OnShare(ON_SHARE)
    require_room(folder)
    try:
        for leftover in folder.glob(FILE_NAME + "*"):
            leftover.rename(folder / f"aside-{time.strftime('%Y%m%d-%H%M%S')}-{leftover.name}")
        (folder / FILE_NAME).touch(mode=0o600)  # the log and its index take the same mode
    except OSError as error:
        raise ReadOnly("The folder cannot be written. Choose another one.") from error


def _say_who_we_are(folder: Path, key: bytes, identity: Identity, now: dt.datetime) -> None:
    raw = connect(folder / FILE_NAME, key)
    try:
        with our_errors():
            raw.execute("BEGIN IMMEDIATE")
            raw.execute(
                "INSERT INTO sync_state(one, epoch, last_hlc, clock_offset) VALUES (1, 1, 0, 0)"
            )
            raw.execute(
                "INSERT INTO pc VALUES (1, ?, ?, ?, ?, 1, ?)",
                (
                    identity.pc,
                    identity.branch_id,
                    identity.branch_code,
                    identity.letter,
                    to_millis(now),
                ),
            )
            raw.execute("COMMIT")
    finally:
        raw.close()
