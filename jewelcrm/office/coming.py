"""What a PC has sent of a backup whose manifest is still to come: nobody tidies it away.

A first backup over a slow line takes days, and until it is whole no point names what it holds. Of
each pack that came an empty file is kept here, as old as the pack; the manifest ends them all.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.backup import plain
from db.backup.locking import alone
from db.files import in_our_words

FOLDER = "coming"
WAITS = dt.timedelta(days=7)
"""So long a backup may be on its way. What was not named by then goes, and is sent again."""
_BUSY = "This PC's backups are being tidied."


def came(vault: Path, pack: Path, now: dt.datetime) -> None:
    """A pack has come.

    Raises:
        DiskFull, ReadOnly: the disk.
    """
    try:
        mark = _folder(vault) / pack.name
        mark.touch(0o600)
        os.utime(mark, (now.timestamp(), now.timestamp()))
    except OSError as error:
        raise in_our_words(error) from error


def waiting(vault: Path, now: dt.datetime) -> set[str]:
    """The names of the packs of which the manifest may still come."""
    since = (now - WAITS).timestamp()
    marks = {mark: mark.stat().st_mtime > since for mark in (vault / FOLDER).glob("*.pack")}
    for mark in (mark for mark, young in marks.items() if not young):
        mark.unlink(missing_ok=True)
    return {mark.name for mark, young in marks.items() if young}


def is_whole(vault: Path) -> None:
    """The manifest is there: from now on it names what came."""
    for mark in (vault / FOLDER).glob("*.pack"):
        mark.unlink(missing_ok=True)


@contextmanager
def held(vault: Path) -> Iterator[None]:
    """Nothing goes, or nothing new is named, as long as this lasts.

    Raises:
        Busy: the other of the two goes on just now.
    """
    with alone(_folder(vault), _BUSY):
        yield


def _folder(vault: Path) -> Path:
    folder = vault / FOLDER
    plain.require_folder(folder)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder
