"""Counting wrong passwords and PINs, so that pulling the plug does not reset the count.

The count is on disk before the password is looked at. After five wrong tries there is a wait that
doubles up to fifteen minutes; no longer, so that a prankster cannot shut the shop.
"""

from __future__ import annotations

import json
from pathlib import Path

from db.errors import LockedOut
from db.files import write_private
from db.shop.reserve import Reserve

FREE_TRIES = 5
FIRST_WAIT = 30
LONGEST_WAIT = 15 * 60
FILE_NAME = "attempts.json"


def begin(folder: Path, who: str, now: float) -> int:
    """Count a try of `who` before it is checked; returns how many came before it.

    Raises:
        LockedOut: the wait is not over (`now` in seconds since 1970).
    """
    counts = _load(folder)
    tries, until = counts.get(who, (0, 0.0))
    wait = min(until - now, LONGEST_WAIT)  # a clock set back never makes the wait longer
    if wait > 0:
        raise LockedOut(int(wait) + 1)
    counts[who] = (tries + 1, now + wait_after(tries + 1))
    _save(folder, counts)
    return tries


def clear(folder: Path, who: str) -> None:
    """Forget the wrong tries of `who` after a right one."""
    counts = _load(folder)
    if counts.pop(who, None) is not None:
        _save(folder, counts)


def wait_after(tries: int) -> int:
    """Seconds to wait after so many wrong tries."""
    if tries < FREE_TRIES:
        return 0
    doubled: int = FIRST_WAIT << min(tries - FREE_TRIES, 10)
    return min(doubled, LONGEST_WAIT)


def _load(folder: Path) -> dict[str, tuple[int, float]]:
    try:
        kept = json.loads((folder / FILE_NAME).read_bytes())
        return {str(who): (int(n), float(until)) for who, (n, until) in kept.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _save(folder: Path, counts: dict[str, tuple[int, float]]) -> None:
    Reserve(folder).give()
    write_private(folder / FILE_NAME, json.dumps(counts).encode())
