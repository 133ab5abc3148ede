"""Figures against targets, the days before, and the orders behind each."""

import datetime as dt

import pytest

from db.tables.reporting import target
from jewelcrm.customers.commands import record_consent
from jewelcrm.customers.queries import header as customer_header
from jewelcrm.dashboard import queries, rules
from jewelcrm.dashboard.behind import Behind, behind, named
from jewelcrm.dashboard.model import MEASURES
from jewelcrm.dashboard.targets import carry_over, set_targets, targets
from jewelcrm.errors import CanFix, Denied
from jewelcrm.followups.batches import Made, add_for_customers, add_for_orders
from jewelcrm.followups.queries import of_customer
from jewelcrm.money import Money
from jewelcrm.orders.commands import move_order
from jewelcrm.payments.commands import take_payment
from jewelcrm.reports.model import Period
from jewelcrm.reports.summaries import catch_up
from tests.builders import a_consent, a_kept_customer, a_line, a_placed_order

TODAY = dt.date(2026, 11, 22)


def _sold(ctx, dollars, **more):
    return a_placed_order(ctx, lines=[a_line(unit_price=Money(dollars * 100))], **more)


def _actual(board, name):
    return board.tile(name).actual


def test_the_month_so_far_is_told_with_the_same_days_of_the_month_before(ctx, clock):
    clock.move(days=-31)
    _sold(ctx, 500)
    clock.move(days=1)
    _sold(ctx, 100)
    clock.move(days=30)
    _sold(ctx, 1_000)
    _sold(ctx, 200)

    tile = queries.board(ctx, span="this-month").tile("net_sales")
    assert (tile.actual, tile.before) == (1_200_00, 500_00)


@pytest.mark.parametrize("summed", [False, True])
def test_figures_are_the_same_whether_days_are_summed_or_not(ctx, summed):
    order = _sold(ctx, 1_000)
    take_payment(ctx, order.id, kind="deposit", method="cash", amount=Money(300_00))
    if summed:
        catch_up(ctx)
    board = queries.board(ctx)

    assert _actual(board, "net_sales") == 1_000_00
    assert _actual(board, "orders") == 1
    assert _actual(board, "average") == 1_000_00
    assert _actual(board, "takings") == 300_00
    assert [(one.label, one.value) for one in board.people] == [("Mei Chan", 1_000_00)]


def test_who_sells_sees_her_own_figures_and_nobody_elses(ctx, sales):
    _sold(ctx, 1_000)
    _sold(sales, 70)
    board = queries.board(sales)

    assert board.mine
    assert _actual(board, "net_sales") == 70_00
    assert board.people == ()
    with pytest.raises(Denied):
        queries.slower(sales)


def test_a_manager_may_look_at_her_own_too(ctx, manager):
    _sold(ctx, 1_000)
    _sold(manager, 70)

    assert _actual(queries.board(manager, mine=True), "net_sales") == 70_00
    assert _actual(queries.board(manager), "net_sales") == 1_070_00


def test_a_target_says_what_is_missing_and_how_much_is_reached(ctx, manager):
    set_targets(manager, {"net_sales": 4_000_00, "orders": 10})
    _sold(ctx, 1_000)
    tile = queries.board(ctx).tile("net_sales")

    assert (tile.target, tile.gap, tile.reached) == (4_000_00, 3_000_00, 2_500)
    assert targets(ctx) == {"net_sales": 4_000_00, "orders": 10}


def test_own_figures_have_no_target_of_the_whole_shop(ctx, sales):
    set_targets(ctx, {"net_sales": 4_000_00})

    assert queries.board(sales).tile("net_sales").target is None


def test_only_managers_set_targets_and_only_such_as_can_be(ctx, sales):
    with pytest.raises(Denied):
        set_targets(sales, {"net_sales": 1})
    for name, value in (("late", 5), ("on_time", 10_001), ("orders", -1), ("weather", 1)):
        with pytest.raises(CanFix):
            set_targets(ctx, {name: value})
    assert targets(ctx) == {}


def test_an_emptied_target_is_gone(ctx):
    set_targets(ctx, {"net_sales": 4_000_00, "orders": 3})
    set_targets(ctx, {"net_sales": None})

    assert targets(ctx) == {"orders": 3}


@pytest.mark.parametrize(
    ("span", "monthly", "whole"),
    [
        ("this-month", 3_000, 3_000),
        ("this-quarter", 3_000, 9_000),
        ("this-year", 3_000, 36_000),
        ("today", 3_000, 100),
        ("this-week", 3_000, 700),
    ],
)
def test_a_months_target_has_its_part_in_other_periods(span, monthly, whole):
    period = rules.period_of(span, TODAY)

    assert rules.target_for(MEASURES["net_sales"], monthly, period) == whole
    assert rules.target_for(MEASURES["on_time"], monthly, period) == monthly


def test_the_last_of_a_long_month_is_compared_with_all_of_a_short_one():
    day = dt.date(2026, 3, 31)

    assert rules.same_before("this-month", day) == Period(dt.date(2026, 2, 1), dt.date(2026, 2, 28))


def test_a_year_is_drawn_by_months_beside_those_of_the_year_before():
    year = rules.period_of("this-year", TODAY)
    before = rules.same_before("this-year", TODAY)
    drawn = rules.points(year, before, {TODAY: 500}, {dt.date(2025, 11, 3): 200})

    assert len(drawn) == 12
    assert (drawn[10].cents, drawn[10].before) == (500, 200)


def test_late_ready_and_stages_are_as_they_stand_now(ctx, clock):
    late = _sold(ctx, 100, kind="special", promised_on=TODAY)
    ready = _sold(ctx, 100, kind="special", promised_on=TODAY)
    move_order(ctx, late.id, "in_work")
    for stage in ("in_work", "ready"):
        move_order(ctx, ready.id, stage)
    clock.move(days=2)
    board = queries.board(ctx, span="today")

    assert (_actual(board, "late"), _actual(board, "ready")) == (1, 1)
    assert {one.key: one.value for one in board.stages} == {"in_work": 1, "ready": 1}
    assert behind(ctx, Behind("late")) == [late.id]
    assert behind(ctx, Behind("ready")) == [ready.id]
    assert behind(ctx, Behind("stage", stage="in_work")) == [late.id]


def test_the_orders_behind_a_figure_are_those_it_counts(ctx, manager, sales, clock):
    today = Period(TODAY, TODAY)
    clock.move(days=-1)
    _sold(ctx, 1)
    clock.move(days=1)
    first, second = _sold(ctx, 2), _sold(sales, 3)
    take_payment(ctx, first.id, kind="deposit", method="cash", amount=Money(1_00))

    assert behind(manager, Behind("sold", today)) == [second.id, first.id]
    assert behind(manager, Behind("taken", today)) == [first.id]
    assert behind(manager, Behind("sold", today, staff_id=sales.staff.id)) == [second.id]
    assert behind(sales, Behind("sold", today, staff_id=ctx.staff.id)) == [second.id]


def test_follow_ups_are_made_for_all_of_a_list_at_once_and_never_twice(ctx, sales):
    chan = a_kept_customer(ctx)
    orders = [_sold(ctx, 10, customer_id=chan).id for _ in range(3)]
    made = add_for_orders(ctx, orders[:2], title="Call", due_on=TODAY, assignee_id=sales.staff.id)
    again = add_for_orders(ctx, orders, title="Call", due_on=TODAY)

    assert (made, again) == (Made(2), Made(1, had=2))
    found = of_customer(ctx, chan)
    assert len(found) == len(orders)
    assert {one.title for one in found} == {"Call"}


def test_whoever_has_not_agreed_to_be_told_of_offers_is_left_out_of_a_list(ctx):
    agreed, *others = (a_kept_customer(ctx) for _ in range(3))
    record_consent(ctx, agreed, a_consent())
    record_consent(ctx, others[0], a_consent("refused"))
    made = add_for_customers(ctx, [agreed, *others], title="New rings", due_on=TODAY)
    again = add_for_customers(ctx, [agreed], title="New rings", due_on=TODAY)

    assert made == Made(1, unwilling=2)
    assert again == Made(0, had=1)
    assert [len(of_customer(ctx, one)) for one in (agreed, *others)] == [1, 0, 0]


def test_numbers_in_a_reports_rows_name_orders_or_customers(ctx):
    chan = a_kept_customer(ctx)
    order = _sold(ctx, 10, customer_id=chan)
    found = named(ctx, [order.number, "no such number"])

    assert (found.orders, found.customers) == ((order.id,), ())
    assert named(ctx, [customer_header(ctx, [chan])[0].number]).customers == (chan,)


def test_a_batch_with_a_mistake_makes_nothing(ctx):
    order = _sold(ctx, 10)

    for wrong in ({"title": " ", "due_on": TODAY}, {"title": "x", "due_on": dt.date(2026, 1, 1)}):
        with pytest.raises(CanFix):
            add_for_orders(ctx, [order.id], **wrong)
    assert _actual(queries.board(ctx), "overdue") == 0


def test_what_reports_are_read_for_comes_behind(ctx):
    chan = a_kept_customer(ctx)
    _sold(ctx, 10, customer_id=chan)
    new, owed = queries.slower(ctx)

    assert (new.measure.name, new.actual) == ("new_customers", 1)
    assert owed.actual == 0


def test_targets_that_a_pc_kept_for_itself_are_carried_over_once(ctx):
    with ctx.work("as an earlier program did") as work:
        work.raw.execute(
            "INSERT INTO setting(key, value) VALUES ('dashboard_targets', ?)",
            ('{"net_sales": 500000, "orders": 7, "gone_since": 3}',),
        )
    assert targets(ctx) == {"net_sales": 500_000, "orders": 7}
    set_targets(ctx, {"orders": 9})
    assert targets(ctx) == {"net_sales": 500_000, "orders": 9}
    assert not carry_over(ctx)


def test_carried_over_targets_travel_and_leave_those_alone_that_are_there(ctx):
    set_targets(ctx, {"orders": 9})
    with ctx.work("as an earlier program did") as work:
        work.raw.execute(
            "INSERT INTO setting(key, value) VALUES ('dashboard_targets', ?)",
            ('{"net_sales": 500000, "orders": 7}',),
        )
    assert carry_over(ctx)
    assert targets(ctx) == {"net_sales": 500_000, "orders": 9}
    with ctx.read() as conn:
        travels = conn.exec_driver_sql("SELECT count(*) FROM change WHERE tbl = 'target'").scalar()
    assert travels == 2


def test_of_two_targets_set_on_two_pcs_the_later_counts_and_the_next_puts_the_other_away(ctx):
    with ctx.work("as two PCs did") as work:
        for monthly in (4_000, 5_000):
            work.insert(target, measure="net_sales", monthly=monthly)
    assert targets(ctx) == {"net_sales": 5_000}
    set_targets(ctx, {"net_sales": None})
    assert targets(ctx) == {}
    set_targets(ctx, {"net_sales": 6_000})
    assert targets(ctx) == {"net_sales": 6_000}


def test_another_branchs_target_is_not_this_ones(ctx):
    set_targets(ctx, {"orders": 9})
    with ctx.work("as another branch did") as work:
        work.raw.execute("UPDATE target SET branch_id = ?", (bytes(16),))
    assert targets(ctx) == {}
