"""What is new in a PC's scopes: pages of current rows in the order they changed, of one moment.

A row that changed fifty times is sent once. A PC that was away for longer than removals are
remembered gets the whole scope listed, page by page (sync.md 2.6, 2.14).
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from db.digest import as_text
from db.office.kinds import FeedEntry, Head
from db.office.work import OfficeWork
from db.types import Id
from jewelcrm.office import alarms, backed_up, backfill, counting, skew, watchword
from jewelcrm.office.bringing import note_pull
from jewelcrm.office.grants import Grants
from jewelcrm.office.hearing import Hearing
from jewelcrm.office.images import items_of
from jewelcrm.office.refusals import Refusal
from jewelcrm.office.skew import require_readable
from jewelcrm.wire.messages import Cursor, Feed, Item, PullAnswer, PullAsk

MOST_ROWS, MOST_SCOPES = 5_000, 2_000
MOST_LETTERS, STEP, FIRST = 8 << 20, 500, 50
"""An answer's texts; and how many rows are read at once at most, and at first."""
LARGE = "quarantine"
DAY_MS = 86_400_000


def pull(hearing: Hearing, device: Id, ask: PullAsk, now: int) -> PullAnswer:
    """What is new in a PC's scopes; see `jewelcrm.office.service.Office.pull`."""
    require_readable(ask.schema)
    _require_sane(ask)
    wishes = backfill.wishes(ask)
    grants = hearing.grants(device, now)
    if grants.device.bringing:
        hearing.act(grants, lambda work: note_pull(work, device))
    if ask.alarms:
        hearing.act(grants, lambda work: alarms.note(work, device, ask.alarms, now))
    if ask.backed_up is not None:
        told = ask.backed_up
        hearing.act(grants, lambda work: backed_up.note(work, device, told, now))
    with hearing.look(grants) as work:
        pages = _Pages(work, grants, ask.schema, min(ask.limit, MOST_ROWS), MOST_LETTERS)
        feeds = [pages.feed(cursor) for cursor in ask.scopes]
        extra, going_on = backfill.feeds(work, grants, ask, wishes, pages.left)
        shows = ask.watchword is not None and watchword.is_news(work, device, ask.watchword, now)
    return PullAnswer(
        ask.req,
        now,
        hearing.tick(now),
        [*feeds, *extra],
        sorted(grants.scopes),
        now + grants.device.lease_days * DAY_MS,
        orders=["update"] if ask.schema < skew.SCHEMA else [],
        backfill=going_on,
        watchword=_hear(hearing, grants, ask, now) if shows else "",
        schema=skew.SCHEMA,
    )


def _hear(hearing: Hearing, grants: Grants, ask: PullAsk, now: int) -> str:
    """The PC's next watchword; none while it could not be kept: reading goes on without it."""
    shown = ask.watchword or ""
    with suppress(Refusal):
        return hearing.act(grants, lambda work: watchword.hear(work, grants.device, shown, now))
    return ""


def _require_sane(ask: PullAsk) -> None:
    """Nothing when each scope is read once: a thousand times the same one is a thousand queries."""
    if len(ask.scopes) > MOST_SCOPES:
        raise Refusal("too_big")
    if len({cursor.s for cursor in ask.scopes}) != len(ask.scopes):
        raise Refusal("bad_request")


@dataclass(slots=True)
class _Pages:
    """The pages of one answer; together they have at most `left` rows, in `room` letters or so."""

    work: OfficeWork
    grants: Grants
    schema: int
    left: int
    room: int

    def feed(self, cursor: Cursor) -> Feed:
        """The next page of a scope."""
        if cursor.s not in self.grants.scopes:
            return Feed(cursor.s, cursor.cur, cursor.cur, drop=True)
        head = counting.head(self.work, cursor.s, self.schema)
        going_on = cursor.listing is not None and cursor.listing == head.floor
        anew = (cursor.cur < head.floor and not going_on) or cursor.cur > head.seq
        listing = head.floor if anew or going_on else None
        start, room = (0 if anew else cursor.cur), self.left
        entries = self._entries(cursor.s, start, head)
        items, read = self._items(cursor.s, entries)
        reached = entries[read - 1].seq if read else start
        done = read == len(entries) and (reached >= head.seq or read < room)
        reached = head.seq if done else reached
        page = self._page(cursor, head if done else None, reached, items)
        page.reset, page.listing = anew, None if done else listing
        return page

    def _entries(self, scope: str, after: int, head: Head) -> list[FeedEntry]:
        if self.left <= 0 or after >= head.seq:
            return []
        entries = self.work.feed(scope, after, self.left)
        self.left -= len(entries)
        return entries

    def _items(self, scope: str, entries: Sequence[FeedEntry]) -> tuple[list[Item], int]:
        """The entries with their rows; not all of them when they are too large together."""
        items: list[Item] = []
        at = 0
        while at < len(entries):
            if self.room <= 0:
                self.left = 0
                break
            step = self._step(items, entries[at : at + STEP])
            part = items_of(self.work, self.grants, scope, entries[at : at + step], self.schema)
            self.room -= _size(part)
            items += part
            at += step
        return items, at

    def _step(self, items: Sequence[Item], coming: Sequence[FeedEntry]) -> int:
        """How many rows to read at once: few at first, as many as have room by what they were.

        What was put aside may be as large as a push, and is read by itself.
        """
        if coming[0].table == LARGE:
            return 1
        large = next((n for n, entry in enumerate(coming) if entry.table == LARGE), len(coming))
        average = max(1, _size(items) // len(items)) if items else MOST_LETTERS // FIRST
        return max(1, min(large, self.room // average))

    def _page(self, cursor: Cursor, head: Head | None, reached: int, items: list[Item]) -> Feed:
        """The page up to `reached`; `head` when that is all there is."""
        lease = self.grants.leases.get(cursor.s)
        return Feed(
            cursor.s,
            cursor.cur,
            reached,
            items,
            count=head.count if head else None,
            sum=as_text(head.sum) if head else None,
            more=head is None,
            mask=sorted(lease.hidden) if lease else [],
            until=lease.until if lease else None,
        )


def _size(items: Sequence[Item]) -> int:
    images = (item.img for item in items if item.img)
    return sum(len(value) for image in images for value in image.values() if type(value) is str)
