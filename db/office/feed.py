"""Each scope's feed: one entry a row, numbered without a gap under the scope's lock.

A changed row's entry moves to the end; nothing is ever kept of how it was before. The head counts
the rows that are in the scope and sums their hashes, so that a PC can tell whether it has them all
(sync.md 2.6, 2.13, 2.14). What it costs does not depend on how much was written before.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from db.digest import MODULUS, bucket, row_hash
from db.office import tables
from db.office.kinds import HELD, NONE, FeedEntry, Head, Key, Mark, Members
from db.office.turns import Turns
from db.tables import NAMES, NUMBERS
from db.types import Id

if TYPE_CHECKING:
    from db.office.port import Asked, Port
    from db.office.work import OfficeWork

SLICE = 5_000
PART = 500
"""Entries that are written while the next ones are numbered."""
_Place = tuple[int, int, Id]


def mark(work: OfficeWork, marks: Sequence[Mark], at: int, fresh: Collection[Key]) -> Turns[None]:
    """Number the marks once the heads are locked. The last mark of a place counts."""
    numbers = work.scopes.of({m.scope for m in marks})
    wanted: dict[_Place, Mark] = {}
    for one in marks:
        place = (numbers[one.scope], NUMBERS[one.table], one.id)
        wanted.pop(place, None)
        wanted[place] = one
    before = [p for p, one in wanted.items() if (one.table, one.id) not in fresh]
    new = [p for p, one in wanted.items() if (one.table, one.id) in fresh]
    work.port.put_members(_members(wanted, new))
    heads, scopes = work.heads, set(numbers.values())
    heads.want(work.port, scopes)
    yield
    heads.lock()
    asked = work.port.feed_entries(before) if before else []
    yield
    heads.hear()
    old = {row[:3]: row[3:] for one in asked for row in one.rows()}
    for start in range(0, len(wanted), PART):
        some = islice(wanted.items(), start, start + PART)
        work.port.put_feed(
            [
                (*place, heads.step(place[0], one, old.get(place)), one.kind, one.rev, at)
                for place, one in some
            ]
        )
    moved = [p for p in before if p not in old or old[p][0] != wanted[p].kind]
    work.port.put_members(_members(wanted, moved))
    newest = heads.save(work.port, scopes)
    work.marked.update({scope: newest[number] for scope, number in numbers.items()})


def _members(wanted: Mapping[_Place, Mark], places: Iterable[_Place]) -> list[tuple[Any, ...]]:
    """What stands in these places, as memberships."""
    return [(tbl, row_id, scope, wanted[scope, tbl, row_id].kind) for scope, tbl, row_id in places]


class Heads:
    """The heads that a transaction has locked: nobody else counts them on until it ends.

    Those who share the transaction want theirs first, and then all are locked in ascending order,
    so that no two transactions wait for each other.
    """

    def __init__(self) -> None:
        self._wanted: dict[int, Port] = {}
        self._asked: list[Asked] = []
        self._locked: set[int] = set()
        self._heads: dict[int, list[int]] = {}

    def want(self, port: Port, scopes: Iterable[int]) -> None:
        """These are to be locked, by who may see them."""
        self._wanted.update({scope: port for scope in scopes if scope not in self._locked})

    def lock(self) -> None:
        """Lock whatever is wanted, by whomever."""
        wanted, self._wanted = sorted(self._wanted.items()), {}
        self._locked.update(scope for scope, _ in wanted)
        for port, some in groupby(wanted, key=itemgetter(1)):
            self._asked.append(port.lock_heads([scope for scope, _ in some]))

    def hear(self) -> None:
        """They are locked."""
        asked, self._asked = self._asked, []
        for row in (row for one in asked for row in one.rows()):
            self._heads[row[0]] = [row[1], row[2], int.from_bytes(row[3], "big"), row[4]]

    def step(self, scope: int, one: Mark, was: tuple[str, int] | None) -> int:
        """The next number of the scope; count and sum follow what goes and comes."""
        head = self._heads[scope]
        head[0] += 1
        if was is not None and was[0] in HELD:
            head[1] -= 1
            head[2] -= row_hash(one.table, one.id, was[1], was[0])
        if one.kind in HELD:
            head[1] += 1
            head[2] += row_hash(one.table, one.id, one.rev, one.kind)
        return head[0]

    def raised(self, scope: int, floor: int) -> None:
        """What was forgotten lies below this number."""
        self._heads[scope][3] = max(self._heads[scope][3], floor)

    def save(self, port: Port, scopes: Iterable[int]) -> dict[int, int]:
        """Keep these heads; their numbers by scope."""
        heads = {scope: self._heads[scope] for scope in sorted(scopes)}
        rows = [
            (scope, seq, count, (total % MODULUS).to_bytes(16, "big"), floor)
            for scope, (seq, count, total, floor) in heads.items()
        ]
        port.put(tables.scope_head, rows)
        return {scope: head[0] for scope, head in heads.items()}


def head(work: OfficeWork, scope: str) -> Head:
    number = work.scopes.known(scope)
    rows = work.port.all(
        "SELECT seq, cnt, sum128, floor FROM scope_head WHERE scope = ?", (number or 0,)
    )
    if not rows:
        return NONE
    seq, count, total, floor = rows[0]
    return Head(seq, count, int.from_bytes(total, "big"), floor)


def feed(work: OfficeWork, scope: str, after: int, limit: int) -> list[FeedEntry]:
    return _entries(
        work.port.all(
            "SELECT seq, tbl, id, kind, rev FROM scope_feed"
            " WHERE scope = ? AND seq > ? ORDER BY seq LIMIT ?",
            (work.scopes.known(scope) or 0, after, limit),
        )
    )


def listing(
    work: OfficeWork,
    scope: str,
    *,
    upto: int,
    after: Key | None,
    limit: int,
    only: Collection[str] = NUMBERS,
    kinds: Collection[str] = HELD,
) -> list[FeedEntry]:
    numbers = sorted(NUMBERS[name] for name in only)
    start = (NUMBERS[after[0]], after[1]) if after else (0, bytes(16))
    found: list[FeedEntry] = []
    for number in numbers:
        if number < start[0] or len(found) >= limit:
            continue
        last = start[1] if number == start[0] else None
        room = limit - len(found)
        found += _one_table(work, scope, number, upto=upto, last=last, limit=room, kinds=kinds)
    return found


def _one_table(
    work: OfficeWork,
    scope: str,
    number: int,
    *,
    upto: int,
    last: Id | None,
    limit: int,
    kinds: Collection[str],
) -> list[FeedEntry]:
    beyond, where = ((), "") if last is None else ((work.port.bind(last),), " AND id > ?")
    held = ", ".join(f"'{kind}'" for kind in kinds)
    return _entries(
        work.port.all(
            "SELECT seq, tbl, id, kind, rev FROM scope_feed WHERE scope = ? AND tbl = ?"
            f"{where} AND kind IN ({held}) AND seq <= ? ORDER BY id LIMIT ?",
            (work.scopes.known(scope) or 0, number, *beyond, upto, limit),
        )
    )


def buckets(work: OfficeWork, scope: str) -> list[tuple[int, int]]:
    sums, counts = [0] * 256, [0] * 256
    for entry in _everything(work, scope):
        which = bucket(entry.id)
        sums[which] += row_hash(entry.table, entry.id, entry.rev, entry.kind)
        counts[which] += 1
    return [(total % MODULUS, count) for total, count in zip(sums, counts, strict=True)]


def bucket_rows(work: OfficeWork, scope: str, which: Collection[int]) -> list[FeedEntry]:
    return _entries(
        work.port.all(
            "SELECT seq, tbl, id, kind, rev FROM scope_feed WHERE scope = ?"
            f" AND kind IN ('P', 'S') AND {work.port.last_byte_in('id')} ORDER BY tbl, id",
            (work.scopes.known(scope) or 0, work.port.hex_list(which)),
        )
    )


def _everything(work: OfficeWork, scope: str) -> Iterator[FeedEntry]:
    after: Key | None = None
    while True:
        part = listing(work, scope, upto=1 << 62, after=after, limit=SLICE)
        yield from part
        if len(part) < SLICE:
            return
        after = (part[-1].table, part[-1].id)


def members(work: OfficeWork, keys: Collection[Key], *, ever: bool) -> Members:
    return ask_members(work, keys, ever=ever)()


def ask_members(work: OfficeWork, keys: Collection[Key], *, ever: bool) -> Callable[[], Members]:
    found: Members = {key: {} for key in keys}
    asked = work.port.memberships([(NUMBERS[table], row_id) for table, row_id in found])

    def hear() -> Members:
        rows = asked.rows()
        names = work.scopes.names({row[2] for row in rows})
        for number, row_id, scope, kind in rows:
            if ever or kind in HELD:
                found[NAMES[number], row_id][names[scope]] = kind
        return found

    return hear


def collect(work: OfficeWork, scope: str, before: int) -> None:
    number = work.scopes.known(scope)
    if number is None:
        return
    work.heads.want(work.port, [number])
    work.heads.lock()
    work.heads.hear()
    gone = work.port.all(
        "SELECT tbl, id, seq FROM scope_feed WHERE scope = ? AND kind IN ('R', 'E') AND at < ?",
        (number, before),
    )
    if not gone:
        return
    work.port.drop(tables.scope_feed, [(number, tbl, row_id) for tbl, row_id, _ in gone])
    work.port.drop(tables.scope_member, [(tbl, row_id, number) for tbl, row_id, _ in gone])
    work.heads.raised(number, max(row[2] for row in gone))
    work.heads.save(work.port, [number])


def _entries(rows: list[tuple[int, int, Id, str, int]]) -> list[FeedEntry]:
    return [FeedEntry(seq, NAMES[tbl], row_id, kind, rev) for seq, tbl, row_id, kind, rev in rows]
