"""Rows kept for the reports say what the records say, whatever was done and whoever did it."""

import datetime as dt
from contextlib import suppress
from dataclasses import replace

import pytest

from db.shop import search
from db.tables.customers import contact_point, customer
from db.tables.orders import order_line, sales_order
from db.tables.payments import payment_due
from jewelcrm.demo import fill
from jewelcrm.money import Money
from jewelcrm.orders.commands import move_order
from jewelcrm.payments.commands import take_payment
from jewelcrm.reports import queries, repeated, standing, standing_orders, summaries
from jewelcrm.reports.catalogue import reports
from jewelcrm.reports.model import Asked, Period
from tests.builders import a_kept_customer, a_line, a_phone, a_placed_order
from tests.conftest import PROVE
from tests.jewelcrm.reports.conftest import needed
from tests.jewelcrm.reports.histories import History

WIDE = Period(dt.date(2010, 1, 1), dt.date(2027, 12, 31))
KEPT = (standing, standing_orders, summaries)
OF_ORDERS = ("abnormal-invoices", "new-customers", "orders", "receivables")
READ_KEPT = (
    "abnormal-invoices",
    "customers-for-purpose",
    "data-quality",
    "distribution",
    "new-customers",
    "orders",
    "receivables",
    "wishes",
)


def of_all(ctx, names):
    """Every level's rows and totals; what stands equal may stand in any order."""
    repeated._kept.clear()
    told = {}
    for name in names:
        for detail in reports()[name].details:
            asked = Asked(detail.name, WIDE, currency="HKD", filters=needed(ctx, name))
            came = queries.run(ctx, name, asked)
            told[name, detail.name] = (sorted(map(str, came.rows)), dict(came.totals), came.notes)
    return told


def both(ctx, monkeypatch, names=READ_KEPT):
    """From the kept rows, and from the records."""
    assert summaries.catch_up(ctx) == 0
    kept = of_all(ctx, names)
    with monkeypatch.context() as patched:
        for one in KEPT:
            patched.setattr(one, "current", lambda _source: False)
        return kept, of_all(ctx, names)


def test_of_a_busy_shop_every_report_says_the_same_from_both(ctx, monkeypatch):
    fill(ctx, customers=150)
    kept, live = both(ctx, monkeypatch, [name for name in reports() if name != "access-log"])
    assert kept == live
    assert sum(bool(rows) for rows, *_ in kept.values()) > 40


def changed(ctx, table, row_id, **values):
    with ctx.work("changed") as work:
        work.update(table, row_id, **values)


def somebody(ctx, name="Chan Tai Man", phone="9123 4567"):
    return a_kept_customer(ctx, name=name, contacts=(a_phone(phone),))


def who_shares_a_telephone_comes_and_goes(ctx):
    one, other = somebody(ctx), somebody(ctx, name="Wong Mei")
    yield
    changed(ctx, customer, other, archived_at=dt.datetime(2026, 11, 22, tzinfo=dt.UTC))
    yield
    changed(ctx, customer, other, archived_at=None)
    changed(ctx, customer, one, owner_id=None, tier="vip", district="Central")
    yield
    changed(ctx, customer, other, merged_into=one)
    yield


def a_telephone_is_mended_and_put_away(ctx):
    somebody(ctx), somebody(ctx, name="Wong Mei")
    with ctx.read() as conn:
        contact = conn.exec_driver_sql("SELECT id FROM contact_point").scalar()
    yield
    changed(ctx, contact_point, contact, normal="+85298765432")
    yield
    changed(ctx, contact_point, contact, checked="unlikely")
    yield
    changed(ctx, contact_point, contact, archived_at=dt.datetime(2026, 11, 22, tzinfo=dt.UTC))
    yield


def an_earlier_order_comes_in_late(ctx):
    chan = somebody(ctx)
    order = a_placed_order(ctx, customer_id=chan, lines=[a_line(unit_price=Money(100_00))])
    yield
    changed(ctx, sales_order, order.id, placed_at=dt.datetime(2020, 1, 5, tzinfo=dt.UTC))
    yield
    later = a_placed_order(ctx, customer_id=chan, lines=[a_line(unit_price=Money(200_00))])
    yield
    move_order(ctx, order.id, "cancelled", "changed")
    yield
    changed(ctx, sales_order, later.id, customer_id=somebody(ctx, name="Lee", phone="9555 1234"))
    yield


def money_moves(ctx):
    chan = somebody(ctx)
    order = a_placed_order(
        ctx, customer_id=chan, kind="special", lines=[a_line(unit_price=Money(900_00))]
    )
    with ctx.work("dues") as work:
        for day, cents in ((1, 300_00), (20, 600_00)):
            work.insert(
                payment_due,
                order_id=order.id,
                kind="balance",
                amount_cents=cents,
                due_on=dt.date(2026, 11, day),
                currency="HKD",
            )
    yield
    take_payment(ctx, order.id, kind="deposit", method="cash", amount=Money(400_00))
    yield
    with ctx.read() as conn:
        line = conn.exec_driver_sql("SELECT id FROM order_line").scalar()
    changed(ctx, order_line, line, amount_cents=300_00)
    yield
    changed(ctx, sales_order, order.id, stage="in_work")
    yield
    with ctx.read() as conn:
        number = conn.exec_driver_sql("SELECT number FROM sales_order").scalar()
    twin = a_placed_order(ctx, customer_id=chan, lines=[a_line(unit_price=Money(1_00))])
    changed(ctx, sales_order, twin.id, number=number)
    yield
    changed(ctx, sales_order, twin.id, number="other")
    yield


@pytest.mark.parametrize(
    "acts",
    [
        who_shares_a_telephone_comes_and_goes,
        a_telephone_is_mended_and_put_away,
        an_earlier_order_comes_in_late,
        money_moves,
    ],
)
def test_after_every_act_both_say_the_same(ctx, monkeypatch, acts):
    for _step in acts(ctx):
        kept, live = both(ctx, monkeypatch)
        assert kept == live


@pytest.mark.slow
@pytest.mark.prove
@pytest.mark.parametrize("seed", range(40 if PROVE else 4))
def test_after_any_history_of_orders_both_say_the_same(ctx, monkeypatch, seed):
    history = History(ctx, seed)
    for _ in range(5):
        for _ in range(12):
            history.act()
        kept, live = both(ctx, monkeypatch, OF_ORDERS)
        assert kept == live
    with ctx.read() as conn:
        assert search.check(conn) == []
        papers = conn.exec_driver_sql(
            "SELECT id, number FROM sales_order WHERE archived_at IS NULL"
        )
        for row_id, number in papers.all():
            assert row_id in {hit.row_id for hit in search.by_number(conn, number, ["order"])}


def test_of_work_that_was_given_up_nothing_waits(ctx):
    order = a_placed_order(ctx, lines=[a_line(unit_price=Money(100_00))])
    assert summaries.catch_up(ctx) == 0
    with suppress(ZeroDivisionError), ctx.work("given up") as work:
        work.update(sales_order, order.id, stage="cancelled")
        raise ZeroDivisionError
    assert [one.QUEUE.waiting(ctx) for one in (standing, standing_orders)] == [0, 0]


def test_a_customer_of_another_branch_counts_as_long_as_she_is_shared(ctx, monkeypatch):
    chan = somebody(ctx)
    with ctx.work("as head office would") as work:
        for no, scope in ((7, "B:ab"), (8, "G:ab")):
            work.raw.execute(
                "INSERT INTO sync_cursor(no, scope, seq, count, sum) VALUES (?, ?, 0, 0, '')",
                (no, scope),
            )
        work.raw.execute("INSERT INTO sync_member VALUES (8, 4, ?, 1, 'S')", (chan,))
    assert figure(ctx) == 0
    with ctx.work("as head office would") as work:
        work.raw.execute("INSERT INTO sync_member VALUES (7, 4, ?, 1, 'P')", (chan,))
    assert figure(ctx) == 1
    kept, live = both(ctx, monkeypatch)
    assert kept == live


def figure(ctx):
    asked = Asked("by-district", WIDE, currency="HKD")
    return queries.run(ctx, "distribution", asked).totals["customers"]


def test_as_long_as_somebody_waits_the_records_are_read(ctx, monkeypatch):
    somebody(ctx)
    for kept in (standing, standing_orders):
        monkeypatch.setattr(kept, "QUEUE", replace(kept.QUEUE, at_most=0))
    assert figure(ctx) == 1
    with ctx.read() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM sum_customer").scalar() == 0


def test_many_are_looked_at_a_few_at_a_time_and_it_can_be_stopped(ctx, monkeypatch):
    for n in range(5):
        somebody(ctx, name=f"Chan {n}", phone=f"9123 450{n}")
        a_placed_order(ctx, lines=[a_line(unit_price=Money(1_00))])
    for one in (standing, standing_orders):
        monkeypatch.setattr(one, "AT_ONCE", 2)
        told = []
        left = one.QUEUE.look_again(ctx, most=2, progress=lambda *how, to=told: to.append(how))
        assert (left, one.QUEUE.look_again(ctx)) == (3, 0)
        assert told[0][:2] == (2, 5)


def test_who_is_erased_is_kept_nowhere(ctx):
    chan = somebody(ctx)
    summaries.catch_up(ctx)
    with ctx.work("as an erasure does") as work:
        work.raw.execute("UPDATE sync_tx SET remote = 1")
        work.raw.execute("DELETE FROM contact_point")
        work.raw.execute("DELETE FROM customer WHERE id = ?", (chan,))
    with ctx.read() as conn:
        for table in ("sum_customer", "sum_occasion", "customer_dirty"):
            assert conn.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 0
