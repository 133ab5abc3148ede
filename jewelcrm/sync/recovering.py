"""A PC that nobody can open any more gets its key back from head office (security.md 3.2).

It asks under a fresh number, signed with its own key, which the keyring still has. Two people at
head office allow it with the recovery key; the answer is sealed to this PC alone. Where the keyring
is lost too, only the printed recovery code is left.
"""

from __future__ import annotations

import base64
import secrets
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select

from db.errors import KeyringMissing, WrongKey
from db.files import write_private
from db.shop import keys, officeslots, osring
from db.shop.keys import Slots
from db.shop.osring import OsRing
from db.shop.syncoffice import Address
from db.store import Store
from db.tables.people import staff
from db.types import Id
from jewelcrm.access.passwords import check_password
from jewelcrm.access.signin import sign_in
from jewelcrm.context import Clock, Context
from jewelcrm.errors import CanFix
from jewelcrm.log import log
from jewelcrm.sync.line import Refused, Unreachable
from jewelcrm.sync.transport import HttpTransport
from jewelcrm.sync.words import in_words
from jewelcrm.wire import sealing
from jewelcrm.wire.enrolment import RecoveryAsk

ASKED = "recovery-asked"
"""Holds the number of the request while it waits; it is no secret."""
NO_KEYS = (
    "This computer's keyring no longer has the PC's own keys, so head office cannot be asked. Use"
    " the printed recovery code: jewelcrm-admin recover LOGIN"
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """So many of the people needed at head office have allowed it."""

    allowed: int
    needed: int


@dataclass(frozen=True, slots=True)
class NewPassword:
    """Who gets in again, and with what."""

    login: str
    password: str = field(repr=False)


def recover(
    folder: Path, wanted: NewPassword, *, clock: Clock | None = None, ring: OsRing | None = None
) -> Context | Waiting:
    """Ask for the key; once it is given, this person has a new password and is signed in.

    Raises:
        CanFix: the password is weak, the PC has no head office, or head office says no.
        KeyringMissing: the PC's own keys are lost. Unavailable: head office is away.
    """
    check_password(wanted.password, about=[wanted.login])
    slots, ring = keys.load(folder), ring or osring.find()
    key = _asked(folder, slots, ring, clock)
    if isinstance(key, Waiting):
        return key
    with closing(Store(folder, key)) as store:
        staff_id = _person(store, wanted.login)
    slots, half = _half(slots, ring)
    filled = keys.with_staff(
        slots, key, half, staff_id=staff_id, login=wanted.login, password=wanted.password
    )
    keys.save(folder, filled, key)
    (folder / ASKED).unlink(missing_ok=True)
    log.info("key given back")
    return sign_in(folder, wanted.login, wanted.password, clock=clock, ring=ring)


def _asked(folder: Path, slots: Slots, ring: OsRing | None, clock: Clock | None) -> bytes | Waiting:
    place, own = officeslots.place_of(slots), officeslots.kept_keys(ring, slots.store)
    if place is None:
        raise CanFix("This PC belongs to no head office. Use the printed recovery code.")
    if own is None:
        raise KeyringMissing(NO_KEYS)
    where = Address(place.url, place.ca, b"", b"", place.device, own.sign, own.seal)
    with closing(HttpTransport(where, clock)) as line:
        try:
            answer = line.recovery(RecoveryAsk(_number(folder)))
        except (Unreachable, Refused) as error:
            raise in_words(error) from error
    if not answer.sealed:
        return Waiting(int(answer.wait.get("allowed", 0)), int(answer.wait.get("needed", 2)))
    info = sealing.purpose(sealing.DATABASE_KEY, place.device)
    try:
        return sealing.unseal(own.seal, base64.b64decode(answer.sealed), info)
    except sealing.NotSealedForUs as error:
        raise CanFix("What head office sent does not open with this PC's key.") from error


def _number(folder: Path) -> str:
    """The number of the request: the same while it waits."""
    path = folder / ASKED
    if not path.exists():
        write_private(path, secrets.token_hex(16).encode())
    return path.read_text(encoding="ascii")


def _half(slots: Slots, ring: OsRing | None) -> tuple[Slots, bytes]:
    """The keyring's half of the key; a new one when it is lost, and then all slots are made new."""
    try:
        return slots, keys.half_of(slots, ring)
    except KeyringMissing:
        return keys.renew_half(slots, ring)


def _person(store: Store, login: str) -> Id:
    with store.read() as conn:
        rows = conn.execute(select(staff.c.id, staff.c.login).where(staff.c.active)).all()
    found = [row.id for row in rows if row.login.casefold() == login.strip().casefold()]
    if not found:
        raise WrongKey("Nobody with this log-in works here.")
    staff_id: Id = found[0]
    return staff_id
