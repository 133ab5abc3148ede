"""What every update of a shop's file ends with: the triggers made anew from the tables."""

from __future__ import annotations

from sqlalchemy import Connection

from db.shop import capture, reporting, search, standing, standing_orders


def wanted_triggers() -> dict[str, str]:
    """Every trigger a store must have: name to its CREATE statement."""
    wanted = capture.triggers() | reporting.triggers()
    wanted |= standing.triggers() | standing_orders.triggers()
    for statement in search.dirty_triggers():
        wanted[statement.split()[2]] = statement
    return wanted


def renew_triggers(conn: Connection) -> None:
    """Drop every trigger of the file and make today's."""
    names = conn.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars()
    for name in list(names):
        conn.exec_driver_sql(f'DROP TRIGGER "{name}"')
    for statement in wanted_triggers().values():
        conn.exec_driver_sql(statement)


def trigger_faults(conn: Connection) -> list[str]:
    """Names of triggers that are missing, changed or strange; empty when all is well."""
    rows = conn.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    found = {str(name): str(sql) for name, sql in rows}
    wanted = wanted_triggers()
    return sorted(
        name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name)
    )
