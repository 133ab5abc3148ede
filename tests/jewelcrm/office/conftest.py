import pytest

from tests.jewelcrm.office.chain import Chain


@pytest.fixture
def chain(office_store):
    return Chain(office_store)


@pytest.fixture
def north(chain):
    return chain.pc(chain.north)


@pytest.fixture
def south(chain):
    return chain.pc(chain.south, "B")
