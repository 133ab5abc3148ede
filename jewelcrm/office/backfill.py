"""A PC that has learnt of a new table or column asks for those rows again, without hurry.

`table` or `table.column` is asked for; `table>scope>id` goes on behind that row. What to ask next
comes with the answer.
"""

from __future__ import annotations

from db.office.kinds import FeedEntry
from db.office.work import OfficeWork
from jewelcrm.office.grants import Grants
from jewelcrm.office.images import items_of
from jewelcrm.office.merging.plans import PLANS
from jewelcrm.office.refusals import Refusal
from jewelcrm.wire.messages import Feed, PullAsk

_PARTS = 3


def feeds(
    work: OfficeWork, grants: Grants, ask: PullAsk, room: int
) -> tuple[list[Feed], list[str]]:
    """Pages of the tables asked for, at most `room` rows; and what to ask next."""
    cursors = {cursor.s: cursor.cur for cursor in ask.scopes if cursor.s in grants.scopes}
    asked = [part for wanted in ask.backfill for part in _parts(wanted, list(cursors))]
    found: list[Feed] = []
    left: list[str] = []
    for table, scope, after in asked:
        entries = _entries(work, scope, table, after, room) if scope in cursors else []
        if room > 0 and entries:
            items = items_of(work, grants, scope, entries, ask.schema)
            found.append(Feed(scope, cursors[scope], cursors[scope], items))
        if room <= 0 or len(entries) == room:
            last = entries[-1].id if entries else after
            left.append(f"{table}>{scope}>{last.hex() if last else ''}")
        room -= len(entries)
    return found, left


def _parts(wanted: str, scopes: list[str]) -> list[tuple[str, str, bytes | None]]:
    """The table, scopes and starting points that a wish stands for."""
    parts = wanted.split(">")
    table = parts[0].split(".")[0]
    if table not in PLANS or len(parts) not in (1, _PARTS):
        raise Refusal("bad_request")
    if len(parts) == 1:
        return [(table, scope, None) for scope in scopes]
    try:
        return [(table, parts[1], bytes.fromhex(parts[2]) or None)]
    except ValueError as error:
        raise Refusal("bad_request") from error


def _entries(
    work: OfficeWork, scope: str, table: str, after: bytes | None, room: int
) -> list[FeedEntry]:
    if room <= 0:
        return []
    start = (table, after) if after else None
    upto = work.head(scope).seq
    return work.listing(scope, upto=upto, after=start, limit=room, tables=[table])
