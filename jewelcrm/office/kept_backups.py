"""What a folder of head office's backups holds: listed, read again, put back for trial."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from db.backup import manifest as chunks
from db.backup.manifest import Forged, Manifest, Mark
from db.backup.vault import Vault
from db.errors import StoreError
from db.office.embedded import EmbeddedStore
from db.types import from_millis, to_millis
from jewelcrm.errors import CanFix
from jewelcrm.office import vaulting

NO_SUCH = "There is no backup {point} in {path}. There are: {there}."
MISSING = "a part of it is missing or damaged"
NONE = "There is no backup of a head office in {path}."


@dataclass(frozen=True, slots=True)
class Kept:
    """One backup of a folder."""

    id: str
    made_at: dt.datetime | None = None
    rows: int = 0
    size: int = 0
    checked_at: dt.datetime | None = None
    drilled_at: dt.datetime | None = None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What reading a backup again found; no fault: it is whole."""

    id: str
    rows: int
    seconds: float
    faults: tuple[str, ...]


def listed(folder: Path) -> list[Kept]:
    """Every backup of the folder, newest first.

    Raises:
        CanFix: it holds none of a head office.
    """
    with _vault(folder) as vault:
        return [_kept(vault, point) for point in reversed(vault.ids())]


def wanted(folder: Path, point: str = "") -> str:
    """The backup that was named, or the newest one that is not known to be damaged.

    Raises:
        CanFix: it is not there.
    """
    kept = listed(folder)
    if point:
        return _named(folder, kept, point)
    good = [one.id for one in kept if not one.trouble]
    if not good:
        raise CanFix("There is no checked backup in {path}.", path=folder)
    return good[0]


def verify(store: EmbeddedStore, folder: Path, point: str, now: dt.datetime) -> Verdict:
    """Put together again, every page and reference looked at, counted; what is found is kept."""
    began = time.monotonic()
    with vaulting.of(store, folder) as vault:
        manifest = vaulting.stated(vault, point)
        vault.look()
        try:
            faults = vaulting.faults_in(store, vault, manifest)
        except StoreError as error:
            faults = [str(error)]
        _note(store, vault, point, verified=to_millis(now), trouble="; ".join(faults))
    return Verdict(point, _rows(manifest), time.monotonic() - began, tuple(faults))


def note_drilled(
    store: EmbeddedStore, folder: Path, point: str, now: dt.datetime, seconds: float
) -> None:
    """It was put back for trial, and counted."""
    with vaulting.of(store, folder) as vault:
        _note(store, vault, point, drilled=to_millis(now), seconds=seconds)


def _note(store: EmbeddedStore, vault: Vault, point: str, **changes: float | str) -> None:
    signed = vault.manifest(point)[1]
    mark = vault.mark(point) or Mark(id=point, of=chunks.digest(signed))
    vault.set_mark(msgspec.structs.replace(mark, **changes), vaulting.signing(store))


@contextmanager
def _vault(folder: Path) -> Iterator[Vault]:
    with Vault(folder) as vault:
        about = vault.about()
        if about is None or about.kind != "office":
            raise CanFix(NONE, path=folder)
        yield vault


def _named(folder: Path, kept: list[Kept], point: str) -> str:
    there = [one.id for one in kept]
    if point not in there:
        raise CanFix(NO_SUCH, point=point, path=folder, there=", ".join(there[:5]) or "none")
    return point


def _kept(vault: Vault, point: str) -> Kept:
    try:
        manifest = vault.manifest(point)[0]
    except Forged:
        return Kept(point, trouble="the file that describes it was changed")
    mark = vault.mark(point) or Mark(id=point, of="")
    trouble = mark.trouble or ("" if mark.verified else "it was not checked")
    with suppress(StoreError):
        _require_parts(vault, manifest)
        return Kept(
            point,
            from_millis(manifest.made),
            _rows(manifest),
            manifest.size,
            _at(mark.verified),
            _at(mark.drilled),
            trouble,
        )
    return Kept(point, from_millis(manifest.made), _rows(manifest), manifest.size, trouble=MISSING)


def _require_parts(vault: Vault, manifest: Manifest) -> None:
    """As far as the packs' own lists say; `verify` reads them."""
    vault.look()
    missing = [name for name in vault.names(manifest) if not vault.has(name)]
    if missing:
        raise StoreError(MISSING)


def _at(millis: int) -> dt.datetime | None:
    return from_millis(millis) if millis else None


def _rows(manifest: Manifest) -> int:
    return sum(manifest.counts.values())
