"""A PC asks for its key on paper: a request and an answer that can be typed, mailed or scanned.

The PC cannot reach head office, or its keyring is lost and with it what it would sign with. The
request says which PC it is and to which key the answer is to be sealed; both are short enough for a
QR code. Each text ends in a check sum, so that a letter typed wrongly is noticed at once.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from db.types import Id
from jewelcrm.wire.words import six_words

REQUEST, ANSWER = "JCRQ", "JCRA"
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
_ID, _NONCE, _SEAL, _SIGN, _CHECK = 16, 16, 32, 64, 4
_GROUP, _GROUPS = 5, 6  # letters in a group, groups in a line


class NotWhole(ValueError):
    """The text is not one of ours, or a letter of it is wrong or missing."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a PC asks with; without a signature when the keys it would sign with are lost."""

    device: Id
    nonce: bytes
    seal_key: bytes
    """The public key that the answer is to be sealed to."""
    signature: bytes = field(default=b"", repr=False)

    @property
    def words(self) -> str:
        """Six words for two people to compare on the telephone."""
        return six_words(self.device.hex() + self.nonce.hex(), self.seal_key.hex())

    def signed(self, key: bytes) -> Request:
        """The same, signed with the PC's private key."""
        made = Ed25519PrivateKey.from_private_bytes(key).sign(self._body())
        return Request(self.device, self.nonce, self.seal_key, made)

    def is_by(self, sign_key: bytes) -> bool:
        """True when the PC with this public key has signed it."""
        try:
            Ed25519PublicKey.from_public_bytes(sign_key).verify(self.signature, self._body())
        except (InvalidSignature, ValueError):
            return False
        return True

    def _body(self) -> bytes:
        return b"jcrm recovery request v1" + self.device + self.nonce + self.seal_key


@dataclass(frozen=True, slots=True)
class Answer:
    """The database key, sealed to the request's key."""

    nonce: bytes
    box: bytes = field(repr=False)


def request_text(request: Request) -> str:
    """The request as it is shown, kept in a file or scanned."""
    body = request.device + request.nonce + request.seal_key + request.signature
    return letters_of(REQUEST, body)


def request_from(text: str) -> Request:
    """The request again.

    Raises:
        NotWhole: it is none, or not whole.
    """
    body = whole_of(REQUEST, text)
    if len(body) not in {_ID + _NONCE + _SEAL, _ID + _NONCE + _SEAL + _SIGN}:
        raise NotWhole("a request of another length")
    at = _ID + _NONCE
    return Request(body[:_ID], body[_ID:at], body[at : at + _SEAL], body[at + _SEAL :])


def answer_text(answer: Answer) -> str:
    """The answer as it is shown, kept in a file or scanned."""
    return letters_of(ANSWER, answer.nonce + answer.box)


def answer_from(text: str) -> Answer:
    """The answer again.

    Raises:
        NotWhole: it is none, or not whole.
    """
    body = whole_of(ANSWER, text)
    if len(body) <= _NONCE:
        raise NotWhole("an answer of another length")
    return Answer(body[:_NONCE], body[_NONCE:])


def letters_of(mark: str, body: bytes) -> str:
    """Bytes as letters that can be typed, behind a mark that says what they are."""
    whole = body + _check(mark, body)
    bits = "".join(f"{byte:08b}" for byte in whole)
    padded = bits + "0" * (-len(bits) % 5)
    letters = "".join(LETTERS[int(padded[i : i + 5], 2)] for i in range(0, len(padded), 5))
    groups = [letters[i : i + _GROUP] for i in range(0, len(letters), _GROUP)]
    lines = [" ".join(groups[i : i + _GROUPS]) for i in range(0, len(groups), _GROUPS)]
    return "\n".join([mark, *lines])


def whole_of(mark: str, text: str) -> bytes:
    """What lies between the mark and the check sum; hyphens, O/0 and I/1 are forgiven.

    Raises:
        NotWhole: it begins with another mark, or a letter is wrong or missing.
    """
    plain = text.upper().lstrip("\ufeff \r\n\t")
    if not plain.startswith(mark):
        raise NotWhole("not one of ours")
    rest = plain[len(mark) :].translate(str.maketrans("OIL", "011"))
    letters = [c for c in rest if not c.isspace() and c != "-"]
    if any(c not in LETTERS for c in letters):
        raise NotWhole("a letter that we do not use")
    bits = "".join(f"{LETTERS.index(c):05b}" for c in letters)
    count = len(bits) // 8
    whole = bytes(int(bits[i * 8 : i * 8 + 8], 2) for i in range(count))
    body, check = whole[:-_CHECK], whole[-_CHECK:]
    if len(whole) <= _CHECK or check != _check(mark, body) or "1" in bits[count * 8 :]:
        raise NotWhole("a letter is wrong or missing")
    return body


def _check(mark: str, body: bytes) -> bytes:
    return hashlib.sha256(mark.encode() + body).digest()[:_CHECK]
