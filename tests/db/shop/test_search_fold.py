"""Folding: the same person, however her name is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.shop.fold import compact, digits, fold, han_runs, pieces
from db.shop.search.entry import NUMBER, PHONE


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_case_never_matters(text):
    assert fold(fold(text).upper()) == fold(fold(fold(text).upper()).lower())


@given(st.text())
def test_the_marks_of_digits_never_come_out_of_folding(text):
    assert PHONE not in fold(text)
    assert NUMBER not in fold(text)


@given(st.text())
def test_every_piece_is_one_token_of_the_index(text):
    for piece in pieces(fold(text)):
        assert piece
        assert all(c.isalnum() or not c.isascii() for c in piece)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ＭＡＲＹ　ｃｈａｎ", "mary chan"),
        ("Müller", "muller"),
        ("Søren Æbelø", "soren aebelo"),
        ("O’Neil", "O'Neil"),
        ("陳大文", "陈大文"),
        ("歐陽詠欣", "欧阳咏欣"),
        ("衞", "卫"),
        ("峯", "峰"),
        ("ﾊﾟｰﾙ", "パール"),
        ("Straße", "STRASSE"),
        ("ＨＫ０１", "hk01"),
    ],
)
def test_the_same_name_in_another_dress_is_the_same(typed, kept):
    assert fold(typed) == fold(kept)


def test_a_number_is_compared_without_its_hyphens():
    assert compact("HK01-A-000123-7") == compact(" hk01 a 0001237 ") == "hk01a0001237"


def test_digits_are_found_in_full_width_too():
    assert digits("＋８５２ 9123-4567") == "85291234567"


def test_chinese_is_kept_as_it_was_written_for_reading_it_aloud():
    assert han_runs("Ms 葉玉卿 (卿卿)") == ["葉玉卿", "卿卿"]
