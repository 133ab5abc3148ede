"""The audit log: a hash chain of acts, with names of things and never their values.

Each entry's hash covers the one before it, so that dropping, editing or reordering entries is
noticed (security.md 3.5).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from sqlcipher3 import dbapi2 as cipher

GENESIS = bytes(32)
_COLUMNS = "seq, hlc, at, actor, pc, action, subject, columns, reason, outcome"


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


def append(
    raw: cipher.Connection,
    *,
    hlc: int,
    at: int,
    actor: bytes,
    pc: bytes,
    action: str,
    subject: bytes | None,
    columns: Sequence[str],
    reason: str | None,
    outcome: str,
) -> None:
    """Add an entry at the end of the chain, in the caller's transaction."""
    last = raw.execute("SELECT seq, hash FROM audit_log ORDER BY seq DESC LIMIT 1").fetchone()
    seq, previous = (last[0] + 1, last[1]) if last else (1, GENESIS)
    entry = Entry(seq, hlc, at, actor, pc, action, subject, " ".join(columns), reason, outcome)
    raw.execute(
        f"INSERT INTO audit_log({_COLUMNS}, prev, hash) VALUES ({', '.join('?' * 12)})",
        (*astuple(entry), previous, entry_hash(previous, entry)),
    )


def first_break(raw: cipher.Connection) -> int | None:
    """The number of the first entry that does not follow from the one before it, or None."""
    previous, expected = GENESIS, 1
    for row in raw.execute(f"SELECT {_COLUMNS}, prev, hash FROM audit_log ORDER BY seq"):
        entry = Entry(*row[:10])
        if entry.seq != expected or row[10] != previous or row[11] != entry_hash(previous, entry):
            return expected
        previous, expected = row[11], expected + 1
    return None
