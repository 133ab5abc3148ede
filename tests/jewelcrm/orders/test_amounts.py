"""Amounts: what lines and orders come to, and what is due when."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jewelcrm.errors import CanFix
from jewelcrm.money import Money
from jewelcrm.orders.model import NewLine
from jewelcrm.orders.rules.amounts import check_reference, line_amount, unit_price
from jewelcrm.orders.rules.terms import check_promise, rebalanced, schedule
from jewelcrm.payments.model import NewDue

TODAY = dt.date(2026, 11, 22)
CENTS = st.integers(0, 10**10)
NOTHING = Money(0)


@given(st.decimals("0.001", 1000, places=3), CENTS, CENTS)
def test_a_line_is_quantity_times_price_and_labour_less_discount(quantity, price, labour):
    full = line_amount(quantity, Money(price), Money(labour), NOTHING)
    assert full == Money(price) * quantity + Money(labour)
    assert line_amount(quantity, Money(price), Money(labour), full) == NOTHING


@pytest.mark.parametrize(
    ("quantity", "price", "discount", "field"),
    [
        ("0", 100, 0, "quantity"),
        ("-1", 100, 0, "quantity"),
        ("1", -1, 0, "unit_price"),
        ("1", 100, 101, "discount"),
        ("1", 100, -1, "unit_price"),
    ],
)
def test_a_line_that_makes_no_sense_is_refused(quantity, price, discount, field):
    with pytest.raises(CanFix) as refusal:
        line_amount(Decimal(quantity), Money(price), NOTHING, Money(discount))
    assert refusal.value.field == field


def test_a_piece_by_weight_is_priced_by_the_board():
    line = NewLine(description="Bangle", weight=Decimal("9.9935"), gold_rate_id=b"r" * 16)
    rate = (Money.parse("32270"), "tael")
    assert unit_price(line, "HKD", rate) == Money.parse("8616.09")
    by_hand = NewLine(
        description="Bangle", weight=Decimal("9.9935"), unit_price=Money.parse("8000")
    )
    with pytest.raises(CanFix, match=r"8,616\.09"):
        unit_price(by_hand, "HKD", rate)


def test_a_discount_is_from_the_catalogue_s_own_price():
    check_reference(Money(100), Money(1000), Money(1000))
    check_reference(NOTHING, Money(2000), Money(1000))
    with pytest.raises(CanFix) as refusal:
        check_reference(Money(500), Money(1500), Money(1000))
    assert refusal.value.field == "unit_price"


@pytest.mark.parametrize("kind", ["special", "custom", "repair"])
def test_work_is_promised_for_a_day_that_has_not_passed(kind):
    check_promise(kind, TODAY, TODAY)
    for day in (None, TODAY - dt.timedelta(days=1)):
        with pytest.raises(CanFix) as refusal:
            check_promise(kind, day, TODAY)
        assert refusal.value.field == "promised_on"


def test_a_sale_needs_no_promise():
    check_promise("sale", None, TODAY)


def test_without_an_agreement_the_balance_is_due_on_the_promised_day():
    promised = TODAY + dt.timedelta(days=9)
    dues = schedule(Money(1000), paid_now=Money(300), dues=None, promised_on=promised, today=TODAY)
    assert dues == [NewDue("deposit", TODAY, Money(300)), NewDue("balance", promised, Money(700))]


@given(CENTS, st.integers(0, 100))
def test_dues_always_add_up_to_what_is_to_be_paid(total, percent):
    paid = Money(total).percent(percent)
    dues = schedule(Money(total), paid_now=paid, dues=None, promised_on=None, today=TODAY)
    assert Money.total(due.amount for due in dues) == (
        Money(total) if paid.cents < total else NOTHING
    )


def test_dues_that_do_not_add_up_are_refused():
    dues = [NewDue("instalment", TODAY, Money(400)), NewDue("balance", TODAY, Money(500))]
    with pytest.raises(CanFix, match=r"HK\$9\.00.*HK\$10\.00"):
        schedule(Money(1000), paid_now=NOTHING, dues=dues, promised_on=None, today=TODAY)


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=12), st.integers(0, 10**7))
def test_when_the_total_changes_the_last_due_takes_it_up(amounts, total):
    after = rebalanced([Money(n) for n in amounts], Money(total))
    fits = total > sum(amounts[:-1])
    assert (after is not None) == fits
    assert not fits or Money.total(after) == Money(total)
