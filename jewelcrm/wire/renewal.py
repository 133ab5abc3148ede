"""Head office's recovery key was changed: how a PC knows that the new one is head office's too.

A server that somebody broke into must not be able to hand out a recovery key of its own: every PC
would seal its database key to it. So the new key comes with a voucher that only whoever has the old
recovery key (or the PC's own sealing key) can make: a MAC under the secret that the two share
(X25519 of one's private and the other's public half).
"""

from __future__ import annotations

import hashlib
import hmac

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from db.types import Id

_CURVE = 32
_PURPOSE, _LABEL = b"jcrm recovery key changed v1", b"jcrm new recovery key v1\n"


def mark_of(public: bytes) -> str:
    """A recovery key's short name: it says which key a box is sealed to."""
    return hashlib.blake2b(public, digest_size=16, person=b"jcrm recovery").hexdigest()


def voucher(old_private: bytes, seal_public: bytes, device: Id, new_public: bytes) -> str:
    """Head office's word to one PC, made with the old recovery key."""
    return _voucher(old_private[-_CURVE:], seal_public, device, new_public)


def is_vouched(
    seal_private: bytes, old_public: bytes, device: Id, new_public: bytes, word: str
) -> bool:
    """True when whoever had the old recovery key says that the new one follows it."""
    try:
        wanted = _voucher(seal_private, old_public[-_CURVE:], device, new_public)
    except ValueError:
        return False
    return hmac.compare_digest(word, wanted)


def _voucher(private: bytes, public: bytes, device: Id, new_public: bytes) -> str:
    mine, theirs = X25519PrivateKey.from_private_bytes(private), X25519PublicKey
    shared = mine.exchange(theirs.from_public_bytes(public))
    key = HKDF(SHA256(), 32, None, _PURPOSE + device).derive(shared)
    return hmac.new(key, _LABEL + new_public, hashlib.sha256).hexdigest()
