"""Head office is made on PostgreSQL as a whole or not at all, and a second try completes it."""

import pytest
from sqlalchemy import select

from db.errors import Refused, StoreExists
from db.office import pgmaking, tables
from db.office.store import create_postgres, open_postgres

APP, PASSWORD = "guarded_app", "seven brown umbrellas"


@pytest.fixture
def guarded(postgres_cluster):
    """The cluster asks for this role's password, as a real one does."""
    hba = postgres_cluster.socket / "data" / "pg_hba.conf"
    before = hba.read_text()

    def rule(words):
        hba.write_text(f"local all {APP},{APP}_jobs {words}\n{before}")
        postgres_cluster.sql("SELECT pg_reload_conf()")

    rule("scram-sha-256")
    yield rule
    hba.write_text(before)
    postgres_cluster.sql("SELECT pg_reload_conf()")


@pytest.fixture
def owner(postgres_cluster, guarded):
    name = postgres_cluster.database()
    yield postgres_cluster.url("jewelcrm_owner", name)
    postgres_cluster.sql(f"DROP DATABASE {name} WITH (FORCE)")
    postgres_cluster.sql(f"DROP ROLE IF EXISTS {APP}; DROP ROLE IF EXISTS {APP}_jobs")


def made(owner):
    """What of head office is there: tables, roles."""
    engine = pgmaking.engine_of(pgmaking.make_url(owner))
    with engine.connect() as conn:
        count = conn.exec_driver_sql("SELECT count(*) FROM pg_class WHERE relname = 'customer'")
        roles = conn.exec_driver_sql(f"SELECT count(*) FROM pg_roles WHERE rolname ~ '^{APP}'")
        found = count.scalar_one(), roles.scalar_one()
    engine.dispose()
    return found


def begin(store):
    with store.write() as work:
        work.conn.execute(tables.office_state.update().values(recovery_key=b"k"))


def test_a_role_that_may_not_sign_in_leaves_nothing_and_the_second_try_makes_it(owner, guarded):
    guarded("reject")
    with pytest.raises(Refused, match=r"role guarded_app cannot sign in .*pg_hba\.conf"):
        create_postgres(owner, APP, PASSWORD)
    assert made(owner) == (0, 0)
    guarded("scram-sha-256")
    create_postgres(owner, APP, PASSWORD).close()
    assert made(owner) == (1, 2)


def test_a_role_left_over_with_another_password_is_given_the_new_one(owner, postgres_cluster):
    postgres_cluster.sql(f"CREATE ROLE {APP} LOGIN PASSWORD 'another'")
    postgres_cluster.sql(f"GRANT {APP} TO jewelcrm_owner WITH ADMIN OPTION")
    create_postgres(owner, APP, PASSWORD).close()
    assert made(owner) == (1, 2)


def test_a_role_that_serves_another_database_keeps_its_password(owner, postgres_cluster):
    create_postgres(owner, APP, PASSWORD).close()
    other = postgres_cluster.database()
    try:
        with pytest.raises(Refused, match=r"serves another database .*--app-role"):
            create_postgres(postgres_cluster.url("jewelcrm_owner", other), APP, "not the same one")
    finally:
        postgres_cluster.sql(f"DROP DATABASE {other} WITH (FORCE)")
    app = pgmaking.make_url(owner).set(username=APP, password=PASSWORD)
    open_postgres(app.render_as_string(hide_password=False)).close()


def test_a_making_that_was_cut_short_is_begun_anew_and_one_that_began_is_not(owner):
    create_postgres(owner, APP, PASSWORD).close()
    store = create_postgres(owner, APP, "another password by now")
    begin(store)
    server = store.server
    store.close()
    with pytest.raises(StoreExists, match="There is a head office"):
        create_postgres(owner, APP, PASSWORD)
    engine = pgmaking.engine_of(pgmaking.make_url(owner))
    with engine.connect() as conn:
        assert conn.execute(select(tables.office_state.c.server)).scalar_one() == server
    engine.dispose()


def test_a_database_of_another_program_is_left_alone(owner, postgres_cluster):
    name = pgmaking.make_url(owner).database
    postgres_cluster.sql("CREATE TABLE branch (tree text)", name)
    with pytest.raises(StoreExists, match="tables of another program"):
        create_postgres(owner, APP, PASSWORD)
    assert made(owner) == (0, 0)


def test_an_owner_who_owns_nothing_is_told_what_to_ask_for(owner, postgres_cluster):
    postgres_cluster.sql("CREATE ROLE passer LOGIN")
    try:
        with pytest.raises(Refused, match=r"passer may not make .*CREATEROLE"):
            create_postgres(owner.replace("jewelcrm_owner", "passer"), APP, PASSWORD)
    finally:
        postgres_cluster.sql("DROP ROLE passer")


def test_a_database_that_is_not_there_is_named(owner):
    with pytest.raises(Refused, match=r"does not let jewelcrm_owner in .*nowhere.*--database-url"):
        create_postgres(owner.replace("/office_", "/nowhere_"), APP, PASSWORD)
