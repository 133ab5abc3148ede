"""Numbers that people read aloud notice a slip of the tongue."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from db.shop.numbers import is_paper_number, paper_number


def test_a_number_names_branch_pc_and_running_number():
    assert paper_number("HK01", "A", 123).startswith("HK01-A-000123-")


@given(some.integers(1, 9_999_999))
def test_every_number_is_recognised_with_or_without_hyphens(running: int):
    number = paper_number("HK01", "B", running)
    assert is_paper_number(number)
    assert is_paper_number(number.replace("-", "").lower())


@given(some.integers(1, 999_999), some.integers(0, 5), some.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(running: int, place: int, off: int):
    number = paper_number("HK01", "A", running)
    at = number.index("-A-") + 3 + place
    wrong = number[:at] + str((int(number[at]) + off) % 10) + number[at + 1 :]
    assert not is_paper_number(wrong)


@pytest.mark.parametrize("text", ["", "HK01", "HK01-A-12-3", "hello", "HK01-A-000001-"])
def test_other_text_is_no_number(text: str):
    assert not is_paper_number(text)
