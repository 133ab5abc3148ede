"""A new PC's first copy of a scope, in chunks that can be asked for again (sync.md 2.14).

Nothing is kept between chunks: each is what the scope held at feed position `at`, behind the row
where the one before it ended. What has changed since is left to the pull. The stage `open` is what
the counter needs first: open orders with all that belongs to them.
"""

from __future__ import annotations

import hashlib

import msgspec
from sqlalchemy import select

from db.office import tables
from db.office.kinds import HELD, FeedEntry, Head, Key
from db.office.work import OfficeWork
from db.tables import NUMBERS, orders
from db.types import Id
from jewelcrm.office.grants import Grants
from jewelcrm.office.hearing import Hearing
from jewelcrm.office.images import items_of
from jewelcrm.office.merging.plans import PLANS
from jewelcrm.office.repair import granted
from jewelcrm.office.skew import knows_table, require_readable
from jewelcrm.orders.rules.stages import OPEN_STAGES
from jewelcrm.wire.messages import Item, SnapshotAnswer, SnapshotAsk

MOST_ROWS = 5_000
_ENCODER = msgspec.json.Encoder()
_ORDER_PARTS = tuple(
    name for name, plan in PLANS.items() if plan.parent == ("order_id", "sales_order")
)
_PERSON_PARTS = tuple(
    name for name, plan in PLANS.items() if plan.parent == ("customer_id", "customer")
)


def snapshot(hearing: Hearing, device: Id, ask: SnapshotAsk, now: int) -> SnapshotAnswer:
    """The next chunk; see `jewelcrm.office.service.Office.snapshot`."""
    require_readable(ask.schema)
    grants = granted(hearing, device, ask.s, now)
    with hearing.look(grants) as work:
        head = work.head(ask.s)
        at = head.seq if ask.at is None else min(ask.at, head.seq)
        return _chunk(work, grants, ask, at, head)


def _chunk(
    work: OfficeWork, grants: Grants, ask: SnapshotAsk, at: int, head: Head
) -> SnapshotAnswer:
    limit = min(ask.limit, MOST_ROWS)
    after = (ask.after[0], bytes.fromhex(ask.after[1])) if ask.after else None
    if after is not None and after[0] not in NUMBERS:
        after = None
    if ask.stage == "open":
        entries, total = _open(work, ask.s, after, limit, at)
    else:
        known = [name for name in NUMBERS if knows_table(name, ask.schema)]
        entries = work.listing(ask.s, upto=at, after=after, limit=limit, tables=known)
        total = head.count
    items = items_of(work, grants, ask.s, entries, ask.schema)
    last = entries[-1] if len(entries) == limit else None
    going_on = (last.table, last.id.hex()) if last else None
    return SnapshotAnswer(ask.s, at, items, checksum(items), going_on, total)


def checksum(items: list[Item]) -> str:
    """SHA-256 over the items as JSON."""
    return hashlib.sha256(_ENCODER.encode(items)).hexdigest()


def _open(
    work: OfficeWork, scope: str, after: Key | None, limit: int, at: int
) -> tuple[list[FeedEntry], int]:
    """Open orders and all that belongs to them, by table and id; and how many rows that is."""
    revs = _open_rows(work, scope)
    places = work.members(revs)
    held = sorted(
        (key for key in revs if places[key].get(scope) in HELD),
        key=lambda key: (NUMBERS[key[0]], key[1]),
    )
    start = (NUMBERS[after[0]], after[1]) if after else (0, b"")
    part = [key for key in held if (NUMBERS[key[0]], key[1]) > start][:limit]
    entries = [FeedEntry(at, *key, places[key][scope], revs[key]) for key in part]
    return entries, len(held)


def _open_rows(work: OfficeWork, scope: str) -> dict[Key, int]:
    """The revisions of the scope's open orders, their parts, and their customers with theirs."""
    found: dict[Key, int] = {}
    still_open = _open_orders(work, scope)
    customers: set[Id] = set()
    for order_id, (rev, customer_id) in still_open.items():
        found["sales_order", order_id] = rev
        if customer_id is not None:
            customers.add(customer_id)
    _add_parts(work, found, _ORDER_PARTS, "order_id", set(still_open))
    _add_parts(work, found, ("customer",), "id", customers)
    _add_parts(work, found, _PERSON_PARTS, "customer_id", customers)
    return found


def _add_parts(
    work: OfficeWork, found: dict[Key, int], names: tuple[str, ...], column: str, ids: set[Id]
) -> None:
    for table in names if ids else ():
        for row_id, row in work.rows_where(table, column, sorted(ids)).items():
            found[table, row_id] = int(row["rev"] or 0)


def _open_orders(work: OfficeWork, scope: str) -> dict[Id, tuple[int, Id | None]]:
    """Id to revision and customer of the scope's open orders, found by the feed and the stage."""
    feed, order = tables.scope_feed.c, orders.sales_order.c
    rows = work.conn.execute(
        select(order.id, order.rev, order.customer_id)
        .join(tables.scope_feed, feed.id == order.id)
        .where(
            feed.scope == (work.scopes.known(scope) or 0),
            feed.tbl == NUMBERS["sales_order"],
            feed.kind == "P",
            order.archived_at.is_(None),
            order.stage.in_(OPEN_STAGES),
        )
    )
    return {row.id: (row.rev, row.customer_id) for row in rows}
