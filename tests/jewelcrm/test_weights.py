"""Weights: grams, taels and carats, and what a piece of gold costs by weight."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jewelcrm.errors import CanFix
from jewelcrm.money import Money
from jewelcrm.weights import (
    GRAMS,
    carat_text,
    gold_price,
    gram_text,
    parse_weight,
    stored,
    tael_text,
    taels,
    to_grams,
    within_tolerance,
)


def test_the_factors_are_the_trade_s_own():
    assert GRAMS["tael"] == Decimal("37.429")
    assert GRAMS["mace"] * 10 == GRAMS["candareen"] * 100 == GRAMS["li"] * 1000 == GRAMS["tael"]
    assert GRAMS["troy_ounce"] == Decimal("31.1034768")
    assert GRAMS["carat"] == Decimal("0.2")
    assert round(GRAMS["tael"] / GRAMS["troy_ounce"], 7) == Decimal("1.2033703")


@pytest.mark.parametrize(
    ("typed", "grams"),
    [
        ("5.12", "5.12"),
        ("5.12g", "5.12"),
        ("５．１２克", "5.12"),
        ("1.37兩", "51.2777"),
        ("1兩3錢7分", "51.2777"),
        ("一両三錢七分", "51.2777"),
        ("1 tael 3 mace", "48.6577"),
        ("3钱", "11.2287"),
        ("1 oz", "31.1035"),
        ("1.01ct", "0.202"),
        ("1,250.5 g", "1250.5"),
    ],
)
def test_a_weight_is_read_as_people_type_it(typed, grams):
    assert parse_weight(typed) == Decimal(grams)


def test_a_bare_number_is_in_the_unit_asked_for():
    assert parse_weight("1.37", "tael") == Decimal("51.2777")


@pytest.mark.parametrize(
    "typed", ["", "heavy", "-5", "5 miles", "1兩3", "5 5", "g", "1.2.3", "nan"]
)
def test_what_is_not_a_weight_is_refused_with_words(typed):
    with pytest.raises(CanFix) as refusal:
        parse_weight(typed)
    assert refusal.value.field == "weight"


def test_weights_are_shown_as_a_goldsmith_writes_them():
    assert tael_text(Decimal("51.2777")) == "1兩3錢7分"
    assert tael_text(Decimal("9.9935")) == "2錢6分7厘"
    assert tael_text(Decimal(0)) == "0兩"
    assert gram_text(Decimal("51.2777")) == "51.2777 g"
    assert gram_text(Decimal(5)) == "5.00 g"
    assert carat_text(Decimal("1.01")) == "1.01 ct"
    assert carat_text(Decimal("0.305")) == "0.305 ct"


@given(st.integers(1, 10**6))
def test_a_weight_given_in_taels_comes_back_as_it_was_given(li):
    kept = stored(to_grams(li, "li"))
    assert taels(kept) * 1000 == li
    assert parse_weight(tael_text(kept)) == kept


@given(st.decimals(0, 10**5, places=4))
def test_a_weight_in_grams_comes_back_as_it_was_given(grams):
    assert parse_weight(gram_text(grams)) == grams
    assert abs(taels(grams) * Fraction("37.429") - Fraction(grams)) <= Fraction("0.00005")


def test_a_piece_by_weight_costs_what_the_published_example_says():
    price = gold_price(
        stored(to_grams(Decimal("0.267"), "tael")),
        Money.parse("32,270"),
        labour=Money.parse("300"),
        commission_percent=Decimal(2),
    )
    assert price.metal == Money.parse("8,616.09")
    assert price.total == Money.parse("9,088.41")


def test_a_rate_by_the_gram_is_used_as_it_stands():
    assert gold_price(Decimal("5.12"), Money.parse("1,012.30"), unit="gram").total == Money.parse(
        "5,182.98"
    )


@given(st.decimals(0, 10**4, places=4), st.integers(1, 10**8))
def test_the_parts_of_a_price_add_up(grams, rate):
    price = gold_price(grams, Money(rate), labour=Money(30000), commission_percent=Decimal("1.5"))
    assert price.total == price.metal + price.commission + price.labour
    assert price.metal >= Money(0)


def test_a_repair_that_lost_weight_is_noticed():
    loose = {"percent": Decimal(1), "grams": Decimal("0.05")}
    assert within_tolerance(Decimal("8.00"), Decimal("7.93"), **loose)
    assert not within_tolerance(Decimal("8.00"), Decimal("7.80"), **loose)
    assert within_tolerance(Decimal("1.00"), Decimal("0.95"), **loose)
