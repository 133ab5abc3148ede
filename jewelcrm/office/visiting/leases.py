"""The end of a lease: its time is over, its PC was taken off, or another one takes its place."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import select, update

from db.office import tables
from db.office.work import OfficeWork
from db.types import Id, from_millis
from jewelcrm.office.scoping import rescope


def end_leases(work: OfficeWork, leases: Sequence[Id], now: int) -> None:
    """End these leases: their customers' records leave the leases' scopes."""
    c = tables.lease.c
    wanted = c.id.in_(list(leases))
    customers = {row.customer_id for row in work.conn.execute(select(c.customer_id).where(wanted))}
    work.conn.execute(
        update(tables.lease).where(wanted, c.ended_at.is_(None)).values(ended_at=from_millis(now))
    )
    rescope(work, customers, now)


def end_leases_of(work: OfficeWork, devices: Collection[Id], now: int) -> int:
    """End every lease of these PCs; returns how many."""
    c = tables.lease.c
    rows = work.conn.execute(
        select(c.id).where(c.device.in_(list(devices)), c.ended_at.is_(None))
    ).all()
    if rows:
        end_leases(work, [row.id for row in rows], now)
    return len(rows)


def end_expired(work: OfficeWork, now: int, most: int = 200) -> int:
    """End leases whose time is over; returns how many that were."""
    c = tables.lease.c
    rows = work.conn.execute(
        select(c.id).where(c.until <= from_millis(now), c.ended_at.is_(None)).limit(most)
    ).all()
    if rows:
        end_leases(work, [row.id for row in rows], now)
    return len(rows)
