"""Taking an order: everything of it is kept at once, or nothing."""

import datetime as dt
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from db.tables.orders import order_line, order_step, sales_order
from db.tables.payments import payment
from jewelcrm.catalogue.commands import add_product, set_gold_rate
from jewelcrm.catalogue.model import NewProduct
from jewelcrm.errors import CanFix
from jewelcrm.money import Money
from jewelcrm.orders.commands import place_order
from jewelcrm.orders.queries import order
from jewelcrm.payments.model import NewDue, NewPayment
from tests.builders import a_kept_customer, a_line, a_placed_order, an_order


def _counts(ctx):
    tables = (sales_order, order_line, order_step, payment)
    with ctx.read() as conn:
        return [conn.scalar(select(func.count()).select_from(table)) for table in tables]


def test_an_order_is_kept_with_its_lines_its_step_and_its_deposit(ctx):
    placed = a_placed_order(
        ctx,
        kind="custom",
        lines=[a_line(), a_line(quantity=Decimal(2), labour=Money(5000), discount=Money(1000))],
        deposit=NewPayment("fps", Money(100000), reference="FPS 88"),
        rush=True,
        pickup="courier",
        remark="engrave inside",
    )
    kept = order(ctx, placed.id)
    assert kept.number == placed.number
    assert placed.receipt_number != placed.number
    assert (kept.kind, kept.stage, kept.rush, kept.pickup) == (
        "custom",
        "confirmed",
        True,
        "courier",
    )
    assert [line.amount for line in kept.lines] == [Money(128000), Money(260000)]
    assert (kept.total, kept.paid, kept.balance) == (Money(388000), Money(100000), Money(288000))
    assert [(step.from_stage, step.to_stage) for step in kept.steps] == [(None, "confirmed")]
    assert [(one.kind, one.method, one.amount) for one in kept.payments] == [
        ("deposit", "fps", Money(100000))
    ]
    assert [(due.kind, due.outstanding.cents) for due in kept.dues] == [
        ("deposit", 0),
        ("balance", 288000),
    ]
    assert kept.dues[1].due_on == kept.promised_on


def test_a_sale_taken_along_at_once_is_paid_and_collected(ctx):
    placed = a_placed_order(ctx, take_now=True, deposit=NewPayment("cash", Money(128000)))
    kept = order(ctx, placed.id)
    assert (kept.stage, kept.balance, kept.dues) == ("collected", Money(0), ())
    assert [step.to_stage for step in kept.steps] == ["confirmed", "collected"]
    assert kept.payments[0].kind == "balance"


def test_a_repair_begins_when_it_is_received(ctx):
    placed = a_placed_order(ctx, kind="repair", lines=[a_line(weight_in=Decimal("8.01"))])
    assert order(ctx, placed.id).stage == "received"


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"kind": "gift"}, "kind"),
        ({"lines": []}, "lines"),
        ({"channel": "pigeon"}, "channel"),
        ({"pickup": "drone"}, "pickup"),
        ({"kind": "special", "promised_on": dt.date(2030, 1, 1)}, "customer_id"),
        ({"promised_on": dt.date(2026, 11, 21)}, "promised_on"),
        ({"deposit": NewPayment("cash", Money(128001))}, "amount"),
        ({"deposit": NewPayment("cash", Money(1), reference="4111111111111111")}, "reference"),
        ({"deposit": NewPayment("shells", Money(1))}, "method"),
        ({"deposit": NewPayment("cash", Money(1)), "draft": True}, "deposit"),
        ({"take_now": True}, "deposit"),
        ({"lines": [a_line(description=" ")]}, "description"),
        ({"lines": [a_line(unit_price=Money(5, "USD"))]}, "unit_price"),
        ({"dues": [NewDue("balance", dt.date(2026, 12, 1), Money(1))]}, "dues"),
    ],
)
def test_an_order_that_makes_no_sense_is_refused_and_nothing_is_kept(ctx, more, field):
    with pytest.raises(CanFix) as refusal:
        place_order(ctx, an_order(**more))
    assert refusal.value.field == field
    assert _counts(ctx) == [0, 0, 0, 0]


def test_work_without_a_promised_day_is_refused(ctx):
    with pytest.raises(CanFix) as refusal:
        place_order(ctx, an_order(kind="repair", customer_id=a_kept_customer(ctx)))
    assert refusal.value.field == "promised_on"


def test_an_agreed_schedule_of_instalments_is_kept_in_the_order_of_its_days(ctx):
    days = [ctx.today() + dt.timedelta(days=30 * n) for n in range(3)]
    dues = [NewDue("instalment", day, Money(40000)) for day in days[:2]]
    dues.append(NewDue("balance", days[2], Money(48000)))
    kept = order(ctx, a_placed_order(ctx, dues=list(reversed(dues))).id)
    assert [due.due_on for due in kept.dues] == days


def test_a_piece_by_weight_costs_what_the_board_says(ctx):
    rate = set_gold_rate(ctx, "gold", "ornament", Money.parse("32270"))
    bangle = a_line(
        unit_price=None, weight=Decimal("9.9935"), gold_rate_id=rate, labour=Money.parse("300")
    )
    assert order(ctx, a_placed_order(ctx, lines=[bangle]).id).total == Money.parse("8,916.09")


def test_a_price_put_up_to_be_discounted_is_refused(ctx):
    ring = add_product(ctx, NewProduct(sku="R1", name="Ring", price=Money(100000)))
    line = a_line(product_id=ring, unit_price=Money(120000), discount=Money(20000))
    with pytest.raises(CanFix) as refusal:
        place_order(ctx, an_order(lines=[line]))
    assert refusal.value.field == "unit_price"


def test_cash_at_the_threshold_asks_and_is_taken(ctx):
    placed = a_placed_order(
        ctx,
        lines=[a_line(unit_price=Money.of(150_000))],
        deposit=NewPayment("cash", Money.of(120_000)),
    )
    assert [notice.key for notice in placed.notices] == ["dpms.cash"]


def test_an_order_for_nobody_we_know_is_refused_by_the_store(ctx):
    with pytest.raises(Exception, match=r"no longer on this PC"):
        place_order(ctx, an_order(customer_id=b"\0" * 16))
    assert _counts(ctx) == [0, 0, 0, 0]
