"""Backups of an embedded head office, and coming back from one.

One encrypted file, read again and counted before it is called a backup. A restore that was cut
short leaves a mark in the folder and no `office.json`, so that nothing runs on it; done again, it
begins anew.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from db.errors import Damaged, StoreExists
from db.files import write_private
from db.office import copying
from db.office.embedded import FILE_NAME, KEY_NAME, EmbeddedStore
from db.office.store import open_embedded
from jewelcrm.office import backup_papers as papers
from jewelcrm.office import genuine, premises
from jewelcrm.office.backup_papers import Manifest, Opener
from jewelcrm.office.coming_back import Back, Later, come_back
from jewelcrm.office.since import Line
from jewelcrm.office.visiting import ledgerfile
from jewelcrm.office.visiting.ledger import Entry

RESTORING = "restoring"
"""Stands in a folder while head office is put up again there."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A backup, what opens it, and whom it must not bring back."""

    backup: Path
    recovery_key: bytes = field(repr=False)
    ledger: Sequence[Entry] = ()
    unsealed: bool = False
    """Somebody knows where a backup without head office's seal comes from."""
    since: Sequence[Line] = ()

    @property
    def later(self) -> Later:
        """What it must not undo."""
        return Later(self.ledger, self.since, self.recovery_key)


@dataclass(frozen=True, slots=True)
class Restored:
    """The backup, and what was made of it."""

    manifest: Manifest
    back: Back


def back_up(folder: Path, store: EmbeddedStore, target: Path, now: dt.datetime) -> Manifest:
    """A copy of the embedded store, read again and counted before it gets its name.

    Raises:
        CanFix: the file is there already. StoreError: it could not be made whole.
    """
    papers.refuse_there(target)
    part = target.with_name(f"{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        copying.copy(store.path, store.key, part)
        counted = copying.count(part, store.key)
        manifest = Manifest(
            made_at=now.isoformat(timespec="seconds"),
            server=store.server.hex(),
            sha256=papers.sha256(part),
            rows=counted.rows,
            sealed=papers.seal(folder, store, store.key),
            content=genuine.content_of(part),
        )
        papers.write(target, genuine.sealed(store, manifest))
        part.replace(target)
    except OSError as error:
        raise papers.in_our_words(error) from error
    finally:
        part.unlink(missing_ok=True)
    papers.remember(store, now)
    ledgerfile.remember(store, target.parent)
    return manifest


def restore(folder: Path, wanted: Wanted, now: dt.datetime) -> Restored:
    """Put head office up again in a new folder, without whom it has erased since.

    Raises:
        CanFix: the key does not fit, a file is missing, or the folder is taken.
        Damaged: the backup is not as it was made.
    """
    premises.refuse_taken(folder)
    backup, manifest = wanted.backup, papers.read(wanted.backup)
    opener = papers.unseal(manifest, wanted.recovery_key)
    genuine.require(backup, manifest, wanted.recovery_key, unsealed=wanted.unsealed)
    counted = copying.count(backup, opener.key)
    if counted.rows != manifest.rows:
        raise Damaged("The backup does not hold what it held when it was made.")
    try:
        begin(folder)
        _put(folder, backup, opener)
        with closing(open_embedded(folder)) as store:
            back = come_back(store, wanted.later, now, dt.datetime.fromisoformat(manifest.made_at))
            store.run(lambda work: genuine.keep(work, wanted.recovery_key))
            ledgerfile.remember(store, folder, backup.parent)
        write_private(folder / premises.CONFIG, opener.config)
        (folder / RESTORING).unlink()
    except OSError as error:
        raise papers.in_our_words(error) from error
    return Restored(manifest, back)


def begin(folder: Path) -> None:
    """The folder, empty of what a restore that was cut short has left there.

    Raises:
        StoreExists: a store lies there that no restore has put there.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not (folder / RESTORING).exists():
        if (folder / FILE_NAME).exists():
            raise StoreExists(
                "There is a head office in this folder already. Choose another folder."
            )
        write_private(folder / RESTORING, b"")
    for left in folder.glob(f"{FILE_NAME}*"):  # its log too: it would be read into the new file
        left.unlink()


def _put(folder: Path, backup: Path, opener: Opener) -> None:
    write_private(folder / KEY_NAME, opener.key.hex().encode())
    papers.put_authority(folder, opener)
    write_private(folder / FILE_NAME, b"")
    shutil.copyfile(backup, folder / FILE_NAME)
