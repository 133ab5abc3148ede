"""When a PC is taken off, its backups go too: the manifests first, which hold what opens them."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from db.shop import putting
from jewelcrm.backup import places

PATTERNS = (f"{putting.ASIDE}*", f"{putting.FRESH}*")


def papers(folder: Path) -> list[Path]:
    """What holds a key behind a lock: it goes before anything else."""
    aside = [path for pattern in PATTERNS for path in folder.glob(f"{pattern}/keyslots*")]
    return [*sorted(places.local(folder).glob("points/*")), *aside]


def wipe(folder: Path) -> None:
    """Remove this PC's own backups and the stores that restores have set aside."""
    for path in papers(folder):
        with suppress(OSError):
            path.unlink(missing_ok=True)
    for pattern in (places.FOLDER, *PATTERNS):
        for path in folder.glob(pattern):
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink()
