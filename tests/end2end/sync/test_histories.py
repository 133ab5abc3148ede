"""Whatever happens on bad lines, everybody ends with what head office has, and nothing is lost."""

import json
from pathlib import Path

import pytest

from tests.conftest import PROVE
from tests.end2end.sync.mutants import MUTANTS
from tests.end2end.sync.running import caught, play

MOST = 8_000 if PROVE else 400
"""In so many histories at most a broken protocol must be noticed; the rarest was in 196."""
KNOWN = json.loads((Path(__file__).parent / "noticed.json").read_text())
"""The seed in which each broken protocol was first noticed. It is played first, and only when it
shows nothing any more are the others, from 0 on: most of the minutes of this file were searching.
`python -m tests.end2end.sync.running` writes it anew when the histories have changed.
"""


@pytest.mark.prove
@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_random_histories_of_the_real_pcs_and_the_real_head_office_end_in_agreement(
    seeds: range,
) -> None:
    came = play(seeds.start, len(seeds))
    assert not came.faults
    assert came.histories == len(seeds)
    assert came.transactions > 5 * len(seeds)
    assert came.conflicts
    assert came.put_aside


@pytest.mark.slow
@pytest.mark.prove
@pytest.mark.timeout(7_200 if PROVE else 600)
@pytest.mark.parametrize("name", sorted(MUTANTS))
def test_a_protocol_that_is_broken_in_one_place_is_noticed(name):
    assert (name in KNOWN and caught(name, 1, KNOWN[name])) or caught(name, MOST)


def test_one_seed_is_one_history():
    one, again = play(11, 1), play(11, 1)
    assert one == again
