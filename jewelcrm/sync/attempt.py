"""An enrolment that may be gone on with: who this PC said it is when it first showed the code.

Its keys come out of the code and a salt that lies in the folder until the PC has joined; neither
alone gives them. With the same code a second try is the same PC to head office: a wrong password or
a cut line costs no code, no letter, and leaves no PC there that does not exist.
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from db.decoding import decode
from db.files import write_private
from db.shop.officeslots import DeviceKeys
from db.types import Id, new_id
from jewelcrm.sync.greeting import Pair
from jewelcrm.wire import enrolment as wire

FILE_NAME = "joining"
SALT_BYTES = 32


class _Kept(msgspec.Struct):
    """What the file says."""

    code_id: str
    device: str
    salt: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """Who this PC is to head office, and its keys."""

    device: Id
    pair: Pair


def begin(folder: Path, code: str, device: Id | None = None) -> Attempt:
    """The attempt with this code, begun now or before; `device`: a store that is somebody already.

    Raises:
        DiskFull, ReadOnly: the folder cannot be written.
    """
    kept = _kept(folder)
    known = kept and bytes.fromhex(kept.device)
    if kept is None or kept.code_id != wire.code_id(code) or known != (device or known):
        salt = secrets.token_bytes(SALT_BYTES)
        kept = _Kept(wire.code_id(code), (device or new_id()).hex(), salt.hex())
        write_private(folder / FILE_NAME, msgspec.json.encode(kept))
    return Attempt(bytes.fromhex(kept.device), _pair(code, bytes.fromhex(kept.salt)))


def end(folder: Path) -> None:
    """This PC has joined: nothing of the attempt is kept."""
    (folder / FILE_NAME).unlink(missing_ok=True)


def _kept(folder: Path) -> _Kept | None:
    with suppress(OSError, msgspec.MsgspecError):
        return decode((folder / FILE_NAME).read_bytes(), _Kept)
    return None


def _pair(code: str, salt: bytes) -> Pair:
    sign = Ed25519PrivateKey.from_private_bytes(_key(code, salt, b"jcrm device signs v1"))
    seal = X25519PrivateKey.from_private_bytes(_key(code, salt, b"jcrm device seals v1"))
    private = DeviceKeys(sign.private_bytes_raw(), seal.private_bytes_raw())
    return Pair(private, sign.public_key().public_bytes_raw(), seal.public_key().public_bytes_raw())


def _key(code: str, salt: bytes, purpose: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt, purpose).derive(wire.plain_code(code).encode())
