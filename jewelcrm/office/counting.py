"""A scope's count and sums as a PC has them whose program does not know every table yet.

What an older program is not sent it cannot count: its sums would differ at every pull. Only such
PCs cost the look at the rows of the tables that are new to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from db import digest
from db.office.kinds import FeedEntry, Head
from db.office.work import OfficeWork
from jewelcrm.office.skew import knows_table, tables_unknown_to

_SLICE = 5_000


def head(work: OfficeWork, scope: str, schema: int | None) -> Head:
    """The scope's head; its count and sum are of the tables that the schema has."""
    found = work.head(scope)
    count, total = found.count, found.sum
    for entry in _unknown(work, scope, schema):
        count, total = count - 1, digest.minus(total, entry.table, entry.id, entry.rev)
    return replace(found, count=count, sum=total)


def buckets(work: OfficeWork, scope: str, schema: int | None) -> list[tuple[int, int]]:
    """Sum and count of each bucket of the scope."""
    found = work.buckets(scope)
    for entry in _unknown(work, scope, schema):
        at = digest.bucket(entry.id)
        total, count = found[at]
        found[at] = digest.minus(total, entry.table, entry.id, entry.rev), count - 1
    return found


def bucket_rows(
    work: OfficeWork, scope: str, which: set[int], schema: int | None
) -> list[FeedEntry]:
    """What lies in these buckets of the scope."""
    rows = work.bucket_rows(scope, which) if which else []
    return [row for row in rows if schema is None or knows_table(row.table, schema)]


def _unknown(work: OfficeWork, scope: str, schema: int | None) -> Iterator[FeedEntry]:
    tables = () if schema is None else tables_unknown_to(schema)
    after = None
    while tables:
        part = work.listing(scope, upto=1 << 62, after=after, limit=_SLICE, tables=tables)
        yield from part
        if len(part) < _SLICE:
            return
        after = (part[-1].table, part[-1].id)
