"""How the backups stand: the light, the points, the targets."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from db.backup import manifest as papers
from db.backup.manifest import Signed
from db.backup.vault import Vault
from db.shop.reserve import SHORT
from db.types import from_millis
from jewelcrm.backup import keeping, opening, places, rules, words
from jewelcrm.backup import targets as targets_
from jewelcrm.backup.model import BackupStatus, Point, Target
from jewelcrm.context import Context
from jewelcrm.errors import CanFix


def status(ctx: Context) -> BackupStatus:
    """The light and what it rests on."""
    known, now = keeping.state(ctx), ctx.clock.now()
    here, changed = _here(ctx), _changed(ctx)
    verified = _newest(_checked(here))
    drilled = _newest([point.drilled_at for point in here if point.drilled_at])
    seen = tuple(targets_.look(target, known) for target in keeping.targets(ctx))
    facts = rules.Facts(
        now=now,
        since=ctx_since(ctx),
        verified=verified,
        drilled=drilled,
        trouble=known.trouble or changed or known.office,
        lost=bool(known.last) and all(point.id != known.last for point in here),
        behind=tuple(look.words for look in seen if look.state != "ready"),
    )
    no_room = ctx.store.reserve.is_short
    light, said = rules.light(facts)
    return BackupStatus(
        light="red" if no_room else light,
        words=SHORT if no_room else said,
        last_made_at=from_millis(known.last_made) if known.last_made else None,
        last_verified_at=verified,
        last_drill_at=drilled,
        last_drill_seconds=known.drill_seconds or None,
        overdue=rules.overdue(now, verified or facts.since),
        next_due_at=rules.next_due(now, _newest([point.made_at for point in here])),
        targets=seen,
        trouble=known.trouble or changed or known.office,
        no_room=no_room,
    )


def newest_checked(ctx: Context) -> dt.datetime | None:
    """When the newest checked point on this PC's own disk was made."""
    return _newest(_checked(_here(ctx)))


def points(ctx: Context) -> list[Point]:
    """Every point on every target in reach, newest first; one at each target."""
    found: list[Point] = []
    for target, folder in targets_.vaults(ctx):
        with keeping.vault(ctx, folder) as vault:
            found += places.points_of(vault, target)
    return sorted(found, key=lambda point: (point.made_at, point.seq), reverse=True)


def targets(ctx: Context) -> list[Target]:
    """Where copies go besides this PC's own disk."""
    return keeping.targets(ctx)


def points_in(folder: Path) -> list[Point]:
    """The points in a folder, before anybody has signed in."""
    vaults = places.vaults_in(folder)
    if not vaults:
        raise CanFix("There is no backup in {path}. Choose another folder.", path=folder)
    found = [point for vault in vaults for point in places.points_of(vault, "")]
    return sorted(found, key=lambda point: (point.made_at, point.seq), reverse=True)


def ctx_since(ctx: Context) -> dt.datetime:
    """Since when there could have been a backup: the store's making."""
    with ctx.read() as conn:
        return from_millis(int(conn.exec_driver_sql("SELECT created_at FROM pc").scalar_one()))


def _here(ctx: Context) -> list[Point]:
    with keeping.vault(ctx, places.local(ctx.store.folder)) as vault:
        return places.points_of(vault, places.LOCAL)


def _changed(ctx: Context) -> str:
    """A sentence when somebody changed one of the small files beside the packs."""
    with keeping.vault(ctx, places.local(ctx.store.folder)) as vault:
        found = vault.faults() or _strange(ctx, vault)
    return words.CHANGED.format(name=found[0]) if found else ""


def _strange(ctx: Context, vault: Vault) -> list[str]:
    """Points whose seal no key of this store has made."""
    signed = {point: vault.manifest(point)[1] for point in vault.ids()}
    known = {p for p, one in signed.items() if papers.fits(one, ctx.store.key)}
    late = (p for p in signed if p not in known)
    return [f"{p}.json" for p in late if not _ours(ctx, signed[p])]


def _ours(ctx: Context, signed: Signed) -> bool:
    return opening.among(signed, ctx.store.folder, ctx.store.key) is not None


def _checked(points: list[Point]) -> list[dt.datetime]:
    return [point.made_at for point in points if point.state == "checked"]


def _newest(moments: list[dt.datetime]) -> dt.datetime | None:
    return max(moments, default=None)
