"""How a PC signs a request with its own key, and how head office checks it (security.md 3.6).

    JCRM-Sig: device=<id>;time=<ms>;nonce=<24 hex>;sig=<base64url>

Ed25519 over method, path with query, body's SHA-256, time, nonce and device, each on a line. Head
office refuses a time more than five minutes off, and a nonce it has seen in the last fifteen.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

HEADER = "JCRM-Sig"
MAX_SKEW_MS = 5 * 60_000
NONCE_MEMORY_MS = 15 * 60_000


class BadSignature(ValueError):
    """The header is not there, not in form, or does not fit the request."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What the header says."""

    device: bytes
    time: int
    nonce: str
    sig: bytes


def sign(
    key: Ed25519PrivateKey, device: bytes, *, method: str, path: str, body: bytes, now: int
) -> str:
    """The header's value for a request; `now` is the PC's corrected time in milliseconds."""
    nonce = secrets.token_hex(12)
    text = _signed(method, path, body, now, nonce)
    sig = base64.urlsafe_b64encode(key.sign(text + device)).decode()
    return f"device={device.hex()};time={now};nonce={nonce};sig={sig}"


def read(header: str | None) -> Signature:
    """The parts of the header.

    Raises:
        BadSignature: it is missing or not in form.
    """
    try:
        parts = dict(part.split("=", 1) for part in (header or "").split(";"))
        signature = Signature(
            bytes.fromhex(parts["device"]),
            int(parts["time"]),
            parts["nonce"],
            base64.urlsafe_b64decode(parts["sig"]),
        )
    except (KeyError, ValueError) as error:
        raise BadSignature("no signature in form") from error
    if len(signature.device) != 16 or len(signature.nonce) != 24:
        raise BadSignature("no signature in form")
    return signature


def check(public_key: bytes, signature: Signature, *, method: str, path: str, body: bytes) -> None:
    """Nothing when the signature fits the request and the key.

    Raises:
        BadSignature: it does not.
    """
    text = _signed(method, path, body, signature.time, signature.nonce)
    try:
        key = Ed25519PublicKey.from_public_bytes(public_key)
        key.verify(signature.sig, text + signature.device)
    except (InvalidSignature, ValueError) as error:
        raise BadSignature("the signature does not fit") from error


def _signed(method: str, path: str, body: bytes, now: int, nonce: str) -> bytes:
    digest = hashlib.sha256(body).hexdigest()
    return f"jcrm 1\n{method}\n{path}\n{digest}\n{now}\n{nonce}\n".encode()
