"""The rules of money: balances, refunds, card numbers, cash."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jewelcrm.errors import CanFix
from jewelcrm.money import Money
from jewelcrm.payments.rules import (
    CashLevel,
    cash_level,
    cash_notices,
    check_no_card_number,
    check_payment,
    check_refund,
    is_settled,
    outstanding,
    owing,
)

CENTS = st.integers(0, 10**9)


@given(st.lists(CENTS, max_size=12), CENTS)
def test_money_covers_dues_in_their_order_and_no_cent_twice(amounts, covered):
    left = outstanding([Money(n) for n in amounts], Money(covered))
    assert sum(one.cents for one in left) == max(0, sum(amounts) - covered)
    open_ones = [n for n, one in enumerate(left) if one]
    assert all(left[n].cents == amounts[n] for n in open_ones[1:])


def test_money_given_back_after_the_order_was_over_is_not_owed_again():
    paid = Money(1000) - Money(400)
    assert owing(Money(1000), paid=paid, returned=Money(400)) == Money(0)
    assert owing(Money(1000), paid=paid, returned=Money(0)) == Money(400)
    assert owing(Money(1000), paid=Money(0), returned=Money(0), settled=True) == Money(0)


@pytest.mark.parametrize(
    ("kind", "method", "cents", "field"),
    [
        ("refund", "cash", 1, "kind"),
        ("tip", "cash", 1, "kind"),
        ("deposit", "shells", 1, "method"),
        ("deposit", "cash", 0, "amount"),
        ("deposit", "cash", -5, "amount"),
        ("balance", "cash", 501, "amount"),
    ],
)
def test_money_that_cannot_be_taken_is_refused(kind, method, cents, field):
    with pytest.raises(CanFix) as refusal:
        check_payment(kind, method, Money(cents), balance=Money(500))
    assert refusal.value.field == field


def test_an_over_payment_is_refused_in_words():
    with pytest.raises(CanFix, match=r"more than the HK\$5\.00 that is left to pay"):
        check_payment("balance", "cash", Money(501), balance=Money(500))
    with pytest.raises(CanFix, match="Nothing is left"):
        check_payment("balance", "cash", Money(1), balance=Money(0))


def test_at_most_what_was_paid_is_given_back_and_with_a_reason():
    check_refund(Money(500), "ring too small", left=Money(500), paid=Money(900))
    for amount, reason, paid in ((501, "x", 900), (500, " ", 900), (0, "x", 900), (500, "x", 499)):
        with pytest.raises(CanFix):
            check_refund(Money(amount), reason, left=Money(500), paid=Money(paid))


@pytest.mark.parametrize(
    "text",
    [
        "4111111111111111",
        "4111 1111 1111 1111",
        "5500-0000-0000-0004",
        "paid 378282246310005 amex",
        "2221000000000009",
        "6212345678900000003",
    ],
)
def test_a_card_number_is_never_kept(text):
    with pytest.raises(CanFix) as refusal:
        check_no_card_number(text, "reference")
    assert refusal.value.field == "reference"


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "1234",
        "POS 8841 / 0042",
        "20261122000000000017",
        "FPS 1611 2026",
        "HK01-A-000123-7",
    ],
)
def test_slips_and_transfer_references_are_kept(text):
    check_no_card_number(text, "reference")


@given(st.text(max_size=60))
def test_any_reference_is_kept_or_refused_never_a_crash(text):
    with suppress(CanFix):
        check_no_card_number(text, "reference")


VECTORS = [
    ([("cash", 60_000), ("cash", 60_000)], "RED"),
    ([("cash", 119_999)], "AMBER"),
    ([("cash", 100_000), ("card", 100_000)], "AMBER"),
    ([("cash", 120_000)], "RED"),
    ([("card", 120_000)], "RED_noncash"),
    ([("cash", 95_999)], "GREEN"),
]


@pytest.mark.parametrize(("legs", "level"), VECTORS)
def test_the_cash_threshold_is_met_leg_by_leg(legs, level):
    cash = Money.total(Money.of(n) for method, n in legs if method == "cash")
    other = Money.total(Money.of(n) for method, n in legs if method != "cash")
    assert cash_level(cash, other) == CashLevel(level)


def test_the_prompt_says_how_much_and_is_only_a_question():
    (notice,) = cash_notices(Money.of(120_000), Money(0))
    assert notice.key == "dpms.cash"
    assert "HK$120,000.00" in str(notice)
    assert cash_notices(Money.of(119_999), Money(0)) == ()
    assert json.dumps(dict(notice.values))


def test_an_order_that_an_older_system_finished_owes_nothing():
    assert is_settled("collected", imported=True, paid=Money(0))
    assert not is_settled("ready", imported=True, paid=Money(0))
    assert not is_settled("collected", imported=False, paid=Money(0))
