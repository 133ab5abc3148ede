"""Head office's tables, made and brought up to date in one transaction, on either database.

`office_schema` says which step a database has reached. Step 1 makes all tables; a later step is a
function that changes them, added to `STEPS` together with a higher `SCHEMA`.
"""

from __future__ import annotations

import json
import secrets
import time
from collections import defaultdict
from collections.abc import Callable

from sqlalchemy import Connection, inspect, select

from db import digest
from db.errors import NewerStore, NoStore, Refused
from db.office import tables
from db.office.proving import prove_persons
from db.tables import NAMES, metadata
from db.types import Id, from_millis, new_id

SCHEMA = 7

Step = Callable[[Connection], None]


def _reports_of_departments(conn: Connection) -> None:
    """Step 2: which reports a department may see, and who belongs to it."""
    names = ("report_grant", "department_member")
    metadata.create_all(conn, tables=[metadata.tables[name] for name in names])
    if conn.dialect.name == "postgresql":
        conn.exec_driver_sql(
            'ALTER TABLE department_member ALTER CONSTRAINT "fk_department_member_staff_id"'
            " DEFERRABLE INITIALLY DEFERRED"
        )


def _targets(conn: Connection) -> None:
    """Step 4: what a month should bring a branch."""
    metadata.create_all(conn, tables=[metadata.tables["target"]])


def _functions(_conn: Connection) -> None:
    """Step 5: the functions that keep the feeds are newer ones (`db.office.rls.extend`)."""


def _feeds_in_one(conn: Connection) -> None:
    """Step 6: on PostgreSQL the feeds are one table; in 64 parts each question was planned anew."""
    if conn.dialect.name != "postgresql" or not conn.exec_driver_sql(_IN_PARTS).first():
        return
    for statement in (
        "ALTER TABLE scope_feed RENAME TO scope_feed_in_parts",
        "ALTER INDEX pk_scope_feed RENAME TO pk_scope_feed_in_parts",
        "ALTER INDEX ux_scope_feed_seq RENAME TO ux_scope_feed_seq_in_parts",
    ):
        conn.exec_driver_sql(statement)
    tables.scope_feed.create(conn)
    conn.exec_driver_sql(_FEED_ROOM)
    names = ", ".join(column.name for column in tables.scope_feed.columns)
    conn.exec_driver_sql(f"INSERT INTO scope_feed({names}) SELECT {names} FROM scope_feed_in_parts")
    conn.exec_driver_sql("DROP TABLE scope_feed_in_parts")


_IN_PARTS = "SELECT 1 FROM pg_class WHERE oid = 'public.scope_feed'::regclass AND relkind = 'p'"
_FEED_ROOM = "ALTER TABLE scope_feed SET (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.05)"


def _stubs_in_sums(conn: Connection) -> None:
    """Step 7: a scope's sum tells stubs from whole rows."""
    feed, head = tables.scope_feed.c, tables.scope_head.c
    stubs: dict[int, list[tuple[str, Id, int]]] = defaultdict(list)
    for scope, number, row_id, rev in conn.execute(
        select(feed.scope, feed.tbl, feed.id, feed.rev).where(feed.kind == "S")
    ):
        stubs[scope].append((NAMES[number], row_id, rev))
    for scope, found in stubs.items():
        at = head.scope == scope
        before = int.from_bytes(conn.execute(select(head.sum128).where(at)).scalar_one(), "big")
        total = digest.kinds_told(before, found).to_bytes(16, "big")
        conn.execute(tables.scope_head.update().where(at).values(sum128=total))


STEPS: dict[int, Step] = {
    2: _reports_of_departments,
    3: prove_persons,
    4: _targets,
    5: _functions,
    6: _feeds_in_one,
    7: _stubs_in_sums,
}
"""Number to what brings a database from the number before to it; 1 is making the tables."""


def bring_up_to_date(conn: Connection) -> bool:
    """Make or change what is missing; True when anything was.

    Raises:
        NewerStore: a newer program has changed the database.
    """
    found = number(conn)
    _refuse_newer(found)
    if found == 0:
        _make(conn)
    for step in range(max(found, 1) + 1, SCHEMA + 1):
        STEPS[step](conn)
    conn.execute(tables.office_schema.update().values(number=SCHEMA))
    return found < SCHEMA


def refuse_other(conn: Connection) -> None:
    """Nothing when the database is as this program knows it.

    Raises:
        NoStore: there is no head office in it. NewerStore: a newer program changed it.
        Refused: it has to be brought up to date by its owner first.
    """
    found = number(conn)
    _refuse_newer(found)
    if found == 0:
        raise NoStore("There is no head office in this database. `jewelcrm-office init` makes one.")
    if found < SCHEMA:
        raise Refused(
            "Head office's database is of an older JewelCRM. `jewelcrm-office update`, as the"
            " database's owner, brings it up to date."
        )


def _refuse_newer(found: int) -> None:
    if found > SCHEMA:
        raise NewerStore(
            "This head office was written by a newer JewelCRM. Update the program; nothing was"
            " changed."
        )


def number(conn: Connection) -> int:
    """The step that the database has reached; 0: it is empty."""
    if not inspect(conn).has_table("office_schema"):
        return 0
    return conn.execute(select(tables.office_schema.c.number)).scalar() or 0


def who(conn: Connection) -> Id:
    """This head office's id."""
    found: Id = conn.execute(select(tables.office_state.c.server)).scalar_one()
    return found


def _only_on_postgres(conn: Connection) -> None:
    """Room for what changes often; foreign keys are checked at the end of a transaction."""
    conn.exec_driver_sql(_FEED_ROOM)
    for name in ("scope_head", "device_epoch"):
        conn.exec_driver_sql(f"ALTER TABLE {name} SET (fillfactor = 40)")
    foreign_keys = conn.exec_driver_sql(
        "SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE contype = 'f'"
        " AND connamespace = 'public'::regnamespace"
    ).all()
    for table, name in foreign_keys:
        conn.exec_driver_sql(
            f'ALTER TABLE {table} ALTER CONSTRAINT "{name}" DEFERRABLE INITIALLY DEFERRED'
        )


def _make(conn: Connection) -> None:
    metadata.create_all(conn)
    tables.office.create_all(conn)
    if conn.dialect.name == "postgresql":
        _only_on_postgres(conn)
    conn.execute(tables.office_schema.insert().values(one=1, number=SCHEMA))
    conn.execute(
        tables.office_state.insert().values(
            one=1,
            server=new_id(),
            created_at=from_millis(time.time_ns() // 1_000_000),
            letters=json.dumps({}),
            hash_key=secrets.token_bytes(32),
        )
    )
