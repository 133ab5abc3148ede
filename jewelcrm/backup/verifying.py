"""Checking a point: put together again, every page and reference looked at, counted."""

from __future__ import annotations

import datetime as dt
import secrets
import time
from pathlib import Path

import msgspec

from db.backup import checks
from db.backup import manifest as papers
from db.backup.locking import alone
from db.backup.manifest import Forged, Manifest, Mark, Newer, Signed
from db.backup.packs import BadPack
from db.backup.vault import Vault
from db.errors import Damaged
from db.types import from_millis, to_millis
from jewelcrm.backup import keeping, opening, rules, sums, targets, words
from jewelcrm.backup.model import Progress, Verified, silent
from jewelcrm.context import Context
from jewelcrm.errors import CanFix

STRANGE = "This backup was not made by this store. It is not used."


def verify(ctx: Context, point_id: str, *, deep: bool, progress: Progress) -> Verified:
    """Check a point on this PC's disk again."""
    folder = _where(ctx, point_id)
    with keeping.vault(ctx, folder) as vault, alone(folder, words.BUSY):
        return check(ctx, vault, point_id, deep=deep, progress=progress)


def _where(ctx: Context, point_id: str) -> Path:
    """The vault that holds the point: this PC's own first.

    Raises:
        CanFix: none in reach does.
    """
    for _, folder in targets.vaults(ctx):
        with keeping.vault(ctx, folder) as vault:
            if point_id in vault.ids():
                return folder
    raise CanFix(words.NO_SUCH, id=point_id)


def again(ctx: Context, *, progress: Progress) -> Verified | None:
    """Look at every page of one point that nobody looked at for a month; None when none is due."""
    now = ctx.clock.now()
    for _, folder in targets.vaults(ctx):
        with keeping.vault(ctx, folder) as vault:
            for point in vault.ids():
                if _is_due(vault, point, now):
                    with alone(folder, words.BUSY):
                        return check(ctx, vault, point, progress=progress)
    return None


def _is_due(vault: Vault, point: str, now: dt.datetime) -> bool:
    """True for a checked point of a month ago, and for one whose mark somebody changed."""
    mark = vault.mark(point)
    if mark is None:
        return vault.is_mark_bad(point)
    if mark.trouble or mark.going or not mark.verified:
        return False
    return rules.deep_due(now, from_millis(mark.verified))


def check(
    ctx: Context, vault: Vault, point: str, *, deep: bool = True, progress: Progress = silent
) -> Verified:
    """Check a point and mark what was found."""
    began = time.monotonic()

    bad: list[str] = []

    def found(faults: list[str], size: int = 0) -> Verified:
        took = time.monotonic() - began
        return Verified(point, deep, tuple(faults), took, size, ctx.clock.now(), tuple(bad))

    try:
        manifest, signed = vault.manifest(point)
    except Newer:
        return found([words.NEWER])
    except Forged:
        return found([words.FORGED])
    key = opening.among(signed, ctx.store.folder, ctx.store.key)
    if key is None:
        return found([STRANGE])
    try:
        look = _looked_at if deep else _read
        faults = look(vault, manifest, key, progress)
    except Damaged as error:
        bad += [error.path.name] if isinstance(error, BadPack) else []
        faults = [str(error)]
    verdict = found(faults, manifest.size)
    _mark(ctx, vault, manifest, signed, verdict)
    return verdict


def _read(vault: Vault, manifest: Manifest, _key: bytes, _progress: Progress) -> list[str]:
    checks.read_through(vault, manifest)
    return []


def _looked_at(vault: Vault, manifest: Manifest, key: bytes, progress: Progress) -> list[str]:
    work = vault.folder / f"check-{secrets.token_hex(4)}.db"
    try:
        checks.put_together(
            vault, manifest, work, lambda done, total: progress("check", done, total)
        )
        return checks.faults_of(work, key, manifest, sums.of_shop)
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
