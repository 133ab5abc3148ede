"""What the page asks of the shop, off the UI thread."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.background import Cancelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from jewelcrm.backup.model import (
        BackupStatus,
        Drilled,
        Made,
        Point,
        Target,
        Verified,
    )
    from jewelcrm.context import Context
    from jewelcrm.sync.reoffering import Offer
    from ui.background import Progress


@dataclass(frozen=True)
class Found:
    """How the backups stand."""

    status: BackupStatus
    points: Sequence[Point]
    targets: Sequence[Target]
    unsent: Offer | None = None
    """What the store before a restore had not sent; nothing for who may not decide it."""


@dataclass(frozen=True)
class Since:
    """What was done after a moment, and so would be gone."""

    changes: int
    customers: int
    orders: int
    unsent: int


def find(ctx: Context) -> Found:
    """The light, the moments, the places."""
    from jewelcrm.backup import queries

    status, points, targets = queries.status(ctx), queries.points(ctx), queries.targets(ctx)
    return Found(status, points, targets, _unsent(ctx))


def bring_back(ctx: Context) -> int:
    """What was not sent before a restore, on top of what others did."""
    from jewelcrm.sync import reoffering

    return reoffering.bring_back(ctx)


def let_go(ctx: Context) -> None:
    """It stays away."""
    from jewelcrm.sync import reoffering

    reoffering.let_go(ctx)


def _unsent(ctx: Context) -> Offer | None:
    from jewelcrm.sync import reoffering

    return reoffering.offer(ctx) if ctx.allows(reoffering.RIGHT) else None


def back_up(ctx: Context, progress: Progress) -> Made:
    """A new one, now. Stopped when it is there, it is there; the old go with the next."""
    from db.backup.stopping import Stopped
    from jewelcrm.backup import commands, model

    with _stoppable():
        made = commands.back_up(
            ctx, "now", progress=progress.step, cancelled=lambda: progress.cancelled
        )
    with suppress(Stopped):
        commands.prune(ctx, cancelled=lambda: progress.cancelled)
    assert isinstance(made, model.Made)
    return made


def verify(ctx: Context, point: Point, progress: Progress) -> Verified:
    """Read one again, every page of it."""
    from jewelcrm.backup import commands

    with _stoppable():
        return commands.verify(
            ctx, point.id, deep=True, progress=progress.step, cancelled=lambda: progress.cancelled
        )


def drill(ctx: Context, progress: Progress) -> Drilled:
    """Put the newest back for trial."""
    from jewelcrm.backup import commands

    with _stoppable():
        return commands.drill(ctx, progress=progress.step, cancelled=lambda: progress.cancelled)


def put_targets(ctx: Context, wanted: Sequence[Target]) -> list[Target]:
    """Where copies go from now on."""
    from jewelcrm.backup import commands

    return commands.set_targets(ctx, wanted)


def since(ctx: Context, moment: dt.datetime) -> Since:
    """What was done here after a moment."""
    from jewelcrm.backup.since import since as asked

    found = asked(ctx, moment)
    return Since(found.changes, found.customers, found.orders, found.unsent)


def source_of(ctx: Context, point: Point) -> Path:
    """The folder that a point lies in."""
    from jewelcrm.backup import places, targets

    here = places.local(ctx.store.folder)
    return dict(targets.vaults(ctx)).get(point.target, here)


@contextmanager
def _stoppable() -> Iterator[None]:
    """Work that was stopped says so in the window's words."""
    from db.backup.stopping import Stopped

    try:
        yield
    except Stopped as error:
        raise Cancelled from error
