"""Finding: candidates from the index, newest first, checked against the rule and ranked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection
from sqlcipher3 import dbapi2 as cipher

from db.shop.search.asking import Asked, closeness, is_phone, matches, read
from db.shop.search.entry import CHECK, NUMBER, numbers_in, shown_in
from db.shop.search.tables import (
    CUSTOMER,
    KINDS,
    ORDER,
    RECEIPT,
    WORDED,
    rows_of,
)
from db.tables.orders import STILL_OPEN
from db.types import Id

CANDIDATES = 75  # of one kind, that are looked at: each deciphers a page of its own
PAPERS = 12  # of each kind of paper, when other kinds are asked for too
LAST_DIGITS = 3  # of a paper's number, at least
_SCANNED = 5000  # numbers with the same last digits that are looked through
_AT_ONCE = 50
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
_AFTER = "\U0010ffff"  # sorts after every character of a key

_Row = tuple[int, Id, str]


@dataclass(frozen=True, slots=True)
class Hit:
    """One record that was found."""

    kind: str
    row_id: Id
    entry: int
    """Grows with time within a kind: the higher, the newer."""
    is_number: bool
    """What was typed is one of its numbers or phones, whole."""
    closeness: int
    """How many terms are a whole word or a number's end, not only a part."""
    text: str = field(default="", repr=False)

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

    At most `CANDIDATES` of each kind are looked at, the newest ones; of papers `PAPERS`,
    unless one kind alone is asked for. The rule is in
    `db.shop.search.asking`.
    """
    asked = read(text)
    if asked is None or limit <= 0:
        return []
    raw = _driver(conn)
    wanted = [kind for kind in KINDS if kinds is None or kind in kinds]
    papers = PAPERS if len(wanted) > 1 else CANDIDATES
    hits = [hit for kind in wanted for hit in _of_kind(raw, asked, kind, papers)]
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
            found.update(raw.execute(sql.format(",".join("?" * len(ids))), ids).fetchall())
    return found


def shown_of(conn: Connection, ids: Collection[Id]) -> dict[Id, tuple[str, str, list[str]]]:
    """Name, Chinese name and phones of the records that are in the index."""
    wanted = list(ids)
    sql = f"SELECT row_id, text FROM search_entry WHERE row_id IN ({','.join('?' * len(wanted))})"
    return {row[0]: shown_in(row[1]) for row in _driver(conn).execute(sql, wanted).fetchall()}


def _driver(conn: Connection) -> cipher.Connection:
    raw: cipher.Connection = conn.connection.driver_connection
    return raw


def _of_kind(raw: cipher.Connection, asked: Asked, kind: str, papers: int) -> list[Hit]:
    exact: list[int] = []
    found: dict[int, _Row] = {}
    if asked.number:
        exact = _exact(raw, kind, asked.number)
        numbered = [*exact, *_numbered(raw, asked.number, kind, papers)]
        found.update((row[0], row) for row in _rows(raw, numbered))
    if kind in WORDED:
        found.update((row[0], row) for row in _worded(raw, asked, kind))
    return [
        Hit(
            kind,
            row_id,
            entry,
            is_number=entry in exact or is_phone(asked, text),
            closeness=closeness(asked, text),
            text=text,
        )
        for entry, row_id, text in found.values()
    ]


def _worded(raw: cipher.Connection, asked: Asked, kind: str) -> list[_Row]:
    """The newest records that have every term; what the index cannot prove is checked."""
    found: list[_Row] = []
    for row in _stream(raw, _WORDS, (asked.match, *rows_of(kind))):
        if matches(asked, row[2]):
            found.append(row)
            if len(found) == CANDIDATES:
                break
    return found


def _stream(raw: cipher.Connection, sql: str, values: tuple[str, int, int]) -> Iterator[_Row]:
    cursor = raw.execute(sql, values)
    try:
        while rows := cursor.fetchmany(_AT_ONCE):
            yield from rows
    finally:
        cursor.close()


def _numbered(raw: cipher.Connection, number: str, kind: str, papers: int) -> list[int]:
    """Entries one of whose numbers begins so or, for papers, ends so."""
    if kind not in {ORDER, RECEIPT}:
        return _column(raw, _START, (kind, number, number + _AFTER, CANDIDATES))
    found = _column(raw, _START, (kind, number, number + _AFTER, papers))
    if number.isdigit() and len(number) >= LAST_DIGITS:
        found += _column(raw, _END, (kind, *_tail(number), papers))
    if number.isdigit() and len(number) > LAST_DIGITS:
        check = f"{CHECK}{number[-1]}"
        found += _column(raw, _END_CHECKED, (kind, *_tail(number[:-1]), check, papers))
    return found


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
    if not wanted:
        return []
    marks = ",".join("?" * len(wanted))
    sql = f"SELECT rowid, row_id, text FROM search_entry WHERE rowid IN ({marks})"
    return list(raw.execute(sql, wanted).fetchall())


def _rank(hit: Hit) -> tuple[bool, int, int, int]:
    return not hit.is_number, -hit.closeness, KINDS.index(hit.kind), -hit.entry
