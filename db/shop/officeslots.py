"""The key slots that head office has a part in, and what must be known before the store is open.

    office slot   the database key sealed to head office's recovery key; opened there, by two people
    net slot      a lock under HKDF(keyring half + head office's half): the first sign-in of a
                  person on this PC, after head office has checked the password

Without a keyring there is no net slot: head office's half alone would open the store.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, field, replace

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlcipher3 import dbapi2 as cipher

from db.errors import KeyringMissing
from db.shop import locks, syncoffice
from db.shop.keys import Slot, Slots
from db.shop.mark import IN_RING
from db.shop.osring import OsRing
from db.shop.slotfile import to_bytes, to_text
from db.types import Id

OFFICE, NET = "office", "net"
_SIGN, _SEAL = ".sign", ".seal"
_PLACE = "office"


@dataclass(frozen=True, slots=True)
class Place:
    """How head office is reached by a PC whose store is closed; none of it is secret."""

    url: str
    ca: str
    device: Id


@dataclass(frozen=True, slots=True)
class DeviceKeys:
    """This PC's own private keys."""

    sign: bytes = field(repr=False)
    seal: bytes = field(repr=False)


def with_office(slots: Slots, sealed: bytes) -> Slots:
    """The slots with the database key as it was sealed for head office."""
    return _with(slots, Slot(OFFICE, OFFICE, "", "", "", to_text(sealed)))


def with_net(slots: Slots, key: bytes, half: bytes, share: bytes) -> Slots:
    """The slots with one that both halves together open; as they are without a keyring."""
    if not half or not share:
        return slots
    salt = secrets.token_bytes(16)
    base = Slot(NET, NET, "", to_text(salt), "", "", None, True)
    return _with(slots, locks.shut(base, _net_key(half, share, salt), key, net_label(slots)))


def open_net(slots: Slots, half: bytes, share: bytes) -> bytes | None:
    """The database key, when both halves are right."""
    slot = next((s for s in slots.slots if s.kind == NET), None)
    if slot is None or not half:
        return None
    return locks.opened(slot, _net_key(half, share, to_bytes(slot.salt)), net_label(slots))


def has_net(slots: Slots) -> bool:
    """Whether somebody new can come in while the store is closed."""
    return any(slot.kind == NET for slot in slots.slots)


def with_place(slots: Slots, place: Place) -> Slots:
    """The slots with where head office is."""
    kept = {"url": place.url, "ca": place.ca, "device": place.device.hex()}
    return replace(slots, extra={**slots.extra, _PLACE: kept})


def place_of(slots: Slots) -> Place | None:
    """Where head office is; None on a stand-alone PC."""
    kept = slots.extra.get(_PLACE)
    return Place(kept["url"], kept["ca"], bytes.fromhex(kept["device"])) if kept else None


def without_people(slots: Slots, gone: Collection[Id]) -> Slots:
    """The slots without those of people who left."""
    ids = {staff_id.hex() for staff_id in gone}
    kept = tuple(s for s in slots.slots if s.kind != "staff" or s.id not in ids)
    return replace(slots, slots=kept)


def keep_keys(ring: OsRing | None, store: str, keys: DeviceKeys) -> None:
    """Leave this PC's keys with the operating system, so that they are there before the store."""
    if ring is not None:
        ring.put(store + _SIGN, keys.sign)
        ring.put(store + _SEAL, keys.seal)


def kept_keys(ring: OsRing | None, store: str) -> DeviceKeys | None:
    """This PC's keys as far as the operating system has them."""
    sign, seal = (ring.get(store + mark) if ring else None for mark in (_SIGN, _SEAL))
    return DeviceKeys(sign, seal) if sign and seal else None


def keep_again(ring: OsRing | None, store: str, raw: cipher.Connection) -> None:
    """After the keyring was lost: this PC's keys are left with it anew, out of the open store."""
    where = syncoffice.address(raw)
    if where is not None:
        keep_keys(ring, store, DeviceKeys(where.sign_key, where.seal_key))


def drop_keys(ring: OsRing | None, store: str) -> None:
    """Forget the keyring half first, then this PC's keys."""
    for part in ("", _SIGN, _SEAL, IN_RING):
        if ring is not None:
            with suppress(KeyringMissing):
                ring.drop(store + part)


def _with(slots: Slots, slot: Slot) -> Slots:
    kept = tuple(s for s in slots.slots if s.kind != slot.kind)
    return replace(slots, slots=(*kept, slot))


def _net_key(half: bytes, share: bytes, salt: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt, b"jcrm net slot v1").derive(half + share)


def net_label(slots: Slots) -> bytes:
    """What the net slot is bound to."""
    return f"{slots.store} {NET}".encode()
