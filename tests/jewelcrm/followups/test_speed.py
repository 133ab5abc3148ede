"""That nothing here reads a whole table: what costs time at a million customers."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from sqlalchemy import Engine, event

from db.tables import metadata
from jewelcrm.followups import commands, queries
from jewelcrm.followups.queries import board, counting
from tests.jewelcrm.followups.builders import (
    DAY,
    a_customer_with_a_birthday,
    a_ready_order,
    an_order_with_a_balance,
)

SMALL = {"followup_rule", "staff", "branch"}
"""Tables of a few dozen rows, which may be read whole."""


@contextmanager
def plans_of(ctx):
    """The query plans of everything read inside, a line each."""
    plans, busy = [], []

    def explain(conn, _cursor, statement, parameters, _context, _many):
        if not busy and statement.lstrip().startswith("SELECT"):
            busy.append(True)
            rows = conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
            plans.extend(row[3] for row in rows)
            busy.clear()

    event.listen(Engine, "before_cursor_execute", explain)
    try:
        yield plans
    finally:
        event.remove(Engine, "before_cursor_execute", explain)


def whole_tables(plans):
    """The tables that a plan reads from end to end."""
    scans = {line.split()[1] for line in plans if line.startswith("SCAN") and "INDEX" not in line}
    return (scans & set(metadata.tables)) - SMALL


@pytest.fixture
def busy_shop(ctx):
    an_order_with_a_balance(ctx, due_in=0, promised_on=ctx.today())
    a_ready_order(ctx)
    a_customer_with_a_birthday(ctx)
    return ctx


def test_the_today_page_reads_no_table_from_end_to_end(busy_shop):
    commands.run_rules(busy_shop)
    with plans_of(busy_shop) as plans:
        queries.today(busy_shop)
        queries.today(busy_shop, mine=True)
    assert len(plans) > 20
    assert whole_tables(plans) == set()


def test_the_lists_read_no_table_from_end_to_end(busy_shop):
    commands.run_rules(busy_shop)
    customer_id = queries.today(busy_shop).ready_waiting.items[0].customer.id
    with plans_of(busy_shop) as plans:
        queries.open(busy_shop)
        queries.of_customer(busy_shop, customer_id)
    assert whole_tables(plans) == set()


def test_the_rules_read_no_table_from_end_to_end(busy_shop):
    with plans_of(busy_shop) as plans:
        commands.run_rules(busy_shop)
        commands.run_rules(busy_shop)
    assert whole_tables(plans) <= {"wish"}  # wishes have no index by their day


def test_counting_stops_where_nobody_counts_any_more(ctx, monkeypatch):
    monkeypatch.setattr(counting, "COUNTED", 5)
    monkeypatch.setattr(board, "SHOWN", 3)
    for _ in range(8):
        commands.add(ctx, title="Call", due_on=ctx.today() + DAY)
    with ctx.read() as conn:
        found = board._found(conn, board._open(None))
    assert (len(found.first), found.total, found.more) == (3, 5, True)
