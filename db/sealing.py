"""Sealing a secret to a public key (HPKE, RFC 9180), so that only the other half opens it.

Two kinds of keys, told apart by their length: X25519 (a PC's own sealing key) and X25519 with
ML-KEM-768 (keys whose boxes lie about for years, and must stay closed when somebody who copied them
has a quantum computer: head office's recovery key, and the locks of the key slots).
"""

from __future__ import annotations

from cryptography.exceptions import InvalidTag, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    MLKEM768X25519PublicKey,
    Suite,
)

_PLAIN = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_HYBRID = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_SEED, _LATTICE, _CURVE = 64, 1184, 32


class NotSealedForUs(ValueError):
    """The box does not open: another key, another purpose, or it was changed."""


def new_pair() -> tuple[bytes, bytes]:
    """A fresh X25519 pair: (private, public), 32 bytes each."""
    key = X25519PrivateKey.generate()
    return key.private_bytes_raw(), key.public_key().public_bytes_raw()


def public_of(private: bytes) -> bytes:
    """The public half of an X25519 private key."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def new_office_pair() -> tuple[bytes, bytes]:
    """A fresh recovery pair: hybrid, or X25519 where the system's OpenSSL knows no ML-KEM."""
    try:
        lattice = MLKEM768PrivateKey.generate()
    except UnsupportedAlgorithm:
        return new_pair()
    private, public = new_pair()
    seed, half = lattice.private_bytes_raw(), lattice.public_key().public_bytes_raw()
    return seed + private, half + public


def seal(public: bytes, secret: bytes, info: bytes) -> bytes:
    """The secret in a box that only the owner of `public` opens.

    Raises:
        ValueError: `public` is no key of ours.
    """
    if len(public) == _CURVE:
        return _PLAIN.encrypt(secret, X25519PublicKey.from_public_bytes(public), info)
    if len(public) != _LATTICE + _CURVE:
        raise ValueError("no sealing key of ours")
    half = MLKEM768PublicKey.from_public_bytes(public[:_LATTICE])
    curve = X25519PublicKey.from_public_bytes(public[_LATTICE:])
    return _HYBRID.encrypt(secret, MLKEM768X25519PublicKey(half, curve), info)


def unseal(private: bytes, box: bytes, info: bytes) -> bytes:
    """What is in the box.

    Raises:
        NotSealedForUs: it was sealed to another key or for another purpose, or was changed.
    """
    try:
        if len(private) == _CURVE:
            return _PLAIN.decrypt(box, X25519PrivateKey.from_private_bytes(private), info)
        lattice = MLKEM768PrivateKey.from_seed_bytes(private[:_SEED])
        curve = X25519PrivateKey.from_private_bytes(private[_SEED:])
        return _HYBRID.decrypt(box, MLKEM768X25519PrivateKey(lattice, curve), info)
    except (InvalidTag, ValueError) as error:
        raise NotSealedForUs("the box does not open with this key") from error
