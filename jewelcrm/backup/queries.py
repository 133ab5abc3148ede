"""What the window, the doctor and `jewelcrm-admin` ask of backups."""

from __future__ import annotations

from pathlib import Path

from jewelcrm.access.doors import query
from jewelcrm.backup import looking
from jewelcrm.backup.model import BackupStatus, Point, Target
from jewelcrm.context import Context


@query("backup.view")
def status(ctx: Context) -> BackupStatus:
    """The light, what it rests on, and each target. Reads small files only; quick.

    Targets are looked at with a time limit: a dead network share does not hold the window.
    """
    return looking.status(ctx)


@query("backup.view")
def points(ctx: Context) -> list[Point]:
    """Every moment this store can be put back to, newest first, on every target in reach."""
    return looking.points(ctx)


@query("backup.view")
def targets(ctx: Context) -> list[Target]:
    """Where copies go besides this PC's own disk."""
    return looking.targets(ctx)


def points_in(folder: Path) -> list[Point]:
    """The points in a folder or on a stick, newest first, before anybody has signed in.

    A point whose manifest does not fit its signature is listed as `damaged` and never restored.

    Raises:
        CanFix: there is no backup in the folder.
    """
    return looking.points_in(folder)
