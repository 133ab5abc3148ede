"""Second targets: a folder, a stick known by its label, a share, head office."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from db.backup.vault import Vault
from db.shop import keys
from db.types import from_millis
from jewelcrm.backup import keeping, places
from jewelcrm.backup.keeping import State
from jewelcrm.backup.model import Target, TargetLook, TargetState
from jewelcrm.context import Context
from jewelcrm.errors import CanFix


def put(ctx: Context, wanted: Sequence[Target]) -> list[Target]:
    """Keep where copies go."""
    for target in wanted:
        if target.kind != "head_office" and not Path(target.place).is_dir():
            raise CanFix("There is no folder {path}.", field="place", path=target.place)
    return keeping.set_targets(ctx, wanted)


def look(ctx: Context, target: Target, known: State) -> TargetLook:
    """How a target stands."""
    at = known.carried.get(target.id, 0)
    last = from_millis(at) if at else None
    place = folder_of(ctx, target)
    if place is None:
        return TargetLook(target, "away", last, last, None, "It is not there. Plug it in.")
    free = shutil.disk_usage(place.parent.parent).free
    state: TargetState = "ready" if at >= known.last_made else "behind"
    words = "" if state == "ready" else "The newest backup is not on it yet."
    return TargetLook(target, state, last, last, free, words)


def vaults(ctx: Context) -> Iterator[tuple[str, Path]]:
    """Every vault of this store that is in reach: its target's id, its folder."""
    yield places.LOCAL, places.local(ctx.store.folder)
    for target in keeping.targets(ctx):
        folder = folder_of(ctx, target)
        if folder is not None and Vault(folder).about() is not None:
            yield target.id, folder


def folder_of(ctx: Context, target: Target) -> Path | None:
    """This store's vault in a target; None when the target is away."""
    base = Path(target.place)
    if target.kind == "head_office" or not base.is_dir():
        return None
    return base / places.ABROAD / keys.load(ctx.store.folder).store
