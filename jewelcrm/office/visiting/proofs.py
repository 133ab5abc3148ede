"""What PCs keep about who was erased, and what they say of it.

With the news that erase a person, each PC gets a sealed note: who asked, who seconded, when. It
says so once nothing is left of her there, and again whenever head office has been put back to an
older state: then head office finds its own seal, and erases her again before it answers. Without a
seal it believes nobody: a PC alone can have nobody erased.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Collection, Iterable

from sqlalchemy import select

from db.office import tables
from db.office.store import OfficeStore, OfficeWork
from db.types import Id, from_millis, to_millis
from jewelcrm.office.visiting import keys, ledger
from jewelcrm.office.visiting.ledger import Entry
from jewelcrm.wire.messages import Erased

OWED = from_millis(0)
"""In `erasure_ack.at`: this PC has not said yet that nothing is left of her there."""


def notes(work: OfficeWork, customers: Collection[Id]) -> list[Erased]:
    """The sealed notes about these people, as far as they were erased."""
    if not customers:
        return []
    case, secret = tables.erasure_case, keys.secret(work)
    rows = work.conn.execute(
        select(case).where(case.c.customer_id.in_(sorted(customers)), case.c.done_at.is_not(None))
    )
    return [
        _note(
            secret,
            row.customer_id.hex(),
            row.asked_by.hex(),
            row.approved_by.hex(),
            to_millis(row.done_at),
        )
        for row in rows
    ]


def hear(store: OfficeStore, device: Id, told: Iterable[Erased], now: int) -> int:
    """A PC has nothing left of these people; whom head office has again, it erases again.

    Returns how many that were.
    """
    with store.read() as work:
        secret = keys.secret(work)
    true = [one for one in told if _fits(one.seal, _seal(secret, *_facts(one)))]
    again = ledger.replay(store, [_entry(one) for one in true if not _is_done(store, one)], now)
    store.run(lambda work: _acknowledge(work, device, true, now))
    return again


def owe(work: OfficeWork, customer_id: Id, devices: Iterable[Id]) -> None:
    """These PCs have something of the person; each is to say when it is gone."""
    rows = [(customer_id, device, 0) for device in sorted(set(devices))]
    known = set(work.port.pick(tables.erasure_ack, ("device",), [row[:2] for row in rows]))
    work.port.add(tables.erasure_ack, [row for row in rows if row[1:2] not in known])


def _acknowledge(work: OfficeWork, device: Id, told: Collection[Erased], now: int) -> None:
    table = tables.erasure_ack
    ids = [bytes.fromhex(one.customer) for one in told]
    rows = work.port.pick(table, ("customer_id", "at"), [(one, device) for one in ids])
    had: dict[Id, int] = dict(rows)
    fresh = [one for one in ids if one not in had or had[one] == 0]
    work.port.put(table, [(one, device, now) for one in dict.fromkeys(fresh)])


def _is_done(store: OfficeStore, one: Erased) -> bool:
    """True when head office knows of it, and she is not there."""
    customer_id, case = bytes.fromhex(one.customer), tables.erasure_case.c
    with store.read() as work:
        done = work.conn.execute(
            select(case.done_at).where(case.customer_id == customer_id, case.done_at.is_not(None))
        ).first()
        return done is not None and not work.rows("customer", [customer_id])


def _fits(told: str, right: str) -> bool:
    return hmac.compare_digest(told.encode(), right.encode())


def _entry(one: Erased) -> Entry:
    return Entry(one.customer, one.by, one.second, one.at)


def _facts(one: Erased) -> tuple[str, str, str, int]:
    return one.customer, one.by, one.second, one.at


def _note(secret: bytes, customer: str, by: str, second: str, at: int) -> Erased:
    return Erased(customer, by, second, at, _seal(secret, customer, by, second, at))


def _seal(secret: bytes, customer: str, by: str, second: str, at: int) -> str:
    text = f"jcrm erased v1 {customer} {by} {second} {at}".encode()
    return hmac.new(secret, text, hashlib.sha256).hexdigest()
