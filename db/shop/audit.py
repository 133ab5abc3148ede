"""The audit log: a hash chain of acts, with names of things and never their values.

Each entry's hash covers the one before it, so that dropping, editing or reordering entries is
noticed (security.md 3.5).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple

from sqlcipher3 import dbapi2 as cipher

from db.audit import COLUMNS, GENESIS, Entry, entry_hash

__all__ = ["GENESIS", "Entry", "append", "entry_hash", "first_break"]


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
        f"INSERT INTO audit_log({COLUMNS}, prev, hash) VALUES ({', '.join('?' * 12)})",
        (*astuple(entry), previous, entry_hash(previous, entry)),
    )


def first_break(raw: cipher.Connection) -> int | None:
    """The number of the first entry that does not follow from the one before it, or None."""
    previous, expected = GENESIS, 1
    for row in raw.execute(f"SELECT {COLUMNS}, prev, hash FROM audit_log ORDER BY seq"):
        entry = Entry(*row[:10])
        if entry.seq != expected or row[10] != previous or row[11] != entry_hash(previous, entry):
            return expected
        previous, expected = row[11], expected + 1
    return None
