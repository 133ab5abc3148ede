"""Random histories of a company on bad lines end with every PC and head office agreeing."""

import pytest

from tests.jewelcrm.sync.world import World


@pytest.mark.parametrize("seed", range(int(__import__("os").environ.get("SEEDS", "12"))))
def test_after_any_history_everybody_agrees(seed, first_store, tmp_path):
    world = World(seed, first_store, tmp_path, pcs=4)
    try:
        assert not world.run(steps=160)
    finally:
        world.close()
