"""What a person's act makes old is what the same act makes old when head office's rows bring it."""

import datetime as dt
import shutil
from contextlib import closing
from decimal import Decimal

import pytest

from db.shop import marking
from db.shop.captured import captured
from db.shop.search import by_number
from db.tables.catalogue import product
from db.tables.customers import customer
from db.tables.orders import order_line, sales_order
from db.tables.payments import payment, payment_due
from jewelcrm.access.signin import sign_in
from jewelcrm.reports import standing, standing_orders, summaries
from tests.builders import a_kept_customer, a_placed_order
from tests.conftest import PASSWORD, SetClock
from tests.old_stores import FOLDER

NEW = b"\x07" * 16
NAMED = ("order_dirty", "buyer_dirty", "sum_dirty", "sum_order")
DAY = dt.datetime(2026, 11, 1, 3, tzinfo=dt.UTC)
LINE = {
    "description": "x",
    "position": 1,
    "quantity": Decimal(1),
    "unit_price_cents": 0,
    "labour_cents": 0,
    "discount_cents": 0,
    "amount_cents": 100,
}
DUE = {"kind": "balance", "due_on": DAY.date(), "amount_cents": 5_00, "currency": "HKD"}
PAID = {"kind": "deposit", "method": "cash", "amount_cents": 1_00, "currency": "HKD"}
ORDER = {
    "kind": "sale",
    "channel": "counter",
    "stage_since": DAY,
    "rush": False,
    "currency": "HKD",
}


class Shop:
    """Chan's order of the 1st and Wong's of the 3rd, the first with a line and a due."""

    def __init__(self, ctx):
        self.chan, self.wong = (a_kept_customer(ctx, name=name) for name in ("Chan", "Wong"))
        with ctx.work("opened") as work:
            self.first = self.order(work, number="1", customer_id=self.chan)
            self.other = self.order(
                work, number="2", customer_id=self.wong, placed_at=DAY + dt.timedelta(days=2)
            )
            self.line = work.insert(order_line, order_id=self.first, **LINE)
            self.due = work.insert(payment_due, order_id=self.first, **DUE)
            self.ring = work.insert(
                product, sku="R", name="R", pricing_mode="fixed_price", currency="HKD", active=True
            )
        assert summaries.catch_up(ctx) == 0

    def order(self, work, **more):
        return work.insert(sales_order, **{**ORDER, "stage": "confirmed", "placed_at": DAY, **more})


EARLIER = DAY - dt.timedelta(days=40)
ACTS = {
    "a later order": lambda s, w: s.order(w, id=NEW, number="3", customer_id=s.chan),
    "her earliest order": lambda s, w: s.order(
        w, id=NEW, number="3", customer_id=s.chan, placed_at=EARLIER
    ),
    "an order of nobody's": lambda s, w: s.order(w, id=NEW, number="3", placed_at=EARLIER),
    "an order with a number that is there": lambda s, w: s.order(w, id=NEW, number="2"),
    "a step in the work": lambda s, w: w.update(sales_order, s.first, stage="in_work"),
    "called off": lambda s, w: w.update(sales_order, s.first, stage="cancelled"),
    "put away": lambda s, w: w.archive(sales_order, s.first),
    "another moment": lambda s, w: w.update(sales_order, s.first, placed_at=EARLIER),
    "another customer": lambda s, w: w.update(sales_order, s.first, customer_id=s.wong),
    "no customer": lambda s, w: w.update(sales_order, s.first, customer_id=None),
    "the other's number": lambda s, w: w.update(sales_order, s.first, number="2"),
    "another channel": lambda s, w: w.update(sales_order, s.first, channel="online"),
    "a remark": lambda s, w: w.update(sales_order, s.first, remark="gift"),
    "a line": lambda s, w: w.insert(order_line, id=NEW, order_id=s.first, **LINE),
    "a line's price": lambda s, w: w.update(order_line, s.line, amount_cents=7),
    "a line's words": lambda s, w: w.update(order_line, s.line, description="y"),
    "a line's piece": lambda s, w: w.update(order_line, s.line, product_id=s.ring),
    "a line of another order": lambda s, w: w.update(order_line, s.line, order_id=s.other),
    "a line put away": lambda s, w: w.archive(order_line, s.line),
    "a due": lambda s, w: w.insert(payment_due, id=NEW, order_id=s.other, **DUE),
    "a due's amount": lambda s, w: w.update(payment_due, s.due, amount_cents=1),
    "a due of another order": lambda s, w: w.update(payment_due, s.due, order_id=s.other),
    "money": lambda s, w: w.insert(
        payment, id=NEW, receipt_number="9", order_id=s.other, taken_at=EARLIER, **PAID
    ),
}


def named(raw):
    return {table: set(raw.execute(f"SELECT * FROM {table}")) for table in NAMED}


@pytest.mark.parametrize("act", ACTS)
def test_both_name_the_same(ctx, act):
    shop = Shop(ctx)
    with ctx.work("both ways") as work:
        work.raw.execute("SAVEPOINT as_it_was")
        work.raw.execute("UPDATE sync_tx SET remote = 1")
        ACTS[act](shop, work)
        by_triggers = named(work.raw)
        work.raw.execute("ROLLBACK TO as_it_was")
        nothing = named(work.raw)
        ACTS[act](shop, work)
        assert named(work.raw) == nothing
        marking.mark(work.raw, captured(work.raw, work.tx, work.after))
        assert named(work.raw) == by_triggers != nothing


def test_acts_of_one_unit_of_work_are_all_named(ctx):
    shop = Shop(ctx)
    with ctx.work("moved twice") as work:
        new = shop.order(work, number="3", customer_id=shop.wong)
        work.update(order_line, shop.line, order_id=shop.other)
        work.update(order_line, shop.line, order_id=new)
        work.update(sales_order, shop.first, placed_at=EARLIER)
        work.update(sales_order, shop.first, placed_at=DAY + dt.timedelta(days=9))
    with ctx.read() as conn:
        found = {table: conn.exec_driver_sql(f"SELECT * FROM {table}").all() for table in NAMED}
    assert {row[0] for row in found["order_dirty"]} == {shop.first, shop.other, new}
    assert {row[0] for row in found["buyer_dirty"]} == {shop.chan, shop.wong}
    assert len(found["sum_dirty"]) == 4
    assert [row.id for row in found["sum_order"]] == [shop.other]


def test_what_head_office_only_counts_anew_is_not_old(ctx):
    shop = Shop(ctx)
    with ctx.store.apply(now=ctx.clock.now()) as work:
        for table in ("customer", "sales_order", "order_line", "payment_due"):
            work.raw.execute(f"UPDATE {table} SET rev = 5")
    assert all(one.QUEUE.waiting(ctx) == 0 for one in (standing, standing_orders))
    assert summaries.waiting(ctx) == 0
    with ctx.store.apply(now=ctx.clock.now()) as work:
        work.update(customer, shop.chan, district="Central")
        work.update(order_line, shop.line, amount_cents=7)
    assert all(one.QUEUE.waiting(ctx) == 1 for one in (standing, standing_orders))
    assert summaries.waiting(ctx) == 1


def test_in_a_store_that_named_by_triggers_a_new_order_is_found_and_looked_at_again(tmp_path):
    folder = tmp_path / "old"
    shutil.copytree(FOLDER / "0006", folder)
    ctx = sign_in(folder, "mei.chan", PASSWORD, clock=SetClock())
    with closing(ctx.store):
        assert summaries.catch_up(ctx) == 0
        order = a_placed_order(ctx)
        with ctx.read() as conn:
            assert [hit.row_id for hit in by_number(conn, order.number)] == [order.id]
            waits = conn.exec_driver_sql("SELECT id FROM order_dirty").scalars().all()
        assert waits == [order.id]
