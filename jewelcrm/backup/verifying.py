"""Checking a point: put together again, every page and reference looked at, counted."""

from __future__ import annotations

import datetime as dt
import secrets
import time
from contextlib import suppress
from pathlib import Path

import msgspec

from db.backup import checks
from db.backup import manifest as papers
from db.backup.locking import alone
from db.backup.manifest import Forged, Manifest, Mark, Newer, Signed
from db.backup.packs import BadPack
from db.backup.stopping import Cancelled, never
from db.backup.vault import Vault
from db.errors import Damaged
from db.types import from_millis, to_millis
from jewelcrm.backup import keeping, opening, rules, sums, targets, words
from jewelcrm.backup.model import Progress, Verified, silent
from jewelcrm.context import Context
from jewelcrm.errors import CanFix

STRANGE = "This backup was not made by this store. It is not used."


def verify(
    ctx: Context, point_id: str, *, deep: bool, progress: Progress, cancelled: Cancelled
) -> Verified:
    """Check a point on this PC's disk again."""
    folder = _where(ctx, point_id)
    with keeping.vault(ctx, folder) as vault, alone(folder, words.BUSY):
        return check(ctx, vault, point_id, deep=deep, progress=progress, cancelled=cancelled)


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


def again(ctx: Context, *, progress: Progress, cancelled: Cancelled = never) -> Verified | None:
    """Look at every page of one point that nobody looked at for a month, or to the end.

    Returns:
        None when none is due.
    """
    now = ctx.clock.now()
    for _, folder in targets.vaults(ctx):
        with keeping.vault(ctx, folder) as vault:
            for point in vault.ids():
                if _is_due(ctx, vault, point, now):
                    with alone(folder, words.BUSY):
                        return check(ctx, vault, point, progress=progress, cancelled=cancelled)
    return None


def _is_due(ctx: Context, vault: Vault, point: str, now: dt.datetime) -> bool:
    """True for a point checked a month ago, and for one of ours that bears no mark.

    Its check was stopped, or somebody changed the mark.
    """
    mark = vault.mark(point)
    if mark is None:
        return _is_ours(ctx, vault, point)
    if mark.trouble or mark.going:
        return False
    return rules.deep_due(now, from_millis(mark.verified) if mark.verified else None)


def _is_ours(ctx: Context, vault: Vault, point: str) -> bool:
    with suppress(Forged):
        signed = vault.manifest(point)[1]
        return opening.among(signed, ctx.store.folder, ctx.store.key) is not None
    return False


def check(
    ctx: Context,
    vault: Vault,
    point: str,
    *,
    deep: bool = True,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> Verified:
    """Check a point and mark what was found.

    Raises:
        Stopped: somebody cancelled it; what was known of the point before is still so.
    """
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
        faults = look(vault, manifest, key, progress=progress, cancelled=cancelled)
    except Damaged as error:
        bad += [error.path.name] if isinstance(error, BadPack) else []
        faults = [str(error)]
    verdict = found(faults, manifest.size)
    _mark(ctx, vault, manifest, signed, verdict)
    return verdict


def _read(
    vault: Vault, manifest: Manifest, _key: bytes, *, progress: Progress, cancelled: Cancelled
) -> list[str]:
    progress("check", 0, 0)
    checks.read_through(vault, manifest, cancelled=cancelled)
    return []


def _looked_at(
    vault: Vault, manifest: Manifest, key: bytes, *, progress: Progress, cancelled: Cancelled
) -> list[str]:
    work = vault.folder / f"check-{secrets.token_hex(4)}.db"

    def told(done: int, total: int) -> None:
        progress("check", done, total)

    try:
        checks.put_together(vault, manifest, work, told, cancelled=cancelled)
        told(0, 0)  # how far it is from here on nobody can say
        return checks.faults_of(work, key, manifest, sums.of_shop, cancelled=cancelled)
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
    if verdict.whole and manifest.id == keeping.state(ctx).last:
        keeping.note_checked(ctx, manifest.made)
