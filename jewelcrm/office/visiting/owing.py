"""Which PCs have still to say that nothing is left of an erased person (sync.md 2.10).

Every PC of a branch that ever held her, or had her open, owes that word; it says so at its next
contact once its files are clean. A PC that was taken off owes nothing more: it erases itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select

from db.office import tables
from db.office.work import OfficeWork
from db.tables.people import branch as branch_table
from db.types import Id, from_millis

OWED = from_millis(0)
"""In `erasure_ack.at`: not said yet."""
TARGET_DAYS = 14
"""After so many days a PC that has not said so is locked by its lease, or lost."""


@dataclass(frozen=True, slots=True)
class Word:
    """A PC's word about one person; `at`: when it said that she is gone, None: it has not."""

    device: Id
    pc: str
    state: str
    last_seen: dt.datetime | None
    at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Open:
    """An erasure, and what the PCs have said."""

    customer_id: Id
    done_at: dt.datetime
    words: tuple[Word, ...]

    @property
    def missing(self) -> list[Word]:
        """PCs that still owe their word."""
        return [word for word in self.words if word.at is None and word.state != "revoked"]

    def days(self, now: dt.datetime) -> int:
        """For how many days it is open, or was until the last PC had said so."""
        said = [word.at for word in self.words if word.at is not None]
        until = now if self.missing or not said else max(said)
        return max(0, (until - self.done_at).days)


def owe(work: OfficeWork, customer_id: Id, people: Collection[Id]) -> None:
    """The PCs that may hold something of these records (one person's) owe their word."""
    ever = work.ever([("customer", one) for one in people]).values()
    devices = sorted(_holders(work, set().union(*ever)))
    table = tables.erasure_ack
    work.port.put(table, [(customer_id, device, 0) for device in devices])


def acknowledge(work: OfficeWork, device: Id, people: Collection[Id], now: int) -> None:
    """A PC says that nothing is left there of these people; only the first time counts."""
    table = tables.erasure_ack
    rows = work.port.pick(table, ("customer_id", "at"), [(one, device) for one in people])
    had: dict[Id, int] = dict(rows)
    fresh = [one for one in dict.fromkeys(people) if not had.get(one)]
    work.port.put(table, [(one, device, now) for one in fresh])


def everything(work: OfficeWork) -> list[Open]:
    """Every erasure that was carried out, the newest first, with each PC's word."""
    case, ack = tables.erasure_case.c, tables.erasure_ack.c
    d, b = tables.device.c, branch_table.c
    said: dict[Id, list[Word]] = {}
    rows = work.conn.execute(
        select(ack.customer_id, ack.at, d.id, d.letter, d.state, d.last_seen, b.code)
        .join(tables.device, d.id == ack.device)
        .outerjoin(branch_table, b.id == d.branch_id)
        .order_by(b.code, d.letter)
    )
    for row in rows:
        at = None if row.at == OWED else row.at
        word = Word(row.id, f"{row.code or '?'}-{row.letter}", row.state, row.last_seen, at)
        said.setdefault(row.customer_id, []).append(word)
    done = work.conn.execute(
        select(case.customer_id, case.done_at)
        .where(case.done_at.is_not(None))
        .order_by(case.done_at.desc())
    )
    return [Open(row[0], row[1], tuple(said.get(row[0], ()))) for row in done]


def late(work: OfficeWork, now: dt.datetime) -> list[str]:
    """The names of PCs that have owed their word for too long."""
    before = now - dt.timedelta(days=TARGET_DAYS)
    late_ones = [one for one in everything(work) if one.done_at <= before]
    return sorted({word.pc for one in late_ones for word in one.missing})


def _holders(work: OfficeWork, scopes: Collection[str]) -> set[Id]:
    branches = [bytes.fromhex(scope[2:]) for scope in scopes if scope.startswith("B:")]
    leases = [bytes.fromhex(scope[2:]) for scope in scopes if scope.startswith("L:")]
    d, lease = tables.device.c, tables.lease.c
    there = select(d.id).where(d.branch_id.in_(branches), d.state != "revoked")
    had = select(lease.device).where(lease.id.in_(leases))
    return {*work.conn.scalars(there), *work.conn.scalars(had)}
