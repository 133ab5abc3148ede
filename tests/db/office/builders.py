"""Stored rows for tests of head office's storage."""

from __future__ import annotations

from typing import Any

from db.office.kinds import Mark, Row
from db.office.work import OfficeWork
from db.tables import metadata
from db.types import Id, new_id


def full(table: str, **values: Any) -> Row:
    """A stored row with every column."""
    row: Row = {column.name: None for column in metadata.tables[table].columns}
    return row | {"id": new_id(), "created_at": 1, "updated_at": 1, "rev": 1} | values


def a_branch(code: str = "HK01") -> Row:
    return full("branch", code=code, name="Nathan Road", currency="HKD", time_zone="Asia/Hong_Kong")


def a_customer(branch_id: Id, **values: Any) -> Row:
    given = {"number": "HK01-A-000001-1", "name": "Chan Tai Man", "name_zh": "陳大文"} | values
    return full("customer", branch_id=branch_id, **given)


def a_note(branch_id: Id, customer_id: Id, body: str = "Likes jade") -> Row:
    return full("note", branch_id=branch_id, customer_id=customer_id, channel="note", body=body)


def an_order(branch_id: Id, customer_id: Id | None) -> Row:
    return full(
        "sales_order",
        branch_id=branch_id,
        customer_id=customer_id,
        number="HK01-A-000002-2",
        kind="sale",
        channel="counter",
        stage="confirmed",
        stage_since=1,
        placed_at=1,
        rush=0,
        currency="HKD",
    )


def scope_of(branch_id: Id) -> str:
    return f"B:{branch_id.hex()}"


def put(work: OfficeWork, table: str, row: Row, *scopes: str, kind: str = "P") -> Id:
    """Write a row and mark it in the scopes."""
    row_id, rev = row["id"], row["rev"]
    assert isinstance(row_id, bytes)
    assert isinstance(rev, int)
    work.put_rows(table, [row])
    work.mark([Mark(scope, table, row_id, kind, rev) for scope in scopes], 1)
    return row_id
