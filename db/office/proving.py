"""Step 3 of head office's tables: persons prove what they do, and rights have a past."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, inspect, text

from db.office import tables

NEW = (tables.person_key, tables.person_session, tables.staff_right, tables.credential_try)
_COLUMNS = (tables.device.c.signs_since, tables.device.c.trust_until)
_ROLES = text(
    "INSERT INTO staff_right(staff_id, at, role, active)"
    " SELECT s.id, 0, s.role, s.active FROM staff s"
    " WHERE NOT EXISTS (SELECT 1 FROM staff_right r WHERE r.staff_id = s.id)"
)


def prove_persons(conn: Connection) -> None:
    """Add what is missing; whoever works here has always had the role of today."""
    there = {column["name"] for column in inspect(conn).get_columns("device")}
    for column in _COLUMNS:
        if column.name not in there:
            kind = column.type.compile(conn.dialect)
            conn.exec_driver_sql(f"ALTER TABLE device ADD COLUMN {column.name} {kind}")
    tables.office.create_all(conn, tables=list(NEW))
    with _seen_by_owner(conn):
        conn.execute(_ROLES)


@contextmanager
def _seen_by_owner(conn: Connection) -> Iterator[None]:
    """On PostgreSQL people are hidden from the owner too, but for this transaction's moment."""
    walled = conn.dialect.name == "postgresql"
    if walled:
        conn.exec_driver_sql("ALTER TABLE staff NO FORCE ROW LEVEL SECURITY")
    yield
    if walled:
        conn.exec_driver_sql("ALTER TABLE staff FORCE ROW LEVEL SECURITY")
