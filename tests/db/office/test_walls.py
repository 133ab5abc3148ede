"""PostgreSQL as the second wall: raw SQL sees and writes nothing outside the scopes given."""

from contextlib import contextmanager

import psycopg
import pytest
from sqlalchemy import create_engine

from db.errors import Refused, StoreExists
from db.office import rls, tables
from db.office.rls import check_jobs, check_walls
from db.office.store import Mark, Versions, create_postgres, open_postgres
from db.tables import NUMBERS
from db.types import new_id
from tests.db.office.builders import (
    a_branch,
    a_customer,
    a_note,
    an_order,
    full,
    put,
    scope_of,
)
from tests.office_stores import APP, PASSWORD

HERE, THERE = new_id(), new_id()
MINE, THEIRS = scope_of(HERE), scope_of(THERE)


@pytest.fixture
def chain(postgres):
    """Two branches with a customer, a note and an order each."""
    rows = {}
    with postgres.write() as work:
        for name, branch in (("mine", HERE), ("theirs", THERE)):
            customer = a_customer(branch, name=name)
            rows[name] = put(work, "customer", customer, scope_of(branch))
            put(work, "note", a_note(branch, customer["id"], name), scope_of(branch))
            put(work, "sales_order", an_order(branch, customer["id"]), scope_of(branch))
    return postgres, rows


def _count(work, table):
    return work.port.all(f'SELECT count(*) FROM "{table}"')[0][0]


def _refused(store, act, scopes=(MINE,)):
    with pytest.raises(Refused):
        store.run(act, scopes)
    return True


def test_raw_sql_sees_only_rows_of_the_scopes(chain):
    store, _rows = chain
    with store.read([MINE]) as work:
        for table in ("customer", "note", "sales_order"):
            assert _count(work, table) == 1
        assert work.port.all("SELECT name FROM customer") == [("mine",)]
        assert _count(work, "scope_feed") == _count(work, "scope_member") == 3
    with store.read([MINE, THEIRS]) as work:
        assert _count(work, "customer") == 2


@pytest.mark.parametrize("scopes", [[], ["B:unknown"], [scope_of(new_id())]])
def test_without_a_scope_there_is_nothing_at_all(chain, scopes):
    store, _rows = chain
    with store.read(scopes) as work:
        for table in (*NUMBERS, "scope_feed", "scope_member"):
            assert _count(work, table) == 0


def test_a_connection_that_names_no_scopes_sees_nothing(chain, postgres_cluster, postgres_database):
    with psycopg.connect(
        host=str(postgres_cluster.socket), user=APP, dbname=postgres_database
    ) as conn:
        assert conn.execute("SELECT count(*) FROM customer").fetchone() == (0,)
        assert conn.execute("SELECT count(*) FROM scope_feed").fetchone() == (0,)


def test_scopes_end_with_their_transaction(chain):
    store, _rows = chain
    for _turn in range(12):
        with store.write([MINE, THEIRS]) as work:
            assert _count(work, "customer") == 2
        with store.write([MINE]) as work:
            assert _count(work, "customer") == 1


def test_an_update_outside_the_scopes_changes_nothing(chain):
    store, rows = chain
    with store.write([MINE]) as work:
        work.port.run("UPDATE customer SET name = 'taken'")
        work.port.run("UPDATE note SET body = 'taken'")
    with store.read() as work:
        assert work.rows("customer", [rows["theirs"]])[rows["theirs"]]["name"] == "theirs"
        assert work.port.all("SELECT count(*) FROM note WHERE body = 'taken'") == [(1,)]


def test_another_branchs_row_cannot_be_overwritten(chain):
    store, rows = chain
    taken = a_customer(HERE, name="taken") | {"id": rows["theirs"]}
    assert _refused(store, lambda work: work.put_rows("customer", [taken]))


def test_nothing_can_be_deleted(chain):
    store, rows = chain
    assert _refused(store, lambda work: work.port.run("DELETE FROM customer"))
    assert _refused(store, lambda work: work.drop_rows("customer", [rows["mine"]]))
    assert _refused(store, lambda work: work.port.run("TRUNCATE note"))


def test_a_new_row_of_another_branch_is_refused(chain):
    store, _rows = chain
    assert _refused(store, lambda work: work.put_rows("customer", [a_customer(THERE)]))
    assert _refused(store, lambda work: work.put_rows("sales_order", [an_order(THERE, None)]))
    assert _refused(store, lambda work: work.put_rows("branch", [a_branch()]))


def test_a_new_row_for_another_branchs_customer_is_refused(chain):
    store, rows = chain
    theirs = rows["theirs"]
    assert _refused(store, lambda work: work.put_rows("note", [a_note(HERE, theirs)]))
    assert _refused(store, lambda work: work.put_rows("sales_order", [an_order(HERE, theirs)]))


def test_new_rows_of_the_own_branch_are_taken_with_their_children(chain):
    store, rows = chain
    customer = a_customer(HERE)
    note = a_note(HERE, customer["id"])
    with store.write([MINE]) as work:
        work.put_rows("customer", [customer])
        work.put_rows("note", [note, a_note(HERE, rows["mine"])])
        work.put_versions({("customer", customer["id"]): Versions(1, 1, 1)})
        work.mark([Mark(MINE, "customer", customer["id"], "P", 1)], 1)
        assert work.rows("customer", [customer["id"]])
        work.put_rows("customer", [customer | {"name": "again"}])


def test_the_first_row_of_a_new_scope_is_seen_at_once(postgres):
    branch = new_id()
    row = a_customer(branch)
    with postgres.write([scope_of(branch)]) as work:
        put(work, "customer", row, scope_of(branch))
        assert work.rows("customer", [row["id"]])


def test_a_change_is_marked_in_scopes_its_writer_may_not_see(chain):
    store, rows = chain
    key = ("customer", rows["mine"])
    with store.write([MINE]) as work:
        work.mark([Mark(s, *key, "P", 2) for s in (MINE, THEIRS)], 1)
        assert work.members([key]) == {key: {MINE: "P", THEIRS: "P"}}
        assert work.feed(THEIRS, 0, 9) == []
    with store.read([THEIRS]) as work:
        assert work.feed(THEIRS, 0, 9)[-1].id == rows["mine"]
        assert work.rows("customer", [rows["mine"]])


def test_a_removed_row_is_out_of_sight(chain):
    store, rows = chain
    with store.write() as work:
        work.mark([Mark(MINE, "customer", rows["mine"], "R", 1)], 1)
    with store.read([MINE]) as work:
        assert not work.rows("customer", [rows["mine"]])


def test_feeds_cannot_be_written_past_their_numbers(chain):
    store, _rows = chain
    assert _refused(store, lambda work: work.port.run("DELETE FROM scope_feed"))
    assert _refused(store, lambda work: work.port.run("UPDATE scope_feed SET seq = seq + 100"))
    assert _refused(store, lambda work: work.port.run("DELETE FROM scope_member"))


def test_conflicts_may_be_reported_to_another_branch_but_not_read(chain):
    store, _rows = chain
    notice = full("notice", branch_id=THERE, kind="opened", happened_at=1, state="open")
    with store.write([MINE]) as work:
        put(work, "notice", notice, THEIRS)
        assert not work.rows("notice", [notice["id"]])
    with store.read([THEIRS]) as work:
        assert work.rows("notice", [notice["id"]])


def test_a_transaction_may_be_widened(chain):
    store, rows = chain
    with store.write([MINE]) as work:
        assert not work.rows("customer", [rows["theirs"]])
        work.widen([THEIRS])
        assert work.rows("customer", [rows["theirs"]])


def test_the_audit_log_is_only_added_to(chain):
    store, _rows = chain
    with store.write([MINE]) as work:
        work.audit(new_id(), "lookup")
    for scopes in (None, [MINE]):
        _refused(store, lambda work: work.port.run("UPDATE audit_log SET reason = 'x'"), scopes)
        _refused(store, lambda work: work.port.run("DELETE FROM audit_log"), scopes)


def test_no_role_of_the_program_can_change_tables_or_policies(chain):
    store, _rows = chain
    for statement in (
        "DROP POLICY branch_sees ON customer",
        "ALTER TABLE customer DISABLE ROW LEVEL SECURITY",
        "DROP TABLE note",
        "CREATE TABLE mine (x int)",
        "SET ROLE jewelcrm_owner",
    ):
        for scopes in (None, [MINE]):
            _refused(store, lambda work, sql=statement: work.port.run(sql), scopes)


@contextmanager
def _engine(cluster, role, database):
    engine = create_engine(cluster.url(role, database))
    try:
        yield engine
    finally:
        engine.dispose()


def test_it_does_not_start_as_owner_or_superuser(postgres, postgres_cluster, postgres_database):
    for role in ("jewelcrm_owner", "postgres"):
        with pytest.raises(rls.NoWall):
            open_postgres(
                postgres_cluster.url(role, postgres_database),
                postgres_cluster.url(APP + "_jobs", postgres_database),
            )
        with _engine(postgres_cluster, role, postgres_database) as engine:
            with pytest.raises(rls.NoWall):
                check_walls(engine)
            with pytest.raises(rls.NoWall):
                check_jobs(engine)


def test_it_does_not_serve_pcs_with_the_role_of_jobs(postgres, postgres_cluster, postgres_database):
    with (
        _engine(postgres_cluster, APP + "_jobs", postgres_database) as engine,
        pytest.raises(rls.NoWall, match="jobs"),
    ):
        check_walls(engine)


@pytest.mark.parametrize(
    "broken",
    [
        "ALTER TABLE note DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE scope_feed NO FORCE ROW LEVEL SECURITY",
        "CREATE POLICY mine ON customer USING (true)",
        f"ALTER ROLE {APP} BYPASSRLS",
        f"GRANT jewelcrm_owner TO {APP}",
        f"GRANT {APP}_jobs TO {APP}",
        "DROP POLICY branch_sees ON note; CREATE POLICY branch_sees ON note USING (true)",
    ],
)
def test_it_does_not_start_where_a_wall_is_down(postgres_cluster, ready_database, broken):
    name = postgres_cluster.copy(ready_database)
    open_postgres(postgres_cluster.url(APP, name)).close()
    postgres_cluster.sql(broken, name)
    try:
        with pytest.raises(rls.NoWall):
            open_postgres(postgres_cluster.url(APP, name))
    finally:
        postgres_cluster.sql(
            f"ALTER ROLE {APP} NOBYPASSRLS; REVOKE jewelcrm_owner, {APP}_jobs FROM {APP}"
        )
        postgres_cluster.sql(f"DROP DATABASE {name} WITH (FORCE)")


def test_a_second_head_office_in_one_database_is_refused(
    postgres, postgres_cluster, postgres_database
):
    with postgres.write() as work:
        work.conn.execute(tables.office_state.update().values(recovery_key=b"k"))
    with pytest.raises(StoreExists):
        create_postgres(postgres_cluster.url("jewelcrm_owner", postgres_database), APP, PASSWORD)
