"""What head office itself writes: branches, people, catalogue. They travel like any record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from db.clock import COUNTER_BITS
from db.office.kinds import Mark, Row, Stored, Versions
from db.office.store import OfficeWork
from db.tables import metadata
from db.types import Id, new_id, to_millis
from jewelcrm.office import rights_past

STAFF, CATALOGUE = "G:staff", "G:catalogue"
SCOPES = {"branch": STAFF, "staff": STAFF, "product": CATALOGUE, "gold_rate": CATALOGUE}
"""The tables that only head office writes, and where everybody reads them."""

OWN_EPOCH = 0
"""Under this epoch of its own id, head office is a writer like any PC."""


def insert(work: OfficeWork, table: str, now: dt.datetime, **values: Stored) -> Id:
    """A new record of head office's; returns its id."""
    columns = {column.name: None for column in metadata.tables[table].columns}
    at = to_millis(now)
    given: Row = {"id": new_id(), **values}
    row: Row = {**columns, "created_at": at, **given, "updated_at": at, "rev": 1}
    put(work, table, [row], now)
    return bytes(row["id"])  # type: ignore[arg-type]


def update(work: OfficeWork, table: str, row_id: Id, now: dt.datetime, **changes: Stored) -> None:
    """Change a record of head office's; nothing happens when nothing is different.

    Raises:
        KeyError: there is no such record.
    """
    row = work.rows(table, [row_id], lock=True)[row_id]
    if all(row[name] == value for name, value in changes.items()):
        return
    rev = int(row["rev"] or 0) + 1
    put(work, table, [{**row, **changes, "updated_at": to_millis(now), "rev": rev}], now)


def put(work: OfficeWork, table: str, rows: Iterable[Row], now: dt.datetime) -> None:
    """Whole rows with their new `rev`: kept, versioned and put into everybody's feed."""
    kept = list(rows)
    at = to_millis(now)
    writer = work.writer(work.server, OWN_EPOCH)
    work.put_rows(table, kept)
    if table == "staff":
        rights_past.note(work, kept, at)
    work.put_versions({(table, _id(row)): _version(at, writer, row) for row in kept})
    scope = SCOPES[table]
    work.mark([Mark(scope, table, _id(row), "P", int(row["rev"] or 0)) for row in kept], at)


def _version(at: int, writer: int, row: Row) -> Versions:
    return Versions(at << COUNTER_BITS, writer, int(row["rev"] or 0))


def _id(row: Row) -> Id:
    found = row["id"]
    assert isinstance(found, bytes)
    return found
