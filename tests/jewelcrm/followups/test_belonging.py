"""In a chain each reminder is one branch's to make."""

import pytest

from db.types import new_id
from jewelcrm.followups import commands
from tests.builders import a_chain
from tests.jewelcrm.followups.builders import (
    DAY,
    a_customer_with_a_birthday,
    a_wish,
    an_order_with_a_balance,
    made,
)


def another_branchs(ctx, table, row_id):
    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.raw.execute(f"UPDATE {table} SET branch_id = ? WHERE id = ?", (new_id(), row_id))


def test_another_branchs_customer_is_left_to_her_home(ctx):
    a_chain(ctx)
    shared, ours = a_customer_with_a_birthday(ctx), a_customer_with_a_birthday(ctx)
    for customer in (shared, ours):
        a_wish(ctx, customer, ctx.today() + 14 * DAY)
    another_branchs(ctx, "customer", shared)
    commands.run_rules(ctx)
    assert {one.customer.id for one in made(ctx)} == {ours}
    assert len(made(ctx)) == 2


@pytest.mark.parametrize(("whose", "reminders"), [("customer", 1), ("sales_order", 0)])
def test_an_orders_reminders_are_made_where_it_was_taken(ctx, whose, reminders):
    a_chain(ctx)
    order = an_order_with_a_balance(ctx, due_in=3)
    customer = customer_of(ctx, order.id)
    another_branchs(ctx, whose, customer if whose == "customer" else order.id)
    assert commands.run_rules(ctx) == reminders


def customer_of(ctx, order_id):
    with ctx.read() as conn:
        return conn.exec_driver_sql(
            "SELECT customer_id FROM sales_order WHERE id = ?", (order_id,)
        ).scalar()


def test_no_rule_runs_before_the_first_copy_is_complete(ctx):
    a_customer_with_a_birthday(ctx)
    a_chain(ctx)
    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.raw.execute(
            "INSERT INTO sync_cursor(scope, seq, count, sum, stage) VALUES ('B:x', 0, 0, '', '{}')"
        )
    assert commands.run_rules(ctx) == 0
    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.raw.execute("UPDATE sync_cursor SET stage = NULL")
    assert commands.run_rules(ctx) == 1


def test_a_shop_that_stands_alone_reminds_of_everybody(ctx):
    another_branchs(ctx, "customer", a_customer_with_a_birthday(ctx))
    assert commands.run_rules(ctx) == 1
