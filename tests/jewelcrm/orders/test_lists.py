"""Lists of orders: the board, late, promised, waiting, of a household, by number."""

import datetime as dt

import pytest

from jewelcrm.customers.commands import join_household
from jewelcrm.money import Money
from jewelcrm.orders import queries
from jewelcrm.orders.commands import move_order
from jewelcrm.orders.model import OrderFilter
from jewelcrm.payments.model import NewPayment
from tests.builders import a_kept_customer, a_line, a_placed_order


def _ids(rows):
    return {row.id for row in rows}


def test_the_board_shows_open_orders_by_stage_soonest_promise_first(ctx):
    later = a_placed_order(ctx, kind="custom", promised_on=ctx.today() + dt.timedelta(days=9))
    sooner = a_placed_order(ctx, kind="custom", promised_on=ctx.today() + dt.timedelta(days=2))
    repair = a_placed_order(ctx, kind="repair")
    done = a_placed_order(ctx, take_now=True, deposit=NewPayment("cash", Money(128000)))
    board = queries.board(ctx)
    assert [row.id for row in board["confirmed"]] == [sooner.id, later.id]
    assert _ids(board["received"]) == {repair.id}
    assert done.id not in {row.id for rows in board.values() for row in rows}
    assert list(queries.board(ctx, ("sale",))) == ["draft", "confirmed", "ready"]


def test_my_board_shows_my_orders(ctx, sales):
    mine = a_placed_order(sales, kind="custom", customer_id=a_kept_customer(ctx))
    a_placed_order(ctx, kind="custom")
    assert _ids(queries.board(sales, ("custom",), mine=True)["confirmed"]) == {mine.id}


def test_late_is_past_its_promise_and_not_ready(ctx, clock):
    placed = a_placed_order(ctx, kind="special", promised_on=ctx.today())
    assert queries.late(ctx) == []
    assert _ids(queries.promised_on(ctx, ctx.today())) == {placed.id}
    clock.move(days=1)
    assert _ids(queries.late(ctx)) == {placed.id}
    assert queries.late(ctx)[0].late
    move_order(ctx, placed.id, "in_work")
    move_order(ctx, placed.id, "ready")
    assert queries.late(ctx) == []
    assert _ids(queries.board(ctx)["ready"]) == {placed.id}


def test_a_customer_s_orders_are_newest_first(ctx, clock):
    her = a_kept_customer(ctx)
    first = a_placed_order(ctx, customer_id=her)
    clock.move(days=1)
    second = a_placed_order(ctx, customer_id=her, lines=[a_line(), a_line(description="Chain")])
    rows = queries.of_customer(ctx, her)
    assert [row.id for row in rows] == [second.id, first.id]
    assert (rows[0].summary, rows[0].line_count, rows[0].total) == ("Plain ring", 2, Money(256000))
    assert rows[0].customer_name_zh == "陳大文"


def test_a_surprise_is_hidden_from_the_household_until_its_day(ctx, clock):
    his, hers = a_kept_customer(ctx), a_kept_customer(ctx)
    home = join_household(ctx, his, name="Chan")
    join_household(ctx, hers, household_id=home)
    secret = a_placed_order(ctx, customer_id=his, secret_until=ctx.today() + dt.timedelta(days=7))
    plain = a_placed_order(ctx, customer_id=his)
    assert _ids(queries.of_household(ctx, hers)) == {plain.id}
    assert _ids(queries.of_customer(ctx, his)) == {secret.id, plain.id}
    clock.move(days=7)
    assert _ids(queries.of_household(ctx, hers)) == {secret.id, plain.id}


def test_a_list_is_narrowed_and_paged(ctx, clock):
    sale = a_placed_order(ctx)
    clock.move(days=1)
    repair = a_placed_order(ctx, kind="repair", channel="phone", rush=True)
    assert queries.listing(ctx) == [repair.id, sale.id]
    assert queries.listing(ctx, limit=1, after=1) == [sale.id]
    for which, found in (
        (OrderFilter(kinds=("sale",)), [sale.id]),
        (OrderFilter(stages=("received",)), [repair.id]),
        (OrderFilter(channel="phone", rush=True, open_only=True), [repair.id]),
        (OrderFilter(placed_to=ctx.today() - dt.timedelta(days=1)), [sale.id]),
        (OrderFilter(placed_from=ctx.today()), [repair.id]),
        (OrderFilter(promised_to=ctx.today()), []),
    ):
        assert queries.listing(ctx, which) == found
    assert [row.id for row in queries.rows(ctx, [sale.id, b"gone" * 4, repair.id])] == [
        sale.id,
        repair.id,
    ]


@pytest.mark.parametrize(
    "spoken", [str, str.lower, lambda n: n.replace("-", ""), lambda n: f" {n} "]
)
def test_an_order_is_found_by_its_number_or_its_receipt_s(ctx, spoken):
    placed = a_placed_order(ctx, deposit=NewPayment("cash", Money(1)))
    assert queries.find_by_number(ctx, spoken(placed.number)).id == placed.id
    assert queries.find_by_number(ctx, spoken(placed.receipt_number)).id == placed.id
    assert queries.find_by_number(ctx, "HK01-A-999999-9") is None
