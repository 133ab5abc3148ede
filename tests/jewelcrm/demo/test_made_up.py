"""The made-up people, pieces and orders, before any store."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from random import Random

import phonenumbers
import pytest

from jewelcrm.catalogue.rules import METALS
from jewelcrm.customers import lists
from jewelcrm.demo import live, names, past, reach, stock
from jewelcrm.demo.crowd import someone, spouse
from jewelcrm.demo.ids import Ids
from jewelcrm.orders.rules.stages import STAGES, WAITING

MOMENT = dt.datetime(2026, 11, 22, 4, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def crowd():
    chance = Random(7)
    return [someone(chance, 2026) for _ in range(4000)]


def is_valid(e164):
    return phonenumbers.is_valid_number(phonenumbers.parse(e164))


def test_every_mobile_number_is_valid(crowd):
    assert [one.mobile for one in crowd if not is_valid(one.mobile)] == []


def test_every_landline_is_valid():
    chance = Random(1)
    assert all(is_valid(reach.landline(chance)) for _ in range(500))


def test_hong_kong_writes_its_numbers_without_a_code():
    assert reach.spoken("+85291234567") == "9123 4567"
    assert reach.spoken("+8613812345678") == "+8613812345678"


def test_mail_goes_to_domains_kept_for_examples(crowd):
    chance = Random(2)
    mails = [reach.email(chance, one.name.called, one.name.family) for one in crowd]
    assert {mail.partition("@")[2] for mail in mails} == {"example.com", "example.hk"}
    assert all(re.fullmatch(r"[a-z0-9._]+@[a-z.]+", mail) for mail in mails)


def test_chan_is_the_most_frequent_name(crowd):
    families = [one.family for one in crowd if one.family]
    assert max(set(families), key=families.count) == "陳 Chan"


def test_most_are_from_hong_kong_and_some_from_elsewhere(crowd):
    countries = [one.country for one in crowd]
    assert 0.85 < countries.count("HK") / len(crowd) < 0.95
    assert set(countries) == {"HK", "MO", "CN", *names.ABROAD}


def test_everybody_has_a_name_in_latin_letters_and_most_in_chinese(crowd):
    assert all(one.name.latin for one in crowd)
    assert sum(bool(one.name.zh) for one in crowd) > len(crowd) * 0.9
    assert any(not one.name.zh.isascii() and one.country == "CN" for one in crowd)


def test_spouses_are_of_about_the_same_age(crowd):
    chance = Random(3)
    couples = [(one, spouse(chance, one)) for one in crowd[:300]]
    assert all(abs(one.born - other.born) <= 4 for one, other in couples)
    assert all(one.mobile != other.mobile for one, other in couples)


def test_the_same_dice_make_the_same_people():
    assert someone(Random(5), 2026) == someone(Random(5), 2026)


def test_ids_follow_the_seed_and_sort_by_time():
    first, again = Ids("7"), Ids("7")
    assert first.at(MOMENT) == again.at(MOMENT)
    assert first.at(MOMENT) < first.at(MOMENT + dt.timedelta(milliseconds=1))
    made = first.at(MOMENT)
    assert (made[6] >> 4, made[8] >> 6) == (7, 2)


def test_addresses_are_in_the_eighteen_districts():
    chance = Random(4)
    homes = [reach.home(chance) for _ in range(500)]
    assert {home.district for home in homes} == set(lists.DISTRICTS.codes())


def test_every_piece_can_be_sold_and_marked():
    for piece in stock.pieces():
        model = piece.model
        assert model.metal is None or model.metal in METALS
        assert (model.metal is None) == (model.fineness is None)
        assert piece.total_cents > 0
        assert (model.stone is None) == (model.origin is None)
        assert (model.stone is None) == (model.treatment is None)


def test_white_gold_is_never_called_platinum():
    assert not any("白金" in piece.model.name_zh for piece in stock.pieces())


def test_every_barcode_has_its_check_digit_and_is_the_only_one():
    codes = [piece.barcode for piece in stock.pieces()]
    assert len(set(codes)) == len(codes)
    assert all(
        sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(code)) % 10 == 0
        for code in codes
    )


def is_a_way(kind, road):
    return all(after in STAGES[kind][before] for before, after in pairwise(road))


def test_every_past_order_went_a_way_that_is_allowed():
    for kind, road in past._ROADS.items():
        assert is_a_way(kind, road)


def test_every_open_order_came_a_way_that_is_allowed():
    for slot in live.slots(1):
        road = live.road_to(slot.kind, slot.stage)
        assert road[-1] == slot.stage
        assert is_a_way(slot.kind, road)


def test_a_small_shop_still_has_one_order_of_every_sort():
    assert {(slot.kind, slot.stage) for slot in live.slots(0.001)} == {
        (slot.kind, slot.stage) for slot in live.slots(1)
    }
    assert any(slot.stage in WAITING for slot in live.slots(0.001))


def test_nobody_brings_a_watch_to_have_its_pearls_strung():
    for service, _words, low, high, condition, fits in past.REPAIRS:
        mendable = [piece.model for piece in stock.pieces() if past._FITS[fits](piece.model)]
        assert mendable, service
        assert 0 < low < high
        assert condition
