"""The store that a restore is about to replace: whose it is, and what it has not sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from sqlcipher3 import dbapi2 as cipher

from db.backup.manifest import Manifest
from db.backup.vault import Vault
from db.errors import Busy, StoreError
from db.shop import erasures, keys, rotating, syncchanges
from db.shop.connect import FILE_NAME, connect
from db.shop.erasures import Erased
from db.shop.mark import Reached, beside
from db.types import Id, from_millis, to_millis
from jewelcrm.backup import opening, places
from jewelcrm.backup.model import ByKey, Opener, Unsynced
from jewelcrm.errors import CanFix

OTHER_BRANCH = (
    "This is a backup of branch {theirs}, and this PC belongs to branch {ours}. Nothing was"
    " changed. Take a backup of this branch."
)


STRANGER = (
    "There is another store in this folder, and it does not open with this. Nothing was changed."
    " Put the backup into another folder, or open the store there first."
)


@dataclass(frozen=True, slots=True)
class Present:
    """What is in the folder now. `branch` is empty where nobody can say."""

    there: bool
    store: str = ""
    """Id of its key slots; empty when they are lost."""
    branch: str = ""
    branch_id: Id = b""
    unsynced: Unsynced = field(default_factory=lambda: Unsynced(known=True))
    erased: Sequence[Erased] = ()
    mark: Reached | None = None


def look(folder: Path, opener: Opener, since: dt.datetime) -> Present:
    """What is in the folder; what needs its key is only known when the opener opens it, too.

    What was not sent is counted from `since` on: what is older comes back with the backup.

    Raises:
        Busy: somebody has it open.
    """
    if not (folder / FILE_NAME).exists():
        return _of_its_backups(folder, there=False)
    key = _key(folder, opener)
    try:
        if key is not None:
            return _read(folder, key, since)
    except Busy:
        raise
    except (StoreError, cipher.Error):
        pass  # it is damaged: that is why somebody restores
    return _of_its_backups(folder, there=True)


def require_same_branch(present: Present, of: Manifest) -> None:
    """Nothing when the backup is of the branch that the PC belongs to.

    Raises:
        CanFix: it is another's, or nobody can say whose store would be replaced.
    """
    if present.branch_id:
        if present.branch_id.hex() != of.branch_id:
            raise CanFix(OTHER_BRANCH, theirs=of.branch, ours=present.branch or "?")
    elif present.there and of.store != present.store and not _is_pc(present, of):
        raise CanFix(STRANGER)


def _is_pc(present: Present, of: Manifest) -> bool:
    return present.mark is not None and present.mark.pc.hex() == of.device


def _key(folder: Path, opener: Opener) -> bytes | None:
    try:
        slots = keys.load(folder)
        return opener.key if isinstance(opener, ByKey) else opening.opened(slots, opener)
    except StoreError:
        return None


def _read(folder: Path, key: bytes, since: dt.datetime) -> Present:
    with closing(connect(folder / FILE_NAME, key)) as raw:
        _require_alone(raw)
        row = raw.execute("SELECT branch_code, branch_id FROM pc").fetchone()
        acts, oldest = syncchanges.unsent_since(raw, to_millis(since))
        chained = raw.execute("SELECT count(*) FROM head_office").fetchone()[0]
        unsynced = Unsynced(True, acts, from_millis(oldest) if oldest else None)
        return Present(
            there=True,
            store=_store_id(folder),
            branch=row[0],
            branch_id=row[1],
            unsynced=unsynced if chained else Unsynced(known=True),
            erased=erasures.ledger(raw),
            mark=beside(folder),
        )


def _require_alone(raw: cipher.Connection) -> None:
    """Nobody else has the store open.

    Raises:
        Busy: somebody has.
    """
    try:
        raw.execute("PRAGMA busy_timeout = 3000")
        raw.execute("PRAGMA locking_mode = EXCLUSIVE")
        raw.execute("BEGIN EXCLUSIVE")
        raw.execute("COMMIT")
    except cipher.OperationalError as error:
        raise Busy(rotating.BUSY) from error


def _of_its_backups(folder: Path, *, there: bool) -> Present:
    """The branch by the backups beside it, when the store itself cannot be read."""
    unknown = Unsynced(known=not there)
    store = _store_id(folder)
    with Vault(places.local(folder)) as vault:
        about = vault.about()
    if about is None:
        return Present(there, store, unsynced=unknown, mark=beside(folder))
    branch_id = bytes.fromhex(about.branch_id)
    return Present(there, store, about.branch, branch_id, unknown, (), beside(folder))


def _store_id(folder: Path) -> str:
    try:
        return keys.load(folder).store
    except StoreError:
        return ""
