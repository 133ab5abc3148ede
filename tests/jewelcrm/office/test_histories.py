"""The specification's random histories, with the real office as their server."""

from __future__ import annotations

import pytest

from tests.conftest import PROVE
from tests.jewelcrm.office.histories import World


@pytest.mark.parametrize("first", [0, 4])
def test_whatever_the_line_does_all_pcs_end_with_what_head_office_has(chain, first):
    for seed in range(first, first + 4):
        assert World(chain, seed).run() == [], f"seed {seed}"


@pytest.mark.prove
@pytest.mark.timeout(3600)
def test_many_histories_hold(chain):
    for seed in range(100, 300 if PROVE else 104):
        assert World(chain, seed).run() == [], f"seed {seed}"
