"""Which of many customers may be told things that are marketing (Cap. 486 Part 6A)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import Connection, select

from db.tables.customers import consent, customer
from db.types import Id
from jewelcrm.customers.rules.consent import Entry, Standing, can_market
from jewelcrm.followups.chunks import chunks


def willing(conn: Connection, customer_ids: Collection[Id]) -> set[Id]:
    """Those who agreed, by any channel, to what we may tell them."""
    found: set[Id] = set()
    for piece in chunks(customer_ids):
        entries = _entries(conn, piece)
        standings = _standings(conn, list(entries))
        found |= {who for who, of in entries.items() if _may(standings[who], of)}
    return found


def _may(standing: Standing, entries: Sequence[Entry]) -> bool:
    scopes = {(e.channel, e.subject_class) for e in entries if e.state == "consented"}
    return any(can_market(standing, entries, *scope).allowed for scope in scopes)


def _entries(conn: Connection, customer_ids: list[Id]) -> dict[Id, list[Entry]]:
    c = consent.c
    found: dict[Id, list[Entry]] = defaultdict(list)
    for row in conn.execute(
        select(
            c.customer_id,
            c.purpose,
            c.channel,
            c.subject_class,
            c.state,
            c.source,
            c.obtained_at,
            c.confirm_due,
        )
        .where(c.customer_id.in_(customer_ids))
        .order_by(c.customer_id, c.id)
    ):
        found[row.customer_id].append(row)
    return found


def _standings(conn: Connection, customer_ids: list[Id]) -> dict[Id, Standing]:
    c = customer.c
    rows = conn.execute(
        select(c.id, c.archived_at, c.merged_into, c.is_minor).where(c.id.in_(customer_ids))
    )
    return {
        row.id: Standing(
            archived=row.archived_at is not None,
            merged=row.merged_into is not None,
            is_minor=bool(row.is_minor),
        )
        for row in rows
    }
