"""Putting a restored store in the place of the present one, so that a kill leaves one of the two.

    ready    `restoring.json` names the folder with the whole new store and the one for the old
    aside    the present files lie in `before-restore-...`
    placed   the new files lie in the store's folder
    done     `restoring.json` is gone

Once `restoring.json` is there, whoever opens the folder next ends what was begun (`finish`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

from db.backup import plain
from db.backup.locking import alone
from db.backup.steps import reached
from db.errors import Damaged, StoreError
from db.files import in_our_words, sync_folder, write_private
from db.shop.connect import FILE_NAME
from db.shop.mark import MARK
from db.shop.slotfile import FILE_NAMES

JOURNAL = "restoring.json"
ASIDE, FRESH = "before-restore-", "restoring-"
_BROKEN = "restoring.json is damaged. Delete it, then restore again."
_LAST = FILE_NAMES  # the key files last: without them nobody opens what is not yet whole


def put(folder: Path, fresh: Path, aside: Path) -> None:
    """Move the present store to `aside` and the one in `fresh` here; both inside `folder`."""
    try:
        aside.mkdir(mode=0o700)
        write_private(folder / JOURNAL, json.dumps([fresh.name, aside.name]).encode())
        finish(folder)
    except OSError as error:
        raise in_our_words(error) from error


def finish(folder: Path) -> bool:
    """End what a kill has cut short; True when there was something to end.

    Raises:
        Damaged: `restoring.json` is not ours. StoreError: a file could not be moved.
    """
    journal = folder / JOURNAL
    if not journal.exists():
        _sweep(folder)
        return False
    fresh, aside = _named(journal)
    try:
        if (fresh / FILE_NAME).exists():
            _move(folder, aside, _present(folder))
            reached("present set aside")
            _move(fresh, folder, [FILE_NAME])
        reached("store in place")
        _move(fresh, folder, _LAST)
        reached("slots in place")
        journal.unlink()
        sync_folder(folder)
        _drop(fresh)
    except OSError as error:
        raise in_our_words(error) from error
    return True


def _sweep(folder: Path) -> None:
    """Take away what a restore that was killed has left; one that is under way is let be."""
    left = list(folder.glob(f"{FRESH}*"))
    with suppress(StoreError, OSError):
        if left:
            with alone(folder, ""):
                for path in left:
                    rmtree(path)


def _named(journal: Path) -> tuple[Path, Path]:
    try:
        fresh, aside = json.loads(plain.read(journal, plain.NOTE))
        fits = fresh.startswith(FRESH) and aside.startswith(ASIDE)  # nothing else is moved about
        found = journal.parent / Path(fresh).name, journal.parent / Path(aside).name
    except (ValueError, TypeError, AttributeError, plain.Strange) as error:
        raise Damaged(_BROKEN) from error
    if not fits:
        raise Damaged(_BROKEN)
    return found


def _present(folder: Path) -> Iterator[str]:
    """The present store's own files; its mark stays, which says how far it had come."""
    for path in sorted(folder.glob(f"{FILE_NAME}*")):
        if path.name != MARK:
            yield path.name
    yield from _LAST


def _move(source: Path, target: Path, names: Iterable[str]) -> None:
    moved = [name for name in names if (source / name).exists()]
    for name in moved:
        (source / name).replace(target / name)
    if moved:
        sync_folder(target)
        sync_folder(source)


def _drop(folder: Path) -> None:
    for path in folder.glob("*"):
        path.unlink()
    folder.rmdir()
