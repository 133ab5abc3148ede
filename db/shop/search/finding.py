"""Finding: candidates from the index, newest first, checked against the rule and ranked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain, zip_longest
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlcipher3 import dbapi2 as cipher

from db.names import STILL_OPEN
from db.shop.search.asking import Asked, closeness, is_phone, lines_of, proven, read
from db.shop.search.entry import CHECK, NUMBER, numbers_in, shown_in
from db.shop.search.tables import (
    CUSTOMER,
    KINDS,
    ORDER,
    WORDED,
    kind_of,
    rows_of,
)
from db.types import Id

if TYPE_CHECKING:
    from sqlalchemy import Connection

CANDIDATES = 50  # of one kind, that are looked at: each deciphers a page of its own
PAPERS = 5  # of each kind of paper, beside a full list of customers: each deciphers four pages
MORE_PAPERS = 8  # where there is room
LAST_DIGITS = 3  # of a paper's number, at least
_WRONG = 12  # candidates of a quick question that may be read in vain
_SCANNED = 5000  # numbers with the same last digits that are looked through
_UPC = 12  # digits of a barcode of North America

_WORDS = (
    "SELECT e.rowid, e.row_id, e.text FROM search_index f CROSS JOIN search_entry e"
    " ON e.rowid = f.rowid WHERE f.search_index MATCH ? AND f.rowid BETWEEN ? AND ?"
    " ORDER BY f.rowid DESC"
)
_EXACT = "SELECT entry FROM search_number WHERE kind = ? AND key = ? ORDER BY entry DESC LIMIT ?"
_START = (
    "SELECT entry FROM search_number WHERE kind = ? AND key > ? AND key < ?"
    " ORDER BY key DESC LIMIT ?"
)
_END = (
    "SELECT entry FROM (SELECT entry FROM search_number WHERE kind = ? AND key >= ? AND key < ?"
    f" LIMIT {_SCANNED}) ORDER BY entry DESC LIMIT ?"
)
_END_CHECKED = (
    "SELECT entry FROM (SELECT entry FROM search_number WHERE kind = ? AND key >= ? AND key < ?"
    f" AND substr(key, -2) = ? LIMIT {_SCANNED}) ORDER BY entry DESC LIMIT ?"
)
_OPEN = {
    CUSTOMER: (
        "SELECT customer_id, count(*) FROM sales_order"
        f" WHERE customer_id IN ({{}}) AND {STILL_OPEN} GROUP BY customer_id"
    ),
    ORDER: (f"SELECT id, 1 FROM sales_order WHERE id IN ({{}}) AND {STILL_OPEN}"),
}
_ENTRIES = "SELECT rowid, row_id, text FROM search_entry WHERE rowid IN ({})"
_SHOWN = "SELECT row_id, text FROM search_entry WHERE row_id IN ({})"
_LEAST_ROOM = 8
_AFTER = "\U0010ffff"  # sorts after every character of a key

_Row = tuple[Any, ...]  # entry, id, text


class Hit(NamedTuple):
    """One record that was found."""

    kind: str
    row_id: Id
    entry: int
    """Grows with time within a kind: the higher, the newer."""
    is_number: bool
    """What was typed is one of its numbers or phones, whole."""
    closeness: int
    """How many terms are a whole word or a number's end, not only a part."""
    text: str = ""

    @property
    def number(self) -> str:
        """The number it is known by: the first of them."""
        return (numbers_in(self.text) or [""])[0]

    @property
    def shown(self) -> tuple[str, str, list[str]]:
        """Name, Chinese name and phones, as they were written; empty for papers."""
        return shown_in(self.text)


def find(
    conn: Connection, text: str, kinds: Collection[str] | None = None, limit: int = 50
) -> list[Hit]:
    """The best `limit` records for what was typed: whole numbers, whole words, newest first.

    At most `CANDIDATES` of each kind are looked at, the newest ones; of papers `PAPERS` or, where
    customers leave room, `MORE_PAPERS`, unless one kind alone is asked for. The rule is in
    `db.shop.search.asking`.
    """
    asked = read(text)
    if asked is None or limit <= 0:
        return []
    raw = _driver(conn)
    wanted = [kind for kind in KINDS if kinds is None or kind in kinds]
    exact, first, more = _by_digits(raw, asked.number, wanted)
    room = CANDIDATES - sum(kind_of(entry) not in WORDED for entry in first)
    worded = _worded(raw, asked, [kind for kind in wanted if kind in WORDED], room)
    numbered = _rows(raw, [*first, *more[: max(0, room - len(worded))]])
    found = {row[0]: row for row in (*numbered, *worded)}
    hits = [_hit(asked, row, exact) for row in found.values()]
    hits.sort(key=_rank)
    return hits[:limit]


def by_number(conn: Connection, text: str, kinds: Collection[str] | None = None) -> list[Hit]:
    """Records one of whose numbers (barcode, SKU, customer, order, receipt) is exactly this.

    A twelve-digit UPC and the EAN-13 that it is with a zero before it are the same barcode.
    """
    asked = read(text)
    if asked is None or not asked.number:
        return []
    raw = _driver(conn)
    wanted = [kind for kind in KINDS if kinds is None or kind in kinds]
    return [
        Hit(kind, row[1], row[0], is_number=True, closeness=len(asked.terms), text=row[2])
        for kind in wanted
        for form in _barcode_forms(asked.number)
        for row in _rows(raw, _exact(raw, kind, form))
    ]


def _barcode_forms(number: str) -> list[str]:
    if number.isdigit() and len(number) == _UPC:
        return [number, f"0{number}"]
    if number.isdigit() and len(number) == _UPC + 1 and number.startswith("0"):
        return [number, number[1:]]
    return [number]


def open_business(conn: Connection, hits: Collection[Hit]) -> dict[Id, int]:
    """How many open orders each customer found has, and 1 for each open order found."""
    raw = _driver(conn)
    found: dict[Id, int] = {}
    for kind, sql in _OPEN.items():
        ids = [hit.row_id for hit in hits if hit.kind == kind]
        if ids:
            found.update(some(raw, sql, ids))
    return found


def shown_of(conn: Connection, ids: Collection[Id]) -> dict[Id, tuple[str, str, list[str]]]:
    """Name, Chinese name and phones of the records that are in the index."""
    return {row_id: shown_in(text) for row_id, text in some(_driver(conn), _SHOWN, list(ids))}


def some(raw: cipher.Connection, sql: str, values: list[Any]) -> list[tuple[Any, ...]]:
    """Rows of `sql`, which has one `IN ({})`; few different texts, so that they stay prepared."""
    room = max(_LEAST_ROOM, 1 << (len(values) - 1).bit_length())
    padded = [*values, *[None] * (room - len(values))]
    return list(raw.execute(sql.format(",".join("?" * room)), padded).fetchall())


def _driver(conn: Connection) -> cipher.Connection:
    raw: cipher.Connection = conn.connection.driver_connection
    return raw


def _by_digits(
    raw: cipher.Connection, number: str, kinds: list[str]
) -> tuple[frozenset[int], list[int], list[int]]:
    """Entries that have exactly this number; these and others found by it; more of the papers."""
    if not number:
        return frozenset(), [], []
    exact = [entry for kind in kinds for entry in _exact(raw, kind, number)]
    most, few = (MORE_PAPERS, PAPERS) if len(kinds) > 1 else (CANDIDATES, CANDIDATES)
    first, more = exact.copy(), []
    for kind in kinds:
        found = _numbered(raw, number, kind, most)
        enough = CANDIDATES if kind in WORDED else few
        first += found[:enough]
        more += found[enough:]
    return frozenset(exact), list(dict.fromkeys(first)), more


def _hit(asked: Asked, row: _Row, exact: frozenset[int]) -> Hit:
    entry, row_id, text = row
    lines = lines_of(text)
    return Hit(
        kind_of(entry),
        row_id,
        entry,
        is_number=entry in exact or is_phone(asked, lines),
        closeness=closeness(asked, lines),
        text=text,
    )


def _worded(raw: cipher.Connection, asked: Asked, kinds: list[str], room: int) -> list[_Row]:
    """The newest `room` records of each kind that have every term.

    One look through the index serves all kinds: each look for a rare pair of frequent words goes
    through both words' lists to their end. Only when a kind is full is the rest of it skipped.
    """
    found: list[_Row] = []
    left = sorted(map(rows_of, kinds))
    while left:
        left = _look(raw, asked, left, room, found)
    return found


def _look(
    raw: cipher.Connection,
    asked: Asked,
    ranges: list[tuple[int, int]],
    most: int,
    found: list[_Row],
) -> list[tuple[int, int]]:
    """Add what is found, newest first, until a kind is full; the ranges below that one."""
    room = dict.fromkeys((first for first, _ in ranges), most)
    for row in _candidates(raw, asked, ranges[0][0], ranges[-1][1], most):
        found.append(row)
        first, _ = rows_of(kind_of(row[0]))
        room[first] -= 1
        if not room[first]:
            return [below for below in ranges if below[0] < first]
    return []


def _candidates(
    raw: cipher.Connection, asked: Asked, first: int, last: int, at_once: int
) -> Iterator[_Row]:
    """The records that have every term, newest first.

    Where the quick question lets too many others through, the exact one goes on below them.
    """
    if asked.quick != asked.match:
        wrong = 0
        for row in _stream(raw, (asked.quick, first, last), _WRONG):
            if proven(asked, row[2]):
                yield row
            else:
                wrong += 1
            if wrong == _WRONG:
                last = row[0] - 1
                break
        else:
            return
    rows = _stream(raw, (asked.match, first, last), at_once)
    yield from (row for row in rows if proven(asked, row[2]))


def _stream(raw: cipher.Connection, values: tuple[str, int, int], at_once: int) -> Iterator[_Row]:
    cursor = raw.execute(_WORDS, values)
    try:
        while rows := cursor.fetchmany(at_once):
            yield from rows
    finally:
        cursor.close()


def _numbered(raw: cipher.Connection, number: str, kind: str, papers: int) -> list[int]:
    """Entries one of whose numbers begins so or, for papers, ends so: these and those in turn."""
    if kind in WORDED:
        return _column(raw, _START, (kind, number, number + _AFTER, CANDIDATES))
    begin = _column(raw, _START, (kind, number, number + _AFTER, papers))
    end = _ending(raw, number, kind, papers)
    in_turn = chain.from_iterable(zip_longest(begin, end))
    return [entry for entry in in_turn if entry is not None][:papers]


def _ending(raw: cipher.Connection, number: str, kind: str, papers: int) -> list[int]:
    """The newest papers whose number has these last digits, its check digit counted or not."""
    if not number.isdigit() or len(number) < LAST_DIGITS:
        return []
    found = _column(raw, _END, (kind, *_tail(number), papers))
    if len(number) > LAST_DIGITS:
        check = f"{CHECK}{number[-1]}"
        found += _column(raw, _END_CHECKED, (kind, *_tail(number[:-1]), check, papers))
    return sorted(set(found), reverse=True)[:papers]


def _tail(digits: str) -> tuple[str, str]:
    """The range of keys of numbers that end so."""
    tail = NUMBER + digits[::-1]
    return tail, tail + _AFTER


def _exact(raw: cipher.Connection, kind: str, number: str) -> list[int]:
    return _column(raw, _EXACT, (kind, number, CANDIDATES))


def _column(raw: cipher.Connection, sql: str, values: tuple[object, ...]) -> list[int]:
    return [row[0] for row in raw.execute(sql, values).fetchall()]


def _rows(raw: cipher.Connection, entries: Iterable[int]) -> list[_Row]:
    wanted = list(dict.fromkeys(entries))
    return some(raw, _ENTRIES, wanted) if wanted else []


def _rank(hit: Hit) -> tuple[bool, int, int, int]:
    return not hit.is_number, -hit.closeness, KINDS.index(hit.kind), -hit.entry
