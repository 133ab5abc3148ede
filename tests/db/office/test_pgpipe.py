"""Statements to PostgreSQL that go many at a time: in order, whole or not at all, each its own."""

import datetime as dt
import threading

import psycopg
import pytest

from db.errors import Refused, StoreError
from db.office.pgpipe import MOST_PREPARED, MUCH, Pipe
from db.types import new_id
from tests.db.office.builders import a_customer, put, scope_of
from tests.jewelcrm.sync_line.world import until

HERE, THERE = new_id(), new_id()
MINE, THEIRS = scope_of(HERE), scope_of(THERE)


@pytest.fixture
def pipe(postgres_cluster, postgres_database):
    with postgres_cluster.line(postgres_database) as line:
        line.autocommit = False
        line.prepare_threshold = None
        yield Pipe(line)


def test_what_is_asked_before_it_is_read_is_answered_in_its_order(pipe):
    pipe.ask("CREATE TEMPORARY TABLE seen(n int) ON COMMIT DROP")
    pipe.ask("INSERT INTO seen VALUES (?), (?)", (1, 2))
    two = pipe.ask("SELECT n FROM seen ORDER BY n")
    pipe.ask("DELETE FROM seen WHERE n = ?", (1,))
    one = pipe.ask("SELECT n FROM seen")
    assert (one.rows(), two.rows()) == ([(2,)], [(1,), (2,)])


def test_values_arrive_as_they_were_sent(pipe):
    moment = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
    key, words = new_id(), 'a "quoted", \\ {word} 陳大文'
    sent = (key.hex(), words, 1 << 40, -5, b"\x00\xff", [1, 2], [words, "b"], None, moment, "t")
    kinds = "uuid, text, bigint, int, bytea, bigint[], text[], text, timestamptz, boolean"
    asked = ", ".join(f"?::{kind}" for kind in kinds.split(", "))
    [found] = pipe.ask(f"SELECT {asked}", sent).rows()
    assert found[:8] == (key, words, 1 << 40, -5, b"\x00\xff", [1, 2], [words, "b"], None)
    assert (found[8].timestamp(), found[9]) == (moment.timestamp(), 1)


def test_the_first_thing_that_went_wrong_is_told_and_nothing_after_it_was_done(pipe):
    pipe.ask("BEGIN")
    before = pipe.ask("SELECT 1")
    pipe.ask("SELECT 1 / ?::int", (0,))
    after = pipe.ask("SELECT 2")
    with pytest.raises(psycopg.errors.DivisionByZero):
        pipe.flush()
    assert before.rows() == [(1,)]
    with pytest.raises(psycopg.InternalError):
        after.rows()
    pipe.ask("ROLLBACK")
    assert pipe.ask("SELECT 2").rows() == [(2,)]


def test_a_statement_that_could_not_be_prepared_is_prepared_when_it_can_be(pipe):
    for _ in range(2):
        pipe.ask("BEGIN")
        pipe.ask("SELECT n FROM not_there_yet")
        with pytest.raises(psycopg.errors.UndefinedTable):
            pipe.flush()
        pipe.ask("ROLLBACK")
        pipe.flush()
    pipe.ask("CREATE TEMPORARY TABLE not_there_yet(n int)")
    pipe.flush()
    assert pipe.ask("SELECT n FROM not_there_yet").rows() == []
    assert pipe.ask("SELECT n FROM not_there_yet").rows() == []


def test_more_texts_than_a_connection_keeps_are_answered_all_the_same(pipe):
    asked = [pipe.ask(f"SELECT {n}::int, ?::int", (n,)) for n in range(MOST_PREPARED + 20)]
    assert [one.rows() for one in asked] == [[(n, n)] for n in range(MOST_PREPARED + 20)]


def test_an_answer_larger_than_any_buffer_does_not_stop_what_is_still_being_sent(pipe):
    large = "x" * 3_000_000
    asked = [pipe.ask("SELECT ?::text", (large,)) for _ in range(8)]
    assert all(one.rows() == [(large,)] for one in asked)


def test_a_connection_that_is_cut_in_the_middle_is_said_to_be_lost(
    pipe, postgres_cluster, postgres_database
):
    number = pipe.ask("SELECT pg_backend_pid()").rows()[0][0]
    kill = threading.Timer(
        0.3,
        lambda: postgres_cluster.sql(f"SELECT pg_terminate_backend({number})", postgres_database),
    )
    kill.start()
    slow = pipe.ask("SELECT pg_sleep(30)")
    with pytest.raises(psycopg.OperationalError):
        slow.rows()
    kill.join()


def _given_up(store, customer):
    with store.write([MINE]) as work, work.port.together():
        work.put_rows("customer", [customer], fresh={("customer", customer["id"])})
        raise ZeroDivisionError


def _failing(store, customer):
    with store.write() as work, work.port.together():
        put(work, "customer", customer, MINE)
        work.port.ask("SELECT 1 / 0")


def test_a_transaction_that_was_given_up_leaves_nothing_to_the_next(postgres):
    customer = a_customer(HERE)
    with pytest.raises(ZeroDivisionError):
        _given_up(postgres, customer)
    with postgres.write() as work:
        assert work.rows("customer", [customer["id"]]) == {}
        assert work.port.all("SELECT current_setting('app.scopes', true)")[0][0] in {"", None}


def test_no_transaction_sees_by_the_scopes_of_the_one_before_it(postgres):
    with postgres.write() as work:
        for branch, scope in ((HERE, MINE), (THERE, THEIRS)):
            put(work, "customer", a_customer(branch, name=scope), scope)
    for scopes in ([MINE], [], [THEIRS], (), [MINE, THEIRS], []):
        with postgres.write(scopes) as work:
            seen = work.port.all("SELECT name FROM customer")
        assert {name for (name,) in seen} == set(scopes)
        with pytest.raises(StoreError), postgres.write(scopes) as work:
            work.port.run("SELECT 1 / 0")


def test_what_fails_only_with_the_end_of_a_transaction_keeps_nothing_of_it(postgres):
    customer = a_customer(HERE)
    with pytest.raises(Refused):
        _failing(postgres, customer)
    with postgres.write() as work:
        assert work.rows("customer", [customer["id"]]) == {}
        assert work.head(MINE).seq == 0


def test_sqlalchemy_sees_what_was_asked_before_it(postgres):
    customer = a_customer(HERE)
    with postgres.write() as work:
        with work.port.together():
            work.put_rows("customer", [customer], fresh={("customer", customer["id"])})
        found = work.conn.exec_driver_sql("SELECT count(*) FROM customer").scalar_one()
        assert found == 1


def test_much_is_worked_on_before_anybody_wants_an_answer(
    pipe, postgres_cluster, postgres_database
):
    pipe.ask("SELECT pg_advisory_lock(20261123), ?::text", ("x" * MUCH,))
    with postgres_cluster.line(postgres_database) as other:
        held = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 20261123"
        until(lambda: other.execute(held).fetchone()[0] == 1, 10)
    assert pipe.ask("SELECT 1").rows() == [(1,)]


def test_what_went_wrong_in_what_was_sent_early_is_told_when_an_answer_is_wanted(pipe):
    pipe.ask("BEGIN")
    pipe.ask("SELECT 1 / length(?)", ("x" * MUCH,))
    pipe.ask("SELECT 1 / (length(?) - ?::int)", ("x" * MUCH, MUCH))
    after = pipe.ask("SELECT ?::text", ("x" * MUCH,))
    with pytest.raises(psycopg.errors.DivisionByZero):
        pipe.flush()
    with pytest.raises(psycopg.InternalError):
        after.rows()
    pipe.ask("ROLLBACK")
    assert pipe.ask("SELECT 2").rows() == [(2,)]


def test_a_line_on_which_much_was_under_way_when_it_was_given_up_can_be_used_again(pipe):
    pipe.ask("SELECT ?::text, 1 / 0", ("x" * MUCH,))
    pipe.ask("SELECT 3")
    pipe.forget()
    assert pipe.ask("SELECT 2").rows() == [(2,)]
    pipe.forget()
    assert pipe.ask("SELECT 4").rows() == [(4,)]


def _given_up_late(store, customers):
    with store.write([MINE]) as work, work.port.together():
        fresh = {("customer", row["id"]) for row in customers}
        work.put_rows("customer", customers, fresh=fresh)
        raise ZeroDivisionError


def test_a_transaction_that_was_given_up_with_much_under_way_leaves_nothing(postgres):
    customers = [a_customer(HERE, name="Chan " * 20) for _ in range(500)]
    for _ in range(3):
        with pytest.raises(ZeroDivisionError):
            _given_up_late(postgres, customers)
    with postgres.write() as work:
        assert work.rows("customer", [row["id"] for row in customers]) == {}
        assert work.port.all("SELECT current_setting('app.scopes', true)")[0][0] in {"", None}
