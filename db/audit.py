"""A hash chain of acts: what an entry is, and the hash that binds it to the one before.

Names of things and never their values (security.md 3.5); a shop's PC and head office each keep one.
"""

from __future__ import annotations

import hashlib
from dataclasses import astuple, dataclass

GENESIS = bytes(32)
COLUMNS = "seq, hlc, at, actor, pc, action, subject, columns, reason, outcome"


@dataclass(frozen=True, slots=True)
class Entry:
    """One act, as it is hashed: `at` in milliseconds, ids as bytes."""

    seq: int
    hlc: int
    at: int
    actor: bytes
    pc: bytes
    action: str
    subject: bytes | None
    columns: str
    reason: str | None
    outcome: str


def entry_hash(previous: bytes, entry: Entry) -> bytes:
    """SHA-256 over the previous hash and the entry's fields, each with its length before it."""
    digest = hashlib.sha256(previous)
    for part in astuple(entry):
        data = part if isinstance(part, bytes) else repr(part).encode()
        digest.update(len(data).to_bytes(4, "big") + data)
    return digest.digest()
