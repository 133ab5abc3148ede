"""The search index's tables, and the triggers that say which records it must look at again.

`search_entry.text` keeps the folded words of a record and what a list shows of it, so that a
candidate is checked, ranked and shown without reading the record and its phones. Row numbers grow
within a kind, so that descending order is newest first; each kind has its own range, so that
asking for one kind costs nothing.

FTS5's `secure-delete` has no effect on a table with `contentless_delete=1` (tried: the tokens of a
deleted row stay in the file until their segment is merged), and without `contentless_delete` one
edit costs 9 ms instead of 0.7. So ordinary edits leave old tokens inside the encrypted index for a
while, and erasing a person calls `keeping.forget`, after which none are left (tested).
"""

from __future__ import annotations

from dataclasses import dataclass

from db.shop.captured import ORDER as ORDERS
from db.shop.captured import PAYMENT as PAYMENTS
from db.shop.captured import trigger

CUSTOMER, ORDER, RECEIPT, PRODUCT = "customer", "order", "receipt", "product"
KINDS = (CUSTOMER, ORDER, RECEIPT, PRODUCT)
WORDED = (CUSTOMER, PRODUCT)
"""Kinds that are found by words; the others only by their numbers."""

_RANGE = 1 << 32  # row numbers of one kind: four thousand million, and five bytes in the index
_FIRST = {kind: (place + 1) * _RANGE for place, kind in enumerate(KINDS)}


def rows_of(kind: str) -> tuple[int, int]:
    """The first and the last row number of a kind."""
    return _FIRST[kind], _FIRST[kind] + _RANGE - 1


def kind_of(row: int) -> str:
    """The kind in whose range a row number lies."""
    return KINDS[row // _RANGE - 1]


DDL: tuple[str, ...] = (
    (
        "CREATE TABLE search_entry(rowid INTEGER PRIMARY KEY, kind TEXT NOT NULL,"
        " row_id BLOB NOT NULL, text TEXT NOT NULL)"
    ),
    "CREATE UNIQUE INDEX ux_search_entry_row_id ON search_entry(row_id)",
    # The tokens come ready-made: `ascii` leaves every character above U+007F alone, also those
    # newer than the Unicode of SQLite's own tokenizer.
    (
        "CREATE VIRTUAL TABLE search_index USING fts5(t, content='', contentless_delete=1,"
        " detail=none, tokenize='ascii', prefix='1 2 3 4 5 6')"
    ),
    # SQLCipher keeps 80 bytes of each page for itself: FTS5's own size would spill over.
    "INSERT INTO search_index(search_index, rank) VALUES ('pgsz', 3960)",
    (
        "CREATE TABLE search_number(kind TEXT NOT NULL, key TEXT NOT NULL, entry INTEGER NOT NULL,"
        " PRIMARY KEY (kind, key, entry)) WITHOUT ROWID"
    ),
    (
        "CREATE TABLE search_dirty(kind TEXT NOT NULL, row_id BLOB NOT NULL,"
        " PRIMARY KEY (kind, row_id)) WITHOUT ROWID"
    ),
    # Customers with new business: they move up when the PC is idle, not while one of them pays.
    "CREATE TABLE search_later(row_id BLOB NOT NULL PRIMARY KEY) WITHOUT ROWID",
)


@dataclass(frozen=True, slots=True)
class Watched:
    """A table whose columns can be searched for, and the record that they belong to."""

    table: str
    kind: str
    columns: tuple[str, ...]
    key: str = "id"


WATCHED: tuple[Watched, ...] = (
    Watched(
        "customer",
        CUSTOMER,
        (
            "number",
            "name",
            "name_zh",
            "preferred_name",
            "external_key",
            "merged_into",
            "archived_at",
        ),
    ),
    Watched(
        "contact_point",
        CUSTOMER,
        ("customer_id", "kind", "value", "normal", "preferred", "archived_at"),
        key="customer_id",
    ),
    Watched(ORDERS, ORDER, ("number", "external_key", "archived_at")),
    Watched(PAYMENTS, RECEIPT, ("receipt_number", "external_key", "archived_at")),
    Watched(
        "product",
        PRODUCT,
        ("sku", "barcode", "certificate", "name", "name_zh", "archived_at"),
    ),
)

BUSINESS = (ORDERS, PAYMENTS)
"""Tables whose new rows are new business of their customer."""


def dirty_triggers() -> list[str]:
    """CREATE TRIGGER statements that keep `search_dirty` and `search_later`.

    Of papers only head office's: a person's are taken in by `papers.take_in`.
    """
    return [t for watched in WATCHED for t in _triggers(watched)] + [_later(t) for t in BUSINESS]


def mark(kind: str, key: str) -> str:
    """A record must be looked at again."""
    return (
        f"INSERT INTO search_dirty(kind, row_id) VALUES ('{kind}', {key}) ON CONFLICT DO NOTHING;"
    )


def mark_later(customer: str) -> str:
    """A customer has new business."""
    return f"INSERT INTO search_later(row_id) VALUES ({customer}) ON CONFLICT DO NOTHING;"


def _triggers(watched: Watched) -> list[str]:
    name, table = f"search_{watched.table}", watched.table
    differs = " OR ".join(f"NEW.{c} IS NOT OLD.{c}" for c in watched.columns)
    new, old = mark(watched.kind, f"NEW.{watched.key}"), mark(watched.kind, f"OLD.{watched.key}")
    both = (new,) if watched.key == "id" else (new, old)
    changed = f"UPDATE OF {', '.join(watched.columns)} ON {table}"
    make = _always if watched.kind in WORDED else trigger
    return [
        make(f"{name}_i", f"INSERT ON {table}", new),
        make(f"{name}_u", changed, *both, if_=differs),
        make(f"{name}_d", f"DELETE ON {table}", old),
    ]


def _always(name: str, when: str, *deeds: str, if_: str = "") -> str:
    test = f" WHEN {if_}" if if_ else ""
    return f"CREATE TRIGGER {name} AFTER {when}{test} BEGIN {' '.join(deeds)} END"


def _later(table: str) -> str:
    later = mark_later("NEW.customer_id")
    return trigger(
        f"search_later_{table}", f"INSERT ON {table}", later, if_="NEW.customer_id IS NOT NULL"
    )
