"""Random histories of a company on bad lines end with every PC and head office agreeing."""

import pytest

from tests.conftest import PROVE
from tests.jewelcrm.sync.world import World


@pytest.mark.parametrize("seed", range(300 if PROVE else 10))
def test_after_any_history_everybody_agrees(seed, first_store, tmp_path):
    world = World(seed, first_store, tmp_path, pcs=4)
    try:
        assert not world.run(steps=160)
    finally:
        world.close()
