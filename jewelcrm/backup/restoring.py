"""Putting a point back."""

from __future__ import annotations

from pathlib import Path

from jewelcrm.backup.model import Cancelled, Opener, Progress, Restored
from jewelcrm.errors import Unavailable


def restore(
    source: Path,
    point_id: str,
    to: Path,
    opener: Opener,
    *,
    progress: Progress,
    cancelled: Cancelled,
) -> Restored:
    """Put a point back into `to`."""
    del source, point_id, to, opener, progress, cancelled
    raise Unavailable("Restoring is not there yet.")
