"""Wrong passwords are counted before they are looked at, and the count survives the plug."""

import pytest

from db.errors import LockedOut
from db.shop import attempts


def test_five_wrong_tries_are_free(tmp_path):
    assert [attempts.begin(tmp_path, "mei", 0.0) for _ in range(5)] == [0, 1, 2, 3, 4]


def test_the_sixth_try_must_wait(tmp_path):
    _try(tmp_path, 5)
    with pytest.raises(LockedOut) as told:
        attempts.begin(tmp_path, "mei", 1.0)
    assert 0 < told.value.seconds <= attempts.FIRST_WAIT


def test_the_wait_doubles_and_ends_at_fifteen_minutes():
    waits = [attempts.wait_after(n) for n in range(4, 13)]
    assert waits == [0, 30, 60, 120, 240, 480, 900, 900, 900]


def test_a_right_password_forgets_the_wrong_ones(tmp_path):
    _try(tmp_path, 4)
    attempts.clear(tmp_path, "mei")
    assert attempts.begin(tmp_path, "mei", 0.0) == 0


def test_one_persons_wait_is_not_anothers(tmp_path):
    _try(tmp_path, 5)
    assert attempts.begin(tmp_path, "ann", 0.0) == 0


def test_a_clock_set_back_makes_no_longer_wait_than_a_quarter_of_an_hour(tmp_path):
    _try(tmp_path, 5, now=1_000_000.0)
    with pytest.raises(LockedOut) as told:
        attempts.begin(tmp_path, "mei", 0.0)
    assert told.value.seconds <= attempts.LONGEST_WAIT + 1


def _try(folder, times, now=0.0):
    for _ in range(times):
        attempts.begin(folder, "mei", now)
