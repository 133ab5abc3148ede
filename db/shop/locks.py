"""The lock of a key slot: a pair of keys between a secret and the database key.

The secret (a password with the keyring's half, the printed code) opens the private half, and that
opens the database key. So the database key can be changed without anybody's password: the new one
is sealed to the public half, which lies open in the key file.
"""

from __future__ import annotations

import secrets
from dataclasses import replace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from db.shop.slotfile import Slot, to_bytes, to_text

NONCE_BYTES = 12


def shut(slot: Slot, wrapping: bytes, key: bytes, label: bytes) -> Slot:
    """The slot with a new lock that `wrapping` opens, and the database key behind it."""
    from db.sealing import new_office_pair  # not before it is needed: the first sign-in is quick

    private, public = new_office_pair()
    nonce = secrets.token_bytes(NONCE_BYTES)
    box = AESGCM(wrapping).encrypt(nonce, private, _bound(label, public))
    locked = replace(slot, nonce=to_text(nonce), box=to_text(box), lock=to_text(public))
    return resealed(locked, key, label)


def resealed(slot: Slot, key: bytes, label: bytes) -> Slot:
    """The slot with another database key behind the same lock; needs no secret."""
    from db.sealing import seal

    return replace(slot, sealed=to_text(seal(to_bytes(slot.lock), key, label)))


def opened(slot: Slot, wrapping: bytes, label: bytes) -> bytes | None:
    """The database key; None when `wrapping` is wrong or the slot was changed."""
    inside = private_half(slot, wrapping, label)
    return inside if inside is None or not slot.lock else behind(slot, inside, label)


def private_half(slot: Slot, wrapping: bytes, label: bytes) -> bytes | None:
    """What the secret itself opens: the lock's private half, in an old slot the database key."""
    public = to_bytes(slot.lock)
    try:
        return AESGCM(wrapping).decrypt(
            to_bytes(slot.nonce), to_bytes(slot.box), _bound(label, public)
        )
    except InvalidTag:
        return None


def behind(slot: Slot, private: bytes, label: bytes) -> bytes | None:
    """The database key behind the lock, by its private half."""
    from db.sealing import NotSealedForUs, unseal

    try:
        return unseal(private, to_bytes(slot.sealed), label)
    except NotSealedForUs:
        return None


def _bound(label: bytes, public: bytes) -> bytes:
    """What the box is bound to; a slot of before there were locks, to its label alone."""
    return label + b" lock " + public if public else label
