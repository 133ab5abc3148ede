"""Head office's own word on what it gave a PC, which it believes again after it was put back.

What a PC says of itself is no proof. So with what matters comes a seal under head office's key,
which is in every backup: that this PC, with this key, was taken into this branch and has this
letter; and that a push was answered. Nobody else can make one.
"""

from __future__ import annotations

import hashlib
import hmac

from db.office import tables
from db.office.work import OfficeWork
from db.types import Id
from jewelcrm.office.visiting.keys import secret


def membership(work: OfficeWork, device: Id, letter: str) -> str:
    """The word that a PC we know has this letter."""
    found = work.port.pick(tables.device, ("branch_id", "sign_key"), [(device,)])
    if not found:
        return ""
    branch, key = found[0]
    return _seal(work, *_member(device, branch, key, letter))


def is_member(
    work: OfficeWork, word: str, device: Id, *, branch: Id, key: bytes, letter: str
) -> bool:
    """True when head office gave its word for just this."""
    return fits(word, _seal(work, *_member(device, branch, key, letter)))


def answer(work: OfficeWork, device: Id, epoch: int, n: int, life: str) -> str:
    """The word that a PC's transactions up to `n` were answered in a life of head office."""
    return _seal(work, "answered", device.hex(), str(epoch), str(n), life)


def fits(told: str, right: str) -> bool:
    """True when this is head office's word."""
    return hmac.compare_digest(told.encode(), right.encode())


def _member(device: Id, branch: Id, key: bytes, letter: str) -> tuple[str, ...]:
    return "member", device.hex(), branch.hex(), bytes(key).hex(), letter


def _seal(work: OfficeWork, *parts: str) -> str:
    text = "\0".join(("jcrm given v1", *parts)).encode()
    return hmac.new(secret(work), text, hashlib.sha256).hexdigest()
