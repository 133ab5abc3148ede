"""The key slots under another database key: what `rotating` writes between two files.

Everybody's lock stays, so that passwords and the printed code are as before. The key before is kept
behind the new one: backups made under it can still be read on this PC.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from db.shop import locks, officeslots, trial
from db.shop.keys import label
from db.shop.slotfile import Slot, Slots, hkdf, to_bytes, to_text

_PLACE = "former"
_PURPOSE = "jcrm former keys v1"


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """The slots under the new key, and the ids of people whose slot has no lock yet."""

    slots: Slots
    left_out: tuple[bytes, ...]


def rekeyed(slots: Slots, old: bytes, new: bytes, for_office: bytes | None) -> Rekeyed:
    """Every slot with a lock under the new key; `for_office`: it sealed to the recovery key.

    A slot of before there were locks holds the old key itself and is left out: who has one gets a
    new password from the administrator (a recovery slot: a new code).
    """
    kept = tuple(made for one in slots.slots if (made := _again(slots, one, new)) is not None)
    gone = tuple(
        bytes.fromhex(one.id) for one in slots.slots if one.kind == "staff" and not one.lock
    )
    before = [_behind(new, key) for key in [*former(slots, old), old]]
    tried = trial.again(slots, old, new)
    fresh = replace(tried, slots=kept, extra={**tried.extra, _PLACE: before})
    return Rekeyed(officeslots.with_office(fresh, for_office) if for_office else fresh, gone)


def former(slots: Slots, key: bytes) -> list[bytes]:
    """The database keys that this store had before, oldest first."""
    box = AESGCM(hkdf(key, b"", _PURPOSE))
    kept: list[dict[str, str]] = slots.extra.get(_PLACE, [])
    return [box.decrypt(to_bytes(one["nonce"]), to_bytes(one["box"]), None) for one in kept]


def _again(slots: Slots, slot: Slot, new: bytes) -> Slot | None:
    if not slot.lock:
        return None
    net = slot.kind == officeslots.NET
    return locks.resealed(slot, new, officeslots.net_label(slots) if net else label(slots, slot))


def _behind(new: bytes, old: bytes) -> dict[str, str]:
    nonce = secrets.token_bytes(locks.NONCE_BYTES)
    box = AESGCM(hkdf(new, b"", _PURPOSE)).encrypt(nonce, old, None)
    return {"nonce": to_text(nonce), "box": to_text(box)}
