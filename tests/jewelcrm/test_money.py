"""Money: exact, never a float, read as people type it."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jewelcrm.errors import CanFix
from jewelcrm.money import MOST, Money

CENTS = st.integers(-(10**15), 10**15)
CURRENCIES = st.sampled_from(["HKD", "MOP", "CNY", "USD", "JPY", "KRW", "TWD", "KWD"])


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("1280.5", 128050),
        ("1,280.50", 128050),
        ("HK$1,280.50", 128050),
        ("hk$ 1 280.50", 128050),
        ("$1280", 128000),
        ("HKD 1280", 128000),
        ("1280 HKD", 128000),
        ("港幣1,280元", 128000),
        ("１，２８０．５０", 128050),
        ("ＨＫ＄１２８０", 128000),
        ("1,234,567.89", 123456789),
        (".5", 50),
        ("-5", -500),
        ("(5.00)", -500),
        ("3.5萬", 3500000),
        ("12K", 1200000),
        ("一千二百八十元", 128000),
        ("壹仟貳佰捌拾元伍角", 128050),
        ("三萬八", 3800000),
        ("三萬零八", 3000800),
        ("一百二", 12000),
        ("十二", 1200),
        ("二十元五角三分", 2053),
        ("1280元5角", 128050),
        ("一億二千萬", 12000000000),
        ("零", 0),
    ],
)
def test_an_amount_is_read_as_people_type_it(typed, cents):
    assert Money.parse(typed, "HKD") == Money(cents, "HKD")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "abc",
        "12,80",
        "1,2800",
        "1.2.3",
        "--5",
        "1.005",
        "US$5",
        "5 美元",
        "元",
        "萬",
        "5角角",
        "1e5",
        "nan",
        "∞",
        "½",
        "一二",
        "$",
    ],
)
def test_what_is_not_an_amount_is_refused_with_words(typed):
    with pytest.raises(CanFix) as refusal:
        Money.parse(typed, "HKD")
    assert refusal.value.field == "amount"


def test_yen_has_no_cents_and_dinar_has_three_places():
    assert Money.parse("1280", "JPY") == Money(1280, "JPY")
    assert Money.parse("1280.00", "JPY") == Money(1280, "JPY")
    assert Money.parse("1.005", "KWD") == Money(1005, "KWD")
    assert str(Money(1280, "JPY")) == "JP¥1,280"
    with pytest.raises(CanFix):
        Money.parse("12.5", "JPY")


def test_amounts_are_shown_with_thousands_and_their_currency():
    assert str(Money(128050, "HKD")) == "HK$1,280.50"
    assert str(Money(-5, "HKD")) == "-HK$0.05"
    assert str(Money(100, "XCD")) == "XCD 1.00"
    assert Money(128050, "HKD").plain() == "1280.50"


def test_a_quantity_multiplies_half_up_away_from_zero():
    assert Money(5, "HKD") * Decimal("0.5") == Money(3, "HKD")
    assert Money(-5, "HKD") * Decimal("0.5") == Money(-3, "HKD")
    assert Money(1001, "HKD") * 3 == Money(3003, "HKD")
    assert Money(20000, "HKD").percent(Decimal("2.5")) == Money(500, "HKD")


@pytest.mark.parametrize("bad", [1.5, True, "2"])
def test_money_never_meets_a_float(bad):
    with pytest.raises(TypeError):
        _ = Money(100, "HKD") * bad


def test_two_currencies_are_never_added_or_compared():
    with pytest.raises(ValueError):
        _ = Money(1, "HKD") + Money(1, "MOP")
    with pytest.raises(ValueError):
        _ = Money(1, "HKD") < Money(1, "MOP")


@given(CENTS, CURRENCIES)
def test_what_is_shown_can_be_typed_again(cents, currency):
    money = Money(cents, currency)
    assert Money.parse(str(money), currency) == money
    assert Money.parse(money.plain(), currency) == money


@given(CENTS, st.lists(st.integers(0, 10**6), min_size=1).filter(any))
def test_allocating_never_loses_or_makes_a_cent(cents, shares):
    parts = Money(cents, "HKD").allocate(shares)
    assert sum(part.cents for part in parts) == cents
    whole = sum(shares)
    assert all(
        abs(part.cents * whole - cents * share) < whole
        for part, share in zip(parts, shares, strict=True)
    )


@given(CENTS, st.integers(1, 60))
def test_equal_parts_differ_by_a_cent_at_most(cents, ways):
    parts = [part.cents for part in Money(cents, "HKD").split(ways)]
    assert sum(parts) == cents
    assert max(parts) - min(parts) <= 1
    assert parts == sorted(parts, reverse=True)


@given(CENTS, CENTS, CENTS)
def test_money_adds_like_whole_numbers(a, b, c):
    one, two, three = (Money(n, "HKD") for n in (a, b, c))
    assert (one + two) + three == Money.total([one, two, three], "HKD")
    assert (one + two) - two == one
    assert (one < two) == (a < b)


@given(st.text(max_size=30))
def test_any_text_is_an_amount_or_a_refusal_never_a_crash(text):
    with suppress(CanFix):
        assert type(Money.parse(text, "HKD").cents) is int


def test_more_than_the_store_can_add_up_is_no_amount():
    assert Money.parse("10,000,000,000,000").cents == MOST
    for text in ("10,000,000,000,000.01", "1" + "0" * 40, "-99,999,999,999,999"):
        with pytest.raises(CanFix, match="more than an amount"):
            Money.parse(text)
