"""A store of an earlier release, brought up to this one; a checked backup of it is made first."""

from __future__ import annotations

from pathlib import Path

from db import migrations
from db.backup.stopping import Cancelled, never
from jewelcrm.context import SystemClock


def bring_up_to_date(folder: Path, key: bytes, cancelled: Cancelled = never) -> Path | None:
    """Migrate the store when it is older; returns the plain copy, where no backup could be made.

    Raises:
        NewerStore: a newer program wrote it. StoreError: it is damaged or cannot be written.
        Stopped: somebody cancelled it before it was touched.
    """

    def keeps() -> bool:
        from jewelcrm.backup.updating import keep_a_point  # once in a store's release

        return keep_a_point(folder, key, SystemClock(), cancelled)

    return migrations.bring_up_to_date(folder, key, keeps=keeps)
