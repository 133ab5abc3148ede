"""How many histories a run plays, in batches that the processes of a run share out."""

from __future__ import annotations

import os

import pytest

from tests.conftest import PROVE

HISTORIES = int(os.environ.get("JEWELCRM_HISTORIES", "50000" if PROVE else "2000"))
FIRST = int(os.environ.get("JEWELCRM_FIRST_SEED", "0"))
BATCH = 250 if PROVE else 100


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for `seeds` runs once for every batch of them."""
    if "seeds" in metafunc.fixturenames:
        batches = [
            range(at, min(at + BATCH, FIRST + HISTORIES))
            for at in range(FIRST, FIRST + HISTORIES, BATCH)
        ]
        metafunc.parametrize("seeds", batches, ids=[f"{b.start}-{b.stop - 1}" for b in batches])
