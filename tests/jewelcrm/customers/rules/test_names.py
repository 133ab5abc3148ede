import pytest
from hypothesis import given
from hypothesis import strategies as st

from jewelcrm.customers.rules.duplicates import (
    CERTAIN,
    SAME_CHINESE_NAME,
    SAME_EMAIL,
    SAME_NAME,
    SAME_PHONE,
    Asked,
    Candidate,
    reasons,
    score,
)
from jewelcrm.customers.rules.emails import mask_email, normal_email, normal_handle
from jewelcrm.customers.rules.names import (
    contains_name,
    same_chinese,
    same_name,
    split_name,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chan Tai Man", "tai man CHAN"),
        ("Chan, Tai Man", "Ｃｈａｎ Ｔａｉ Ｍａｎ"),
        ("José García", "Garcia Jose"),
    ],
)
def test_order_case_width_and_accents_make_no_other_name(one, other):
    assert same_name(one, other)


@given(st.permutations(["chan", "tai", "man", "amy"]))
def test_a_name_is_the_same_in_any_order_of_its_words(words):
    assert same_name("Amy Chan Tai Man", " ".join(words))


def test_no_name_is_the_same_as_no_name():
    assert not same_name("", "")
    assert not same_chinese("", " ")


def test_traditional_and_simplified_characters_are_one_name():
    assert same_chinese("陳國華", "陈国华")
    assert not same_chinese("陳國華", "陳國強")


def test_a_name_with_an_english_name_added_is_alike():
    assert contains_name("Amy Chan Tai Man", "Chan Tai Man")
    assert not contains_name("Amy Chan", "Chan")


@pytest.mark.parametrize(
    ("text", "latin", "chinese"),
    [
        ("陳大文 Chan Tai Man", "Chan Tai Man", "陳大文"),
        ("Chan Tai Man (陳大文)", "Chan Tai Man", "陳大文"),
        ("陳 大 文", "", "陳大文"),
        ("Amy", "Amy", ""),
        ("𠮷田 Yoshida", "Yoshida", "𠮷田"),
    ],
)
def test_a_name_in_two_scripts_is_parted(text, latin, chinese):
    assert split_name(text) == (latin, chinese)


@pytest.mark.parametrize(
    "text", ["Amy@Example.HK", " amy@example.hk. ", "Amy <amy@example.hk>", "mailto:amy@example.hk"]
)
def test_every_way_to_write_an_address_is_one_address(text):
    assert (normal_email(text).normal, normal_email(text).valid) == ("amy@example.hk", True)


@pytest.mark.parametrize("text", ["amy", "amy@", "@example.hk", "a b@example.hk", "amy@localhost"])
def test_an_unlikely_address_is_kept_and_marked(text):
    email = normal_email(text)
    assert (email.given, email.valid) == (text, False)


def test_handles_and_masks():
    assert normal_handle(" @Amy Chan ") == "amychan"
    assert mask_email("amy@example.hk") == "a•••@example.hk"


@given(st.text(max_size=80))
def test_an_address_read_again_is_itself(text):
    assert normal_email(normal_email(text).normal).normal == normal_email(text).normal


CHAN = Candidate(b"1" * 16, "Chan Tai Man", "陳大文", frozenset({"+85291234567", "amy@example.hk"}))


def test_the_reasons_of_a_hint_stand_strongest_first():
    asked = Asked("Tai Man Chan", "陈大文", frozenset({"+85291234567"}), frozenset())
    assert reasons(asked, CHAN) == (SAME_PHONE, SAME_CHINESE_NAME, SAME_NAME)
    assert score(reasons(asked, CHAN)) == 100


def test_names_alone_are_never_certain():
    asked = Asked("Chan Tai Man")
    assert 0 < score(reasons(asked, CHAN)) < CERTAIN


def test_an_address_alone_is_certain():
    asked = Asked(emails=frozenset({"amy@example.hk"}))
    assert reasons(asked, CHAN) == (SAME_EMAIL,)
    assert score(reasons(asked, CHAN)) >= CERTAIN


def test_a_stranger_gives_no_hint():
    assert reasons(Asked("Wong Siu Ming", "黃小明"), CHAN) == ()
