"""Somebody with the server's own role and raw SQL tries to look over the wall."""

from __future__ import annotations

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from tests.db.office.test_walls import MINE, chain  # noqa: F401 - a fixture
from tests.office_stores import APP

TRIES = (
    "SET SESSION AUTHORIZATION postgres",
    "SET ROLE jewelcrm_app_jobs",
    "SET row_security = off",
    "ALTER ROLE jewelcrm_app BYPASSRLS",
    "ALTER TABLE customer NO FORCE ROW LEVEL SECURITY",
    "CREATE POLICY mine ON customer USING (true)",
    "CREATE FUNCTION public.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE SCHEMA mine",
    "COPY customer TO PROGRAM 'cat'",
    "COPY customer TO '/tmp/out'",
    "SELECT pg_read_file('/etc/passwd')",
    "SELECT lo_import('/etc/passwd')",
    "UPDATE scope_member SET kind = 'P'",
    "INSERT INTO scope_member SELECT * FROM scope_member",
    "TRUNCATE customer",
    "DELETE FROM customer",
    "DO $$ BEGIN EXECUTE 'SET ROLE jewelcrm_owner'; END $$",
    "GRANT jewelcrm_owner TO jewelcrm_app",
    "SELECT * FROM pg_authid",
)


@pytest.fixture
def line(chain, postgres_cluster, postgres_database):  # noqa: F811
    """A connection as the server's role, in one branch's scope."""
    store, rows = chain
    with store.read() as work:
        number = work.scopes.known(MINE)
    engine = create_engine(postgres_cluster.url(APP, postgres_database))
    with engine.connect() as conn:
        conn.execute(text("SELECT set_config('app.scopes', :n, false)"), {"n": str(number)})
        yield conn, rows
    engine.dispose()


def names(conn):
    return {name for (name,) in conn.execute(text("SELECT name FROM customer"))}


def tried(conn, statement):
    """What is seen after a statement; it is undone when either is refused."""
    with conn.begin_nested():
        conn.execute(text(statement))
        return names(conn)  # `row_security = off` refuses to read at all


@pytest.mark.parametrize("statement", TRIES)
def test_no_statement_opens_the_wall(line, statement):
    conn, _ = line
    assert names(conn) == {"mine"}
    with pytest.raises(DBAPIError):
        tried(conn, statement)
    assert names(conn) == {"mine"}


def test_tables_of_ones_own_do_not_stand_in_for_the_walls(line):
    conn, rows = line
    conn.execute(
        text("CREATE TEMP TABLE scope_member (tbl smallint, id uuid, scope bigint, kind varchar)")
    )
    conn.execute(
        text("INSERT INTO scope_member SELECT 2, :id, 1, 'P'"), {"id": rows["theirs"].hex()}
    )
    conn.execute(text("SET search_path = pg_temp, public"))
    assert {n for (n,) in conn.execute(text("SELECT name FROM public.customer"))} == {"mine"}
    told = conn.execute(text("SELECT in_no_scope(2, :id)"), {"id": rows["theirs"].hex()})
    assert told.scalar() in {False, True}
    update = text("UPDATE public.customer SET name = 'x' WHERE id = :id")
    assert conn.execute(update, {"id": rows["theirs"].hex()}).rowcount == 0
