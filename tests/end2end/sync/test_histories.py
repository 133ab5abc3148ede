"""Whatever happens on bad lines, everybody ends with what head office has, and nothing is lost."""

import os

import pytest

from tests.conftest import PROVE
from tests.end2end.sync.mutants import MUTANTS
from tests.end2end.sync.running import caught, in_processes, play

HISTORIES = int(os.environ.get("JEWELCRM_HISTORIES", "50000" if PROVE else "2000"))
FIRST = int(os.environ.get("JEWELCRM_FIRST_SEED", "0"))
MOST = 400
"""In so many histories at most a broken protocol must be noticed."""


@pytest.mark.prove
@pytest.mark.slow
@pytest.mark.timeout(20_000 if PROVE else 3_600)
def test_random_histories_of_the_real_pcs_and_the_real_head_office_end_in_agreement():
    came = in_processes(FIRST, HISTORIES, timeout=20_000)
    assert not came.faults
    assert came.histories == HISTORIES
    assert came.transactions > 5 * HISTORIES
    assert came.conflicts > HISTORIES // 10
    assert came.put_aside > HISTORIES // 10


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", sorted(MUTANTS))
def test_a_protocol_that_is_broken_in_one_place_is_noticed(name):
    assert caught(name, MOST)


def test_one_seed_is_one_history():
    one, again = play(11, 1), play(11, 1)
    assert one == again
