"""Taking away what the generations no longer need, in two steps, and the chunks nobody names."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

import msgspec

from db.backup import gathering
from db.backup import manifest as papers
from db.backup.locking import alone
from db.backup.manifest import Forged, Mark, Newer
from db.backup.steps import reached
from db.backup.stopping import Cancelled, Stopped
from db.backup.vault import Vault
from db.errors import StoreError
from db.shop import putting
from db.types import from_millis, to_millis
from jewelcrm.backup import keeping, places, retention, words
from jewelcrm.backup import targets as targets_
from jewelcrm.backup.model import Pruned
from jewelcrm.backup.retention import Held, Plan
from jewelcrm.context import Context
from jewelcrm.log import log

COPIES = ("before-update-*.db", "aside-*-store.db*", f"{putting.ASIDE}*")
"""What other acts leave beside the store; it may not outlive its time either."""


def prune(ctx: Context, *, cancelled: Cancelled) -> Pruned:
    """Prune this PC's vault, and each target in reach."""
    _old_copies(ctx)
    done = _pruned(ctx, places.local(ctx.store.folder), cancelled)
    for target, folder in targets_.vaults(ctx):
        if target != places.LOCAL:
            _quietly(ctx, folder, cancelled)
    return done


def _quietly(ctx: Context, folder: Path, cancelled: Cancelled) -> None:
    """What is the matter with a target is told when the next backup is carried there."""
    try:
        _pruned(ctx, folder, cancelled)
    except Stopped:
        raise
    except StoreError as error:
        log.warning("target not tidied", error=type(error).__name__)


def _pruned(ctx: Context, folder: Path, cancelled: Cancelled) -> Pruned:
    with alone(folder, words.BUSY), keeping.vault(ctx, folder) as vault:
        plan = retention.plan(held(vault), ctx.clock.now(), retention.HERE, ctx.zone())
        carry_out(ctx, vault, plan)
        oldest = ctx.clock.now() - retention.HERE.most + 3 * retention.DAY
        freed = gathering.gather(vault, oldest=to_millis(oldest), cancelled=cancelled)
    if plan.drop:
        log.info("backups gone", count=len(plan.drop), freed=freed)
    return Pruned(plan.mark, plan.drop, freed, plan.wanted)


def held(vault: Vault) -> list[Held]:
    """A vault's points as far as retention looks at them; a forged one is older than all."""
    return [_held(vault, point) for point in vault.ids() if not _is_newer(vault, point)]


def _is_newer(vault: Vault, point: str) -> bool:
    """True for a point of a newer release: it is not for this one to take away."""
    try:
        vault.manifest(point)
    except Newer:
        return True
    except Forged:
        return False
    return False


def _held(vault: Vault, point: str) -> Held:
    mark = vault.mark(point)
    going = from_millis(mark.going) if mark and mark.going else None
    try:
        manifest = vault.manifest(point)[0]
    except Forged:
        return Held(point, from_millis(0), (0, 0), checked=False, going=from_millis(1))
    good = bool(mark and mark.verified and not mark.trouble)
    order = (manifest.epoch, manifest.seq)
    return Held(point, from_millis(manifest.made), order, checked=good, going=going)


def carry_out(ctx: Context, vault: Vault, plan: Plan) -> None:
    """Mark, unmark, and drop."""
    now = to_millis(ctx.clock.now())
    for point in plan.mark:
        _set_going(ctx, vault, point, now)
        reached("point marked to go")
    for point in plan.unmark:
        _set_going(ctx, vault, point, 0)
    for point in plan.drop:
        gathering.dropped(vault, point)


def _set_going(ctx: Context, vault: Vault, point: str, at: int) -> None:
    try:
        signed = vault.manifest(point)[1]
    except Forged:
        return
    mark = vault.mark(point) or Mark(id=point, of=papers.digest(signed))
    vault.set_mark(msgspec.structs.replace(mark, going=at), keeping.signing_key(ctx))


def _old_copies(ctx: Context) -> None:
    """Copies that were made before an update or a restore go when a backup of then would."""
    most = (retention.HERE.most - retention.DAY).total_seconds()
    for pattern in COPIES:
        for path in ctx.store.folder.glob(pattern):
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > most:
                    rmtree(path) if path.is_dir() else path.unlink()
