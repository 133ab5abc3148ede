"""Where this PC's backups lie, and how a point on disk becomes one that a person reads of."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from db.backup.manifest import Forged, Manifest, Mark, Newer
from db.backup.vault import About, Vault
from db.shop import keys
from db.types import from_millis
from jewelcrm.backup import words
from jewelcrm.backup.model import Point, PointState, Way
from jewelcrm.context import Context

REQUEST = "recovery-request.json"
"""What this PC remembers while it waits for head office's answer (jewelcrm.sync.asking)."""
FOLDER = "backups"
"""The vault on this PC's own disk, beside the store."""
ABROAD = "JewelCRM-backups"
"""The folder in a second target, in which every store has a vault of its own."""
OFFICE, SHOP = "office", "shop"
LOCAL = "local"
_WAYS: tuple[Way, ...] = ("staff", "recovery", "office")


def local(folder: Path) -> Path:
    """The vault on this PC's own disk."""
    return folder / FOLDER


def about(ctx: Context) -> About:
    """Whose backups these are."""
    pc = ctx.store.pc
    return About(keys.load(ctx.store.folder).store, pc.branch_code, pc.branch_id.hex())


def vaults_in(folder: Path) -> list[Vault]:
    """Every vault in a folder: itself, a shop's `backups`, or those on a stick."""
    tried = [folder, folder / FOLDER, *sorted((folder / ABROAD).glob("*")), *_children(folder)]
    seen: dict[Path, Vault] = {}
    for place in tried:
        vault = Vault(place)
        if place not in seen and vault.about() is not None:
            seen[place] = vault
    return list(seen.values())


def points_of(vault: Vault, target: str) -> list[Point]:
    """Every point in a vault, newest first; a forged one is listed as damaged."""
    found = [point_of(vault, name, target) for name in vault.ids()]
    return sorted(found, key=lambda point: (point.made_at, point.seq), reverse=True)


def point_of(vault: Vault, name: str, target: str) -> Point:
    """One point as a person reads of it."""
    try:
        manifest, _ = vault.manifest(name)
    except Newer:
        return _forged(name, target, words.NEWER)
    except Forged:
        return _forged(name, target, words.FORGED)
    mark = vault.mark(name)
    return in_words(manifest, mark, target)


def in_words(manifest: Manifest, mark: Mark | None, target: str) -> Point:
    """A manifest and its mark as a point."""
    return Point(
        id=manifest.id,
        made_at=from_millis(manifest.made),
        why=manifest.why,  # type: ignore[arg-type]  # signed by ourselves
        customers=manifest.counts.get("customer", 0),
        orders=manifest.counts.get("sales_order", 0),
        verified_at=_moment(mark.verified if mark else 0),
        drilled_at=_moment(mark.drilled if mark else 0),
        size=manifest.size,
        added=int(manifest.facts.get("added", "0")),
        target=target,
        branch=manifest.branch,
        branch_id=bytes.fromhex(manifest.branch_id),
        device=bytes.fromhex(manifest.device),
        letter=manifest.letter,
        epoch=manifest.epoch,
        seq=manifest.seq,
        schema=manifest.schema,
        state=_state(mark),
        ways=ways(manifest.slots),
        trouble=mark.trouble if mark else "",
    )


def ways(slots: str) -> tuple[Way, ...]:
    """How a backup with these key slots can be opened."""
    try:
        kinds = {slot["kind"] for slot in json.loads(slots)["body"]["slots"]}
    except (ValueError, KeyError, TypeError):
        return ()
    return tuple(way for way in _WAYS if way in kinds)


def _state(mark: Mark | None) -> PointState:
    if mark is None:
        return "made"
    if mark.trouble:
        return "damaged"
    if mark.going:
        return "going"
    return "checked" if mark.verified else "made"


def _forged(name: str, target: str, trouble: str) -> Point:
    return Point(
        id=name,
        made_at=dt.datetime.fromtimestamp(0, dt.UTC),
        why="now",
        customers=0,
        orders=0,
        verified_at=None,
        drilled_at=None,
        size=0,
        added=0,
        target=target,
        branch="",
        branch_id=b"",
        device=b"",
        letter="",
        epoch=0,
        seq=0,
        schema=0,
        state="damaged",
        ways=(),
        trouble=trouble,
    )


def _children(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.is_dir())
    except OSError:
        return []


def _moment(millis: int) -> dt.datetime | None:
    return from_millis(millis) if millis else None
