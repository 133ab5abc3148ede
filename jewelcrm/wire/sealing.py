"""What is sealed between a PC and head office, and what each box is bound to (`db.sealing`)."""

from __future__ import annotations

from db.sealing import NotSealedForUs, new_office_pair, new_pair, public_of, seal, unseal

__all__ = [
    "DATABASE_KEY",
    "NotSealedForUs",
    "new_office_pair",
    "new_pair",
    "public_of",
    "purpose",
    "seal",
    "unseal",
]

DATABASE_KEY = "jcrm database key v1"
"""What a PC's database key is sealed for; the PC's id is bound in with it (`purpose`)."""


def purpose(what: str, device: bytes) -> bytes:
    """What a box is bound to, so that one PC's cannot be passed off as another's."""
    return f"{what} {device.hex()}".encode()
