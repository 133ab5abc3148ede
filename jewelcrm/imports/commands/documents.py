"""Rows that belong together, brought together: a document is handed on when its last row is read.

Most files keep a document's rows in one run, so a first pass only has to find those that do not:
a filter of fixed size says which keys may have come before. If so many are open at once that they
would not fit in memory, the file is read several times, a part of the documents each time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b

from jewelcrm.imports.commands.ends import Document
from jewelcrm.imports.readers.model import Row, Source, Tally

KeyOf = Callable[[list[str]], str]
OPEN_ROWS = 200_000
"""Rows of unfinished documents that are held at once."""

_FEW = 1_000
"""So many scattered documents fit in memory without counting them."""
_PART = 40  # bits of a row's position; the part stands above them


class Seen:
    """Remembers in fixed memory what may have been there before (a Bloom filter).

    Never says no wrongly; says yes wrongly once in a thousand at 400,000 keys.
    """

    BITS = 1 << 23

    def __init__(self) -> None:
        self._bits = bytearray(self.BITS // 8)

    def add(self, key: str) -> bool:
        """Remember `key`; the answer is whether it may have been there."""
        mark = int.from_bytes(
            blake2b(key.encode("utf-8", "replace"), digest_size=12).digest(), "big"
        )
        there = True
        for shift in (0, 24, 48, 72):
            at = (mark >> shift) & (self.BITS - 1)
            byte, bit = at >> 3, 1 << (at & 7)
            if not self._bits[byte] & bit:
                there = False
                self._bits[byte] |= bit
        return there


class Occurrences:
    """Counts equal rows in (nearly) fixed memory: only what may have come before is remembered."""

    def __init__(self) -> None:
        self._seen = Seen()
        self._counts: dict[str, int] = {}

    def next(self, cells: list[str]) -> str:
        """A key for the row by what it holds; the n-th equal row has its own."""
        text = "\x1f".join(cells)
        mark = blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()
        if not self._seen.add(mark):
            return mark
        count = self._counts[mark] = self._counts.get(mark, 1) + 1
        return f"{mark}-{count}"


@dataclass(slots=True)
class Plan:
    """What the first pass found: rows in all, where scattered documents end, in how many parts."""

    rows: int = 0
    ends: dict[str, int] = field(default_factory=dict)
    parts: int = 1


def plan(
    source: Source, key_of: KeyOf, *, open_rows: int = OPEN_ROWS, beat: Callable[[], None]
) -> Plan:
    """Read the file once to find the documents whose rows are not in one run."""
    found, seen, before = Plan(), Seen(), ""
    for position, cells, _ in source.rows():
        if position % 5000 == 0:
            beat()
        found.rows = position
        key = key_of(cells)
        if not key:
            before = ""
            continue
        if key in found.ends or (key != before and seen.add(key)):
            found.ends[key] = position
        before = key
    if len(found.ends) > _FEW:
        found.parts = -(-_most_open(source, key_of, found) // open_rows) or 1
    return found


def _most_open(source: Source, key_of: KeyOf, found: Plan) -> int:
    """How many rows of scattered documents wait at the same time, at most."""
    waiting: dict[str, int] = {}
    total = most = 0
    for position, cells, _ in source.rows():
        key = key_of(cells)
        if key in found.ends:
            waiting[key] = waiting.get(key, 0) + 1
            total += 1
            most = max(most, total)
            if found.ends[key] == position:
                total -= waiting.pop(key)
    return most


def documents(
    source: Source, key_of: KeyOf | None, found: Plan, tally: Tally
) -> Iterator[tuple[int, Document]]:
    """Each document whole, with the place its last row has: places only rise."""
    if key_of is None:
        for row in source.rows(tally):
            yield row[0], [row]
        return
    for part in range(found.parts):
        quiet = tally if part == 0 else Tally()
        rows = (row for row in source.rows(quiet) if _in_part(key_of(row[1]), part, found.parts))
        for last, document in _together(rows, key_of, found):
            yield part << _PART | last, document


def _in_part(key: str, part: int, parts: int) -> bool:
    return (
        parts == 1
        or int.from_bytes(blake2b(key.encode("utf-8", "replace"), digest_size=4).digest()) % parts
        == part
    )


def _together(rows: Iterator[Row], key_of: KeyOf, found: Plan) -> Iterator[tuple[int, Document]]:
    ends, waiting = found.ends, dict[str, Document]()
    run: Document = []
    running = ""
    for row in rows:
        key = key_of(row[1])
        if key and key == running:
            run.append(row)
            continue
        if run:
            yield run[-1][0], run
            run, running = [], ""
        if not key:
            yield row[0], [row]
        elif key in ends:
            waiting.setdefault(key, []).append(row)
            if row[0] == ends[key]:
                yield row[0], waiting.pop(key)
        else:
            run, running = [row], key
    if run:
        yield run[-1][0], run
