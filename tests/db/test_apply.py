"""`Store.apply`: head office's rows come in uncaptured and in any order."""

import pytest

from db.errors import Refused
from db.tables import customers
from db.types import new_id, to_millis

INSERT = (
    "INSERT INTO note(id, customer_id, channel, body, created_at, updated_at, rev)"
    " VALUES (?, ?, 'note', 'Words', ?, ?, 3)"
)


def a_note(ctx, work, customer):
    note, now = new_id(), to_millis(ctx.clock.now())
    work.raw.execute(INSERT, (note, customer, now, now))
    return note


def count(ctx, table):
    with ctx.read() as conn:
        return conn.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar()


def test_a_row_may_come_before_what_it_refers_to(ctx):
    with ctx.store.apply(now=ctx.clock.now()) as work:
        a_note(ctx, work, new_id())
    assert count(ctx, "note") == 1


def test_nothing_of_it_is_sent_back(ctx):
    before = count(ctx, "change")
    with ctx.store.apply(now=ctx.clock.now()) as work:
        note = a_note(ctx, work, new_id())
        work.raw.execute("UPDATE note SET body = 'Other words' WHERE id = ?", (note,))
        work.raw.execute("DELETE FROM note WHERE id = ?", (note,))
    assert count(ctx, "change") == before
    assert count(ctx, "sync_tx") == 0


def test_afterwards_people_s_own_rows_are_held_to_their_references_again(ctx):
    with ctx.store.apply(now=ctx.clock.now()):
        pass
    with pytest.raises(Refused), ctx.work() as work:
        work.insert(customers.note, customer_id=new_id(), channel="note", body="Words")


def test_a_page_is_kept_whole_or_not_at_all(ctx):
    with pytest.raises(Refused), ctx.store.apply(now=ctx.clock.now()) as work:
        work.raw.execute(INSERT.replace("Words", a_note(ctx, work, new_id()).hex()), (None,) * 4)
    assert count(ctx, "note") == 0
    with pytest.raises(Refused), ctx.work() as work:
        work.insert(customers.note, customer_id=new_id(), channel="note", body="Words")


def test_what_was_touched_is_announced(ctx):
    heard = []
    stop = ctx.store.on_commit(heard.append)
    with ctx.store.apply(now=ctx.clock.now()) as work:
        a_note(ctx, work, new_id())
        work.touched.add("note")
    stop()
    assert heard == [frozenset({"note"})]


def test_the_log_can_be_emptied(ctx):
    with ctx.store.apply(now=ctx.clock.now()) as work:
        a_note(ctx, work, new_id())
    assert ctx.store.empty_log()
    assert ctx.store.path.with_name("store.db-wal").stat().st_size == 0


def test_while_somebody_reads_the_log_stays(ctx):
    with ctx.read() as conn:
        conn.exec_driver_sql("SELECT count(*) FROM note").scalar()
        with ctx.store.apply(now=ctx.clock.now()) as work:
            a_note(ctx, work, new_id())
        assert not ctx.store.empty_log()
