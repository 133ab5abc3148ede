"""Every value that anybody wrote, and whether it is still somewhere it may be."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlcipher3 import dbapi2 as cipher

from db.types import Id

Place = tuple[str, Id, str]
"""Table, row, column."""


@dataclass
class Written:
    """A value by a person at a PC, over one that was there before."""

    place: Place
    value: Any
    before: Any
    pc: int
    tx: Id
    lost: bool = False


@dataclass
class Ledger:
    """What was written in a history."""

    written: list[Written] = field(default_factory=list)
    paid: dict[Id, int] = field(default_factory=dict)
    scrubbed: str = ""
    """What had been put aside about people who were erased since."""
    words: dict[Id, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The words about a person, by customer."""
    owners: dict[Id, set[Id]] = field(default_factory=lambda: defaultdict(set))
    """Whose a record was at any time."""

    def write(self, pc: int, tx: Id, place: Place, value: Any, before: Any = None) -> None:
        self.written.append(Written(place, value, before, pc, tx))

    def intend(self, pc: int, tx: Id, place: Place, value: Any, before: Any = None) -> None:
        """About to be kept. Only a PC that may be killed before it can tell has to say so."""

    def lose(self, pc: int, txs: set[Id]) -> None:
        """These went with a PC, or with an old copy, before they could be sent."""
        for one in self.written:
            if one.pc == pc and one.tx in txs:
                one.lost = True

    def missing(self, raw: cipher.Connection, *, known: bool = True) -> Iterator[str]:
        """Values that are neither current, nor superseded, kept for review, put aside, erased.

        `known`: head office was never put back. One that was is sent the later of two words first,
        and cannot know who had seen whose: it then asks about a clash rather than overwrite unseen.
        Where it is back at a PC's own older word, that PC's newer one takes its place unasked.
        """
        kept, applied = _conflicts(raw)
        pairs = _pairs(raw)
        rows = raw.execute("SELECT ops FROM quarantine")
        aside = " ".join([self.scrubbed, *(row[0] for row in rows)])
        gone = {row[0] for row in raw.execute("SELECT row_id FROM erasure")}
        by_place: dict[Place, list[Written]] = defaultdict(list)
        for one in self.written:
            by_place[one.place].append(one)
        for place, values in by_place.items():
            if place[1] in gone or self.owners[place[1]] & gone:
                continue
            if known:
                yield from _known(values, pairs[place])
            current = _current(raw, place)
            if known and current is not None:
                yield from _outrun(values, current, kept[place])
            scrubbed = {one.value for one in values if json.dumps(one.value) in self.scrubbed}
            standing = _standing(values, current, applied[place] | scrubbed)
            standing |= {id(one) for one in values if one.lost or one.value in kept[place]}
            if not known:
                standing |= _outwritten(values, standing)
            for one in values:
                found = id(one) in standing
                if not found and json.dumps(one.value) not in aside:
                    yield f"{place[0]}.{place[2]} {one.value!r} of PC {one.pc} is nowhere"


def _outrun(values: list[Written], current: Any, kept: set[Any]) -> Iterator[str]:
    """A change made after seeing another lost to it."""
    for one in values:
        if one.before == current is not None and one.value in kept and not one.lost:
            yield f"{one.value!r} lost to {current!r}, which it had seen"


def _outwritten(values: list[Written], found: set[int]) -> set[int]:
    """Values that the same PC wrote over later, by a word that is found and was not lost."""
    last = {one.pc: n for n, one in enumerate(values) if id(one) in found and not one.lost}
    return {id(one) for n, one in enumerate(values) if n < last.get(one.pc, 0)}


def _known(values: list[Written], pairs: list[tuple[Any, Any]]) -> Iterator[str]:
    """A change made after seeing another's is no clash with it."""
    by = {one.value: one for one in values}
    for won, lost in pairs:
        one, other = by.get(won), by.get(lost)
        if one and other and one.before == lost and one.pc != other.pc:
            yield f"{lost!r} is kept for review, though whoever wrote {won!r} had seen it"


def _pairs(raw: cipher.Connection) -> dict[Place, list[tuple[Any, Any]]]:
    """Who won against whom."""
    found: dict[Place, list[tuple[Any, Any]]] = defaultdict(list)
    rows = raw.execute('SELECT tbl, row_id, "column", kept, lost FROM conflict')
    for table, row_id, column, *told in rows:
        won, lost = (json.loads(value) if value is not None else None for value in told)
        found[table, row_id, column].append((won, lost))
    return found


def _standing(values: list[Written], current: Any, applied: set[Any]) -> set[int]:
    """Values that stand, or were seen by whoever wrote one that once stood."""
    stood = {id(one) for one in values if one.value == current or one.value in applied}
    while True:
        before = {one.before for one in values if id(one) in stood}
        more = {id(one) for one in values if one.value in before} - stood
        if not more:
            return stood
        stood |= more


def _current(raw: cipher.Connection, place: Place) -> Any:
    found = raw.execute(f"SELECT {place[2]} FROM {place[0]} WHERE id = ?", (place[1],)).fetchone()
    return found[0] if found else None


def _conflicts(raw: cipher.Connection) -> tuple[dict[Place, set[Any]], dict[Place, set[Any]]]:
    """Values kept for review, and those of them that once stood."""
    kept: dict[Place, set[Any]] = defaultdict(set)
    applied: dict[Place, set[Any]] = defaultdict(set)
    rows = raw.execute('SELECT tbl, row_id, "column", kept, lost, why FROM conflict')
    for table, row_id, column, won, lost, why in rows:
        place = (table, row_id, column)
        values = [json.loads(value) if value is not None else None for value in (won, lost)]
        kept[place].update(values)
        applied[place].add(values[0])
        if why == "overwrote":
            applied[place].add(values[1])
    return kept, applied
