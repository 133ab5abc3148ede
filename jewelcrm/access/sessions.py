"""A person's session on a PC: begun with the password, gone on with by PIN, proved by its stamps.

The person's own key opens with the password alone. Where there is none yet, or one that this
password does not open (a new slot, the recovery code), another one is made; head office hears of it
with the first act (`jewelcrm.wire.persons`).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlcipher3 import dbapi2 as cipher

from db.shop import sessions
from db.shop.sessions import Begun, PersonKey, Stamp
from db.types import Id, new_id, to_millis
from db.work import Work
from jewelcrm import statements

LASTS = dt.timedelta(hours=24)
"""So long a session is gone on with on this PC; the PIN opens it for the first twelve hours."""


@dataclass(frozen=True, slots=True)
class Session:
    """A sign-in that goes on; signs what is done in it."""

    begun: Begun
    key: Ed25519PrivateKey = field(repr=False)

    def stamp(self, tx: Id, hlc: int, at: int) -> Stamp:
        """The stamp on a transaction."""
        act = statements.of_act(self.begun.id, tx=tx, hlc=hlc, at=at)
        return Stamp(self.begun.id, self.key.sign(act))

    def ask(self, signature: str) -> bytes:
        """The stamp on a question to head office, which the PC has signed so."""
        return self.key.sign(statements.of_question(self.begun.id, signature))


def begin(work: Work, staff_id: Id, *, opened: bytes, lock: bytes) -> Session:
    """A session of a person who has just shown the password.

    `opened`: the private half of the lock that the password opened; `lock`: the public half of the
    one that it opens from now on.
    """
    own = sessions.open_key(work.raw, staff_id, opened)
    made = own or PersonKey(Ed25519PrivateKey.generate().private_bytes_raw(), "")
    keep(work.raw, staff_id, made, lock=lock)
    sessions.end(work.raw, to_millis(work.now - LASTS), staff_id)
    key = Ed25519PrivateKey.generate()
    begun = _signed(work, staff_id, made.seed, _public(key))
    sessions.add(work.raw, begun, key.private_bytes_raw())
    return Session(begun, key)


def keep(raw: cipher.Connection, staff_id: Id, key: PersonKey, *, lock: bytes) -> None:
    """Keep a person's key behind their lock."""
    public = _public(Ed25519PrivateKey.from_private_bytes(key.seed))
    sessions.keep_key(raw, staff_id, key, public=public, lock=lock)


def resume(raw: cipher.Connection, staff_id: Id, now: dt.datetime) -> Session | None:
    """The person's session that a PIN goes on with; None: the password is needed."""
    found = sessions.newest(raw, staff_id)
    if found is None or found[0].begun_at < to_millis(now - LASTS):
        return None
    return Session(found[0], Ed25519PrivateKey.from_private_bytes(found[1]))


def _signed(work: Work, staff_id: Id, seed: bytes, public: bytes) -> Begun:
    person, session_id, at = Ed25519PrivateKey.from_private_bytes(seed), new_id(), work.now
    statement = statements.of_session(
        session_id,
        person=staff_id,
        device=work.pc,
        begun=to_millis(at),
        key=public,
        person_key=_public(person),
    )
    vouched = person.sign(statement)
    return Begun(session_id, staff_id, to_millis(at), public, _public(person), vouched)


def _public(key: Ed25519PrivateKey) -> bytes:
    return key.public_key().public_bytes_raw()
