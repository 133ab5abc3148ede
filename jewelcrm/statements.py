"""What is signed to prove who did what: the bytes of sessions, acts and questions.

Loads nothing of the wire: every sign-in needs it (`jewelcrm.access.sessions`), head office checks
by it (`jewelcrm.wire.persons`).
"""

from __future__ import annotations


def of_session(
    session: bytes, *, person: bytes, device: bytes, begun: int, key: bytes, person_key: bytes
) -> bytes:
    """That a person signed in on a PC, and the session's own public key."""
    parts = (session, person, device, begun.to_bytes(8, "big"), key, person_key)
    return b"jcrm session 1\n" + b"".join(parts)


def of_act(session: bytes, *, tx: bytes, hlc: int, at: int) -> bytes:
    """That a transaction, with its clock and its moment, was made in a session."""
    return b"jcrm act 1\n" + session + tx + hlc.to_bytes(8, "big") + at.to_bytes(8, "big")


def of_question(session: bytes, signature: str) -> bytes:
    """That a question which the PC has signed so is asked in a session."""
    return b"jcrm ask 1\n" + session + signature.encode()
