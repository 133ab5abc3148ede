"""When a scope's sums differ: which buckets, what lies in them, and single rows (sync.md 2.13)."""

from __future__ import annotations

from db.digest import as_text
from db.office.kinds import HELD, FeedEntry
from db.office.work import OfficeWork
from db.types import Id
from jewelcrm.office import counting
from jewelcrm.office.grants import Grants
from jewelcrm.office.hearing import Hearing
from jewelcrm.office.images import items_of
from jewelcrm.office.merging.plans import PLANS
from jewelcrm.office.refusals import Refusal
from jewelcrm.office.skew import SCHEMA, require_readable
from jewelcrm.wire.messages import (
    BucketsAnswer,
    BucketsAsk,
    FetchAnswer,
    FetchAsk,
    ListingAnswer,
    ListingAsk,
)

MOST_FETCHED = 5_000


def buckets(hearing: Hearing, device: Id, ask: BucketsAsk, now: int) -> BucketsAnswer:
    """Sum and count of each bucket of the scope."""
    grants = granted(hearing, device, ask.s, now)
    with hearing.look(grants) as work:
        found = counting.buckets(work, ask.s, ask.schema)
        seq = work.head(ask.s).seq
    sums, counts = [as_text(b[0]) for b in found], [b[1] for b in found]
    return BucketsAnswer(ask.s, seq, sums, counts, SCHEMA)


def listing(hearing: Hearing, device: Id, ask: ListingAsk, now: int) -> ListingAnswer:
    """Table, id, revision and kind of what lies in the buckets."""
    grants = granted(hearing, device, ask.s, now)
    with hearing.look(grants) as work:
        found = counting.bucket_rows(work, ask.s, set(ask.buckets), ask.schema)
        seq = work.head(ask.s).seq
    stubs = [at for at, entry in enumerate(found) if entry.kind == "S"]
    return ListingAnswer(ask.s, seq, [(e.table, e.id.hex(), e.rev) for e in found], stubs)


def fetch(hearing: Hearing, device: Id, ask: FetchAsk, now: int) -> FetchAnswer:
    """Those of the rows that are in the scope."""
    require_readable(ask.schema)
    if len(ask.rows) > MOST_FETCHED:
        raise Refusal("too_big")
    grants = granted(hearing, device, ask.s, now)
    keys = {(table, bytes.fromhex(row_id)) for table, row_id in ask.rows if table in PLANS}
    with hearing.look(grants) as work:
        entries = _entries(work, ask.s, keys)
        items = items_of(work, grants, ask.s, entries, ask.schema)
        seq = work.head(ask.s).seq
    return FetchAnswer(ask.s, seq, items)


def granted(hearing: Hearing, device: Id, scope: str, now: int) -> Grants:
    """What the PC may see, if the scope is of it.

    Raises:
        Refusal: the scope is not the PC's.
    """
    grants = hearing.grants(device, now)
    if scope not in grants.scopes:
        raise Refusal("denied")
    return grants


def _entries(work: OfficeWork, scope: str, keys: set[tuple[str, Id]]) -> list[FeedEntry]:
    """The rows' entries; their revision is the row's, as the feed has it at the same moment."""
    places = work.members(keys)
    held = sorted(key for key in keys if places[key].get(scope) in HELD)
    tables = {table for table, _ in held}
    rows = {t: work.rows(t, [i for table, i in held if table == t]) for t in tables}
    return [
        FeedEntry(0, table, row_id, places[table, row_id][scope], int(row["rev"] or 0))
        for table, row_id in held
        if (row := rows[table].get(row_id)) is not None
    ]
