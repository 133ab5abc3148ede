"""Trying the printed recovery code without knowing it: what it becomes lies behind the key.

The weekly restore drill must go the way of after a fire, through the recovery slot. Nobody types
the code for that, so what is derived from it lies in the key file, under the database key: whoever
can read it has the store already.
"""

from __future__ import annotations

import secrets
from dataclasses import replace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from db.shop import locks
from db.shop.slotfile import Slots, hkdf, to_bytes, to_text

_PLACE, _PURPOSE = "trial", "jcrm recovery trial v1"


def with_trial(slots: Slots, key: bytes, wrapping: bytes) -> Slots:
    """The slots with what opens the recovery slot, behind the database key."""
    nonce = secrets.token_bytes(locks.NONCE_BYTES)
    box = AESGCM(hkdf(key, b"", _PURPOSE)).encrypt(nonce, wrapping, slots.store.encode())
    kept = {"nonce": to_text(nonce), "box": to_text(box)}
    return replace(slots, extra={**slots.extra, _PLACE: kept})


def wrapping_of(slots: Slots, key: bytes) -> bytes | None:
    """What opens the recovery slot; None where it was never kept."""
    kept: dict[str, str] | None = slots.extra.get(_PLACE)
    if not kept:
        return None
    box = AESGCM(hkdf(key, b"", _PURPOSE))
    try:
        return box.decrypt(to_bytes(kept["nonce"]), to_bytes(kept["box"]), slots.store.encode())
    except InvalidTag:
        return None


def again(slots: Slots, old: bytes, new: bytes) -> Slots:
    """The slots under another database key: what was kept is kept behind that."""
    wrapping = wrapping_of(slots, old)
    return slots if wrapping is None else with_trial(slots, new, wrapping)
