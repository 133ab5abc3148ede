"""Works that share a transaction ask in turns, see each its own, and are kept all or not at all."""

import pytest

from db.errors import Refused, StoreError
from db.office.feed import Heads
from db.office.port import NOTHING
from db.office.store import Mark
from db.office.turns import abreast, alone
from db.types import new_id
from tests.db.office.builders import a_branch, a_customer, put, scope_of

HERE, THERE = new_id(), new_id()
MINE, THEIRS = scope_of(HERE), scope_of(THERE)


def said(words, log):
    for word in words:
        log.append(word)
        yield
    return words[-1]


def test_each_goes_as_far_as_it_must_wait_then_the_next_one():
    log = []
    assert abreast([said("ab", log), said("cde", log)]) == ["b", "e"]
    assert log == list("acbde")


def test_one_alone_goes_straight_through():
    log = []
    assert (alone(said("abc", log)), log) == ("c", list("abc"))


def test_when_one_fails_the_others_are_ended():
    ended = []

    def lasting():
        try:
            while True:
                yield
        finally:
            ended.append(True)

    def failing():
        yield
        raise Refused("no")

    with pytest.raises(Refused):
        abreast([lasting(), failing(), lasting()])
    assert ended == [True, True]


def marking(branch, rows, scopes, seen):
    """Writes rows of a branch, which it may see, and reads what it sees meanwhile."""

    def act(work):
        work.widen(scopes)
        yield
        for row in rows:
            work.put_rows("customer", [row], fresh=[("customer", row["id"])])
            mark = Mark(scope_of(branch), "customer", row["id"], "P", 1)
            yield from work.mark_in_turns([mark], 1, fresh=[("customer", row["id"])])
            yield
        seen.append(work.rows_where("customer", "tier", ["gold"]).keys())

    return act


def test_a_scope_that_several_write_in_is_numbered_without_a_gap(office_store):
    rows = [[a_customer(HERE) for _ in range(3)] for _ in range(4)]
    office_store.run_abreast([marking(HERE, some, [MINE], []) for some in rows], ())
    with office_store.read() as work:
        assert [entry.seq for entry in work.feed(MINE, 0, 99)] == list(range(1, 13))
        head = work.head(MINE)
        assert (head.seq, head.count) == (12, 12)
        assert head.sum == sum(s for s, _ in work.buckets(MINE)) % 2**128


def test_who_is_told_hears_of_all_their_scopes(office_store):
    heard = []
    office_store.on_news(heard.append)
    acts = [
        marking(HERE, [a_customer(HERE)], [MINE], []),
        marking(THERE, [a_customer(THERE)], [THEIRS], []),
    ]
    office_store.run_abreast(acts, ())
    assert set().union(*heard) == {MINE, THEIRS}


def test_nothing_of_any_is_kept_when_one_fails(office_store):
    row = a_customer(HERE)

    def failing(work):
        yield
        yield
        yield
        work.port.run("INSERT INTO no_such_table VALUES (1)")

    with pytest.raises(StoreError):
        office_store.run_abreast([marking(HERE, [row], [MINE], []), failing], ())
    with office_store.read() as work:
        assert not work.rows("customer", [row["id"]])
        assert work.head(MINE).seq == 0


def test_what_each_notes_in_the_audit_log_follows_from_the_other(office_store):
    def noting(work):
        work.audit(new_id(), "first")
        yield
        work.audit(new_id(), "then")

    office_store.run_abreast([noting, noting], ())
    with office_store.read() as work:
        assert work.audit_break() is None
        told = [row[0] for row in work.port.all("SELECT action FROM audit_log ORDER BY seq")]
    assert told[-4:] == ["first", "first", "then", "then"]


def test_a_scope_that_another_made_meanwhile_can_be_written_in(postgres):
    """Both PCs of a new branch send their first change in one transaction."""
    with postgres.write() as work:
        put(work, "branch", a_branch() | {"id": HERE}, "G:catalogue")
    seen = []
    rows = [[a_customer(HERE, tier="gold")], [a_customer(HERE, tier="gold")]]
    postgres.run_abreast([marking(HERE, some, [MINE], seen) for some in rows], ())
    assert [len(keys) for keys in seen] == [2, 2]


def test_the_wall_shows_each_only_its_own(postgres):
    with postgres.write() as work:
        for branch in (HERE, THERE):
            put(work, "customer", a_customer(branch, tier="gold"), scope_of(branch))
    seen = {}

    def looking(name, scopes):
        def act(work):
            assert work.port.all("SELECT count(*) FROM customer") == [(0,)]
            yield
            work.widen(scopes)
            yield
            mine = work.port.ask("SELECT branch_id FROM customer")
            yield
            again = work.conn.exec_driver_sql("SELECT branch_id FROM customer").fetchall()
            yield
            seen[name] = {row[0] for row in mine.rows()}, len(again)

        return act

    acts = [looking("here", [MINE]), looking("there", [THEIRS]), looking("nobody", [])]
    postgres.run_abreast(acts, ())
    assert seen == {"here": ({HERE}, 1), "there": ({THERE}, 1), "nobody": (set(), 0)}


def test_the_wall_lets_nobody_write_in_the_name_of_the_other(postgres):
    def writing(work):
        work.widen([MINE])
        yield
        yield
        work.put_rows("customer", [a_customer(THERE)])

    def idle(work):
        work.widen([THEIRS])
        yield
        work.port.all("SELECT 1")
        yield

    with pytest.raises(Refused):
        postgres.run_abreast([writing, idle], ())


def test_heads_are_locked_in_one_order_whoever_wants_them():
    """So that of two transactions none holds what the other waits for."""
    locked = []

    class Port:
        def __init__(self, name):
            self.name = name

        def lock_heads(self, scopes):
            locked.append((self.name, scopes))
            return NOTHING

    first, second, heads = Port("first"), Port("second"), Heads()
    heads.want(second, [9, 2])
    heads.want(first, [5, 1, 9])
    heads.want(second, [7])
    heads.lock()
    heads.want(second, [1, 8])
    heads.lock()
    assert locked == [
        ("first", [1]),
        ("second", [2]),
        ("first", [5]),
        ("second", [7]),
        ("first", [9]),
        ("second", [8]),
    ]
