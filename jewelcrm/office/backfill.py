"""A PC that has learnt of a new table or column asks for those rows again, without hurry.

`table` or `table.column` is asked for; `table>scope>id` goes on behind that row. What to ask next
comes with the answer.
"""

from __future__ import annotations

from typing import NamedTuple

from db.office.kinds import FeedEntry
from db.office.work import OfficeWork
from jewelcrm.office.grants import Grants
from jewelcrm.office.images import items_of
from jewelcrm.office.merging.plans import PLANS
from jewelcrm.office.refusals import Refusal
from jewelcrm.wire.messages import Feed, PullAsk

MOST = 1_000
_PARTS, _KEY = 3, 16


class Wish(NamedTuple):
    """Rows to be sent again: a table, of one scope or of all, behind a row or from the start."""

    table: str
    scope: str | None = None
    after: bytes | None = None


def wishes(ask: PullAsk) -> list[Wish]:
    """What a pull asks for; read before anything is done for it.

    Raises:
        Refusal: `bad_request` for what is no wish, `too_big` for more than anybody may have.
    """
    if len(ask.backfill) > MOST:
        raise Refusal("too_big")
    return [_wish(wanted) for wanted in ask.backfill]


def feeds(
    work: OfficeWork, grants: Grants, ask: PullAsk, wanted: list[Wish], room: int
) -> tuple[list[Feed], list[str]]:
    """Pages of the tables asked for, at most `room` rows; and what to ask next."""
    cursors = {cursor.s: cursor.cur for cursor in ask.scopes if cursor.s in grants.scopes}
    asked = [
        (wish.table, scope, wish.after)
        for wish in wanted
        for scope in ([wish.scope] if wish.scope else cursors)
    ]
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


def _wish(wanted: str) -> Wish:
    parts = wanted.split(">")
    table = parts[0].split(".")[0]
    if table not in PLANS or len(parts) not in (1, _PARTS):
        raise Refusal("bad_request")
    if len(parts) == 1:
        return Wish(table)
    try:
        after = bytes.fromhex(parts[2])
    except ValueError as error:
        raise Refusal("bad_request") from error
    if len(after) not in (0, _KEY):
        raise Refusal("bad_request")
    return Wish(table, parts[1], after or None)


def _entries(
    work: OfficeWork, scope: str, table: str, after: bytes | None, room: int
) -> list[FeedEntry]:
    if room <= 0:
        return []
    start = (table, after) if after else None
    upto = work.head(scope).seq
    return work.listing(scope, upto=upto, after=start, limit=room, tables=[table])
