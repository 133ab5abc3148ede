"""The history of a record with all that belongs to it, newest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from db.shop.local import change as change_table
from db.tables import customers, orders, payments
from db.types import Id
from jewelcrm.access.doors import query
from jewelcrm.context import Context
from jewelcrm.errors import CanFix
from jewelcrm.history import rules
from jewelcrm.history.rules import Change
from jewelcrm.history.values import Reader, python_values

_PIECE = 500

_CHILDREN: Mapping[str, tuple[tuple[Table, str], ...]] = {
    "customer": (
        (customers.contact_point, "customer_id"),
        (customers.occasion, "customer_id"),
        (customers.relation, "customer_id"),
        (customers.relation, "other_id"),
        (customers.ring_size, "customer_id"),
        (customers.preference, "customer_id"),
        (customers.wish, "customer_id"),
        (customers.note, "customer_id"),
        (customers.consent, "customer_id"),
    ),
    "order": (
        (orders.order_line, "order_id"),
        (orders.order_step, "order_id"),
        (payments.payment, "order_id"),
        (payments.payment_due, "order_id"),
    ),
    "product": (),
    "followup": (),
    "person": (),
}
"""Kinds of record that have a history, and the tables whose rows are part of it."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One field of a change: what it is called, what was there, what was written."""

    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One change in words. `act` is an English template with {thing}; `thing` an English word.

    `why` is the reason that was given, `why_not` why the change cannot be undone.
    """

    n: int
    at: dt.datetime
    who: str
    branch: str
    thing: str
    act: str
    what: tuple[Detail, ...]
    why: str
    can_undo: bool
    why_not: str
    who_zh: str = ""


@query("customers.history")
def of(
    ctx: Context,
    kind: str,
    row_id: Id,
    *,
    before: int | None = None,
    limit: int = 50,
    language: str = "en",
) -> list[HistoryEntry]:
    """The changes of a record and its parts, newest first; `before` pages on from an entry's n.

    Raises:
        CanFix: records of this kind have no history.
    """
    if kind not in _CHILDREN:
        raise CanFix("There is no history of {kind}.", kind=kind)
    with ctx.read() as conn:
        found = _changes(conn, _keys(conn, kind, row_id), before, limit)
        reader = Reader(conn, ctx.zone(), language, ctx.branch.currency)
        changes = [read_change(row) for row in found]
        now = current_rows(conn, changes)
        may = ctx.allows("customers.undo")
        return [
            _entry(row, one, now.get(one.row_id, {}), reader, branch=ctx.branch.name, may=may)
            for row, one in zip(found, changes, strict=True)
        ]


def read_change(row: Any) -> Change:
    """A row of the table `change` with its values as Python values."""
    table = rules.table_named(row.tbl)
    return Change(
        row.n,
        table,
        row.id,
        row.op,
        python_values(table, row.cols),
        python_values(table, row.old),
    )


def current_rows(conn: Connection, changes: Iterable[Change]) -> dict[Id, Mapping[str, Any]]:
    """The records of these changes as they are now, by their key."""
    by_table: dict[Table, set[Id]] = {}
    for one in changes:
        by_table.setdefault(one.table, set()).add(one.row_id)
    return {
        row["id"]: dict(row)
        for table, keys in by_table.items()
        for row in conn.execute(select(table).where(table.c.id.in_(sorted(keys)))).mappings()
    }


def _keys(conn: Connection, kind: str, row_id: Id) -> list[Id]:
    found = [row_id]
    for table, reference in _CHILDREN[kind]:
        chosen = select(table.c.id).where(table.c[reference] == row_id)
        found.extend(conn.execute(chosen).scalars())
    return list(dict.fromkeys(found))


def _changes(
    conn: Connection, keys: Sequence[Id], before: int | None, limit: int
) -> list[Row[Any]]:
    c = change_table.c
    found: list[Row[Any]] = []
    for start in range(0, len(keys), _PIECE):
        chosen = select(change_table).where(c.id.in_(keys[start : start + _PIECE]))
        if before is not None:
            chosen = chosen.where(c.n < before)
        found.extend(conn.execute(chosen.order_by(c.n.desc()).limit(limit)))
    return sorted(found, key=lambda row: -row.n)[:limit]


def _entry(
    row: Any, change: Change, now: Mapping[str, Any], reader: Reader, *, branch: str, may: bool
) -> HistoryEntry:
    why_not = _why_not(change, now, may=may)
    return HistoryEntry(
        n=row.n,
        at=row.at,
        who=reader.name_of("staff", row.actor),
        branch=branch,
        thing=rules.thing(change.table),
        act=rules.act(change),
        what=_details(change, now, reader),
        why=row.reason or "",
        can_undo=not why_not,
        why_not=why_not,
        who_zh=reader.own_name("staff", row.actor),
    )


def _details(change: Change, now: Mapping[str, Any], reader: Reader) -> tuple[Detail, ...]:
    """Each column told, but those that say nothing before and after."""
    then = {**now, **change.written}
    details = [
        Detail(
            rules.label(column),
            reader.read(column, change.before.get(column.name), {**then, **change.before}),
            reader.read(column, change.written.get(column.name), then),
        )
        for column in change.columns()
    ]
    return tuple(detail for detail in details if detail.old != detail.new)


def _why_not(change: Change, now: Mapping[str, Any], *, may: bool) -> str:
    if not may:
        return "Ask your manager to undo it."
    never = rules.never_undone(change)
    if never:
        return never
    return "It has been changed since." if rules.overtaken(change, now) else ""
