"""Making a point: a frozen copy into this PC's vault, signed, checked, then carried further."""

from __future__ import annotations

import time
from contextlib import suppress

import msgspec

from db.backup import manifest as papers
from db.backup.copying import Copied, Source, chunk_of, copy_into
from db.backup.locking import alone
from db.backup.manifest import Manifest
from db.backup.stopping import Cancelled, Stopped
from db.backup.vault import Vault
from db.errors import Damaged, StoreError
from db.types import to_millis
from jewelcrm.backup import keeping, places, stating, sums, targets, verifying, words
from jewelcrm.backup.keeping import State
from jewelcrm.backup.model import Made, Progress, Verified, Why
from jewelcrm.backup.ports import Trip
from jewelcrm.context import Context
from jewelcrm.log import log

_TRIES = 2
GENTLE_S = 0.01
"""Pause after each eight megabytes while people work: their commits come in between."""
_NOBODY_WORKS = ("close", "migration", "update", "restore")
_AT_HOME = ("import", "migration", "update")
"""Somebody waits for what comes after; the next point is carried."""


def back_up(ctx: Context, why: Why, *, progress: Progress, cancelled: Cancelled) -> Made:
    """Make a point, check it, carry it, take away what is no longer wanted."""
    began = time.monotonic()
    with keeping.vault(ctx, places.local(ctx.store.folder)) as vault:
        try:
            ctx.store.reserve.require_room()
            vault.begin(places.about(ctx))
            with alone(vault.folder, words.BUSY):
                manifest, checked = _made(ctx, vault, why, progress, cancelled)
        except Stopped:
            raise
        except StoreError as error:
            if str(error) != words.BUSY:  # another one is being made: that is no trouble
                _note_trouble(ctx, error)
            raise
        _note_trouble(ctx, None if checked.whole else Damaged(checked.faults[0]))
        trip = Trip(ctx, vault, manifest.id, progress, cancelled, gentle=why == "hours")
        goes = checked.whole and why not in _AT_HOME
        carried, wrong = targets.carry_all(trip, why) if goes else ([], [])
        point = places.point_of(vault, manifest.id, places.LOCAL)
    log.info("backup made", point=manifest.seq, checked=checked.whole)
    seconds = time.monotonic() - began
    return Made(point, checked.whole, seconds, tuple(carried), tuple(wrong))


def _made(
    ctx: Context, vault: Vault, why: Why, progress: Progress, cancelled: Cancelled
) -> tuple[Manifest, Verified]:
    """A point, checked. A pack found damaged is set aside, and what it held is added anew."""
    for left in reversed(range(_TRIES)):
        vault.sweep()
        for bad in vault.bad_packs:
            vault.set_aside(vault.packs / bad)
        manifest = _written(ctx, vault, _copied(ctx, vault, why, progress, cancelled), why)
        checked = verifying.check(ctx, vault, manifest.id, progress=progress, cancelled=cancelled)
        if checked.whole or not left or not checked.bad_packs:
            break
        for bad in checked.bad_packs:
            vault.set_aside(vault.packs / bad)
        vault.drop_point(manifest.id)
    return manifest, checked


def _copied(
    ctx: Context, vault: Vault, why: Why, progress: Progress, cancelled: Cancelled
) -> Copied:
    return copy_into(
        vault,
        Source(ctx.store.path, ctx.store.key, sums.of_shop),
        chunk=chunk_of(vault, ctx.store.path.stat().st_size),
        pause=0.0 if why in _NOBODY_WORKS else GENTLE_S,
        told=lambda done, total: progress("copy", done, total),
        cancelled=cancelled,
    )


def _written(ctx: Context, vault: Vault, copied: Copied, why: Why) -> Manifest:
    known, signing = _known(ctx, vault), keeping.signing_key(ctx)
    asked = stating.Asked(ctx.store.folder, why, to_millis(ctx.clock.now()), known)
    with ctx.read() as conn:
        manifest = stating.manifest_of(keeping.raw_of(conn), copied, asked, signing)
    data = papers.sealed(manifest, signing, ctx.store.key)
    vault.keep(manifest, data)
    keeping.set_state(ctx, stating.further(known, manifest, data))
    return manifest


def _known(ctx: Context, vault: Vault) -> State:
    """How far the backups are; after a restore the vault is further than the store says."""
    return stating.beside(keeping.state(ctx), vault, ctx.store.pc.id)


def _note_trouble(ctx: Context, error: StoreError | None) -> None:
    """Keep what went wrong, so that the light tells it; a disk that is full may refuse that."""
    words_ = str(error) if error else ""
    at = to_millis(ctx.clock.now()) if error else 0
    with suppress(StoreError):
        known = keeping.state(ctx)
        if known.trouble != words_:
            keeping.set_state(ctx, msgspec.structs.replace(known, trouble=words_, trouble_at=at))
