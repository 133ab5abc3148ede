"""What a backup says of itself, signed by the PC that made it and bound to the store's key.

The signature can be checked by anybody who knows the PC's public key. The seal needs the database
key: whoever opens a backup checks that the one who wrote the manifest could open it too. Both cover
the list of chunks, so that no chunk of another day can be slipped in: its pages would open.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Sequence

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from db.decoding import decode

VERSION = 1
HASH, KEY = 32, 16
_ID = re.compile(r"[0-9]{8}-[0-9]{6}-[0-9a-f]{6,8}(?:-[0-9A-Z]{1,4})?")
"""Second, count, the PC's letter; points of before had six random digits for the last two."""
_LAST = 253_402_300_799_999  # the end of the year 9999, in milliseconds
_MOST, _MOST_CHUNK = 1 << 44, 1 << 24
_MANIFEST, _MARK = b"jcrm backup manifest v1\n", b"jcrm backup mark v1\n"


class Forged(Exception):
    """It does not fit its signature or its seal, or is not in form."""


class Newer(Forged):
    """A newer release of the program wrote it; nothing is said against it."""


class _Version(msgspec.Struct):
    v: int = 0


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """One point in time of one store."""

    v: int = VERSION
    kind: str
    """shop | office"""
    id: str
    made: int
    """Milliseconds since 1970, by the clock of the PC that made it."""
    why: str
    app: str
    schema: int
    store: str
    """Id of the key slots: which store it is."""
    device: str
    branch: str
    branch_id: str
    letter: str
    epoch: int
    seq: int
    """Counts up with every point of this store."""
    prev: str
    """BLAKE2b-256 of the manifest before; empty for the first."""
    size: int
    chunk: int
    """Bytes of every chunk but the last."""
    lists: Sequence[str]
    """Chunks that hold the names of the file's chunks, in order."""
    counts: dict[str, int]
    sums: dict[str, str]
    slots: str
    """The key file as it was: the envelopes that open this backup."""
    erased: Sequence[Sequence[str]] = ()
    """Whoever was erased, by table and id, to be erased again after a restore."""
    facts: dict[str, str] = {}
    signer: str
    """Public half of the key that signed, hexadecimal."""


class Signed(msgspec.Struct, frozen=True):
    """A manifest as it lies in a target."""

    manifest: msgspec.Raw
    sig: str
    seal: str


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a point: when it was checked, drilled, found damaged, marked to go."""

    id: str
    of: str
    """BLAKE2b-256 of the manifest it is about."""
    by: str = ""
    """Public half of the key that signed, hexadecimal."""
    verified: int = 0
    drilled: int = 0
    seconds: float = 0.0
    going: int = 0
    trouble: str = ""


class SignedMark(msgspec.Struct, frozen=True):
    """A mark as it lies in a target."""

    mark: msgspec.Raw
    sig: str


def sealed(manifest: Manifest, signing: Ed25519PrivateKey, key: bytes) -> bytes:
    """The bytes to keep."""
    body = msgspec.json.encode(manifest)
    sig = signing.sign(_MANIFEST + body).hex()
    signed = Signed(msgspec.Raw(body), sig, seal_of(body, key))
    return msgspec.json.encode(signed)


def opened(data: bytes) -> tuple[Manifest, Signed]:
    """The manifest in some bytes, its signature checked against the key that it names.

    Raises:
        Forged: it was changed.
    """
    try:
        signed = decode(data, Signed)
        if decode(signed.manifest, _Version).v > VERSION:
            raise Newer("of a newer release")
        manifest = decode(signed.manifest, Manifest)
        if manifest.v != VERSION or not _in_form(manifest):
            raise Forged("not in form")
        _check(manifest.signer, signed.sig, _MANIFEST + bytes(signed.manifest))
    except (msgspec.DecodeError, ValueError) as error:
        raise Forged("not in form") from error
    return manifest, signed


def _in_form(manifest: Manifest) -> bool:
    """True when nothing in it can lead astray: its id becomes a file's name, others a number."""
    hashes = (bytes.fromhex(piece) for piece in manifest.lists)
    return (
        _ID.fullmatch(manifest.id) is not None
        and 0 <= manifest.made <= _LAST
        and 0 <= manifest.size <= _MOST
        and 0 < manifest.chunk <= _MOST_CHUNK
        and all(len(one) == HASH for one in hashes)
        and len(bytes.fromhex(manifest.device)) == len(bytes.fromhex(manifest.branch_id)) == KEY
    )


def fits(signed: Signed, key: bytes) -> bool:
    """True when whoever wrote the manifest knew this database key."""
    return hmac.compare_digest(signed.seal, seal_of(bytes(signed.manifest), key))


def digest(signed: Signed) -> str:
    """What the next manifest says of this one."""
    return hashlib.blake2b(bytes(signed.manifest), digest_size=32).hexdigest()


def marked(mark: Mark, signing: Ed25519PrivateKey) -> bytes:
    """The bytes of a mark to keep."""
    by = signing.public_key().public_bytes_raw().hex()
    body = msgspec.json.encode(msgspec.structs.replace(mark, by=by))
    signed = SignedMark(msgspec.Raw(body), signing.sign(_MARK + body).hex())
    return msgspec.json.encode(signed)


def mark_in(data: bytes) -> Mark:
    """A mark, its signature checked against the key that it names.

    Raises:
        Forged: it was not.
    """
    try:
        signed = decode(data, SignedMark)
        mark = decode(signed.mark, Mark)
        _check(mark.by, signed.sig, _MARK + bytes(signed.mark))
    except (msgspec.DecodeError, ValueError) as error:
        raise Forged("not in form") from error
    return mark


def seal_of(body: bytes, key: bytes) -> str:
    """The seal over a manifest's bytes under the database key."""
    sealing = HKDF(SHA256(), 32, None, b"jcrm backup seal v1").derive(key)
    return hmac.new(sealing, body, hashlib.sha256).hexdigest()


def _check(signer: str, sig: str, text: bytes) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(signer)).verify(bytes.fromhex(sig), text)
    except InvalidSignature as error:
        raise Forged("the signature does not fit") from error
