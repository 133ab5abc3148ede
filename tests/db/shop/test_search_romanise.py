"""Chinese names as people type them in Latin letters."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.shop.search import romanise
from db.shop.search.spelling import hong_kong


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("陳大文", "chantaiman"),  # Hong Kong spelling
        ("陳大文", "candaaiman"),  # Jyutping
        ("陳大文", "chendawen"),  # pinyin
        ("陳大文", "taiman"),
        ("陳大文", "ctm"),
        ("曾志偉", "zengzhiwei"),
        ("曾志偉", "cengzhiwei"),
        ("曾志偉", "tsangchiwai"),
        ("單立文", "shanliwen"),
        ("仇小玲", "qiuxiaoling"),
        ("解曉東", "xiexiaodong"),
        ("查良鏞", "zhaliangyong"),
        ("查良鏞", "zaaloengjung"),
        ("任達華", "yamtatwah"),
        ("翟天臨", "zhaitianlin"),
        ("叶玉卿", "yipyukhing"),
        ("葉玉卿", "ipyukhing"),
        ("區瑞強", "auseoikoeng"),
        ("歐陽詠欣", "ouyangyongxin"),
        ("歐陽詠欣", "auyeungwingyan"),
        ("歐陽詠欣", "wingyan"),
        ("司徒子山", "szeto"),
        ("李小龍", "leesiulung"),
        ("黎明", "laiming"),
        ("王", "wong"),
        ("莫文蔚", "mokmanwai"),
    ],
)
def test_a_name_is_found_as_it_sounds(name, typed):
    assert any(token.startswith(typed) for token in romanise.tokens(name)), romanise.tokens(name)


@given(st.text(st.characters(min_codepoint=0x3400, max_codepoint=0x9FFF), min_size=1, max_size=40))
def test_a_name_never_takes_more_than_its_place_in_the_index(name):
    tokens = romanise.tokens(name)
    assert len(tokens) <= 3 * (romanise.MOST + romanise.LONGEST)
    assert len(set(tokens)) == len(tokens)
    assert all(token.isascii() and token.isalpha() and token.islower() for token in tokens)


@given(st.text(st.characters(min_codepoint=0x3400, max_codepoint=0x9FFF), max_size=6))
def test_every_beginning_of_how_a_name_sounds_is_known_for_one(name):
    for token in romanise.tokens(name):
        beginnings = [token[:end] for end in range(romanise.LONGEST + 1, len(token) + 1)]
        assert all(map(romanise.may_begin, beginnings)), token


def test_every_surname_is_known_for_a_sound():
    for name in romanise._surnames():
        spelt = [word for word in romanise.tokens(f"{name}大文") if len(word) > romanise.LONGEST]
        assert all(map(romanise.may_begin, spelt)), name


@pytest.mark.parametrize("word", ["jessica", "michelle", "christopher", "josephine", "kenneth"])
def test_a_western_name_is_known_for_none(word):
    assert not romanise.may_begin(word)


@pytest.mark.parametrize(
    ("jyutping", "spelt"),
    [("zoeng", "cheung"), ("gwok", "kwok"), ("jyun", "yuen"), ("daai", "tai"), ("ng", "ng")],
)
def test_a_sound_is_spelt_as_on_identity_cards(jyutping, spelt):
    assert hong_kong(jyutping)[0] == spelt


def test_the_tables_of_readings_are_small_in_memory():
    for table in (romanise._tables, romanise._surnames):
        table.cache_clear()
    tracemalloc.start()
    romanise._surnames()
    taken = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert taken < 4_000_000
