"""Head office on PostgreSQL: several processes, collisions, kills, news."""

import threading
import time

import pytest

from db.errors import NewerStore, NoStore, OutOfReach, Refused
from db.office import news
from db.office.pgline import RESTED_S
from db.office.postgres import scrub_postgres, update_postgres
from db.office.store import Mark, create_postgres, open_postgres
from db.types import new_id
from tests.db.office.builders import a_customer, put, scope_of
from tests.office_stores import APP, PASSWORD

HOME = new_id()
SCOPE, OTHER = scope_of(HOME), "G:catalogue"


@pytest.fixture
def second(postgres, postgres_cluster, postgres_database):
    """Another process's view of the same head office."""
    store = open_postgres(postgres_cluster.url(APP, postgres_database))
    yield store
    store.close()


def _eventually(true, seconds=10.0):
    until = time.monotonic() + seconds
    while not true() and time.monotonic() < until:
        time.sleep(0.01)
    return true()


def test_what_one_process_commits_the_others_hear_once(postgres, second):
    heard, own = [], []
    second.on_news(heard.append)
    postgres.on_news(own.append)
    with postgres.write() as work:
        put(work, "customer", a_customer(HOME), SCOPE, OTHER)
    assert own == [{SCOPE, OTHER}]
    assert _eventually(lambda: heard)
    with postgres.write([SCOPE]) as work:
        put(work, "customer", a_customer(HOME), SCOPE)
    assert _eventually(lambda: len(heard) == 2)
    assert heard == [{SCOPE, OTHER}, {SCOPE}]


def test_a_process_that_ends_at_once_still_tells_its_news(
    postgres, postgres_cluster, postgres_database
):
    heard = []
    postgres.on_news(heard.append)
    short = open_postgres(postgres_cluster.url(APP, postgres_database))
    with short.write() as work:
        put(work, "customer", a_customer(HOME), SCOPE)
    short.close()
    assert _eventually(lambda: heard == [{SCOPE}])


def test_many_news_are_cut_into_payloads_that_fit():
    scopes = [f"B:{new_id().hex()}" for _ in range(1_000)]
    payloads = list(news._payloads(scopes))
    assert " ".join(payloads).split(" ") == scopes
    assert max(map(len, payloads)) < 7_900


def test_when_the_line_was_down_everything_may_have_news(postgres, postgres_cluster, monkeypatch):
    with postgres.write() as work:
        put(work, "customer", a_customer(HOME), SCOPE)
    heard = []
    monkeypatch.setattr(news, "RETRY_SECONDS", 30.0)  # it listens before the line is cut
    postgres.on_news(heard.append)
    monkeypatch.setattr(news, "RETRY_SECONDS", 0.05)  # and tries soon again
    postgres_cluster.sql(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"
    )
    assert _eventually(lambda: heard)
    assert SCOPE in heard[0]


def test_two_that_wait_for_each_other_both_get_through(postgres):
    with postgres.write() as work:
        work.mark([Mark(s, "customer", new_id(), "P", 1) for s in (SCOPE, OTHER)], 1)
    both = threading.Barrier(2, timeout=10)
    done = []

    def one(scopes):
        turns = iter([both.wait])

        def act(work):
            work.mark([Mark(scopes[0], "customer", new_id(), "P", 1)], 1)
            next(turns, int)()
            work.mark([Mark(scopes[1], "customer", new_id(), "P", 1)], 1)

        postgres.run(act)
        done.append(scopes)

    pair = [threading.Thread(target=one, args=(s,)) for s in ((SCOPE, OTHER), (OTHER, SCOPE))]
    for thread in pair:
        thread.start()
    for thread in pair:
        thread.join()
    with postgres.read() as work:
        assert len(done) == 2
        assert [entry.seq for entry in work.feed(SCOPE, 0, 9)] == [1, 2, 3]
        assert [entry.seq for entry in work.feed(OTHER, 0, 9)] == [1, 2, 3]


def test_a_locked_row_makes_the_second_writer_wait_and_then_see_the_first(postgres, second):
    customer = a_customer(HOME)
    with postgres.write() as work:
        put(work, "customer", customer, SCOPE)
    seen = []

    def late():
        with second.write() as work:
            seen.append(work.rows("customer", [customer["id"]], lock=True)[customer["id"]]["rev"])

    with postgres.write() as work:
        work.rows("customer", [customer["id"]], lock=True)
        other = threading.Thread(target=late)
        other.start()
        other.join(0.3)
        assert not seen
        work.put_rows("customer", [customer | {"rev": 2}])
    other.join()
    assert seen == [2]


def test_a_connection_killed_in_a_transaction_keeps_nothing_of_it(postgres, postgres_cluster):
    def act(work):
        put(work, "customer", a_customer(HOME), SCOPE)
        pid = work.port.all("SELECT pg_backend_pid()")[0][0]
        postgres_cluster.sql(f"SELECT pg_terminate_backend({pid})")
        put(work, "customer", a_customer(HOME), SCOPE)

    with pytest.raises(OutOfReach), postgres.write() as work:
        act(work)
    with postgres.write() as work:
        assert work.head(SCOPE).seq == 0
        put(work, "customer", a_customer(HOME), SCOPE)
        assert [entry.seq for entry in work.feed(SCOPE, 0, 9)] == [1]


def test_a_restarted_database_is_met_again_without_a_failed_request(postgres, postgres_cluster):
    with postgres.read([SCOPE]), postgres.read([SCOPE]):
        pass
    time.sleep(1.5 * RESTED_S)  # a connection used a moment ago is not tried first
    postgres_cluster.sql(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        f" WHERE usename LIKE '{APP}%' AND query NOT LIKE 'LISTEN%'"
    )
    with postgres.write() as work:
        put(work, "customer", a_customer(HOME), SCOPE)
    with postgres.read([SCOPE]) as work:
        assert work.head(SCOPE).seq == 1


def test_a_database_that_is_away_is_said_to_be_so(postgres_cluster):
    with pytest.raises(OutOfReach, match="reached"):
        open_postgres(postgres_cluster.url(APP, "nowhere"))


@pytest.mark.usefixtures("postgres_database")  # the cluster knows the program's role from it
def test_an_empty_newer_or_older_database_is_refused(postgres_cluster):
    name = postgres_cluster.database()
    owner = postgres_cluster.url("jewelcrm_owner", name)
    with pytest.raises(NoStore):
        open_postgres(postgres_cluster.url(APP, name))
    with pytest.raises(NoStore):
        update_postgres(owner)
    create_postgres(owner, APP, PASSWORD).close()
    assert not update_postgres(owner)
    postgres_cluster.sql("UPDATE office_schema SET number = 99", name)
    with pytest.raises(NewerStore):
        open_postgres(postgres_cluster.url(APP, name))
    postgres_cluster.sql("UPDATE office_schema SET number = 0", name)
    with pytest.raises(NoStore):
        open_postgres(postgres_cluster.url(APP, name))
    postgres_cluster.sql(f"DROP DATABASE {name} WITH (FORCE)")


def test_an_erased_row_leaves_no_trace_in_the_tables_once_they_are_scrubbed(
    postgres, postgres_cluster, postgres_database
):
    customer = a_customer(HOME, name="Wellington Koo", number="HK01-W-KOO")
    with postgres.write() as work:
        put(work, "customer", customer, SCOPE)
    with postgres.write() as work:
        work.drop_rows("customer", [customer["id"]])
    scrub_postgres(postgres_cluster.url("jewelcrm_owner", postgres_database))
    postgres_cluster.sql("CHECKPOINT")
    tables = (postgres_cluster.socket / "data" / "base").rglob("*")
    assert not [path for path in tables if path.is_file() and b"Wellington" in path.read_bytes()]


def test_a_taken_key_is_refused(postgres):
    pc, tx = new_id(), a_customer(HOME)
    with pytest.raises(Refused, match="already"), postgres.write() as work:
        work.port.run("INSERT INTO scope(no, name) VALUES (1, ?), (1, ?)", (pc.hex(), tx["name"]))
