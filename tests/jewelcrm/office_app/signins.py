"""Persons who sign in on the PCs of these tests: their acts are stamped as a real PC does it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from db.office.store import OfficeStore
from db.types import Id, to_millis
from jewelcrm import statements
from jewelcrm.office import persons
from jewelcrm.wire.messages import Tx
from jewelcrm.wire.persons import HEADER, header
from tests.conftest import SetClock
from tests.jewelcrm.office.proving import SignIn, public_of

A_DAY_MS = 24 * 3_600_000
PUSH = "/v1/sync/push"


@dataclass
class SignIns:
    """The sign-ins on one PC; each person is signed in when an act of theirs is wanted."""

    id: Id
    clock: SetClock
    store: OfficeStore
    _keys: dict[str, tuple[Ed25519PrivateKey, str]] = field(default_factory=dict)
    _open: dict[str, SignIn] = field(default_factory=dict)

    @property
    def ms(self) -> int:
        return to_millis(self.clock.now())

    def of(self, person: str) -> SignIn | None:
        """The person's session; None for a key that is nobody's."""
        known = self._open.get(person)
        if known is not None and self.ms - known.begun < A_DAY_MS:
            return known
        if person not in self._keys and not self._shown_password(person):
            return None
        made = SignIn(self, bytes.fromhex(person), *self._keys[person])
        self._open[person] = made
        return made

    def sign_out(self) -> None:
        """Everybody signs in anew for what is done next."""
        self._open.clear()

    def proof(self, body: bytes, signature: str) -> dict[str, str]:
        """The header of a question in somebody's name; none for another kind of question."""
        session = self.of(actor_of(body))
        if session is None:
            return {}
        stamp = session.key.sign(statements.of_question(session.id, signature))
        return {HEADER: header(session.said, stamp)}

    def stamped(self, body: bytes) -> bytes:
        """A push whose transactions are stamped, as far as they are in form."""
        try:
            push = json.loads(body)
            told = [self._stamp(tx) for tx in push["tx"]]
        except (ValueError, TypeError, KeyError, RecursionError):
            return body
        found = {one.id: one.said for one in told if one is not None}
        if not found:
            return body
        push["sessions"] = [msgspec.to_builtins(one) for one in found.values()]
        return json.dumps(push).encode("utf-8", "surrogatepass")

    def _stamp(self, tx: Any) -> SignIn | None:
        try:
            plain = msgspec.convert({**tx, "ops": []}, Tx)
            session = self.of(plain.actor)
        except (msgspec.ValidationError, TypeError, ValueError):
            return None
        if session is not None:
            done = session.stamped(plain)
            tx["sess"], tx["stamp"] = done.sess, done.stamp
        return session

    def _shown_password(self, person: str) -> bool:
        """Keep a key of somebody who works or worked here, as if the password had come with it."""
        staff_id = bytes.fromhex(person)
        with self.store.read() as work:
            if not work.rows("staff", [staff_id]):
                return False
        key = Ed25519PrivateKey.generate()
        seal = self.store.run(
            lambda work: persons.known_by_password(work, staff_id, self.id, public_of(key), self.ms)
        )
        self._keys[person] = key, seal
        return True


def actor_of(body: bytes) -> str:
    """In whose name a question is asked; nothing where it is in nobody's."""
    try:
        actor = json.loads(body)["actor"]
        return str(actor) if len(bytes.fromhex(actor)) == 16 else ""
    except (ValueError, TypeError, KeyError, RecursionError):
        return ""
