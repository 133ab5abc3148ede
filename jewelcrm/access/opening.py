"""The first half of a sign-in: a password becomes the store's key.

Loads nothing but the key slots, so that the stretching of the password, a fifth of a second in
which Python has nothing to do, begins at once and the rest of the program loads meanwhile.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path

from db.shop import attempts, keys, osring, putting


@dataclass(frozen=True, slots=True)
class Unlocked:
    """A key that a password gave, with what is needed to wrap it anew."""

    opened: keys.Opened = field(repr=False)
    password: str = field(repr=False)
    ring: osring.OsRing | None


def unlock(
    folder: Path,
    login: str,
    password: str,
    *,
    now: float | None = None,
    ring: osring.OsRing | None = None,
) -> Unlocked:
    """The store's key for a person; an empty log-in is the founding administrator's.

    The try is on disk, at `now` (seconds since 1970), before the password is looked at.

    Raises:
        WrongKey, LockedOut, KeyringMissing, NoStore, Damaged: in words.
    """
    putting.finish(folder)
    slots = keys.load(folder)
    slot = keys.staff_slot(slots, login)
    tag = slot.who if slot else keys.who(slots, login)
    attempts.begin(folder, tag, time.time() if now is None else now)
    ring = ring or (osring.find() if slots.ring_name else None)
    opened = keys.open_with_password(folder, ring, login, password)
    attempts.clear(folder, tag)
    return Unlocked(opened, password, ring)
