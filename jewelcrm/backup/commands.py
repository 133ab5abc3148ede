"""What a person, or the schedule in a person's name, does with backups."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from db.backup.stopping import Cancelled, never
from jewelcrm.access.doors import command
from jewelcrm.backup import drilling, making, pruning, restoring, targets, verifying
from jewelcrm.backup.model import (
    Drilled,
    Made,
    Opener,
    Progress,
    Pruned,
    Restored,
    Target,
    Verified,
    Why,
    silent,
)
from jewelcrm.context import Clock, Context


@command("backup.make")
def back_up(
    ctx: Context, why: Why = "now", *, progress: Progress = silent, cancelled: Cancelled = never
) -> Made:
    """A new point on this PC's disk, checked, then carried to every target in reach.

    Raises:
        DiskFull, ReadOnly, Damaged: it was not made; nothing half-made is ever listed.
        Stopped: somebody said so; one that was made by then is listed as not checked.
    """
    return making.back_up(ctx, why, progress=progress, cancelled=cancelled)


@command("backup.make")
def verify(
    ctx: Context,
    point_id: str,
    *,
    deep: bool = False,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> Verified:
    """Read a point again; `deep` reassembles it and looks at every page and reference.

    Raises:
        CanFix: there is no such point. Stopped: somebody said so; nothing new is known of it.
    """
    return verifying.verify(ctx, point_id, deep=deep, progress=progress, cancelled=cancelled)


@command("backup.make")
def drill(ctx: Context, *, progress: Progress = silent, cancelled: Cancelled = never) -> Drilled:
    """Restore the newest point beside the store and open it as after a fire.

    Raises:
        CanFix: there is no point yet. Stopped: somebody said so; it counts as not tried.
    """
    return drilling.drill(ctx, progress=progress, cancelled=cancelled)


@command("backup.make")
def prune(ctx: Context, *, cancelled: Cancelled = never) -> Pruned:
    """Take away what the generations no longer need, in two steps, never the last three checked.

    Raises:
        Stopped: somebody said so; nothing that is needed is gone, the rest goes the next time.
    """
    return pruning.prune(ctx, cancelled=cancelled)


@command("backup.targets")
def set_targets(ctx: Context, wanted: Sequence[Target]) -> list[Target]:
    """Where copies go besides this PC's own disk; each is tried before it is kept.

    Raises:
        CanFix: a target is not there, cannot be written, or is this PC's own disk folder.
    """
    return targets.put(ctx, wanted)


def restore(
    source: Path,
    point_id: str,
    to: Path,
    opener: Opener,
    *,
    progress: Progress = silent,
    cancelled: Cancelled = never,
    clock: Clock | None = None,
) -> Restored:
    """Put a point back into the folder `to`, whose store must be closed.

    The present store is set aside whole first. The restored one begins a new epoch and gives no
    number until it has a letter of its own; who was erased is erased again before it opens.

    Raises:
        CanFix: not that branch's backup, wrong password or code, no such point.
        Damaged: the point is not as it was made; nothing was changed.
    """
    return restoring.restore(
        source, point_id, to, opener, progress=progress, cancelled=cancelled, clock=clock
    )
