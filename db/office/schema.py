"""Head office's tables, made and brought up to date in one transaction, on either database.

`office_schema` says which step a database has reached. Step 1 makes all tables; a later step is a
function that changes them, added to `STEPS` together with a higher `SCHEMA`.
"""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Callable

from sqlalchemy import Connection, inspect, select

from db.errors import NewerStore
from db.office import tables
from db.tables import metadata
from db.types import Id, from_millis, new_id

SCHEMA = 1

Step = Callable[[Connection], None]
STEPS: dict[int, Step] = {}
"""Number to what brings a database from the number before to it; 1 is making the tables."""


def bring_up_to_date(conn: Connection) -> bool:
    """Make or change what is missing; True when anything was.

    Raises:
        NewerStore: a newer program has changed the database.
    """
    found = number(conn)
    if found > SCHEMA:
        raise NewerStore(
            "This head office was written by a newer JewelCRM. Update the program; nothing was"
            " changed."
        )
    if found == 0:
        _make(conn)
    for step in range(max(found, 1) + 1, SCHEMA + 1):
        STEPS[step](conn)
    conn.execute(tables.office_schema.update().values(number=SCHEMA))
    return found < SCHEMA


def number(conn: Connection) -> int:
    """The step that the database has reached; 0: it is empty."""
    if not inspect(conn).has_table("office_schema"):
        return 0
    return conn.execute(select(tables.office_schema.c.number)).scalar() or 0


def who(conn: Connection) -> Id:
    """This head office's id."""
    found: Id = conn.execute(select(tables.office_state.c.server)).scalar_one()
    return found


def _make(conn: Connection) -> None:
    metadata.create_all(conn)
    tables.office.create_all(conn)
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
