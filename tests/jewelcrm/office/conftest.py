import pytest

from tests.jewelcrm.office.chain import Chain
from tests.office_stores import *  # noqa: F403 - fixtures


@pytest.fixture
def chain(embedded):
    return Chain(embedded)


@pytest.fixture
def north(chain):
    return chain.pc(chain.north)


@pytest.fixture
def south(chain):
    return chain.pc(chain.south, "B")
