import pytest
from hypothesis import given
from hypothesis import strategies as st

from jewelcrm.customers.rules.identity import (
    check_digit,
    holds_identity_number,
    refuse_identity_numbers,
)
from jewelcrm.errors import CanFix

KNOWN = [
    ("A", "123456", "3"),
    ("AB", "987654", "3"),
    ("E", "364912", "5"),
    ("AB", "123456", "9"),
    ("D", "288754", "2"),
    ("Z", "683365", "A"),
    ("G", "123456", "A"),
    ("C", "668668", "9"),
]


@pytest.mark.parametrize(("letters", "digits", "check"), KNOWN)
def test_the_check_digit_is_the_one_on_the_card(letters, digits, check):
    assert check_digit(letters, digits) == check


@pytest.mark.parametrize(
    "text",
    [
        "A123456(3)",
        "a123456(3)",
        "A 123456 (3)",
        "Ａ１２３４５６（３）",
        "her HKID is A1234563.",
        "A123456-3",
        "A123456(9)",
        "身份證AB987654(3)號",
    ],
)
def test_an_identity_number_is_noticed_however_it_is_written(text):
    assert holds_identity_number(text)


@pytest.mark.parametrize(
    "text", ["A1234564", "#A1234563", "XA1234563X", "9123 4567", "R123456", "ring A12345 (3)", ""]
)
def test_item_codes_and_phones_are_let_through(text):
    assert not holds_identity_number(text)


@given(st.from_regex(r"[A-Z]{1,2}", fullmatch=True), st.from_regex(r"[0-9]{6}", fullmatch=True))
def test_every_real_number_is_refused_with_the_law_and_the_field(letters, digits):
    number = f"{letters}{digits}({check_digit(letters, digits)})"
    with pytest.raises(CanFix, match=r"Cap\. 486") as refused:
        refuse_identity_numbers({"name": "Chan", "note": f"card {number}"})
    assert refused.value.field == "note"
    assert number not in str(refused.value)
