"""A head office of an earlier release is brought up to date, on either store, with its walls."""

from __future__ import annotations

from contextlib import closing

import pytest
from sqlalchemy import create_engine, text

from db.errors import Refused
from db.office import tables
from db.office.embedded import FILE_NAME
from db.office.postgres import update_postgres
from db.office.store import create_embedded, create_postgres, open_embedded, open_postgres
from db.shop.connect import connect
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
ENTRIES = ", ".join(
    f"({scope}, 3, gen_random_uuid(), {seq}, 'P', 1, 1)" for scope in (7, 8) for seq in (1, 2)
)


def roles(store):
    with closing(store), store.write() as work:
        assert work.port.pick(tables.person_session, ("id",), [(new_id(),)]) == []
        return work.conn.execute(text("SELECT role, at FROM staff_right")).all()


def test_an_embedded_head_office_of_the_first_release(tmp_path):
    store = create_embedded(tmp_path / "office")
    key = store.key
    store.close()
    with closing(connect(tmp_path / "office" / FILE_NAME, key)) as raw:
        raw.execute(SOMEBODY.format(id="randomblob(16)", yes=1, now=0))
        for statement in BACK:
            raw.execute(statement)
    assert roles(open_embedded(tmp_path / "office")) == [("sales", 0)]
    assert roles(open_embedded(tmp_path / "office")) == [("sales", 0)]


def test_one_on_postgresql_by_its_owner_and_with_walls_around_what_is_new(postgres_cluster):
    name = postgres_cluster.database()
    owner = postgres_cluster.url("jewelcrm_owner", name)
    app = f"{APP}_old"
    create_postgres(owner, app, PASSWORD).close()
    engine = create_engine(owner)
    with engine.begin() as conn:
        for statement in (*BACK, *IN_PARTS):
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
        conn.execute(text("SELECT set_config('app.scopes', '7', true)"))
        assert conn.execute(text("SELECT seq FROM scope_feed ORDER BY seq")).scalars().all() == [
            1,
            2,
        ]
    engine.dispose()
