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
from jewelcrm.wire import persons

LASTS = dt.timedelta(hours=24)
"""So long a session is gone on with on this PC; the PIN opens it for the first twelve hours."""


@dataclass(frozen=True, slots=True)
class Session:
    """A sign-in that goes on; signs what is done in it."""

    begun: Begun
    key: Ed25519PrivateKey = field(repr=False)

    def stamp(self, tx: Id, hlc: int, at: int) -> Stamp:
        """The stamp on a transaction."""
        return Stamp(self.begun.id, persons.stamp(self.key, self.begun.id, tx, hlc, at))

    def header(self, device: Id, seal: str, signature: str) -> str:
        """What goes with a question to head office in the person's name."""
        return persons.header(said(self.begun, device, seal), self.key, signature)


def begin(work: Work, staff_id: Id, *, opened: bytes, lock: bytes) -> Session:
    """A session of a person who has just shown the password.

    `opened`: the private half of the lock that the password opened; `lock`: the public half of the
    one that it opens from now on.
    """
    own = sessions.open_key(work.raw, staff_id, opened)
    made = own or PersonKey(Ed25519PrivateKey.generate().private_bytes_raw(), "")
    person = Ed25519PrivateKey.from_private_bytes(made.seed)
    keep(work.raw, staff_id, made, lock=lock)
    sessions.end(work.raw, to_millis(work.now - LASTS), staff_id)
    key, session_id, at = Ed25519PrivateKey.generate(), new_id(), to_millis(work.now)
    told = persons.begin(person, key, session=session_id, person=staff_id, device=work.pc, begun=at)
    parts = (persons.bytes_of(part) for part in (told.key, told.person_key, told.sig))
    begun = Begun(session_id, staff_id, at, *parts)
    sessions.add(work.raw, begun, key.private_bytes_raw())
    return Session(begun, key)


def keep(raw: cipher.Connection, staff_id: Id, key: PersonKey, *, lock: bytes) -> None:
    """Keep a person's key behind their lock."""
    public = Ed25519PrivateKey.from_private_bytes(key.seed).public_key().public_bytes_raw()
    sessions.keep_key(raw, staff_id, key, public=public, lock=lock)


def resume(raw: cipher.Connection, staff_id: Id, now: dt.datetime) -> Session | None:
    """The person's session that a PIN goes on with; None: the password is needed."""
    found = sessions.newest(raw, staff_id)
    if found is None or found[0].begun_at < to_millis(now - LASTS):
        return None
    return Session(found[0], Ed25519PrivateKey.from_private_bytes(found[1]))


def said(begun: Begun, device: Id, seal: str) -> persons.Session:
    """The session as head office hears of it."""
    return persons.Session(
        begun.id.hex(),
        begun.staff_id.hex(),
        device.hex(),
        begun.begun_at,
        persons.text_of(begun.public),
        persons.text_of(begun.person_key),
        persons.text_of(begun.sig),
        seal,
    )
