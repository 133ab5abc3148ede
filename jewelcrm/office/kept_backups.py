"""What a folder of head office's backups holds: listed, read again, put back for trial."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from db.backup import manifest as chunks
from db.backup.manifest import Forged, Manifest, Mark
from db.backup.vault import Vault
from db.errors import StoreError
from db.office.embedded import EmbeddedStore
from db.office.store import OfficeStore
from db.types import from_millis, to_millis
from jewelcrm.errors import CanFix
from jewelcrm.office import single_backups, vaulting
from jewelcrm.office.looked_at import Kept, Verdict

NO_SUCH = "There is no backup {point} in {path}. There are: {there}."
MISSING = "a part of it is missing or damaged"
NONE = "There is no backup of a head office in {path}."


def listed(folder: Path) -> list[Kept]:
    """Every backup of the folder, newest first.

    Raises:
        CanFix: it holds none of a head office.
    """
    single = single_backups.listed(folder)
    if single and not _is_vault(folder):
        return _newest_first(single)
    with _vault(folder) as vault:
        points = [_kept(vault, point) for point in reversed(vault.ids())]
    return _newest_first([*points, *single]) if single else points


def _newest_first(kept: list[Kept]) -> list[Kept]:
    """What cannot say when it was made stands last."""
    return sorted(kept, key=lambda one: to_millis(one.made_at) if one.made_at else 0, reverse=True)


def single(folder: Path, point: str) -> Path | None:
    """The backup as a file of its own; None: it is a point."""
    path = folder / point
    return path if path in single_backups.within(folder) else None


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


def verify(store: OfficeStore, folder: Path, point: str, now: dt.datetime) -> Verdict:
    """Put together again, every page and reference looked at, counted; what is found is kept.

    Raises:
        CanFix: a point of an embedded head office, asked of one on PostgreSQL.
    """
    if path := single(folder, point):
        return single_backups.verify(store, path)
    if not isinstance(store, EmbeddedStore):
        raise CanFix(single_backups.ELSEWHERE, point=point)
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


def _is_vault(folder: Path) -> bool:
    with Vault(folder) as vault:
        return vault.about() is not None


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
