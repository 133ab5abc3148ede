"""A head office of an earlier release is brought up to date, on either store, with its walls."""

from __future__ import annotations

from contextlib import closing

import pytest
from sqlalchemy import create_engine, text

from db import digest
from db.errors import Refused
from db.office import tables
from db.office.embedded import FILE_NAME
from db.office.postgres import update_postgres
from db.office.store import create_embedded, create_postgres, open_embedded, open_postgres
from db.shop.connect import connect
from db.tables import NUMBERS
from db.types import new_id
from tests.office_stores import APP, PASSWORD

NEW = (
    "target",
    "department_member",
    "report_grant",
    "person_key",
    "person_session",
    "staff_right",
    "credential_try",
)
BACK = (
    *(f"DROP TABLE {name}" for name in NEW),
    "ALTER TABLE device DROP COLUMN signs_since",
    "ALTER TABLE device DROP COLUMN trust_until",
    "UPDATE office_schema SET number = 1",
)
SOMEBODY = (
    "INSERT INTO staff(id, login, name, role, active, created_at, updated_at, rev)"
    " VALUES ({id}, 'ann', 'Ann Lee', 'sales', {yes}, {now}, {now}, 1)"
)
FEED = (
    "scope bigint NOT NULL, tbl smallint NOT NULL, id uuid NOT NULL, seq bigint NOT NULL,"
    " kind varchar(1) NOT NULL, rev bigint NOT NULL, at bigint NOT NULL"
)
IN_PARTS = (
    "DROP TABLE scope_feed",
    f"CREATE TABLE scope_feed({FEED}) PARTITION BY HASH (scope)",
    "ALTER TABLE scope_feed ADD CONSTRAINT pk_scope_feed PRIMARY KEY (scope, tbl, id)",
    "CREATE UNIQUE INDEX ux_scope_feed_seq ON scope_feed (scope, seq)",
    *(
        f"CREATE TABLE scope_feed_{part:02} PARTITION OF scope_feed"
        f" FOR VALUES WITH (MODULUS 64, REMAINDER {part})"
        for part in range(64)
    ),
    "ALTER TABLE scope_feed ENABLE ROW LEVEL SECURITY",
    "ALTER TABLE scope_feed FORCE ROW LEVEL SECURITY",
    "CREATE POLICY books ON scope_feed TO CURRENT_USER USING (true) WITH CHECK (true)",
)
"""The feeds as they lay on PostgreSQL until step 6."""
ROWS = [("customer", bytes(15) + b"1", 3, "P"), ("customer", bytes(15) + b"2", 4, "S")]
TOLD = digest.total(ROWS).to_bytes(16)
ENTRIES = ", ".join(
    f"({scope}, 3, gen_random_uuid(), {seq}, 'P', 1, 1)" for scope in (7, 8) for seq in (1, 2)
)


def roles(store):
    with closing(store), store.write() as work:
        assert work.port.pick(tables.person_session, ("id",), [(new_id(),)]) == []
        return work.conn.execute(text("SELECT role, at FROM staff_right")).all()


def with_a_stub(key, number):
    """Statements that make scope 9 as before step 7: its sum takes a stub for a whole row.

    `key` and `number`: how the database writes an id and a sum.
    """
    as_whole = digest.total((*row, "P") for *row, _ in ROWS)
    yield f"INSERT INTO scope_head VALUES (9, 2, 2, {number(as_whole.to_bytes(16).hex())}, 0)"
    for seq, (table, row_id, rev, kind) in enumerate(ROWS, 1):
        place = f"9, {NUMBERS[table]}, {key(row_id.hex())}"
        yield f"INSERT INTO scope_feed VALUES ({place}, {seq}, '{kind}', {rev}, 1)"


def test_an_embedded_head_office_of_the_first_release(tmp_path):
    store = create_embedded(tmp_path / "office")
    key = store.key
    store.close()
    with closing(connect(tmp_path / "office" / FILE_NAME, key)) as raw:
        raw.execute(SOMEBODY.format(id="randomblob(16)", yes=1, now=0))
        for statement in (*BACK, *with_a_stub("X'{}'".format, "X'{}'".format)):
            raw.execute(statement)
    assert roles(open_embedded(tmp_path / "office")) == [("sales", 0)]
    assert roles(open_embedded(tmp_path / "office")) == [("sales", 0)]
    with closing(connect(tmp_path / "office" / FILE_NAME, key)) as raw:
        assert raw.execute("SELECT cnt, sum128 FROM scope_head").fetchall() == [(2, TOLD)]


def test_one_on_postgresql_by_its_owner_and_with_walls_around_what_is_new(postgres_cluster):
    name = postgres_cluster.database()
    owner = postgres_cluster.url("jewelcrm_owner", name)
    app = f"{APP}_old"
    create_postgres(owner, app, PASSWORD).close()
    engine = create_engine(owner)
    with engine.begin() as conn:
        stub = with_a_stub("'{}'".format, "decode('{}', 'hex')".format)
        for statement in (*BACK, *IN_PARTS, *stub):
            conn.execute(text(statement))
        conn.execute(text(f"INSERT INTO scope_feed VALUES {ENTRIES}"))
    engine.dispose()
    postgres_cluster.sql(SOMEBODY.format(id="gen_random_uuid()", yes=True, now=0), name)
    with pytest.raises(Refused, match="older"):
        open_postgres(postgres_cluster.url(app, name))
    assert update_postgres(owner)
    assert not update_postgres(owner)
    assert roles(open_postgres(postgres_cluster.url(app, name))) == [("sales", 0)]
    engine = create_engine(postgres_cluster.url(app, name))
    with engine.begin() as conn:
        assert conn.execute(text("SELECT count(*) FROM report_grant")).scalar() == 0
        forced = text("SELECT relforcerowsecurity FROM pg_class WHERE relname = :name")
        for name in ("department_member", "staff", "scope_feed"):
            assert conn.execute(forced, {"name": name}).scalar() is True
        assert conn.execute(text("SELECT count(*) FROM scope_feed")).scalar() == 0
        conn.execute(text("SELECT set_config('app.scopes', '9', true)"))
        assert conn.execute(text("SELECT cnt, sum128 FROM scope_head")).all() == [(2, TOLD)]
        conn.execute(text("SELECT set_config('app.scopes', '7', true)"))
        assert conn.execute(text("SELECT seq FROM scope_feed ORDER BY seq")).scalars().all() == [
            1,
            2,
        ]
    engine.dispose()
