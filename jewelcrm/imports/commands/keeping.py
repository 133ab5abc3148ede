"""Putting back what our own export kept of customers: what is there already stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlcipher3 import dbapi2 as cipher

from db.types import Id
from jewelcrm.imports.commands.bulk import COLUMNS, Ids, Sink, select_in
from jewelcrm.imports.rules.kept import PARTS, Part, Record

Kept = Mapping[str, list[Record]]
_FINDS = {
    "staff": "SELECT login, id FROM staff WHERE login IN ({})",
    "product": "SELECT sku, id FROM product WHERE sku IN ({})",
}


@dataclass(slots=True)
class _There:
    """Records of one kind that these customers have, by what makes two the same."""

    ids: dict[tuple[Any, ...], Id] = field(default_factory=dict)
    by_text: dict[tuple[Id, Any], Id] = field(default_factory=dict)  # notes: what one corrects

    def add(self, owner: Id, same: Sequence[Any], row_id: Id) -> None:
        self.ids[owner, *same] = row_id
        self.by_text[owner, same[0]] = row_id


def put_back(
    raw: cipher.Connection, wanted: Sequence[tuple[Id, Kept]], ids: Ids, sink: Sink
) -> None:
    """Put what these customers do not have yet into the sink."""
    found = {kind: dict(select_in(raw, sql, _words(wanted, kind))) for kind, sql in _FINDS.items()}
    for part in PARTS:
        owners = [owner for owner, kept in wanted if kept.get(part.table)]
        there = _there(raw, part, owners)
        for owner, kept in wanted:
            for record in kept.get(part.table, ()):
                _put(part, owner, record, there=there, found=found, ids=ids, sink=sink)


def _words(wanted: Sequence[tuple[Id, Kept]], kind: str) -> Iterable[str]:
    """What the records say of staff (their login) or products (their stock code)."""
    for part in PARTS:
        columns = [one.column for one in part.fields if one.finds == kind]
        for _, kept in wanted:
            for record in kept.get(part.table, ()):
                yield from (record[column] for column in columns if record[column])


def _there(raw: cipher.Connection, part: Part, owners: Sequence[Id]) -> _There:
    """Those put away count too: what somebody took off a card does not come back."""
    there = _There()
    columns = ", ".join(part.same)
    sql = f"SELECT customer_id, id, {columns} FROM {part.table} WHERE customer_id IN ({{}})"  # noqa: S608 our own names
    for owner, row_id, *same in select_in(raw, sql, owners):
        there.add(owner, same, row_id)
    return there


def _put(
    part: Part,
    owner: Id,
    record: Record,
    *,
    there: _There,
    found: Mapping[str, Mapping[str, Id]],
    ids: Ids,
    sink: Sink,
) -> None:
    same = [record[column] for column in part.same]
    if (owner, *same) in there.ids:
        return
    values = {**record, "customer_id": owner}
    for one in part.fields:
        if one.finds == "note":
            values[one.column] = there.by_text.get((owner, record[one.column]))
        elif one.finds:
            values[one.column] = found[one.finds].get(record[one.column])
    row_id = ids.next()
    there.add(owner, same, row_id)
    since = record.get("created_at")
    if since is not None:
        sink.since[row_id] = since
    sink.add(part.table, row_id, *(values.get(name) for name in COLUMNS[part.table]))
