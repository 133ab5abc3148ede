"""Checking a point: put together again, every page and reference looked at, counted."""

from __future__ import annotations

import secrets
import time
from pathlib import Path

import msgspec

from db.backup import checks
from db.backup import manifest as papers
from db.backup.manifest import Forged, Manifest, Mark, Signed
from db.backup.vault import Vault
from db.errors import Damaged
from db.types import to_millis
from jewelcrm.backup import keeping, places, sums
from jewelcrm.backup.model import Progress, Verified, silent
from jewelcrm.context import Context
from jewelcrm.errors import CanFix

FORGED = "The file that describes this backup was changed. It is not used."
STRANGE = "This backup was not made by this store. It is not used."


def verify(ctx: Context, point_id: str, *, deep: bool, progress: Progress) -> Verified:
    """Check a point on this PC's disk again."""
    with Vault(places.local(ctx.store.folder)) as vault:
        if point_id not in vault.ids():
            raise CanFix("There is no backup {id}.", id=point_id)
        return check(ctx, vault, point_id, deep=deep, progress=progress)


def check(
    ctx: Context, vault: Vault, point: str, *, deep: bool = True, progress: Progress = silent
) -> Verified:
    """Check a point and mark what was found."""
    began = time.monotonic()

    def found(faults: list[str], size: int = 0) -> Verified:
        took = time.monotonic() - began
        return Verified(point, deep, tuple(faults), took, size, ctx.clock.now())

    try:
        manifest, signed = vault.manifest(point)
    except Forged:
        return found([FORGED])
    if manifest.signer != keeping.public_half(keeping.signing_key(ctx)) or not papers.fits(
        signed, ctx.store.key
    ):
        return found([STRANGE])
    look = _looked_at if deep else _read
    verdict = found(look(ctx, vault, manifest, progress), manifest.size)
    _mark(ctx, vault, manifest, signed, verdict)
    return verdict


def _read(_ctx: Context, vault: Vault, manifest: Manifest, _progress: Progress) -> list[str]:
    try:
        checks.read_through(vault, manifest)
    except Damaged as error:
        return [str(error)]
    return []


def _looked_at(ctx: Context, vault: Vault, manifest: Manifest, progress: Progress) -> list[str]:
    work = vault.folder / f"check-{secrets.token_hex(4)}.db"
    try:
        checks.put_together(
            vault, manifest, work, lambda done, total: progress("check", done, total)
        )
        return checks.faults_of(work, ctx.store.key, manifest, sums.of_shop)
    except Damaged as error:
        return [str(error)]
    finally:
        remove(work)


def remove(work: Path) -> None:
    """Take a work file away, with its log."""
    for leftover in work.parent.glob(work.name + "*"):
        leftover.unlink(missing_ok=True)


def _mark(
    ctx: Context, vault: Vault, manifest: Manifest, signed: Signed, verdict: Verified
) -> None:
    mark = vault.mark(manifest.id) or Mark(id=manifest.id, of=papers.digest(signed))
    if verdict.whole:
        at = to_millis(verdict.at)
        mark = msgspec.structs.replace(mark, verified=at, seconds=verdict.seconds, trouble="")
    else:
        mark = msgspec.structs.replace(mark, trouble=verdict.faults[0], verified=0)
    vault.set_mark(mark, keeping.signing_key(ctx))
