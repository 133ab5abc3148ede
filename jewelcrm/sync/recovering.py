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

from db.errors import Damaged, KeyringMissing, WrongKey
from db.files import write_private
from db.shop import keys, officeslots, osring, rotating
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
    "This computer's keyring no longer has the PC's own keys, so head office cannot be asked over"
    " the line. Use the printed recovery code, or ask on paper: jewelcrm-admin recover LOGIN"
    " --request FILE"
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
    ctx = let_in(folder, slots, key, wanted, clock=clock, ring=ring)
    (folder / ASKED).unlink(missing_ok=True)
    return ctx


def let_in(
    folder: Path,
    slots: Slots,
    key: bytes,
    wanted: NewPassword,
    *,
    clock: Clock | None,
    ring: OsRing | None,
) -> Context:
    """Give this person a way in with the key that came back; the audit log keeps it.

    Raises:
        WrongKey: nobody with this log-in works here. CanFix: the key is not this store's.
    """
    rotating.finish(folder, key)
    try:
        store = Store(folder, key)
    except Damaged as error:
        raise CanFix(
            "Head office's key does not open this store: it is of before the key was changed, or"
            " the file is damaged. Nothing was changed. Use the printed recovery code, or restore"
            " a checked backup."
        ) from error
    with closing(store):
        staff_id = _person(store, wanted.login)
        with store.read() as conn:
            officeslots.keep_again(ring, slots.store, conn.connection.driver_connection)
    slots, half = _half(slots, ring)
    filled = keys.with_staff(
        slots, key, half, staff_id=staff_id, login=wanted.login, password=wanted.password
    )
    keys.save(folder, filled, key)
    log.info("key given back")
    ctx = sign_in(folder, wanted.login, wanted.password, clock=clock, ring=ring)
    with ctx.work("head office gave the key back") as work:
        work.audit("recovery.office", ctx.staff.id)
    return ctx


def _asked(folder: Path, slots: Slots, ring: OsRing | None, clock: Clock | None) -> bytes | Waiting:
    place, own = officeslots.place_of(slots), officeslots.kept_keys(ring, slots.store)
    if place is None:
        raise no_office()
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
        raise not_ours() from error


def no_office() -> CanFix:
    """A PC that stands alone has nobody to ask."""
    return CanFix("This PC belongs to no head office. Use the printed recovery code.")


def not_ours() -> CanFix:
    """The answer is for another PC, or for another request."""
    return CanFix("What head office sent does not open with this PC's key.", field="answer")


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
