"""Records that head office itself writes or changes for a branch: notices, moves, shares."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping

from db.clock import COUNTER_BITS
from db.office.kinds import Key, Mark, Row, Stored, Versions
from db.office.work import OfficeWork
from db.tables import NUMBERS, metadata
from db.types import Id, new_id
from jewelcrm.office.merging.known import Places
from jewelcrm.office.merging.placing import branch_scope, scopes_of
from jewelcrm.office.scoping import differences
from jewelcrm.office.writing import OWN_EPOCH


def add(work: OfficeWork, table: str, now: int, **values: Stored) -> Id:
    """A new record, without a place yet; returns its id."""
    row: Row = dict.fromkeys(column.name for column in metadata.tables[table].columns)
    row |= {"created_at": now, "updated_at": now, "rev": 1, "id": new_id(), **values}
    row_id = _id(row)
    work.put_rows(table, [row])
    work.put_versions({(table, row_id): Versions(now << COUNTER_BITS, _writer(work), 1)})
    return row_id


def notice(
    work: OfficeWork,
    branch_id: Id,
    kind: str,
    now: int,
    *,
    customer_id: Id | None = None,
    params: Mapping[str, object] | None = None,
) -> None:
    """Tell a branch. `params` goes with the person when she is erased."""
    row_id = add(
        work,
        "notice",
        now,
        branch_id=branch_id,
        kind=kind,
        subject_id=customer_id,
        customer_id=customer_id,
        params=json.dumps(dict(params), ensure_ascii=False) if params else None,
        happened_at=now,
        state="open",
    )
    work.mark([Mark(branch_scope(branch_id), "notice", row_id, "P", 1)], now)


def change(work: OfficeWork, table: str, rows: Iterable[Row], now: int, **values: Stored) -> None:
    """Change these columns of the rows; every scope that holds them gets them as news."""
    changed = [
        {**row, **values, "updated_at": now, "rev": int(row["rev"] or 0) + 1} for row in rows
    ]
    put_changed(work, table, changed, now, list(values))


def put_changed(
    work: OfficeWork, table: str, rows: list[Row], now: int, columns: Iterable[str]
) -> None:
    """Keep rows whose `columns` have changed, with their new `rev`; as news where they stand."""
    keys = {(table, _id(row)): row for row in rows}
    versions, writer, names = work.versions(keys), _writer(work), list(columns)
    for key, row in keys.items():
        before = versions.setdefault(key, Versions(now << COUNTER_BITS, writer, 1))
        rev = int(row["rev"] or 0)
        before.cols.update(dict.fromkeys(names, (now << COUNTER_BITS, writer, rev)))
    work.put_rows(table, rows)
    work.put_versions(versions)
    work.mark(_where_they_are(work, keys), now)


def replace_places(work: OfficeWork, keys: Collection[Key], now: int) -> None:
    """Put records that stand by their own branches, and orders without a customer, where they go.

    Their parents' places count as they are, so orders come before their lines.
    """
    wanted: dict[Key, Places] = {}
    marks: list[Mark] = []
    places = work.members(keys)
    for key, row in _rows_of(work, keys).items():
        wanted[key] = scopes_of(
            key[0], row, places_of=lambda above: wanted.get(above, {}), home_of=lambda _: None
        )
        marks += differences(key, row, wanted[key], places[key])
    work.mark(marks, now)


def _rows_of(work: OfficeWork, keys: Collection[Key]) -> dict[Key, Row]:
    by_table: dict[str, list[Id]] = {}
    for table, row_id in keys:
        by_table.setdefault(table, []).append(row_id)
    return {
        (table, row_id): row
        for table in sorted(by_table, key=NUMBERS.__getitem__)
        for row_id, row in work.rows(table, by_table[table]).items()
    }


def _where_they_are(work: OfficeWork, rows: Mapping[Key, Row]) -> list[Mark]:
    places = work.members(rows)
    return [
        Mark(scope, *key, kind, int(row["rev"] or 0))
        for key, row in rows.items()
        for scope, kind in places[key].items()
    ]


def _writer(work: OfficeWork) -> int:
    return work.writer(work.server, OWN_EPOCH)


def _id(row: Row) -> Id:
    found = row["id"]
    assert isinstance(found, bytes)
    return found
