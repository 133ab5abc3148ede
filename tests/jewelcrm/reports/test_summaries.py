"""The sums by day are what every line adds up to, whatever has happened since."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from db.tables.orders import order_line, sales_order
from jewelcrm.catalogue.commands import edit_product
from jewelcrm.errors import Denied
from jewelcrm.history import commands as undoing
from jewelcrm.money import Money
from jewelcrm.orders.commands import move_order
from jewelcrm.payments.commands import take_payment
from jewelcrm.reports import queries, repeated, summaries
from jewelcrm.reports.model import Asked, Period
from tests.builders import a_line, a_placed_order
from tests.conftest import PROVE
from tests.jewelcrm.reports.conftest import TODAY
from tests.jewelcrm.reports.histories import History

YEAR = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
SUMMED = [
    ("sales", level)
    for level in (
        "summary",
        "by-branch",
        "by-staff",
        "by-category",
        "by-channel",
        "by-kind",
        "by-day",
        "by-month",
    )
]
SUMMED += [("takings", f"by-{key}") for key in ("method", "day", "kind", "staff", "branch")]
FILTERS = ({}, {"channel": "online"}, {"category": "ring"}, {"staff": "ann", "kind": "sale"})


def rows(ctx, name, level, filters):
    repeated._kept.clear()
    asked = Asked(detail=level, period=YEAR, filters=filters)
    return sorted(map(repr, queries.run(ctx, name, asked).rows))


@pytest.mark.slow
@pytest.mark.prove
@pytest.mark.parametrize("seed", range(24 if PROVE else 3))
def test_after_any_history_the_sums_say_what_every_line_says(ctx, sales, monkeypatch, seed):
    history = History(ctx, seed)
    for _ in range(3):
        for _ in range(25):
            history.act()
        assert summaries.catch_up(ctx) == 0
        for name, level in SUMMED:
            for filters in FILTERS[: 4 if name == "sales" else 1]:
                quick = rows(ctx, name, level, filters)
                with monkeypatch.context() as every_line:
                    every_line.setattr(summaries, "current", lambda _source: False)
                    assert rows(ctx, name, level, filters) == quick


def test_the_history_is_worth_something(ctx):
    history = History(ctx, 1)
    for _ in range(75):
        history.act()
    summaries.catch_up(ctx)
    with ctx.read() as conn:
        counts = [
            conn.exec_driver_sql(f"SELECT count(*) FROM {t}").scalar()
            for t in ("sum_sales", "sum_category", "sum_takings")
        ]
    assert all(count > 5 for count in counts)


def waits(ctx, table):
    with ctx.read() as conn:
        return conn.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar()


def test_a_sum_that_is_not_of_now_is_never_shown(ctx):
    a_placed_order(ctx, lines=[a_line(unit_price=Money(1_000_00))])
    summaries.catch_up(ctx)
    a_placed_order(ctx, lines=[a_line(unit_price=Money(50_00))])
    told = summaries.sales_by_day(ctx, TODAY)
    assert [day.net for day in told.rows] == [1_050_00]
    assert waits(ctx, "sum_dirty") == 1


def test_a_report_sums_the_days_latest_changes_itself(ctx):
    a_placed_order(ctx, lines=[a_line(unit_price=Money(1_000_00))])
    summaries.catch_up(ctx)
    a_placed_order(ctx, lines=[a_line(unit_price=Money(50_00))])
    assert queries.run(ctx, "sales", Asked("summary", TODAY)).rows[0][4] == 1_050_00
    assert waits(ctx, "sum_dirty") == 0


def test_an_undone_change_is_summed_anew(ctx):
    piece = History(ctx, 3).products[0]
    edit_product(ctx, piece, category="jade")
    with ctx.work("sold") as work:
        order = a_row(work, ctx)
        work.insert(order_line, **line_of(order, piece))
    summaries.catch_up(ctx)
    with ctx.read() as conn:
        (n,) = conn.exec_driver_sql(
            "SELECT max(n) FROM change WHERE tbl = 'product' AND op = 'U'"
        ).one()
    undoing.undo(ctx, n)
    assert waits(ctx, "sum_dirty") == 1


def a_row(work, ctx):
    return work.insert(
        sales_order,
        number="1",
        kind="sale",
        channel="counter",
        stage="collected",
        stage_since=ctx.clock.now(),
        placed_at=ctx.clock.now(),
        rush=False,
        currency="HKD",
    )


def line_of(order, piece):
    return {
        "order_id": order,
        "position": 1,
        "product_id": piece,
        "description": "x",
        "quantity": Decimal(1),
        "unit_price_cents": 0,
        "labour_cents": 0,
        "discount_cents": 0,
        "amount_cents": 100,
    }


def test_a_new_store_and_one_of_an_earlier_release_sum_everything_first(ctx):
    a_placed_order(ctx, lines=[a_line(unit_price=Money(1_000_00))])
    with ctx.work("as after the update") as work:
        work.raw.execute("DELETE FROM sum_dirty")
    assert summaries.waiting(ctx) == 1
    assert summaries.catch_up(ctx) == 0
    assert waits(ctx, "sum_sales") == 1


def test_a_branch_that_moves_to_another_time_zone_is_summed_anew(ctx):
    a_placed_order(ctx, lines=[a_line(unit_price=Money(1_000_00))])
    summaries.catch_up(ctx)
    moved = replace(ctx, branch=replace(ctx.branch, time_zone="America/Vancouver"))
    assert summaries.waiting(moved) == 1
    summaries.catch_up(moved)
    with ctx.read() as conn:
        days = conn.exec_driver_sql("SELECT DISTINCT day FROM sum_sales").scalars().all()
    assert days == [str(moved.today())]


def test_sales_staff_see_their_own_figures_and_nobody_elses(ctx, sales):
    a_placed_order(sales, lines=[a_line(unit_price=Money(70_00))])
    a_placed_order(ctx, lines=[a_line(unit_price=Money(30_00))])
    assert summaries.sales_by_day(sales, TODAY, staff=sales.staff.id).rows[0].net == 70_00
    for staff in (None, ctx.staff.id):
        with pytest.raises(Denied):
            summaries.sales_by_day(sales, TODAY, staff=staff)
        with pytest.raises(Denied):
            summaries.takings_by_day(sales, TODAY, staff=staff)


def test_takings_by_day_are_the_ledgers(ctx):
    order = a_placed_order(ctx, lines=[a_line(unit_price=Money(1_000_00))])
    take_payment(ctx, order.id, kind="deposit", method="cash", amount=Money(400_00))
    for _ in range(2):
        (day,) = summaries.takings_by_day(ctx, TODAY).rows
        assert (day.entries, day.net) == (1, 400_00)
        summaries.catch_up(ctx)


def test_a_cancelled_order_leaves_the_day(ctx):
    order = a_placed_order(ctx, lines=[a_line(unit_price=Money(1_000_00))])
    summaries.catch_up(ctx)
    move_order(ctx, order.id, "cancelled", "changed")
    assert summaries.sales_by_day(ctx, TODAY).rows == ()


def test_summing_goes_in_small_steps_and_can_be_stopped(ctx, monkeypatch):
    monkeypatch.setattr(summaries, "AT_ONCE", 1)
    history = History(ctx, 5)
    for _ in range(20):
        history.new_order()
    before = summaries.waiting(ctx)
    told = []
    left = summaries.catch_up(ctx, most=2, progress=lambda *how: told.append(how))
    assert left == before - 2
    assert [how[0] for how in told] == [1, 2]
