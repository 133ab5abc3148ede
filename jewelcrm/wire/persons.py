"""How a person's part in a change or a question is proved, beyond which PC it comes from.

Each person has a key pair on each PC where they sign in; its private half opens with their password
alone. With it a *session* is signed at sign-in: who, which PC, since when, and the session's own
public key. That key stamps every act as it is kept, and every question in the person's name. While
the session goes on, it also stamps all of its acts in one push together, so that head office need
not check each. A PC's own key makes none of these (security.md 3.6).

    JCRM-Person: <base64url of the session's JSON>.<base64url of the stamp over JCRM-Sig>
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from msgspec import Struct

from db.decoding import decode
from jewelcrm import statements
from jewelcrm.wire.kinds import Base64, Hex, Moment, Short

if TYPE_CHECKING:
    from jewelcrm.wire.messages import Tx

HEADER = "JCRM-Person"
SESSION_MS = 36 * 3_600_000
"""How long acts may be stamped in a session: a PIN opens it for 12 hours after the password."""
EARLY_MS = 5 * 60_000
_LONGEST = 4_000

Act = tuple[bytes, int, int]
"""A transaction, its clock and its moment: what a stamp is on."""


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


def is_signed(said: Session) -> bool:
    """True when the statement is by the person's key that it names."""
    return _fits(bytes_of(said.person_key), bytes_of(said.sig), _statement(said))


def is_stamped(public: bytes, sig: bytes, *, session: bytes, tx: bytes, hlc: int, at: int) -> bool:
    """True when the act was made in the session."""
    return _fits(public, sig, statements.of_act(session, tx=tx, hlc=hlc, at=at))


def acts_of(session: str, txs: Iterable[Tx]) -> list[Act]:
    """Those of a push's transactions that say they were made in the session, in their order."""
    return [(bytes.fromhex(tx.act or tx.id), tx.hlc, tx.at) for tx in txs if tx.sess == session]


def is_stamped_together(public: bytes, sig: bytes, session: bytes, acts: Sequence[Act]) -> bool:
    """True when all of the acts were made in the session."""
    return _fits(public, sig, statements.of_acts(session, acts))


def stamp_together(private: bytes, session: bytes, acts: Sequence[Act]) -> bytes:
    """The session's stamp on several of its acts at once."""
    key = Ed25519PrivateKey.from_private_bytes(private)
    return key.sign(statements.of_acts(session, acts))


def part_of(tx: bytes, first: int) -> bytes:
    """What a part of a transaction is called at head office; `first` is its first change's number.

    What is too large to go at once goes in parts (`jewelcrm.sync.outbox`).
    """
    told = tx + first.to_bytes(8, "big")
    return hashlib.blake2s(told, digest_size=16, person=b"jcrmrest").digest()


def header(said: Session, stamp: bytes) -> str:
    """The header's value for a request, whose signature by the PC is stamped so."""
    return f"{_packed(msgspec.json.encode(said))}.{_packed(stamp)}"


def read(value: str | None, signature: str | None) -> Session:
    """The session in whose name a request is made; whether it is a session is for others to say.

    Raises:
        BadSession: there is no header, it is not in form, or the stamp is not the session's.
    """
    try:
        if not value or not signature or len(value) > _LONGEST:
            raise BadSession("nobody is named")
        text, sig = (base64.urlsafe_b64decode(part) for part in value.split("."))
        said = decode(text, Session)
    except ValueError as error:  # msgspec's and base64's are such
        raise BadSession("not in form") from error
    question = statements.of_question(bytes.fromhex(said.id), signature)
    if not _fits(bytes_of(said.key), sig, question):
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
    return statements.of_session(
        bytes.fromhex(said.id),
        person=bytes.fromhex(said.person),
        device=bytes.fromhex(said.device),
        begun=said.begun,
        key=bytes_of(said.key),
        person_key=bytes_of(said.person_key),
    )


def _fits(public: bytes, sig: bytes, text: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(sig, text)
    except (InvalidSignature, ValueError):
        return False
    return True


def _packed(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode()
