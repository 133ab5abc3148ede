"""Every write leaves a trace, and a write that would not is refused."""

import json

import pytest
from sqlalchemy import select

from db.errors import Refused, TooLong
from db.migrations.shop import trigger_faults
from db.shop.local import change
from db.tables.customers import customer, note
from jewelcrm.context import Context
from tests.builders import the_writer


def test_a_change_keeps_what_was_there_and_what_was_written(ctx: Context):
    someone = _a_customer(ctx, name="Chan Tai Man", tier="gold")
    with ctx.work("she moved up") as work:
        work.update(customer, someone, tier=None, name="Chan Siu Ming")
    last = _changes(ctx)[-1]
    assert (last.op, last.reason, last.actor) == ("U", "she moved up", ctx.staff.id)
    assert json.loads(last.old) == {"name": "Chan Tai Man", "tier": "gold"}
    assert json.loads(last.cols) == {"name": "Chan Siu Ming", "tier": None}


def test_writing_the_same_words_again_is_no_change(ctx: Context):
    someone = _a_customer(ctx, name="Chan Tai Man")
    before = len(_changes(ctx))
    with ctx.work() as work:
        work.update(customer, someone, name="Chan Tai Man")
    assert len(_changes(ctx)) == before


def test_a_statement_for_many_rows_leaves_a_trace_of_each(ctx: Context):
    for name in ("One", "Two"):
        _a_customer(ctx, name=name)
    before = len(_changes(ctx))
    with ctx.work() as work:
        work.raw.execute("UPDATE customer SET tier = 'vip'")
    assert len(_changes(ctx)) == before + 2


def test_a_write_outside_a_unit_of_work_is_refused(ctx: Context):
    with pytest.raises(Exception, match="outside a unit of work"):
        the_writer(ctx).execute(
            "INSERT INTO household(id, name, created_at, updated_at) VALUES (x'00', 'x', 0, 0)"
        )


def test_nothing_is_ever_deleted(ctx: Context):
    _a_customer(ctx, name="Chan")
    with pytest.raises(Refused, match="archived, never deleted"), ctx.work() as work:
        work.raw.execute("DELETE FROM customer")


def test_a_ledger_entry_is_never_changed(ctx: Context):
    someone = _a_customer(ctx, name="Chan")
    with ctx.work() as work:
        entry = work.insert(note, customer_id=someone, channel="note", body="likes jade")
    with pytest.raises(Refused, match="never changed"), ctx.work() as work:
        work.update(note, entry, body="likes gold")


def test_a_failed_unit_of_work_leaves_nothing(ctx: Context):
    before = len(_changes(ctx))
    with pytest.raises(TooLong), ctx.work() as work:
        work.insert_many(
            customer, [{"number": "1", "name": "Half"}, {"number": "2" * 99, "name": ""}]
        )
    assert len(_changes(ctx)) == before
    _a_customer(ctx, name="Whole")


def test_a_value_that_another_store_could_not_keep_is_refused(ctx: Context):
    with pytest.raises(TooLong), ctx.work() as work:
        work.insert(customer, number="1", name="x" * 201)


def test_the_store_has_exactly_the_triggers_of_its_tables(ctx: Context):
    with ctx.read() as conn:
        assert trigger_faults(conn) == []


def _a_customer(ctx: Context, **values: object) -> bytes:
    with ctx.work("test") as work:
        return work.insert(customer, number=work.next_number(), **values)


def _changes(ctx: Context) -> list:
    with ctx.read() as conn:
        return list(conn.execute(select(change).order_by(change.c.n)))
