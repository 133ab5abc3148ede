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
from db.types import Id, to_millis
from jewelcrm.office.visiting import keys, ledger, owing
from jewelcrm.office.visiting.ledger import Entry
from jewelcrm.wire.messages import Erased


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
    people = [bytes.fromhex(one.customer) for one in true]
    store.run(lambda work: owing.acknowledge(work, device, people, now))
    return again


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
