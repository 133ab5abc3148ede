"""What head office keeps for a PC: the sealed database key, and how a lost PC's is given back.

A PC that cannot be opened asks under a fresh number. Two people allow it with the recovery key,
which is not on the server; the key is then sealed to that PC alone (security.md 3.2).
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select, update

from db.errors import LockedOut, WrongKey
from db.office import tables
from db.office.store import OfficeStore, OfficeWork
from db.types import Id, to_millis
from jewelcrm.context import Clock
from jewelcrm.errors import CanFix
from jewelcrm.office import codes, people, persons, renewing
from jewelcrm.office.refusals import Refusal
from jewelcrm.wire import sealing
from jewelcrm.wire.enrolment import (
    PersonAnswer,
    PersonAsk,
    RecoveryAnswer,
    RecoveryAsk,
    SlotAnswer,
    SlotAsk,
)
from jewelcrm.wire.persons import bytes_of

_PAPER = "paper "
"""How the number of a request begins that did not come over the line."""


class Keeping:
    """The server's side of `/v1/slot`, `/v1/person` and `/v1/recovery`."""

    def __init__(self, store: OfficeStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def slot(self, device: Id, ask: SlotAsk) -> SlotAnswer:
        """Keep the PC's database key as it sealed it to the recovery key in force.

        What is sealed to an older one is not kept: the PC is told what followed.
        """
        try:
            sealed = base64.b64decode(ask.sealed, validate=True)
        except (binascii.Error, ValueError) as error:
            raise Refusal("bad_request") from error
        return self._store.run(lambda work: _keep(work, device, sealed, ask.under))

    def person(self, device: Id, ask: PersonAsk) -> PersonAnswer:
        """A person's first sign-in on this PC: who it is, and the net slot's half.

        Raises:
            Refusal: `password`, or `limit` while the log-in is locked.
        """
        key = _key_in(ask)
        try:
            now = self._clock.now()
            person = people.sign_in(self._store, ask.login, ask.password, now, at=device)
        except LockedOut as error:
            raise Refusal("limit", retry=float(error.seconds)) from error
        except WrongKey as error:
            raise Refusal("password") from error
        with self._store.read() as work:
            c = tables.device.c
            share = work.conn.execute(select(c.server_share).where(c.id == device)).scalar()
        seal = self._store.run(lambda work: self._signed_in(work, device, person.id, key))
        return PersonAnswer(person.id.hex(), base64.b64encode(share or b"").decode(), seal)

    def _signed_in(self, work: OfficeWork, device: Id, person: Id, key: bytes) -> str:
        work.audit(person, "signin.first", person, device=device)
        now = to_millis(self._clock.now())
        return persons.known_by_password(work, person, device, key, now) if key else ""

    def require_known_here(self, device: Id, staff_id: Id) -> None:
        """Nothing when the person has shown a password at this PC, or came with it to the chain.

        A PC names whoever it likes, and knows everybody's key: for what two people must want, it
        must have seen both.

        Raises:
            Refusal: `denied`.
        """
        with self._store.read() as work:
            if _known_here(work, device, staff_id):
                return
        self._store.run(
            lambda work: work.audit(staff_id, "signin.unknown", outcome="denied", device=device)
        )
        raise Refusal("denied")

    def recovery(self, device: Id, ask: RecoveryAsk) -> RecoveryAnswer:
        """The PC's database key, once two people have allowed this very request."""
        now = self._clock.now()
        return self._store.run(lambda work: _recover(work, device, ask.nonce, now))


def _key_in(ask: PersonAsk) -> bytes:
    """The person's key that came along; nothing from an older program."""
    key = bytes_of(ask.key)
    if ask.key and len(key) != 32:
        raise Refusal("bad_request")
    return key


def _known_here(work: OfficeWork, device: Id, staff_id: Id) -> bool:
    pc = work.conn.execute(
        select(tables.device.c.branch_id).where(tables.device.c.id == device)
    ).first()
    return pc is not None and persons.known_here(work, device, pc.branch_id, staff_id)


@dataclass(frozen=True, slots=True)
class Approval:
    """One person's yes."""

    by: people.Person
    recovery_key: bytes


def approve(work: OfficeWork, device: Id, approval: Approval, now: dt.datetime) -> bool:
    """Allow a PC its key; True when it was the second person and the key is ready for the PC.

    Raises:
        CanFix: nothing was asked, the person has said yes already, or the key does not fit.
    """
    people.require(approval.by, "people.manage")
    case, row = tables.recovery_case, tables.device
    asked = work.conn.execute(
        select(case).where(case.c.device == device, case.c.second_by.is_(None)).with_for_update()
    ).first()
    if asked is None:
        raise CanFix("This PC has not asked for its key, or was given it already.")
    if asked.first_by == approval.by.id:
        raise CanFix("You have allowed this already. A second person must.")
    known = work.conn.execute(select(row.c.sealed_key, row.c.seal_key).where(row.c.id == device))
    sealed, seal_key = known.one()
    to = _key_on_paper(asked.nonce) or seal_key
    opened = _reseal(device, sealed, to, approval.recovery_key)
    work.audit(approval.by.id, "recovery.allowed", device)
    if asked.first_by is None:
        _mark(work, device, first_by=approval.by.id)
        return False
    _mark(work, device, second_by=approval.by.id, done_at=now)
    _set(work, device, opened_key=opened)
    return True


def _reseal(device: Id, sealed: bytes | None, seal_key: bytes, recovery_key: bytes) -> bytes:
    if sealed is None:
        raise CanFix("Head office keeps no key of this PC. Use the PC's printed recovery code.")
    info = sealing.purpose(sealing.DATABASE_KEY, device)
    try:
        return sealing.seal(seal_key, sealing.unseal(recovery_key, sealed, info), info)
    except sealing.NotSealedForUs as error:
        raise CanFix(
            "This recovery key does not open the PC's key. Take the right file."
        ) from error


def _recover(work: OfficeWork, device: Id, nonce: str, now: dt.datetime) -> RecoveryAnswer:
    if nonce.startswith(_PAPER) or begin(work, device, nonce, now):
        return RecoveryAnswer(wait={"allowed": 0, "needed": 2})
    case = tables.recovery_case
    row = work.conn.execute(select(case).where(case.c.device == device)).one()
    if row.second_by is None:
        return RecoveryAnswer(wait={"allowed": int(row.first_by is not None), "needed": 2})
    c = tables.device.c
    opened = work.conn.execute(select(c.opened_key).where(c.id == device)).scalar()
    return RecoveryAnswer(sealed=base64.b64encode(opened or b"").decode())


def _keep(work: OfficeWork, device: Id, sealed: bytes, under: str) -> SlotAnswer:
    followed = renewing.steps_for(work, device, under)
    if followed is not None:
        return SlotAnswer(ok=False, keys=followed)
    _set(work, device, sealed_key=sealed)
    codes.finished(work, device)
    return SlotAnswer()


def begin(work: OfficeWork, device: Id, nonce: str, now: dt.datetime) -> bool:
    """Note that a PC asks; False when this very request was noted before."""
    case = tables.recovery_case
    row = work.conn.execute(select(case).where(case.c.device == device).with_for_update()).first()
    if row is not None and row.nonce == nonce:
        return False
    work.conn.execute(case.delete().where(case.c.device == device))
    work.conn.execute(case.insert().values(device=device, nonce=nonce, asked_at=now))
    _set(work, device, opened_key=None)
    work.audit(device, "recovery.asked", device, device=device)
    return True


def on_paper(nonce: bytes, seal_key: bytes) -> str:
    """How a request that came on paper is noted: with the key its answer is sealed to."""
    return f"{_PAPER}{nonce.hex()} {base64.b64encode(seal_key).decode()}"


def _key_on_paper(nonce: str) -> bytes | None:
    return base64.b64decode(nonce.split(" ")[2]) if nonce.startswith(_PAPER) else None


def _mark(work: OfficeWork, device: Id, **values: object) -> None:
    case = tables.recovery_case
    work.conn.execute(update(case).where(case.c.device == device).values(**values))


def _set(work: OfficeWork, device: Id, **values: object) -> None:
    work.conn.execute(update(tables.device).where(tables.device.c.id == device).values(**values))
