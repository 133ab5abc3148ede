"""Changing the recovery key: two people, with the old one; every PC follows at its next exchange.

What head office keeps sealed to the old key is sealed anew at once. The PCs are told in the answer
when they hand in their own, each with a voucher that only the old key can make (`wire.renewal`).
"""

from __future__ import annotations

import base64
import datetime as dt
import json
from dataclasses import dataclass, field

import msgspec
from sqlalchemy import select, update

from db.decoding import decode
from db.office import tables
from db.office.work import OfficeWork
from db.types import Id
from jewelcrm.errors import CanFix
from jewelcrm.office import genuine, people
from jewelcrm.wire import sealing
from jewelcrm.wire.enrolment import NewKey
from jewelcrm.wire.renewal import mark_of, voucher

STEPS, ASKED = "recovery_steps", "recovery_renewal"
"""Names in `setting`: every change of the key so far; who has wanted the next one, and when."""
SEAL_BYTES = 32
PATIENCE = dt.timedelta(days=7)


class Step(msgspec.Struct, frozen=True):
    """One change of the recovery key, for PCs that still have the one before."""

    before: str
    public: bytes
    vouchers: dict[str, str]
    """By PC."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """Who wants it, with the old key, and the new one that lies in a file already."""

    by: people.Person
    old: bytes = field(repr=False)
    private: bytes = field(repr=False)
    public: bytes


@dataclass(frozen=True, slots=True)
class Renewed:
    """So many PCs' keys were sealed anew; those that could not be opened with the old key."""

    sealed: int
    left: tuple[str, ...]


def public_now(work: OfficeWork) -> bytes:
    """The public half of the key in force."""
    return bytes(work.conn.execute(select(tables.office_state.c.recovery_key)).scalar() or b"")


def require_old(work: OfficeWork, old: bytes) -> None:
    """Nothing when this is the recovery key in force.

    Raises:
        CanFix: it is not.
    """
    box = sealing.seal(public_now(work), b"?", b"jcrm trial")
    try:
        sealing.unseal(old, box, b"jcrm trial")
    except sealing.NotSealedForUs as error:
        raise CanFix("This is not the recovery key in force. Take the right file.") from error


def want(work: OfficeWork, by: people.Person, now: dt.datetime) -> bool:
    """Note that somebody wants it; True when a second person does.

    Raises:
        CanFix: she has said so already.
    """
    people.require(by, "people.manage")
    asked = json.loads(_kept(work, ASKED) or "{}")
    fresh = bool(asked) and now - dt.datetime.fromisoformat(asked["at"]) < PATIENCE
    work.audit(by.id, "recovery.renewal")
    if not fresh:
        said = {"by": by.id.hex(), "at": now.isoformat()}
        work.port.put(tables.setting, [(ASKED, json.dumps(said))])
        return False
    if asked["by"] == by.id.hex():
        raise CanFix("You have said so already. A second person must.")
    return True


def renew(work: OfficeWork, renewal: Renewal) -> Renewed:
    """The new key is in force: what is kept is sealed to it, and each PC's voucher is made."""
    before = public_now(work)
    d = tables.device.c
    rows = work.conn.execute(select(d.id, d.name, d.seal_key, d.sealed_key)).all()
    vouchers = {
        row.id.hex(): voucher(renewal.old, bytes(row.seal_key), row.id, renewal.public)
        for row in rows
        if len(row.seal_key) == SEAL_BYTES
    }
    left = tuple(row.name for row in rows if row.sealed_key and not _again(work, row, renewal))
    step = Step(mark_of(before), renewal.public, vouchers)
    steps = msgspec.json.encode([*_steps(work), step]).decode()
    work.port.put(tables.setting, [(STEPS, steps), (ASKED, "{}")])
    work.conn.execute(update(tables.office_state).values(recovery_key=renewal.public))
    genuine.keep(work, renewal.private)
    work.audit(renewal.by.id, "recovery.renewed")
    return Renewed(sum(bool(row.sealed_key) for row in rows) - len(left), left)


def steps_for(work: OfficeWork, device: Id, under: str) -> list[NewKey] | None:
    """What a PC is told that seals to the key `under`; None when that is the key in force."""
    if not under or under == mark_of(public_now(work)):
        return None
    told: list[NewKey] = []
    for step in _steps(work):
        if step.before == under:
            public = base64.b64encode(step.public).decode()
            told.append(NewKey(public, step.vouchers.get(device.hex(), "")))
            under = mark_of(step.public)
    return told


def _again(work: OfficeWork, row: object, renewal: Renewal) -> bool:
    """Seal a PC's key anew; False when the old key does not open it."""
    device: Id = row.id  # type: ignore[attr-defined]
    info = sealing.purpose(sealing.DATABASE_KEY, device)
    try:
        key = sealing.unseal(renewal.old, bytes(row.sealed_key), info)  # type: ignore[attr-defined]
    except sealing.NotSealedForUs:
        return False
    fresh = sealing.seal(renewal.public, key, info)
    d = tables.device
    work.conn.execute(update(d).where(d.c.id == device).values(sealed_key=fresh))
    return True


def _steps(work: OfficeWork) -> list[Step]:
    return decode(_kept(work, STEPS) or "[]", list[Step])


def _kept(work: OfficeWork, name: str) -> str:
    rows = work.port.pick(tables.setting, ("value",), [(name,)])
    return str(rows[0][0]) if rows else ""
