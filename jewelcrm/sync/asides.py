"""What conflicts and put-aside transactions hold, read back into words and values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Column, Connection, Table, select

from db.types import Id
from jewelcrm.context import Context
from jewelcrm.customers.guests import ELSEWHERE, MOVED, is_for_another
from jewelcrm.history import rules
from jewelcrm.history.rules import Change
from jewelcrm.history.values import Reader, python_values
from jewelcrm.sync.model import AsideField, AsideOp, PutAside
from jewelcrm.wire import reasons
from jewelcrm.wire.values import known_table

_FIXED = {"branch_id": "Branch", "customer_id": "Customer", "order_id": "Order"}
"""What the history does not tell, and a refusal does, with its English words."""
_REORDERED = {"position": "Position"}
"""Told only of a record that was there: a new one always has one."""
_ADDED = "{thing} added"
_NEVER = "It cannot be changed from a PC of a branch."
_LEDGER = "Entries of a ledger stay for ever. Add one that corrects it."
_NAMED = ("customer", "sales_order", "product", "staff", "household")


def written(kept: str) -> list[dict[str, Any]]:
    """The operations of a transaction that was put aside."""
    found = json.loads(kept)
    return [op for op in found if isinstance(op, dict)]


def values(table: Table, image: Mapping[str, Any]) -> dict[str, Any]:
    """An image's values as the columns' Python types; what cannot be read is left out."""
    found: dict[str, Any] = {}
    for name, value in image.items():
        try:
            found.update(python_values(table, json.dumps({name: value})))
        except (TypeError, ValueError, ArithmeticError):
            continue
    return found


def one_value(table: Table, column: str, kept: str | None) -> Any:
    """The value that a conflict keeps as JSON."""
    return values(table, {column: json.loads(kept) if kept else None}).get(column)


def row_now(conn: Connection, table: Table, row_id: Id) -> dict[str, Any] | None:
    """The record as it stands, if it is on this PC."""
    row = conn.execute(select(table).where(table.c.id == row_id)).mappings().first()
    return None if row is None else {str(name): value for name, value in row.items()}


def read(ctx: Context, row: Any, reader: Reader, conn: Connection) -> PutAside:
    """A transaction that was put aside, in words."""
    ops = tuple(
        _op(position, op, reader, conn)
        for position, op in enumerate(written(row.ops))
        if known_table(str(op.get("t"))) is not None
    )
    why_not = _why_not_mended(ctx, row.why, ops)
    return PutAside(
        id=row.id,
        why=row.why,
        detail=row.detail or "",
        who=reader.name_of("staff", row.actor),
        happened_at=row.happened_at,
        customer_id=row.customer_id,
        subject=subject(reader, row.customer_id, "", None) or _name_in(ops),
        ops=ops,
        can_mend=not why_not,
        why_not=why_not,
    )


def subject(reader: Reader, customer_id: Id | None, table: str, row_id: Id | None) -> str:
    """The name or number of whom or what it is about; empty when nothing of it is here."""
    name = reader.name_of("customer", customer_id) if customer_id else ""
    if not name and row_id and table in _NAMED:
        name = reader.name_of(table, row_id)
    return name


def why_not_swapped(table: Table, conflict: Any, now: Mapping[str, Any] | None, kept: Any) -> str:
    """Why the value that lost cannot be put in place with one click; empty when it can."""
    if now is None:
        return "The record is no longer on this PC."
    if table.info["ledger"]:
        return _LEDGER
    if conflict.why == "illegal_step":
        return "Move the order on its own page."
    return "" if now[conflict.column] == kept else "It has been changed since."


def _op(position: int, op: Mapping[str, Any], reader: Reader, conn: Connection) -> AsideOp:
    table, row_id = rules.table_named(op["t"]), bytes.fromhex(op["id"])
    now = row_now(conn, table, row_id)
    new, old = values(table, op.get("set") or {}), values(table, op.get("old") or {})
    change = Change(0, table, row_id, op["op"], new, old)
    then = {**(now or {}), **new}
    words = _FIXED if op["op"] == rules.INSERTED else _FIXED | _REORDERED
    fixed = [table.columns[name] for name in words if name in new]
    fields = tuple(
        AsideField(
            column=column.name,
            label=_label(column),
            value=new.get(column.name),
            text=_words(reader, column, new, then),
            old=_words(reader, column, old, then),
            most=getattr(column.type, "length", None),
            fixed=column in fixed,
        )
        for column in (*change.columns(), *fixed)
        if column.name in new
    )
    return AsideOp(
        position, table.name, rules.thing(table), rules.act(change), row_id, fields, now is not None
    )


def _words(
    reader: Reader, column: Column[Any], image: Mapping[str, Any], row: Mapping[str, Any]
) -> str:
    value = image.get(column.name)
    if column.name == "branch_id" and value is not None:  # of many tables, and bound by none
        return reader.name_of("branch", value)
    return reader.read(column, value, row)


def _label(column: Column[Any]) -> str:
    if (column.table.name, column.name) == ("customer", "branch_id"):
        return "Home branch"
    return (_FIXED | _REORDERED).get(column.name) or rules.label(column)


def _why_not_mended(ctx: Context, why: str, ops: tuple[AsideOp, ...]) -> str:
    if not ops:
        return "There is nothing in it that this program can read."
    elsewhere = next(filter(None, (_elsewhere(ctx, op) for op in ops)), "")
    if elsewhere:
        return elsewhere
    if why == reasons.OFFICE_ONLY:
        return _NEVER
    if any(not op.here and op.act != _ADDED for op in ops):
        return "A record that it changes is no longer on this PC."
    if any(op.here and rules.table_named(op.table).info["ledger"] for op in ops):
        return _LEDGER
    return ""


def _elsewhere(ctx: Context, op: AsideOp) -> str:
    """Why head office never takes it from here; empty unless it names another branch."""
    told = {field.column: field.value for field in op.fields}
    if op.act != _ADDED:
        return MOVED if "branch_id" in told else ""
    return ELSEWHERE if is_for_another(ctx, told) else ""


def _name_in(ops: tuple[AsideOp, ...]) -> str:
    """The name that the transaction itself gives its record."""
    told = {field.column: field.text for op in ops for field in op.fields}
    return next((told[name] for name in ("name", "name_zh", "number") if told.get(name)), "")
