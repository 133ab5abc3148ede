"""Ids sort by time; weights, moments and days come back exactly as they went in."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from db import columns, types


def test_a_later_id_sorts_later():
    ids = [types.new_id() for _ in range(5000)]
    assert ids == sorted(set(ids))


def test_an_id_is_a_uuid_of_version_seven():
    made = types.new_id()
    assert (len(made), made[6] >> 4, made[8] >> 6) == (16, 7, 2)


@given(some.integers(-(10**12), 10**12))
def test_grams_are_exact_to_a_tenth_of_a_milligram(units: int):
    weight = Decimal(units).scaleb(-4)
    kind = columns.Grams()
    assert kind.process_result_value(kind.process_bind_param(weight, None), None) == weight


@given(some.integers(0, 7_000_000_000_000))
def test_moments_keep_their_millisecond(millis: int):
    assert types.to_millis(types.from_millis(millis)) == millis


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        types.to_millis(dt.datetime(2026, 1, 1))  # noqa: DTZ001
