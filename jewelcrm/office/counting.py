"""A scope's count and sums as a PC has them whose program is older.

What it is not sent it cannot count, and it may sum stubs as if they were whole: its sums would
differ at every pull. Only such PCs cost the look at the rows of the tables that are new to them,
and at stubs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from db import digest
from db.office.kinds import HELD, FeedEntry, Head
from db.office.work import OfficeWork
from db.types import Id
from jewelcrm.office.skew import knows_table, tables_unknown_to

_STUBS_OF = ("customer",)
_SLICE = 5_000


def head(work: OfficeWork, scope: str, schema: int | None) -> Head:
    """The scope's head; its count and sum are of the tables that the schema has."""
    found = work.head(scope)
    count, total = found.count, found.sum
    for entry in _unknown(work, scope, schema):
        count, total = count - 1, digest.minus(total, *_summed(entry))
    total = digest.without_kinds(total, map(_row, _taken_for_whole(work, scope, schema)))
    return replace(found, count=count, sum=total)


def buckets(work: OfficeWork, scope: str, schema: int | None) -> list[tuple[int, int]]:
    """Sum and count of each bucket of the scope."""
    found = work.buckets(scope)
    for entry in _unknown(work, scope, schema):
        at = digest.bucket(entry.id)
        total, count = found[at]
        found[at] = digest.minus(total, *_summed(entry)), count - 1
    for entry in _taken_for_whole(work, scope, schema):
        at = digest.bucket(entry.id)
        total, count = found[at]
        found[at] = digest.without_kinds(total, [_row(entry)]), count
    return found


def bucket_rows(
    work: OfficeWork, scope: str, which: set[int], schema: int | None
) -> list[FeedEntry]:
    """What lies in these buckets of the scope."""
    rows = work.bucket_rows(scope, which) if which else []
    return [row for row in rows if schema is None or knows_table(row.table, schema)]


def _unknown(work: OfficeWork, scope: str, schema: int | None) -> Iterator[FeedEntry]:
    return _all(work, scope, () if schema is None else tables_unknown_to(schema), HELD)


def _taken_for_whole(work: OfficeWork, scope: str, schema: int | None) -> Iterator[FeedEntry]:
    old = schema is not None and schema < digest.KINDS_SINCE
    return _all(work, scope, _STUBS_OF if old else (), ("S",))


def _row(entry: FeedEntry) -> tuple[str, Id, int]:
    return entry.table, entry.id, entry.rev


def _summed(entry: FeedEntry) -> digest.Summed:
    return entry.table, entry.id, entry.rev, entry.kind


def _all(
    work: OfficeWork, scope: str, tables: Collection[str], kinds: Collection[str]
) -> Iterator[FeedEntry]:
    after = None
    while tables:
        part = work.listing(
            scope, upto=1 << 62, after=after, limit=_SLICE, tables=tables, kinds=kinds
        )
        yield from part
        if len(part) < _SLICE:
            return
        after = (part[-1].table, part[-1].id)
