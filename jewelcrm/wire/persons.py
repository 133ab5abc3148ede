"""How a person's part in a change or a question is proved, beyond which PC it comes from.

Each person has a key pair on each PC where they sign in; its private half opens with their password
alone. With it a *session* is signed at sign-in: who, which PC, since when, and the session's own
public key. That key stamps every act as it is kept, and every question in the person's name. A PC's
own key makes none of these (security.md 3.6).

    JCRM-Person: <base64url of the session's JSON>.<base64url of the stamp over JCRM-Sig>
"""

from __future__ import annotations

import base64
import hashlib
import hmac

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from msgspec import Struct

from jewelcrm.wire.kinds import Base64, Hex, Moment, Short

HEADER = "JCRM-Person"
SESSION_MS = 36 * 3_600_000
"""How long acts may be stamped in a session: a PIN opens it for 12 hours after the password."""
EARLY_MS = 5 * 60_000
_LONGEST = 4_000


class Session(Struct, omit_defaults=True):
    """A sign-in with the password, signed with the person's own key of that PC."""

    id: Hex
    person: Hex
    device: Hex
    begun: Moment
    key: Base64
    """The session's public key; signs its acts."""
    person_key: Base64
    """The public half of the key that `sig` is made with."""
    sig: Base64
    seal: Short = ""
    """Head office's word that this is the person's key on that PC, if it was given."""


class Vouched(Struct):
    """Head office's word that a key is a person's on this PC; it believes it in any life."""

    person: Hex
    key: Base64
    seal: Short


class BadSession(ValueError):
    """The header is not in form, or does not fit."""


def begin(
    person_key: Ed25519PrivateKey, key: Ed25519PrivateKey, *, session: bytes, person: bytes,
    device: bytes, begun: int,
) -> Session:  # fmt: skip
    """A session's statement; `key` is the session's own."""
    public = text_of(key.public_key().public_bytes_raw())
    vouching = text_of(person_key.public_key().public_bytes_raw())
    said = Session(session.hex(), person.hex(), device.hex(), begun, public, vouching, "")
    said.sig = text_of(person_key.sign(_statement(said)))
    return said


def is_signed(said: Session) -> bool:
    """True when the statement is by the person's key that it names."""
    return _fits(bytes_of(said.person_key), bytes_of(said.sig), _statement(said))


def stamp(key: Ed25519PrivateKey, session: bytes, tx: bytes, hlc: int, at: int) -> bytes:
    """The session's stamp on an act: a transaction, its clock and its moment."""
    return key.sign(_act(session, tx, hlc, at))


def is_stamped(
    public: bytes, sig: bytes, *, session: bytes, tx: bytes, hlc: int, at: int
) -> bool:  # fmt: skip
    """True when the act was made in the session."""
    return _fits(public, sig, _act(session, tx, hlc, at))


def part_of(tx: bytes, first: int) -> bytes:
    """What a part of a transaction is called at head office; `first` is its first change's number.

    What is too large to go at once goes in parts (`jewelcrm.sync.outbox`).
    """
    told = tx + first.to_bytes(8, "big")
    return hashlib.blake2s(told, digest_size=16, person=b"jcrmrest").digest()


def header(said: Session, key: Ed25519PrivateKey, signature: str) -> str:
    """The header's value for a request that the PC has signed with `signature`."""
    sig = key.sign(_question(said.id, signature))
    return f"{_packed(msgspec.json.encode(said))}.{_packed(sig)}"


def read(value: str | None, signature: str | None) -> Session:
    """The session in whose name a request is made; whether it is a session is for others to say.

    Raises:
        BadSession: there is no header, it is not in form, or the stamp is not the session's.
    """
    try:
        if not value or not signature or len(value) > _LONGEST:
            raise BadSession("nobody is named")
        text, sig = (base64.urlsafe_b64decode(part) for part in value.split("."))
        said = msgspec.json.decode(text, type=Session)
        public = bytes_of(said.key)
    except ValueError as error:  # msgspec's and base64's are such
        raise BadSession("not in form") from error
    if not _fits(public, sig, _question(said.id, signature)):
        raise BadSession("the stamp does not fit")
    return said


def seal(secret: bytes, *, person: str, device: str, key: str) -> str:
    """Head office's word for a person's key on a PC."""
    text = f"jcrm person v1 {person} {device} {key}".encode()
    return hmac.new(secret, text, hashlib.sha256).hexdigest()


def is_sealed(secret: bytes, said: Session) -> bool:
    """True when head office has given its word for the key that vouches for the session."""
    right = seal(secret, person=said.person, device=said.device, key=said.person_key)
    return hmac.compare_digest(said.seal.encode(), right.encode())


def text_of(data: bytes) -> str:
    """Bytes as they travel."""
    return base64.b64encode(data).decode()


def bytes_of(text: str) -> bytes:
    """What travelled; nothing when it is not in form.

    Nothing fits where nothing is: no signature is of no length.
    """
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        return b""


def _statement(said: Session) -> bytes:
    told = (said.id, said.person, said.device, str(said.begun), said.key, said.person_key)
    return ("jcrm session 1\n" + "\n".join(told)).encode()


def _act(session: bytes, tx: bytes, hlc: int, at: int) -> bytes:
    return b"jcrm act 1\n" + session + tx + hlc.to_bytes(8, "big") + at.to_bytes(8, "big")


def _question(session: str, signature: str) -> bytes:
    return f"jcrm ask 1\n{session}\n{signature}".encode()


def _fits(public: bytes, sig: bytes, text: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(sig, text)
    except (InvalidSignature, ValueError):
        return False
    return True


def _packed(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode()
