"""Backups that are single files, each with its `.keys` beside it: what a folder of them holds."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import msgspec

from db.decoding import decode
from db.errors import StoreError
from db.office import copying, pgloading
from db.office.embedded import EmbeddedStore
from db.office.store import OfficeStore
from jewelcrm.errors import CanFix
from jewelcrm.office import backup_papers as papers
from jewelcrm.office import genuine
from jewelcrm.office.backup_papers import KEYS, Manifest
from jewelcrm.office.looked_at import Kept, Verdict

_NAME = "office-%Y-%m-%d-%H%M.backup"
LESS = "it does not hold as many rows as were counted when it was made"
ELSEWHERE = "{point} is a copy of an embedded head office. Verify it there, or restore it."


def name_at(now: dt.datetime) -> str:
    """What a dump in a folder is called: the server's own time, as the nightly job's log has it."""
    return now.astimezone().strftime(_NAME)


def within(folder: Path) -> list[Path]:
    """The backups of the folder: whatever has a `.keys` beside it, also where that is all."""
    return sorted(path.with_name(path.name[: -len(KEYS)]) for path in folder.glob(f"*{KEYS}"))


def listed(folder: Path) -> list[Kept]:
    """Each of them, as far as its `.keys` says; `verify` reads it."""
    return [_kept(path) for path in within(folder)]


def _kept(path: Path) -> Kept:
    try:
        manifest = decode(papers.keys_of(path).read_bytes(), Manifest)
        made, size = dt.datetime.fromisoformat(manifest.made_at), path.stat().st_size
    except FileNotFoundError:
        return Kept(path.name, trouble="its .keys file is there, the backup is not")
    except (OSError, ValueError, msgspec.DecodeError):
        return Kept(path.name, trouble="its .keys file is damaged")
    return Kept(path.name, made, sum(manifest.rows.values()), size)


def verify(store: OfficeStore, path: Path) -> Verdict:
    """The whole file read: its hash, head office's seal, and every row counted."""
    began = time.monotonic()
    rows, faults = 0, []
    try:
        manifest = papers.read(path)
        rows = sum(manifest.rows.values())
        faults = _faults(store, path, manifest)
    except StoreError as error:
        faults = [str(error)]
    return Verdict(path.name, rows, time.monotonic() - began, tuple(faults))


def _faults(store: OfficeStore, path: Path, manifest: Manifest) -> list[str]:
    key = genuine.key_of(store)
    if key and manifest.seal and not genuine.fits(path, manifest, key):
        return [genuine.FORGED.format(path=papers.keys_of(path).name)]
    if _counted(store, path, manifest) != manifest.rows:
        return [LESS]
    return []


def _counted(store: OfficeStore, path: Path, manifest: Manifest) -> dict[str, int]:
    if manifest.store != "embedded":
        found = pgloading.rows_in(path)
        return {name: found.get(name, 0) for name in manifest.rows}
    if not isinstance(store, EmbeddedStore):
        raise CanFix(ELSEWHERE, point=path.name)
    return copying.count(path, store.key).rows
