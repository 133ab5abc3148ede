"""A person's own key on this PC, made known to head office together with the password."""

from __future__ import annotations

import datetime as dt

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from db.shop import keys
from db.shop.sessions import PersonKey
from db.store import Store
from db.types import Id
from jewelcrm.access import sessions
from jewelcrm.wire.persons import text_of


def new_key() -> bytes:
    """A fresh key, its private half."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_of(key: bytes) -> str:
    """The public half, as it travels."""
    private = Ed25519PrivateKey.from_private_bytes(key)
    return text_of(private.public_key().public_bytes_raw())


def keep(store: Store, staff_id: Id, key: bytes, seal: str, *, now: dt.datetime) -> None:
    """Keep the key behind the lock of the person's slot, which has just been made."""
    lock = keys.lock_of(keys.load(store.folder), staff_id)
    with store.apply(now=now) as work:
        sessions.keep(work.raw, staff_id, PersonKey(key, seal), lock=lock)
