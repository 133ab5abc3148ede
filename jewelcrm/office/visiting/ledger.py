"""The ledger of erasures outside the database: to erase again after an older backup was put up.

It holds ids and moments, nothing of a person. Keep it where backups of the database do not reach,
and play it back before the server is started on a restored store (sync.md 2.10).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

import msgspec
from sqlalchemy import select

from db.decoding import decode
from db.office import tables
from db.office.store import OfficeStore
from db.office.work import OfficeWork
from db.types import from_millis, to_millis
from jewelcrm.office.visiting import erasing
from jewelcrm.wire.kinds import Hex, Moment


class Entry(msgspec.Struct, frozen=True):
    """One erased person: who asked, who seconded."""

    customer_id: Hex
    asked_by: Hex
    approved_by: Hex
    done_at: Moment


def entries(store: OfficeStore) -> list[Entry]:
    """Every person that was erased, oldest first."""
    case = tables.erasure_case.c
    with store.read() as work:
        rows = work.conn.execute(
            select(tables.erasure_case).where(case.done_at.is_not(None)).order_by(case.done_at)
        ).all()
    return [
        Entry(
            row.customer_id.hex(),
            row.asked_by.hex(),
            row.approved_by.hex(),
            to_millis(row.done_at),
        )
        for row in rows
    ]


def written(store: OfficeStore) -> bytes:
    """The ledger as a file."""
    return as_lines(entries(store))


def as_lines(ledger: Iterable[Entry]) -> bytes:
    """A line of JSON for each."""
    return b"".join(msgspec.json.encode(entry) + b"\n" for entry in ledger)


def read(data: bytes) -> list[Entry]:
    """The ledger from its file.

    Raises:
        msgspec.DecodeError: it is none.
    """
    return [decode(line, Entry) for line in data.splitlines() if line.strip()]


def replay(store: OfficeStore, ledger: Iterable[Entry], now: int) -> int:
    """Erase whoever of the ledger is there again; returns how many."""
    again = 0
    for entry in ledger:
        again += store.run(partial(_again, entry, now))
    erasing.scrub(store)
    return again


def _again(entry: Entry, now: int, work: OfficeWork) -> bool:
    """Erase the person of an entry; False when she is not there."""
    customer_id = bytes.fromhex(entry.customer_id)
    there = customer_id in work.rows("customer", [customer_id])
    if there:
        by = bytes.fromhex(entry.approved_by)
        erasing.carry_out(work, erasing.Erasing(by, customer_id, "", approve=True, now=now))
    case = tables.erasure_case
    work.conn.execute(case.delete().where(case.c.customer_id == customer_id))
    work.conn.execute(
        case.insert().values(
            customer_id=customer_id,
            asked_at=from_millis(entry.done_at),
            asked_by=bytes.fromhex(entry.asked_by),
            reason="",
            approved_by=bytes.fromhex(entry.approved_by),
            done_at=from_millis(entry.done_at),
        )
    )
    return there
